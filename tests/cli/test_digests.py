"""The verb `digest`, as a script and as a person see it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import paths

Reader = Callable[..., Any]

SAMPLE = paths.resources() / "sample" / "report.html"
KEYS = [
    "version", "meta", "model", "outline", "figures", "documents", "terms", "orgs", "dates", "chains", "key", "hints"
]  # fmt: skip
TEXT = "清河市的做法\n一、组织联建\n各社区建立“议事亭”。\n二、资源联享\n各单位转发《共享办法》，2025年起施行。\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "dump.txt").write_bytes(TEXT.encode())
    return tmp_path / "dump.txt"


def test_json_of_a_text_counts_in_the_file(reader: Reader, dump: Path) -> None:
    told = reader("digest", "--text", dump, "--json")
    assert told.status == 0 and list(told.json) == KEYS and told.json["version"] == 1
    assert [node["title"] for node in told.json["outline"]] == ["组织联建", "资源联享"]
    (document,) = told.json["documents"]
    assert document == {
        "text": "《共享办法》", "start": TEXT.index("《"), "end": TEXT.index("》") + 1,
        "verb": "转发", "kind": "document",
    }  # fmt: skip
    assert reader("digest", "--text", "-", "--json", stdin=TEXT.encode()).json == told.json


def test_an_article_a_file_and_standard_input_have_one_digest(reader: Reader, saved: str) -> None:
    told = reader("digest", saved, "--json")
    assert told.status == 0 and list(told.json) == KEYS and told.json["outline"]
    assert reader("digest", saved[:8].upper(), "--version", 1, "--json").json == told.json
    assert reader("digest", saved, "--version", 9, "--json").json["error"] == "version_not_found"
    text = reader("show", saved, "--json").json["text"]
    for layer in ("outline", "documents", "terms", "dates", "key"):
        found = [each for each in told.json[layer] if "field" not in each]
        assert all(text[each["start"] : each["end"]] == each["text"] for each in found)
    file = reader("digest", SAMPLE, "--json").json
    piped = reader("digest", "-", "--json", stdin=SAMPLE.read_bytes()).json
    assert file["outline"] == piped["outline"] == told.json["outline"]


def test_what_is_no_article_needs_no_library(reader: Reader, dump: Path, tmp_path: Path) -> None:
    assert reader("digest", "--text", dump).status == reader("digest", SAMPLE, "--json").status == 0
    assert not (tmp_path / "library").exists()


def test_a_file_with_the_name_of_an_id_is_a_file(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cafe").write_bytes(SAMPLE.read_bytes())
    assert reader("digest", "cafe", "--json").json["outline"]
    assert reader("digest", "cafe1", "--json").json["error"] == "not_found"


@pytest.mark.parametrize(("language", "part"), [("zh_CN", "提纲"), ("en", "Outline")])
def test_people_read_parts_with_passages(reader: Reader, dump: Path, language: str, part: str) -> None:
    told = reader("digest", "--text", dump, "--lang", language).text
    lines = told.splitlines()
    assert lines[lines.index(part) + 1 : lines.index(part) + 3] == ["  2-1  一、 组织联建", "  4-1  二、 资源联享"]
    assert "  5-1  《共享办法》  转发" in lines and "cli." not in told and "digest." not in told


def test_a_text_without_anything_says_so(reader: Reader) -> None:
    told = reader("digest", "--text", "-", "--lang", "zh_CN", stdin=b"")
    assert told.status == 0 and told.text == "没有找到可以写进摘要的内容。\n"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("digest",), 2, "usage"),
        (("digest", "3f2a", "--text", "x"), 2, "usage"),
        (("digest", "--text", "x", "--version", "1"), 2, "usage"),
        (("digest", "x.html", "--version", "1"), 2, "usage"),
        (("digest", "--text", "missing.txt"), 1, "file_missing"),
        (("digest", "--text", "{gbk}"), 1, "text_not_utf8"),
        (("digest", "missing.html"), 1, "file_missing"),
        (("digest", "ffff"), 1, "not_found"),
    ],
)
def test_what_cannot_be_digested_is_a_sentence(
    reader: Reader, tmp_path: Path, language: str, arguments: tuple[str, ...], status: int, code: str
) -> None:
    (tmp_path / "gbk.txt").write_bytes(TEXT.encode("gbk"))
    typed = [each.format(gbk=tmp_path / "gbk.txt") for each in arguments]
    told = reader(*typed, "--lang", language, "--json")
    assert told.status == status and told.json["error"] == code, told.err
    assert told.json["message"] in told.err and not re.search(r"[{]|error\.|cli\.", told.json["message"])


def test_what_is_corrected_is_marked_and_nothing_else(reader: Reader, saved: str) -> None:
    plain = reader("digest", saved, "--json").json
    assert "corrected" not in str(plain) and "'field': 'body'" not in str(plain)
    first = plain["terms"][0]
    place = ("--in", "title") if first.get("field") == "title" else ()
    reader("correct", saved, "--layer", "terms", "--at", first["start"], *place, "--set", "kind=slogan")
    after = reader("digest", saved, "--json").json["terms"]
    assert [each.get("corrected", False) for each in after] == [True] + [False] * (len(after) - 1)
    assert "（已更正）" in reader("digest", saved, "--lang", "zh_CN").text


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_figures_go_into_a_file_for_spreadsheets(reader: Reader, tmp_path: Path, ending: str) -> None:
    text = tmp_path / "report.txt"
    text.write_text("清河市的做法\n全市37个社区划分网格448个，=1+1。\n", "utf-8")
    target = tmp_path / f"figures.{ending}"
    told = reader("digest", "--text", text, "--ledger", target, "--json")
    assert told.status == 0 and told.json == {"path": str(target), "figures": 2}
    assert target.stat().st_size > 100
    if ending == "csv":
        assert "448,个,网格" in target.read_text("utf-8-sig")
    assert str(target) in reader("digest", "--text", text, "--ledger", target).text


def test_a_ledger_in_another_format_is_refused(reader: Reader, dump: Path, tmp_path: Path) -> None:
    told = reader("digest", "--text", dump, "--ledger", tmp_path / "figures.ods", "--json")
    assert told.status == 1 and told.json["error"] == "export_format"
    assert not (tmp_path / "figures.ods").exists()
