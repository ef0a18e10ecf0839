"""`export` of interchange files and `import` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize("format", ["jsonld", "hypothesis", "csv"])
def test_there_and_back(format: str, reader: Reader, saved: str, tmp_path: Path) -> None:
    reader("annotate", saved, "--quote", "“流动网格员”", "--note", "=SUM(A1)", "--tag", "试点")
    reader("annotate", saved, "--note", "𬭎", "--kind", "action", "--owner", "张明", "--due", "2026-12-01")
    file = tmp_path / f"x.{format}"
    told = reader("export", saved, "--format", format, "-o", file, "--json")
    assert told.json == {"path": str(file), "bytes": file.stat().st_size, "pages": None}
    before = reader("annotations", "--json").json
    reader("delete", saved)
    reader("empty-trash", "--yes")
    told = reader("import", file, "--json")
    assert told.status == 0 and told.json == {
        "format": format,
        "articles": {"matched": 0, "added": 1, "restored": 0},
        "annotations": {"added": 2, "updated": 0, "restored": 0, "unchanged": 0, "orphaned": 0},
        "skipped": 0,
    }
    after = reader("annotations", "--json").json
    same = ("id", "kind", "quote", "note", "tags", "owner", "due", "creator", "created", "modified", "orphan")
    assert [{key: row[key] for key in same} for row in after] == [{key: row[key] for key in same} for row in before]
    assert format != "jsonld" or after == before
    assert reader("import", file, "--json").json["annotations"]["unchanged"] == 2


@pytest.mark.parametrize(("language", "word"), [("en", "annotations added"), ("zh_CN", "新增批注")])
def test_counts_for_people(language: str, word: str, reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("title,quote,note,kind\n报告,网格,看,data\n,,,\n", "utf-8")
    told = reader("import", file, "--lang", language)
    assert told.status == 0 and word in told.text and "cli." not in told.text and "interchange." not in told.text


def test_a_bad_file_is_told(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"@context": [', "utf-8")
    told = reader("import", file, "--json")
    assert told.status == 1 and told.json["error"] == "import_damaged"
    assert reader("import", tmp_path / "none", "--json").json["error"] == "import_unreadable"
    assert reader("import").status == 2


def test_the_text_may_stay_at_home(reader: Reader, saved: str, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonld"
    reader("export", saved, "--format", "jsonld", "--no-text", "-o", file)
    assert "reader:text" not in file.read_text("utf-8")
    reader("annotate", saved, "--note", "一", "--kind", "data")
    reader("export", saved, "--format", "jsonld", "--kind", "key", "-o", file)
    assert json.loads(file.read_text("utf-8"))["total"] == 0
