"""`reader add --feed`: the checklist, and what is taken from it."""

import pytest

from reader.cli.feeds import taken

ROWS = "".join(
    f'<li><a href="/c/{n}.html">青禾区网格化治理工作简报第{n}期</a><span>2026-03-0{n}</span></li>' for n in (1, 2, 3, 4)
)
LIST = (
    f"<html><head><title>工作简报-云岭党建在线</title></head><body><ul>{ROWS}</ul>"
    "<a href='/list_1.html'>下一页</a></body></html>"
)


def article(number: int) -> str:
    text = f"第{number}期。青禾区把网格作为基层治理的最小单元，选派网格员，走访群众，收集意见，限时办结，群众满意。" * 3
    return f"<html><title>简报{number}</title><body><h1>工作简报第{number}期</h1><p>{text}</p></body></html>"


@pytest.fixture
def feed(loopback):
    """The address of a column of four articles, the last of which is missing."""
    loopback.pages |= {"/list.html": LIST} | {f"/c/{n}.html": article(n) for n in (1, 2, 3)}
    return loopback.url("/list.html")


def test_the_checklist(reader, feed, loopback):
    reader("add", loopback.url("/c/2.html"))
    told = reader("add", "--feed", feed, "--json")
    assert told.status == 0
    assert told.json[0] == {
        "number": 1, "title": "青禾区网格化治理工作简报第1期", "url": loopback.url("/c/1.html"),
        "published": "2026-03-01", "known": False,
    }  # fmt: skip
    assert [row["known"] for row in told.json] == [False, True, False, False]
    assert loopback.url("/list_1.html") in told.err
    shown = reader("add", "--feed", feed)
    assert "工作简报" in shown.text and "saved" in shown.text and "2026-03-04" in shown.text
    assert len(reader("list", "--json").json) == 1


def test_the_new_ones_are_taken_and_one_that_fails_stops_no_other(reader, feed, loopback):
    reader("add", loopback.url("/c/2.html"))
    told = reader("add", "--feed", feed, "--take", "new", "--json")
    assert told.status == 1
    assert [row["source"] for row in told.json] == [loopback.url(f"/c/{n}.html") for n in (1, 3, 4)]
    assert [row["status"] for row in told.json] == ["added", "added", "failed"]
    assert told.json[0].keys() >= {"source", "id", "status", "title", "duplicate_of", "error"}
    assert len(reader("list", "--json").json) == 3


def test_all_and_numbers(reader, feed):
    told = reader("add", "--feed", feed, "--take", "3,1-2,2", "--source", "简报", "--no-images", "--json")
    assert told.status == 0 and [row["status"] for row in told.json] == ["added"] * 3
    assert [row["title"] for row in told.json] == [f"工作简报第{n}期" for n in (1, 2, 3)]
    assert {row["source"] for row in reader("list", "--json").json} == {"简报"}
    told = reader("add", "--feed", feed, "--take", "all", "--json")
    assert [row["status"] for row in told.json] == ["duplicate"] * 3 + ["failed"]


def test_a_number_beyond_the_list(reader, feed):
    told = reader("add", "--feed", feed, "--take", "2-5", "--json")
    assert told.status == 1 and told.json["error"] == "no_such_entry"
    assert "5" in told.err and "4" in told.err and reader("list", "--json").json == []


def test_a_page_without_a_list(reader, loopback):
    loopback.pages["/x.html"] = "<p>没有列表。</p>"
    told = reader("add", "--feed", loopback.url("/x.html"), "--json")
    assert told.status == 1 and told.json["error"] == "no_links" and loopback.url("/x.html") in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--feed", "https://a.example/", "--take", "some"],
        ["--feed", "https://a.example/", "--take", "0"],
        ["--feed", "https://a.example/", "--take", "5-3"],
        ["--feed", "https://a.example/", "page.html"],
        ["--feed", "https://a.example/", "--url", "https://a.example/x"],
        ["--feed", "https://a.example/", "--title", "x"],
        ["--take", "new", "page.html"],
        ["--take", "new"],
        [],
    ],
)
def test_wrong_usage(reader, arguments):
    for language in ("en", "zh_CN"):
        told = reader("--lang", language, "add", *arguments, "--json")
        assert told.status == 2 and told.json["error"] == "usage" and told.json["message"].endswith((".", "。"))


def test_what_take_means():
    assert taken("new") == "new" and taken("all") == "all"
    assert taken("1,3-5") == taken(" 1 ， 3-5 ") == ((1, 1), (3, 5))
    for value in ("", "0", "-1", "2-", "3-2", "a", "1,,2"):
        with pytest.raises(ValueError):
            taken(value)


def test_the_help_has_examples(reader):
    for language in ("en", "zh_CN"):
        told = reader("--lang", language, "add", "--help")
        assert "--take new" in told.text and "--feed" in told.text
