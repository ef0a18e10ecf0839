"""Finding, papers, citations and the library as a whole, on the command line."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


def test_cite(reader: Reader, saved: str) -> None:
    told = reader("cite", saved, "--json")
    assert told.json[0].keys() == {"id", "text"} and "[EB/OL]" in told.json[0]["text"]
    assert "@" in reader("cite", saved, "--style", "bibtex").text
    lines = reader("cite", saved, "--style", "ris").text.replace("\r\n", "\n").splitlines()
    assert lines[0] == "TY  - ELEC" and "\ufffd" not in "".join(lines)


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
