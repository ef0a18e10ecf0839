"""The profile for Obsidian: properties, callouts, tags and ids that it finds."""

import dataclasses
import datetime
import re

import pytest
import yaml
from markdown_it import MarkdownIt

from reader.export import markdown
from reader.export.obsidian import CALLOUTS
from reader.model.annotation import Kind
from reader.model.summary import Quotation, Section, Summary
from reader.text.folding import squeeze

from .conftest import COMPLETE, MARKS


def front(document: str) -> dict[str, object]:
    return yaml.safe_load(document.split("---\n")[1])


def test_properties_are_read_as_what_they_are(paper: Summary) -> None:
    properties = front(markdown.render(paper))
    assert list(properties) == [
        "title", "aliases", "tags", "date", "people", "sources", "type", "reader-paper",
    ]  # fmt: skip
    assert properties["title"] == paper.plain_title and properties["aliases"] == [paper.plain_title]
    assert properties["date"] == datetime.date(2026, 11, 2)
    assert properties["tags"] == ["基层治理", "组织体系", "队伍", "数据", "待核", "研讨"]
    assert properties["sources"] == [paper.references[0].url]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-02 14:00", datetime.date(2026, 11, 2)),
        ("2026-02-30", "2026-02-30"),
        ("十一月上旬", "十一月上旬"),
        ("2026-11-021", "2026-11-021"),
        ("- [ ] no: # yes", "- [ ] no: # yes"),
    ],
)
def test_a_date_is_a_date_only_where_there_is_such_a_day(paper: Summary, written: str, read: object) -> None:
    assert front(markdown.render(dataclasses.replace(paper, date=written)))["date"] == read


def test_every_part_of_a_paper_stands_in_its_place(complete: Summary) -> None:
    page = MarkdownIt("commonmark").enable("table").render(markdown.render(complete).split("---\n", 2)[2])
    text, place = squeeze(re.sub(r"<[^>]*>", "", page)), 0
    for part in COMPLETE:
        place = text.find(squeeze(part), place)
        assert place >= 0, f"{part!r} is missing or out of order"
        place += len(squeeze(part))
    assert "<strong>清单管用</strong> 好" in page


def test_a_mark_is_a_callout_of_its_kind_with_its_id_on_a_line_of_its_own(paper: Summary) -> None:
    lines = markdown.render(paper).split("\n")
    for mark in MARKS:
        place = lines.index(f"^{mark.id}")
        assert lines[place - 1] == lines[place + 1] == ""
        callout = []
        for line in reversed(lines[: place - 1]):
            if not line.startswith(">"):
                break
            callout.insert(0, line)
        assert callout[0].startswith(f"> [!{CALLOUTS[mark.kind]}] ") and f"〔{mark.kind.seal}〕" in callout[0]
        assert all(part in "".join(callout) for part in mark.quote.split("\n"))
    assert all(re.fullmatch(r"\^[A-Za-z0-9-]+", line) for line in lines if line.startswith("^"))


def test_a_mark_that_is_printed_twice_has_two_ids() -> None:
    mark = Quotation(Kind.KEY, "一句话", id="a/b c")
    text = markdown.render(Summary(("题",), sections=(Section("一", 1, (mark, mark)),)))
    assert re.findall(r"^\^.*", text, re.MULTILINE) == ["^a-b-c", "^a-b-c-2"]


def test_tags_are_tags_and_other_words_stay_readable() -> None:
    mark = Quotation(Kind.KEY, "一句话", tags=("组织体系", "新 就业", "2026", "***", "a_b", "_x_"), id="1")
    text = markdown.render(Summary(("题",), sections=(Section("一", 1, (mark,)),)))
    tags = r"#组织体系 #新-就业（新 就业） #n2026（2026） \*\*\* #a_b #x（\_x\_）"
    assert f"**标签**：{tags}\n" in text
