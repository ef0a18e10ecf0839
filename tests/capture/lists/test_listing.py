"""Bytes of whatever encoding to links: a feed, a column, or neither."""

# ruff: noqa: E501  pages are read by rows

import pytest

from reader.capture.lists.listing import read_links
from reader.capture.parsing import Source
from reader.model.errors import CaptureError

LIST = "<meta charset={0}><title>简报</title><ul>{1}</ul>"
ROWS = "".join(f"<li><a href='/c/{n}.html'>青禾区网格化治理简报第{n}期</a>2026-03-0{n}</li>" for n in (1, 2, 3))
FEED = '<?xml version="1.0" encoding="{0}"?><rss><channel><title>简报</title><item><title>青禾区</title><link>/1</link></item></channel></rss>'
SOURCE = Source(url="http://www.yunling.example/")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gb2312"])
@pytest.mark.parametrize(("text", "kind"), [(LIST, "column"), (FEED, "feed")])
def test_both_kinds_in_every_encoding(encoding, text, kind):
    found = read_links(text.format(encoding, ROWS).encode(encoding), SOURCE)
    assert (found["kind"], found["title"]) == (kind, "简报")
    assert found["entries"][0][0].startswith("青禾区")


def test_a_wrongly_declared_feed():
    assert read_links(FEED.format("utf-8").encode("gb18030"), SOURCE)["title"] == "简报"


def test_the_readers_own_choice_of_encoding():
    data = LIST.format("utf-8", ROWS).encode("gb18030")
    assert read_links(data, Source(url=SOURCE.url, encoding="gbk"))["title"] == "简报"


def test_nothing_found_is_no_error_here():
    assert read_links("<p>正文</p>".encode(), SOURCE)["entries"] == []


@pytest.mark.parametrize(("data", "code"), [(b" \n", "empty_source"), (b"%PDF-1.7", "no_links")])
def test_what_is_no_list(data, code):
    with pytest.raises(CaptureError, match=code):
        read_links(data, SOURCE)
