"""The verbs that correct a text, and the rules of sites."""

from collections.abc import Callable
from typing import Any

import pytest

FIRST = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋、下沉到门口。"
SECOND = "专家点评：青禾区的做法抓住了关键，把力量放到了最需要的地方，值得各地借鉴、推广。"
PAGE = f"""<html><head><meta charset="iso-8859-1"><title>青禾区：网格做好大文章</title></head><body>
<div class="menu"><a href="/">首页</a></div><h1>青禾区：网格做好大文章</h1>
<div class="wrap"><div class="TRS_Editor"><p>{FIRST}</p></div><div class="note"><p>{SECOND}</p></div></div>
</body></html>""".encode("gb2312")

Reader = Callable[..., Any]


@pytest.fixture
def report(reader: Reader) -> str:
    return str(reader("add", "-", "--url", "https://example.org/1.html", "--json", stdin=PAGE).json[0]["id"])


def body(reader: Reader, article: str) -> str:
    return str(reader("show", article, "--format", "text").text)


def test_charset_and_body_are_corrected_one_after_the_other(reader: Reader, report: str) -> None:
    told = reader("reextract", report[:8], "--encoding", "gb18030", "--json")
    assert (told.status, told.json["id"], told.json["status"]) == (0, report, "updated")
    assert told.json["title"] == "青禾区：网格做好大文章" and body(reader, report).strip() == FIRST
    assert reader("reextract", report, "--body", "wider", "--json").json["status"] == "updated"
    assert body(reader, report).strip() == f"{FIRST}\n{SECOND}"
    assert reader("reextract", report, "--body", "narrower", "--json").json["status"] == "updated"
    assert reader("reextract", report, "--body", ".note", "--json").json["status"] == "updated"
    assert body(reader, report).strip() == SECOND
    assert reader("reextract", report, "--body", "auto", "--json").json["status"] == "updated"
    same = reader("reextract", report)
    assert same.status == 0 and "nothing was changed" in same.text
    assert len(reader("show", report, "--json").json["versions"]) == 6


def test_a_rule_is_remembered_listed_used_and_removed(reader: Reader, report: str) -> None:
    assert "Nothing is remembered" in reader("rules").text
    reader("reextract", report, "--encoding", "gbk", "--body", ".wrap", "--remember")
    assert [(rule["site"], rule["body"]) for rule in reader("rules", "--json").json] == [("example.org", ".wrap")]
    assert "example.org" in reader("rules").text
    utf8 = PAGE.decode("gb2312").replace("128", "129").replace("iso-8859-1", "utf-8").encode()
    second = reader("add", "-", "--url", "https://example.org/2.html", "--json", stdin=utf8).json[0]["id"]
    assert SECOND in body(reader, second)
    assert reader("rules", "--forget", "example.org", "--json").json == []
    reader("reextract", report, "--body", ".wrap", "--remember")
    reader("reextract", report, "--forget")
    assert reader("rules", "--json").json == [] and SECOND in body(reader, report)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--body", "div >"), "body_selector"),
        (("--body", "#nowhere"), "body_not_found"),
        (("--encoding", "klingon"), "unknown_encoding"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_cannot_be_is_said_in_a_sentence(
    reader: Reader, report: str, options: tuple[str, str], code: str, language: str
) -> None:
    told = reader("reextract", report, *options, "--json", "--lang", language)
    assert (told.status, told.json["error"]) == (1, code)
    assert options[1] in told.json["message"]
    assert len(reader("show", report, "--json").json["versions"]) == 1


def test_a_site_without_a_rule_and_contradicting_options(reader: Reader, report: str) -> None:
    assert reader("rules", "--forget", "example.net", "--json").json["error"] == "rule_not_found"
    assert reader("reextract", report, "--remember", "--forget").status == 2


def test_extract_takes_both_choices_and_needs_no_library(reader: Reader) -> None:
    told = reader("extract", "-", "--encoding", "gb2312", "--body", "div.note", "--json", stdin=PAGE)
    assert (told.json["body"], told.json["encoding"]) == (SECOND, "gb18030")
    assert told.json["title"] == "青禾区：网格做好大文章"
    assert reader("extract", "-", "--body", "#nowhere", "--json", stdin=PAGE).json["error"] == "body_not_found"
