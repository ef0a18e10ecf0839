"""The command line as a script sees it: shapes of JSON, exit status, and what goes to which stream."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import __version__, paths
from reader.cli_arguments import VERBS

Reader = Callable[..., Any]

SAMPLE = paths.resources() / "sample" / "report.html"
ADDRESS = "https://example.org/qinghe/2026/report.html"
ROW = {
    "id", "title", "source", "published", "author", "url", "original_url", "added", "status", "starred", "progress",
    "tags", "collections", "annotations", "duplicate_of",
}  # fmt: skip
ANNOTATION = {
    "id", "article", "version", "kind", "quote", "start", "end", "passage", "prefix", "suffix", "note", "tags",
    "owner", "due", "creator", "created", "modified", "orphan",
}  # fmt: skip
EXTRACTED = {
    "title", "published", "source", "author", "original_url", "url", "site", "language", "encoding", "body", "html",
    "markdown", "images", "truncated",
}  # fmt: skip
NOTES = "禾苑街道调研笔记\n\n社区食堂每餐补贴3元，老人满意。\n网格员每日巡查两次。\n"


@pytest.fixture
def article(reader: Reader) -> str:
    """The id of the sample report, added to the library of the test."""
    told = reader("add", SAMPLE, "--url", ADDRESS, "--json")
    assert told.status == 0, told.err
    return str(told.json[0]["id"])


def test_add_tells_what_became_of_each_source(reader: Reader, tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"
    told = reader("add", SAMPLE, missing, "--json")
    assert told.status == 1
    good, bad = told.json
    assert good.keys() == bad.keys() == {"source", "id", "status", "title", "duplicate_of", "error"}
    assert good["status"] == "added" and good["error"] is None and re.fullmatch("[0-9a-f]{32}", good["id"])
    assert bad == {
        "source": str(missing), "id": None, "status": "failed", "title": "", "duplicate_of": None,
        "error": "file_missing",
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


def test_list_filters_and_sorts(reader: Reader, article: str) -> None:
    notes = reader("add", "-", "--title", "调研笔记", "--json", stdin=NOTES.encode()).json[0]["id"]
    reader("edit", notes, "--tag", "调研", "--status", "read", "--star", "--collection", "三月学习会")
    assert {frozenset(row) for row in reader("list", "--json").json} == {frozenset(ROW)}

    def ids(*options: str) -> list[str]:
        return [row["id"] for row in reader("list", *options, "--json").json]

    assert ids("--tag", "调研") == ids("--status", "read") == ids("--starred") == [notes]
    assert ids("--collection", "三月学习会") == [notes] and ids("--query", "一网三联") == [article]
    assert set(ids("--sort", "title")) == {article, notes} and len(ids("--limit", "1")) == 1
    assert ids("--tag", "没有") == []


def test_show_text_is_exactly_the_canonical_text(reader: Reader, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = reader("show", article, "--json").json["text"]
    monkeypatch.setenv("LC_ALL", "C")
    assert reader("show", article[:6], "--format", "text").out == text.encode()


def test_show_in_its_other_forms(reader: Reader, article: str) -> None:
    row = reader("show", article, "--format", "json").json
    assert row.keys() >= ROW | {"versions", "text"}
    assert row["versions"][0].keys() == {"number", "fetched", "sha256", "chars"}
    assert "<p>" in reader("show", article, "--format", "html").text
    assert "“一张网”" in reader("show", article, "--format", "markdown").text
    lines = reader("show", article, "--passages").text.splitlines()
    assert lines[0].startswith("1-1\t近年来") and lines[2] == "2-1\t织密“一张网”，让治理力量沉到底。"


def test_edit_changes_all_or_nothing(reader: Reader, article: str) -> None:
    told = reader("edit", article, "--title", "新题", "--source", "", "--published", "2026-04-01", "--json")
    assert told.status == 0 and told.json.keys() == ROW
    assert (told.json["title"], told.json["source"], told.json["published"]) == ("新题", None, "2026-04-01")
    told = reader("edit", article, "--tag", "党建", "--tag", "网格", "--json")
    assert sorted(told.json["tags"]) == ["党建", "网格"]
    told = reader("edit", article, "--untag", "党建", "--no-star", "--json")
    assert told.json["tags"] == ["网格"] and told.json["starred"] is False
    refused = reader("edit", article, "--title", " ", "--tag", "不应写入", "--json")
    assert refused.status == 1 and refused.json["error"] == "empty_title"
    assert reader("list", "--json").json[0]["tags"] == ["网格"]


def test_trash_holds_articles_and_annotations(reader: Reader, article: str) -> None:
    mark = reader("annotate", article, "--note", "整篇", "--json").json["id"]
    assert reader("delete", mark[:10], "--json").json == [mark]
    assert reader("annotations", article, "--json").json == []
    assert reader("delete", article, "--json").json == [article]
    assert sorted(reader("trash", "--json").json) == sorted([article, mark])
    assert sorted(reader("undelete", article, mark, "--json").json) == sorted([article, mark])
    assert len(reader("annotations", "--json").json) == 1 and reader("trash", "--json").json == []
    reader("delete", article)
    assert article in reader("empty-trash", "--yes", "--json").json
    assert reader("list", "--json").json == [] == reader("trash", "--json").json


def test_what_cannot_be_deleted_does_not_stop_the_rest(reader: Reader, article: str) -> None:
    told = reader("delete", "ffffffffffff", article, "--json")
    assert told.status == 1 and told.json["error"] == "not_found" and told.json["ids"] == [article]


def test_annotate_places_a_quote(reader: Reader, article: str) -> None:
    text = reader("show", article, "--json").json["text"]
    told = reader(
        "annotate", article, "--quote", "8732件", "--kind", "data", "--note", "核对", "--tag", "一码通", "--json"
    )
    assert told.status == 0 and told.json.keys() == ANNOTATION
    mark = told.json
    assert text[mark["start"] : mark["end"]] == mark["quote"] == "8732件"
    assert text[: mark["start"]].endswith(mark["prefix"]) and len(mark["prefix"]) == 32
    assert mark["passage"] == "2-5" and mark["orphan"] is False and mark["tags"] == ["一码通"]
    whole = ("annotate", article, "--note", "拟订方案", "--json")
    action = reader(*whole, "--kind", "action", "--owner", "张明", "--due", "2026-12-01")
    assert (action.json["owner"], action.json["due"], action.json["start"]) == ("张明", "2026-12-01", None)


def test_an_ambiguous_quote_is_refused_with_its_places(reader: Reader, article: str) -> None:
    told = reader("annotate", article, "--quote", "42个社区", "--json")
    assert told.status == 1 and told.json["error"] == "ambiguous"
    first, second = told.json["places"]
    assert first.keys() == {"start", "end", "passage", "context"} and "6个街道" in first["context"]
    assert reader("annotations", "--json").json == []
    chosen = reader("annotate", article, "--quote", "42个社区", "--start", second["start"], "--json")
    assert chosen.json["start"] == second["start"]
    chosen = reader("annotate", article, "--quote", "42个社区", "--prefix", "将6个街道、", "--json")
    assert chosen.json["start"] == first["start"]
    spoken = reader("annotate", article, "--quote", "42个社区", "--lang", "zh_CN")
    assert spoken.status == 1 and "6个街道" in spoken.err and spoken.out == b""


def test_edit_annotation(reader: Reader, article: str) -> None:
    mark = reader("annotate", article, "--quote", "516个网格", "--tag", "甲", "--json").json
    told = reader(
        "edit-annotation", mark["id"][:12], "--kind", "borrow", "--note", "改", "--tag", "乙", "--untag", "甲",
        "--end", mark["end"] - 2, "--json",
    )  # fmt: skip
    assert told.json.keys() == ANNOTATION
    assert (told.json["kind"], told.json["note"], told.json["tags"]) == ("borrow", "改", ["乙"])
    assert told.json["quote"] == "516个"
    assert reader("annotations", article, "--kind", "borrow", "--tag", "乙", "--json").json == [told.json]
    assert reader("annotations", "--orphans", "--json").json == []


def test_search_tells_where(reader: Reader, article: str) -> None:
    reader("annotate", article, "--note", "飞线充电要回头看")
    hits = reader("search", "飞线", "--json").json
    assert {hit["field"] for hit in hits} >= {"text", "note"}
    for hit in hits:
        assert hit.keys() == {"id", "title", "field", "annotation", "start", "end", "snippet", "hits"}
        assert all(hit["snippet"][start:end] == "飞线" for start, end in hit["hits"]) and hit["hits"]
    assert {hit["field"] for hit in reader("search", "飞线", "--in", "note", "--json").json} == {"note"}
    assert reader("search", "飞线", "-x", "--json").status == 2
    assert reader("search", "--json", "--", "飞线", "-充电").json == []


@pytest.mark.parametrize(("format", "beginning"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!"), ("md", b"")])
def test_export_writes_a_paper(format: str, beginning: bytes, reader: Reader, article: str, tmp_path: Path) -> None:
    reader("annotate", article, "--quote", "“流动网格员”", "--note", "可借鉴")
    file = tmp_path / f"学习材料.{format}"
    told = reader("export", article, "--format", format, "-o", file, "--title", "三月学习会", "--json")
    assert told.status == 0, told.err
    assert told.json == {"path": str(file), "bytes": file.stat().st_size, "pages": told.json["pages"]}
    assert (told.json["pages"] is None) == (format != "pdf") and file.read_bytes().startswith(beginning)


def test_cite(reader: Reader, article: str) -> None:
    told = reader("cite", article, "--json")
    assert told.json[0].keys() == {"id", "text"} and "[EB/OL]" in told.json[0]["text"]
    assert "@" in reader("cite", article, "--style", "bibtex").text


def test_backup_restore_check(reader: Reader, article: str, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "backup.db"
    copy.parent.mkdir()
    assert reader("backup", copy, "--json").status == 0
    reader("delete", article)
    reader("empty-trash", "--yes")
    assert reader("restore", copy, "--json").status == 0
    assert [row["id"] for row in reader("list", "--json").json] == [article]
    told = reader("check", "--json")
    assert told.status == 0 and told.json.keys() == {
        "library", "schema", "articles", "annotations", "orphans", "problems",
    }  # fmt: skip
    assert told.json["articles"] == 1 and told.json["problems"] == []
    assert told.json["library"] == os.environ["READER_LIBRARY"]


@pytest.mark.parametrize("place", ["before", "after"])
def test_options_for_all_verbs_stand_anywhere(place: str, reader: Reader, tmp_path: Path) -> None:
    library = tmp_path / "other.db"
    options = ["--library", library, "--lang", "zh_CN", "--json"]
    told = reader(*options, "list") if place == "before" else reader("list", *options)
    assert told.json == [] and library.exists() and not (tmp_path / "library").exists()
    told = reader(*options, "show", "ff") if place == "before" else reader("show", "ff", *options)
    assert told.status == 1 and "没有" in told.err + told.json["message"]


def test_json_is_alone_on_stdout(reader: Reader, article: str) -> None:
    told = reader("add", SAMPLE, "--json")
    assert json.loads(told.out) and told.out.startswith(b"[")
    failed = reader("show", "ffff", "--json")
    assert failed.json["error"] == "not_found" and failed.json["message"] in failed.err


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_helps_with_an_example(verb: str, language: str, reader: Reader) -> None:
    told = reader("--lang", language, verb, "--help")
    assert told.status == 0 and f"reader {verb}" in told.text
    assert "cli." not in told.text, "a sentence is missing"
    assert re.search(r"examples?:\n" if language == "en" else r"示例：\n", told.text)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_program_helps(language: str, reader: Reader) -> None:
    told = reader("--help", "--lang", language)
    assert told.status == 0 and all(verb in told.text for verb in VERBS) and "cli." not in told.text
    assert reader("--version").text.strip() == f"reader {__version__}"


def test_a_title_cannot_steer_the_terminal(reader: Reader) -> None:
    reader("add", "-", "--title", "标题\x1b[2J\u202e倒", "--json", stdin=NOTES.encode())
    told = reader("list")
    assert "\x1b" not in told.text and "\u202e" not in told.text


def test_without_a_screen_the_window_says_so(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a screen")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = reader("--lang", "zh_CN")
    assert told.status == 1 and "屏幕" in told.err


# ---- as a process of its own


def test_the_locale_does_not_matter(program: list[str], tmp_path: Path) -> None:
    environment = os.environ | {"READER_LIBRARY": str(tmp_path / "l.db"), "LC_ALL": "POSIX"}
    environment |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*program, *arguments], capture_output=True, env=environment, check=False, timeout=60)

    added = json.loads(run("add", str(SAMPLE), "--json").stdout)
    listed = run("list")
    assert listed.returncode == 0 and b"2026-03-18" in listed.stdout
    assert run("show", added[0]["id"]).stdout.decode().startswith("近年来")


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_a_reader_that_goes_away_is_no_trouble(program: list[str], reader: Reader, article: str) -> None:
    process = subprocess.Popen([*program, "show", article], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.wait(60) == 0 and process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_ctrl_c_ends_quietly(program: list[str]) -> None:
    process = subprocess.Popen([*program, "add", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.8)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    assert process.stderr is not None and b"Traceback" not in process.stderr.read()
    process.stderr.close()
    assert process.stdin is not None
    process.stdin.close()


def test_listing_and_searching_import_nothing_heavy(program: list[str], reader: Reader, article: str) -> None:
    code = "import sys; from reader.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    for arguments in (["list", "--limit", "50"], ["search", "网格"]):
        command = [sys.executable, "-c", code, *arguments]
        loaded = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stderr.split()
        heavy = {"PySide6", "lxml", "requests", "markdownify", "docx", "PIL", "trafilatura", "nh3", "pikepdf"}
        assert not heavy & set(loaded), arguments
