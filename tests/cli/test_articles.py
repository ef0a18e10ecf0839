"""The verbs about articles, as a script sees them: shapes of JSON, and what becomes of what."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import paths

Reader = Callable[..., Any]

SAMPLE = paths.resources() / "sample" / "report.html"
ADDRESS = "https://example.org/qinghe/2026/report.html"
ROW = {
    "id", "title", "source", "published", "author", "url", "original_url", "added", "status", "starred", "progress",
    "tags", "collections", "annotations", "duplicate_of",
}  # fmt: skip
EXTRACTED = {
    "title", "published", "source", "author", "original_url", "url", "site", "language", "encoding", "body", "html",
    "markdown", "images", "truncated",
}  # fmt: skip
NOTES = "禾苑街道调研笔记\n\n社区食堂每餐补贴3元，老人满意。\n网格员每日巡查两次。\n"


def test_add_tells_what_became_of_each_source(reader: Reader, tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"
    told = reader("add", SAMPLE, missing, "--json")
    assert told.status == 1
    good, bad = told.json
    keys = {"source", "id", "status", "title", "duplicate_of", "resemblance", "contained", "error", "waiting"}
    assert good.keys() == bad.keys() == keys
    assert good["status"] == "added" and good["error"] is None and re.fullmatch("[0-9a-f]{32}", good["id"])
    assert bad == {
        "source": str(missing), "id": None, "status": "failed", "title": "", "duplicate_of": None,
        "resemblance": None, "contained": None, "error": "file_missing", "waiting": False,
    }  # fmt: skip
    assert str(missing) in told.err
    assert len(reader("list", "--json").json) == 1


def test_same_link_same_text(reader: Reader, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(SAMPLE.read_bytes())
    first = reader("add", page, "--url", ADDRESS, "--json").json[0]
    again = reader("add", page, "--url", ADDRESS, "--json").json[0]
    assert (again["status"], again["id"]) == ("duplicate", first["id"])

    page.write_text(SAMPLE.read_text(encoding="utf-8").replace("516个网格", "520个网格"), encoding="utf-8")
    changed = reader("add", page, "--url", ADDRESS, "--json").json[0]
    assert (changed["status"], changed["id"]) == ("updated", first["id"])
    assert [each["number"] for each in reader("show", first["id"], "--json").json["versions"]] == [1, 2]

    elsewhere = reader("add", page, "--url", "https://example.org/reprint.html", "--json").json[0]
    assert (elsewhere["status"], elsewhere["duplicate_of"]) == ("added", first["id"])

    reader("delete", first["id"])
    back = reader("add", page, "--url", ADDRESS, "--json").json[0]
    assert (back["status"], back["id"]) == ("restored", first["id"])


def test_standard_input_is_a_source(reader: Reader) -> None:
    told = reader("add", "-", "--title", "调研笔记", "--source", "青禾区", "--json", stdin=NOTES.encode())
    row = reader("list", "--json").json[0]
    assert told.json[0]["title"] == row["title"] == "调研笔记" and row["source"] == "青禾区"
    extracted = reader("extract", "-", "--json", stdin=NOTES.encode()).json
    assert "社区食堂每餐补贴3元，老人满意。" in extracted["body"]


def test_extract_needs_no_library(reader: Reader, tmp_path: Path) -> None:
    told = reader("extract", SAMPLE, "--url", "", "--json")
    assert told.status == 0 and told.json.keys() == EXTRACTED
    found = told.json
    assert found["title"] == "青禾区：“一网三联四到家”绘就基层治理新图景"
    assert (found["published"], found["source"], found["author"]) == ("2026-03-18", "云岭党建在线", None)
    assert found["original_url"].startswith("https://example.org/dangjian/") and found["url"] is None
    assert len(found["body"].split("\n")) == 4 and found["body"].endswith("获得感。")
    assert not (tmp_path / "library").exists()


def test_list_filters_and_sorts(reader: Reader, saved: str) -> None:
    notes = reader("add", "-", "--title", "调研笔记", "--json", stdin=NOTES.encode()).json[0]["id"]
    reader("edit", notes, "--tag", "调研", "--status", "read", "--star", "--collection", "三月学习会")
    assert {frozenset(row) for row in reader("list", "--json").json} == {frozenset(ROW)}

    def ids(*options: str) -> list[str]:
        return [row["id"] for row in reader("list", *options, "--json").json]

    assert ids("--tag", "调研") == ids("--status", "read") == ids("--starred") == [notes]
    assert ids("--collection", "三月学习会") == [notes] and ids("--query", "一网三联") == [saved]
    assert set(ids("--sort", "title")) == {saved, notes} and len(ids("--limit", "1")) == 1
    assert ids("--tag", "没有") == []


def test_show_text_is_exactly_the_canonical_text(reader: Reader, saved: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = reader("show", saved, "--json").json["text"]
    monkeypatch.setenv("LC_ALL", "C")
    assert reader("show", saved[:6], "--format", "text").out == text.encode()


def test_show_in_its_other_forms(reader: Reader, saved: str) -> None:
    row = reader("show", saved, "--format", "json").json
    assert row.keys() >= ROW | {"versions", "text"}
    assert row["versions"][0].keys() == {"number", "fetched", "sha256", "chars"}
    assert "<p>" in reader("show", saved, "--format", "html").text
    assert "“一张网”" in reader("show", saved, "--format", "markdown").text
    lines = reader("show", saved, "--passages").text.splitlines()
    assert lines[0].startswith("1-1\t近年来") and lines[2] == "2-1\t织密“一张网”，让治理力量沉到底。"


def test_edit_changes_all_or_nothing(reader: Reader, saved: str) -> None:
    told = reader("edit", saved, "--title", "新题", "--source", "", "--published", "2026-04-01", "--json")
    assert told.status == 0 and told.json.keys() == ROW
    assert (told.json["title"], told.json["source"], told.json["published"]) == ("新题", None, "2026-04-01")
    told = reader("edit", saved, "--tag", "党建", "--tag", "网格", "--json")
    assert sorted(told.json["tags"]) == ["党建", "网格"]
    told = reader("edit", saved, "--untag", "党建", "--no-star", "--json")
    assert told.json["tags"] == ["网格"] and told.json["starred"] is False
    refused = reader("edit", saved, "--title", " ", "--tag", "不应写入", "--json")
    assert refused.status == 1 and refused.json["error"] == "empty_title"
    assert reader("list", "--json").json[0]["tags"] == ["网格"]


def test_trash_holds_articles_and_annotations(reader: Reader, saved: str) -> None:
    mark = reader("annotate", saved, "--note", "整篇", "--json").json["id"]
    assert reader("delete", mark[:10], "--json").json == [mark]
    assert reader("annotations", saved, "--json").json == []
    assert reader("delete", saved, "--json").json == [saved]
    assert sorted(reader("trash", "--json").json) == sorted([saved, mark])
    assert sorted(reader("undelete", saved, mark, "--json").json) == sorted([saved, mark])
    assert len(reader("annotations", "--json").json) == 1 and reader("trash", "--json").json == []
    reader("delete", saved)
    assert saved in reader("empty-trash", "--yes", "--json").json
    assert reader("list", "--json").json == [] == reader("trash", "--json").json


def test_what_cannot_be_deleted_does_not_stop_the_rest(reader: Reader, saved: str) -> None:
    told = reader("delete", "ffffffffffff", saved, "--json")
    assert told.status == 1 and told.json["error"] == "not_found" and told.json["ids"] == [saved]


def test_a_folder_is_added_file_by_file(reader: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "会议资料"
    (folder / "二").mkdir(parents=True)
    (folder / "a_files").mkdir()
    (folder / "二" / "c.md").write_text("# 丙报告\n\n网格员每日巡查两次。", encoding="utf-8")
    (folder / "a.html").write_bytes(SAMPLE.read_bytes())
    (folder / "a_files" / "frame.html").write_text("<p>广告</p>", encoding="utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7")
    told = reader("add", folder, "--json")
    assert told.status == 1
    assert [(Path(row["source"]).name, row["status"], row["error"]) for row in told.json] == [
        ("a.html", "added", None),
        ("b.pdf", "failed", "document_damaged"),
        ("c.md", "added", None),
    ]
    assert "b.pdf" in told.err
