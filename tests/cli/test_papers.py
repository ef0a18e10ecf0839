"""Finding, papers, citations and the library as a whole, on the command line."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.services.session import Session

Reader = Callable[..., Any]


def test_search_tells_where(reader: Reader, saved: str) -> None:
    reader("annotate", saved, "--note", "飞线充电要回头看")
    hits = reader("search", "飞线", "--json").json
    assert {hit["field"] for hit in hits} >= {"text", "note"}
    for hit in hits:
        assert hit.keys() == {"id", "title", "field", "annotation", "start", "end", "snippet", "hits"}
        assert all(hit["snippet"][start:end] == "飞线" for start, end in hit["hits"]) and hit["hits"]
    assert {hit["field"] for hit in reader("search", "飞线", "--in", "note", "--json").json} == {"note"}
    assert reader("search", "飞线", "-x", "--json").status == 2
    assert reader("search", "--json", "--", "飞线", "-充电").json == []


BEGINNINGS = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!", "md": b"---\n", "xlsx": b"PK"}


@pytest.mark.parametrize(("format", "beginning"), BEGINNINGS.items())
def test_export_writes_a_paper(format: str, beginning: bytes, reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”", "--note", "可借鉴")
    file = tmp_path / f"学习材料.{format}"
    told = reader("export", saved, "--format", format, "-o", file, "--title", "三月学习会", "--json")
    assert told.status == 0, told.err
    assert told.json == {"path": str(file), "bytes": file.stat().st_size, "pages": told.json["pages"]}
    assert (told.json["pages"] is None) == (format != "pdf") and file.read_bytes().startswith(beginning)


def test_export_with_a_template_of_ones_own(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”", "--note", "可借鉴")
    own, file = tmp_path / "卡片.md", tmp_path / "out.md"
    own.write_text("{% for m in paper.marks %}* {{ m.text }}→{{ m.note }}{% endfor %}", encoding="utf-8")
    assert reader("export", saved, "--format", "md", "--own", own, "-o", file).status == 0
    assert file.read_text("utf-8") == "* “流动网格员”→可借鉴"
    refused = reader("export", saved, "--format", "html", "--own", own, "-o", tmp_path / "out.html")
    assert refused.status == 1 and "卡片.md" in refused.err and not (tmp_path / "out.html").exists()


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md"])
def test_the_whole_text_with_its_notes_is_a_paper(format: str, reader: Reader, saved: str, tmp_path: Path) -> None:
    file = str(tmp_path / f"paper.{format}")
    told = reader("export", saved, "--template", "fulltext", "--format", format, "-o", file, "--json")
    if format == "pdf" and told.json.get("error") == "no_cjk_font":
        pytest.skip("no Chinese font is installed")
    assert told.status == 0 and told.json["bytes"] == Path(file).stat().st_size
    text = reader("show", saved, "--format", "text").out.decode().split("\n")[-1]
    if format == "html":
        assert text in re.sub("<[^>]*>", "", Path(file).read_text("utf-8"))


def test_a_note_is_exported_again_in_its_place(reader: Reader, saved: str, tmp_path: Path) -> None:
    first = reader("annotate", saved, "--quote", "“流动网格员”", "--note", "可借鉴", "--json").json["id"]
    file = tmp_path / "学习材料.md"
    reader("export", saved, "--format", "md", "-o", file)
    lines = file.read_text(encoding="utf-8").split("\n")
    lines.insert(lines.index(f"^{first}") + 1, "\n下周去看。")
    file.write_text("\n".join(lines), encoding="utf-8")
    reader("edit-annotation", first, "--note", "先试一个街道")
    reader("annotate", saved, "--note", "经费从哪里来", "--kind", "question")
    assert reader("export", saved, "--format", "md", "-o", file).status == 0
    text = file.read_text(encoding="utf-8")
    assert f"**批注**：先试一个街道\n\n^{first}\n\n下周去看。\n" in text and "可借鉴\n" not in text
    assert "经费从哪里来" in text


def test_a_page_for_logseq(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”")
    file = tmp_path / "页.md"
    assert reader("export", saved, "--format", "md", "--profile", "logseq", "-o", file).status == 0
    assert file.read_text(encoding="utf-8").startswith("title:: ")
    assert reader("export", saved, "--format", "md", "--profile", "notion", "-o", file).status == 2


def test_a_paper_speaks_the_language_of_its_articles(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”")
    chinese, english = tmp_path / "a.md", tmp_path / "b.md"
    reader("export", saved, "--format", "md", "-o", chinese)
    reader("export", saved, "--format", "md", "-o", english, "--lang", "en")
    assert "学习研讨材料" in chinese.read_text(encoding="utf-8")
    assert "Study paper" in english.read_text(encoding="utf-8")


def test_a_bulletin_has_what_is_asked_for(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”", "--kind", "borrow", "--note", "可借鉴", "--tag", "队伍")
    reader("annotate", saved, "--note", "写一份方案", "--kind", "action", "--owner", "小林")
    file = tmp_path / "a.md"
    chosen = ("--template", "bulletin", "--section", "next=近期安排", "--without", "lessons")
    words = ("--title", "简报一则", "--remark", "请各支部参阅。")
    told = reader("export", saved, "--format", "md", "-o", file, *chosen, *words)
    assert told.status == 0, told.err
    text = file.read_text(encoding="utf-8")
    assert "## 一、近期安排" in text and "写一份方案（责任人：小林）" in text and "经验启示" not in text
    assert "请各支部参阅。" in text and "# 简报一则" in text and "## 二、主要做法" in text


def test_marks_of_a_person_in_an_order_with_full_width_punctuation(
    reader: Reader, saved: str, tmp_path: Path
) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”", "--note", "好,可学(先试)", "--tag", "队伍")
    file = tmp_path / "a.md"
    arguments = ("export", saved, "--format", "md", "-o", file, "--order", "tag", "--fullwidth")
    reader(*arguments, "--date", "2026-11-02", "--people", "第二小组", "--signature", "周岚")
    text = file.read_text(encoding="utf-8")
    assert "（一）队伍" in text and "好，可学（先试）" in text and "（2026年11月2日　第二小组）" in text
    reader(*arguments, "--by", "没有这个人")
    assert "流动网格员”（" not in file.read_text(encoding="utf-8")


def test_the_articles_of_a_collection_follow_those_that_are_named(
    reader: Reader, saved: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("白石镇“板凳会”一年召开96场，收集意见412条，件件有回音，群众都说好。", encoding="utf-8")
    other = reader("add", report, "--title", "白石镇“板凳会”", "--json").json[0]["id"]
    for each in (saved, other):
        reader("edit", each, "--collection", "十一月学习会")
    file = tmp_path / "a.md"
    told = reader("export", other, "--collection", "十一月学习会", "--format", "md", "-o", file, "--template", "notes")
    assert told.status == 0, told.err
    text = file.read_text(encoding="utf-8")
    assert text.index(r"\[1\] 白石镇“板凳会”") < text.index(r"\[2\] ") and r"\[3\] " not in text
    assert reader("export", "--collection", "十一月学习会", "--format", "md", "-o", file).status == 0
    assert "十一月学习会" not in file.read_text(encoding="utf-8")


def test_a_meeting_gives_its_paper_title_date_and_people(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("edit", saved, "--collection", "十一月学习会")
    with Session(Path(os.environ["READER_LIBRARY"])) as session:
        (meeting,) = session.organising.collections()
        session.organising.edit_collection(meeting.id, date="2026-11-28", participants="第二小组")
    file = tmp_path / "a.md"
    export = ("export", "--collection", "十一月学习会", "--format", "md", "-o", file)
    reader(*export)
    text = file.read_text(encoding="utf-8")
    assert "# 十一月学习会" in text and "（2026年11月28日　第二小组）" in text
    reader(*export, "--title", "另一个题目", "--people", "全体")
    text = file.read_text(encoding="utf-8")
    assert "# 另一个题目" in text and "（2026年11月28日　全体）" in text


def test_wrong_choices_are_told_and_write_nothing(reader: Reader, saved: str, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    export = ("export", saved, "--format", "md", "-o", file, "--json")
    told = reader(*export, "--section", "lessons=启示")
    assert told.status == 1 and told.json["error"] == "export_block" and "practices" in told.json["message"]
    assert reader(*export, "--without", "masthead").json["error"] == "export_block"
    assert reader(*export, "--section", "=启示").status == 2 and reader(*export, "--pace", "0").status == 2
    assert reader("export", "--format", "md", "-o", file).status == 2
    missing = ("export", "--format", "md", "-o", file, "--json", "--collection")
    assert reader(*missing, "没有的专题").json["error"] == "collection_not_found"
    reader("edit", saved, "--collection", "空")
    reader("edit", saved, "--uncollect", "空")
    told = reader(*missing, "空")
    assert told.status == 1 and told.json["error"] in ("export_nothing", "collection_not_found")
    assert not file.exists()


def test_the_speaking_time_goes_by_the_pace(reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--note", "一二三四五六七八九十" * 22)
    file = tmp_path / "a.md"
    export = ("export", saved, "--format", "md", "-o", file, "--template", "speech")
    for pace, time in (((), "约1分钟，220字，每分钟220字"), (("--pace", "110"), "约2分钟，220字，每分钟110字")):
        reader(*export, *pace)
        assert time in file.read_text(encoding="utf-8")


def test_cite(reader: Reader, saved: str) -> None:
    told = reader("cite", saved, "--json")
    assert told.json[0].keys() == {"id", "text"} and "[EB/OL]" in told.json[0]["text"]
    assert "@" in reader("cite", saved, "--style", "bibtex").text
    lines = reader("cite", saved, "--style", "ris").text.replace("\r\n", "\n").splitlines()
    assert lines[0] == "TY  - ELEC" and "\ufffd" not in "".join(lines)


def test_several_citations(reader: Reader, saved: str, tmp_path: Path) -> None:
    file = tmp_path / "b.html"
    file.write_text("<h1>题名</h1><p>" + "正文一段，说的是网格。" * 20 + "</p>", encoding="utf-8")
    other = reader("add", file, "--title", "题名", "--json").json[0]["id"]
    told = reader("cite", other, saved)
    first, second = told.text.splitlines()
    assert first.startswith("[1] 题名[EB/OL]. ") and second.startswith("[2] 青禾区：")
    assert "转载，原载云岭党建在线" in told.err and "转载" not in told.text, "a reprint stands outside the entry"
    assert not reader("cite", saved).text.startswith("[1]")
    items = json.loads(reader("cite", other, saved, "--style", "csl-json").text)
    assert [item["id"] for item in items] == [other, saved]
    ris = reader("cite", other, saved, "--style", "ris").out
    assert ris.count(b"ER  - \r\n") == 2 and ris.count(b"\n") == ris.count(b"\r\n")
    assert reader("cite", other, saved, "--style", "bibtex").text.count("@online{") == 2


def test_backup_restore_check(reader: Reader, saved: str, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "backup.db"
    copy.parent.mkdir()
    assert reader("backup", copy, "--json").status == 0
    reader("delete", saved)
    reader("empty-trash", "--yes")
    assert reader("restore", copy, "--json").status == 0
    assert [row["id"] for row in reader("list", "--json").json] == [saved]
    told = reader("check", "--json")
    assert told.status == 0 and told.json.keys() == {
        "library", "schema", "articles", "annotations", "orphans", "problems",
    }  # fmt: skip
    assert told.json["articles"] == 1 and told.json["problems"] == []
    assert told.json["library"] == os.environ["READER_LIBRARY"]
