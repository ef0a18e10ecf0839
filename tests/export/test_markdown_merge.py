"""A Markdown file exported again: what a person wrote stays where it was, and all that is ours is renewed."""

import dataclasses
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reader.export import markdown
from reader.export.markdown_merge import LONGEST
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.errors import ExportError
from reader.model.summary import Summary

from .conftest import MARKS, METADATA

PROFILES = tuple(markdown.PROFILES)
ARTICLE = Article(id="a" * 32, metadata=METADATA, added="2026-11-22T08:00:00Z", tags=("基层治理",))


def paper(marks: tuple[Annotation, ...] = MARKS, title: str = "材料", order: str = "kind") -> Summary:
    material = Material(ARTICLE, "2026-11-22", marks)
    return study([material], Options(title=title, date="2026-11-02", order=order), Messages("zh_CN"))


def exported(summary: Summary, profile: str, old: str = "") -> str:
    return markdown.render_file(summary, "", profile, old.encode()).decode()


def visible(text: str) -> list[str]:
    """Lines but for blank ones and the record."""
    return [line for line in text.split("\n") if line.strip() and "<!-- reader-paper:" not in line]


def without(lines: list[str], others: list[str]) -> list[str]:
    """`lines` after `others`, a subsequence of them, are taken out."""
    rest = iter(others)
    wanted = next(rest, None)
    kept = []
    for line in lines:
        if line == wanted:
            wanted = next(rest, None)
        else:
            kept.append(line)
    assert wanted is None, f"{wanted!r} is gone or out of order"
    return kept


def end_of_header(lines: list[str]) -> int:
    """Where the body begins."""
    return lines.index("", 1)


NOTES = st.sampled_from(["", "要核对。", "先看\n再问", "# 不是标题"])
STARTS = ["", "> ", "- ", "\t- ", "## ", "    ", "| a | b |", "1. ", "^", "%%"]
WRITTEN = st.tuples(st.floats(0, 1), st.lists(st.sampled_from(STARTS), min_size=1, max_size=3))


@st.composite
def choices(draw: st.DrawFn) -> tuple[Annotation, ...]:
    """Some of the marks, with other notes."""
    kept = draw(st.lists(st.booleans(), min_size=len(MARKS), max_size=len(MARKS)))
    return tuple(
        dataclasses.replace(mark, note=draw(NOTES)) if mark.quote else mark
        for mark, is_kept in zip(MARKS, kept, strict=True)
        if is_kept
    )


def written_into(text: str, written: list[tuple[float, list[str]]]) -> tuple[str, list[str]]:
    """The file after a person wrote these lines into its body, and the lines, each unlike every other."""
    lines = text.removesuffix("\n").split("\n")
    start, count = end_of_header(lines), 0
    places = sorted((start + round(share * (len(lines) - start)), starts) for share, starts in written)
    made: list[tuple[int, list[str]]] = []
    for place, starts in places:
        count += len(starts)
        made.append((place, [f"{begin}我写的第{count}-{at}行" for at, begin in enumerate(starts)]))
    for place, mine in reversed(made):
        lines[place:place] = mine
    return "\n".join(lines) + "\n", [line for _, mine in made for line in mine]


@pytest.mark.parametrize("profile", PROFILES)
@given(old=choices(), new=choices(), written=st.lists(WRITTEN, max_size=6))
@example(old=MARKS, new=MARKS[1:], written=[(0.0, [""]), (0.4, ["> ", ""]), (1.0, ["## "])])
@example(old=MARKS, new=(), written=[(each / 40, [""]) for each in range(41)])
@example(old=(), new=MARKS, written=[(each / 10, ["- "]) for each in range(11)])
def test_what_a_person_wrote_stays_and_what_is_ours_is_new(
    profile: str,
    old: tuple[Annotation, ...],
    new: tuple[Annotation, ...],
    written: list[tuple[float, list[str]]],
) -> None:
    edited, mine = written_into(exported(paper(old), profile), written)
    again = exported(paper(new, "新材料"), profile, edited)
    rest = without(visible(again), mine)
    fresh = visible(markdown.render(paper(new, "新材料"), profile=profile))
    kept = without(rest, fresh)
    gone = [line for line in kept if "已不在材料中" in line]
    assert bool(kept) == bool(gone), "old lines stay although nothing was written under them"
    if {mark.id for mark in old} <= {mark.id for mark in new}:
        assert not kept
    assert exported(paper(new, "新材料"), profile, again) == again, "a third export changes something"
    ids = re.findall(r"^\^[A-Za-z0-9-]+$|id:: [0-9a-f-]+", again, re.MULTILINE)
    assert len(ids) == len(set(ids)), "two blocks have one id"


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_changes_where_nothing_has_changed(profile: str) -> None:
    first = exported(paper(), profile)
    assert exported(paper(), profile, first) == first
    edited, _ = written_into(first, [(0.3, ["", "- "]), (0.6, [""])])
    assert visible(exported(paper(), profile, edited)) == visible(edited)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_remark_follows_its_mark_when_marks_are_grouped_anew(profile: str) -> None:
    text = exported(paper(), profile)
    quote = "依托“银龄课堂”——“邻里驿站”开展活动137次"
    lines = text.split("\n")
    place = next(at for at, line in enumerate(lines) if quote in line)
    lines.insert(place + 1, "> 我去看过。")
    again = exported(paper(order="tag"), profile, "\n".join(lines)).split("\n")
    place = next(at for at, line in enumerate(again) if quote in line)
    assert again[place + 1] == "> 我去看过。"


@pytest.mark.parametrize("profile", PROFILES)
def test_a_mark_that_is_gone_stays_only_for_what_was_written_under_it(profile: str) -> None:
    lines = exported(paper(), profile).split("\n")
    place = next(at for at, line in enumerate(lines) if "三张清单可直接借用" in line)
    lines.insert(place + 1, "我们已经借用了。")
    again = exported(paper(MARKS[:1]), profile, "\n".join(lines))
    places = [again.index(each) for each in ("已不在材料中", "由村列出“需求清单”", "三张清单可直接借用", "已经借用了")]
    assert places == sorted(places)
    assert again.count("已不在材料中") == 1 and "银龄课堂" not in again
    # It comes back: once, with its id, and the remark is still there.
    back = exported(paper(), profile, again)
    assert "我们已经借用了。" in back
    assert back.count(f"{3:032x}" if profile == "obsidian" else f"id:: {'0' * 8}-0000-0000-0000-{3:012x}") == 1


@pytest.mark.parametrize("profile", PROFILES)
def test_a_mark_that_a_person_moved_is_there_once(profile: str) -> None:
    lines = exported(paper(), profile).split("\n")
    start = next(at for at, line in enumerate(lines) if "由村列出“需求清单”" in line) - (profile == "obsidian")
    note = next(at for at, line in enumerate(lines) if "三张清单可直接借用" in line)
    end = note + (4 if profile == "obsidian" else 1)
    block = lines[start:end]
    del lines[start:end]
    again = exported(paper(), profile, "\n".join([*lines, "- 我的", *block, "我写的"]))
    assert again.count("由村列出“需求清单”") == again.count("三张清单可直接借用") == 1
    without(visible(again), ["- 我的", "我写的"])
    assert without(visible(again), visible(markdown.render(paper(), profile=profile))) == ["- 我的", "我写的"]


def test_a_line_of_ours_that_a_person_changed_is_kept_beside_the_new_one() -> None:
    edited = exported(paper(), "obsidian").replace("三张清单可直接借用。", "三张清单可直接借用，已试行。")
    again = exported(paper(), "obsidian", edited)
    assert "三张清单可直接借用。" in again and "三张清单可直接借用，已试行。" in again
    assert exported(paper(), "obsidian", again) == again


def test_a_person_does_not_flow_into_the_next_block() -> None:
    lines = exported(paper(), "obsidian").split("\n")
    place = lines.index("**关键数据一览**") if "**关键数据一览**" in lines else lines.index("## 四、行动事项")
    lines.insert(place, "紧挨着的一行")
    again = exported(paper(), "obsidian", "\n".join(lines)).split("\n")
    assert again[again.index("紧挨着的一行") + 1] == ""


def test_properties_that_a_person_set_stay() -> None:
    text = exported(paper(), "obsidian")
    edited = text.replace("date: 2026-11-02\n", "date: 2026-11-02\ncssclasses:\n  - wide\n", 1)
    edited = edited.replace('  - "组织体系"\n', "  - 组织体系\n  - 我的标签\n", 1)
    edited = edited.replace('title: "材料"', "title: 我的题目", 1)
    edited = edited.replace('type: "学习研讨材料"', "type: '学习研讨材料'")
    again = exported(paper(MARKS[1:], "新材料"), "obsidian", edited)
    front = yaml.safe_load(again.split("---\n")[1])
    assert front["title"] == "我的题目" and front["aliases"] == ["新材料"]
    assert front["cssclasses"] == ["wide"] and front["type"] == "学习研讨材料"
    assert "我的标签" in front["tags"] and front["tags"].count("队伍") == 1 and "组织体系" not in front["tags"]
    assert list(front)[3:5] == ["date", "cssclasses"]
    assert exported(paper(MARKS[1:], "新材料"), "obsidian", again) == again


def test_properties_of_a_logseq_page_stay() -> None:
    edited = exported(paper(), "logseq").replace("reader-paper:: 1\n", "reader-paper:: 1\nicon:: 📘\n", 1)
    again = exported(paper(title="新材料"), "logseq", edited)
    assert again.startswith("title:: 新材料\n") and "\nicon:: 📘\n\n" in again


@pytest.mark.parametrize("damage", [r"<!--.*-->", r"(?<=reader-paper: ):.{5}"])
def test_without_its_record_nothing_of_a_file_is_lost(damage: str) -> None:
    edited = re.sub(damage, "", exported(paper(), "obsidian")) + "我写的\n"
    again = exported(paper(MARKS[:3]), "obsidian", edited)
    without(visible(again), [line for line in visible(edited) if not line.startswith("title")])
    assert exported(paper(MARKS[:3]), "obsidian", again) == again


def test_the_other_profile_keeps_what_was_written_under_a_mark() -> None:
    lines = exported(paper(), "obsidian").split("\n")
    place = next(at for at, line in enumerate(lines) if "三张清单可直接借用" in line)
    lines.insert(place + 1, "我写的")
    again = exported(paper(), "logseq", "\n".join(lines))
    assert again.startswith("title:: ") and "我写的" in again and "[!quote]" not in again


def test_a_file_too_long_to_compare_is_left_alone() -> None:
    text = exported(paper(), "obsidian")
    with pytest.raises(ExportError) as caught:
        exported(paper(), "obsidian", text + "行\n" * LONGEST)
    assert caught.value.code == "export_too_long"
    assert "40,000" in Messages("zh_CN").error(caught.value) and Messages("en").has("error.export_too_long")
    token = re.search(r"\.\S+", text[text.index("<!--") :])
    assert token
    with pytest.raises(ExportError):
        exported(paper(), "obsidian", text.replace(token[0], token[0] + "AAAAAA" * LONGEST))


@pytest.mark.parametrize("line", ["<!-- reader-paper:" * 50_000, "-->" * 50_000, "_" * 500_000, "`" * 200_000])
def test_no_line_of_a_file_takes_long(line: str) -> None:
    again = exported(paper(), "obsidian", exported(paper(), "obsidian") + line + "\n")
    assert line in again


def test_a_file_that_is_not_ours_is_replaced() -> None:
    for old in ("别人的笔记\n", "---\ntitle: x\n---\n\nreader-paper: 1\n", "", "---\n", "---\nreader-paper 1\n---\n"):
        assert exported(paper(), "obsidian", old) == exported(paper(), "obsidian")


def test_line_ends_and_charsets_of_other_programs_lose_nothing() -> None:
    text = exported(paper(), "obsidian") + "我写的\n"
    for data in (text.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + text.encode()):
        assert "\n我写的\n" in markdown.render_file(paper(), "", "obsidian", data).decode()
    foreign = text.encode() + "国标".encode("gb18030") + b"\n"
    assert "国标".encode("gb18030") in markdown.render_file(paper(), "", "obsidian", foreign)


@given(st.text(alphabet="-\n: rea>dpt<!^.1 \t中", max_size=60))
def test_whatever_stands_in_a_file_an_export_ends_in_a_paper(text: str) -> None:
    for start in ("---\nreader-paper: 1\n", "reader-paper:: 1\n", exported(paper(), "obsidian")):
        again = exported(paper(), "obsidian", start + text)
        assert exported(paper(), "obsidian", again) == again
