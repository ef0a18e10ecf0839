"""Whatever is given, `capture` ends in an article or in an error with a sentence: nothing else, and soon."""

# ruff: noqa: E501  lists of cases are read by rows

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.capture import capture
from reader.model.errors import CaptureError
from reader.text.folding import clean

from .conftest import told
from .report import data

TEXT = (
    "<html><head><title>标题</title></head><body><h1>一个标题</h1><p>云岭市召开会议，研究基层治理工作，要求落实。</p>"
)

LINKS = {
    "file:///etc/passwd": "unsupported_link",
    "ftp://example.com/a": "unsupported_link",
    "javascript:alert(1)": "unsupported_link",
    "data:text/html,<p>x": "unsupported_link",
    "mailto:a@example.com": "unsupported_link",
    "http://": "invalid_link",
    "http://[::1": "invalid_link",
    "http://a b/": "invalid_link",
    "http://example.com:99999/": "invalid_link",
    "https://" + "a" * 70 + ".example/": "invalid_link",
}
BYTES = {
    "nothing": (b"", "empty_source"),
    "blanks": (b" \r\n\t ", "empty_source"),
    "bytes": (bytes(range(256)) * 50, "binary_source"),
    "zeros": (b"\0" * 10_000, "binary_source"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "document_damaged"),
    "docx": (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "archive_damaged"),
    "mht": (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "document_damaged"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture_source"),
    "script only": (b"<html><title>x</title><script>show()</script></html>", "no_text"),
    "login": (b"<html><title>x</title><form><input type='password'></form></html>", "login_wall"),
}
ODD = {
    "100k nested elements": TEXT + "<div>" * 100_000 + "最深处的话。",
    "100k nested lists": TEXT + "<ul><li>" * 50_000 + "最深处的话。",
    "100k nested tables": TEXT + "<table><tr><td>" * 33_000 + "最深处的话。",
    "nested tables": TEXT + "<table><tr><td>" * 40 + "最深处的话。" + "</td></tr></table>" * 40,
    "100k attributes": TEXT + "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">最深处的话。</p>",
    "200k bare &": TEXT + "<p>" + "&" * 200_000 + "</p><p>最深处的话。</p>",
    "200k &amp;": TEXT + "<p>" + "&amp;" * 200_000 + "</p><p>最深处的话。</p>",
    "NUL": TEXT + "<p>最深\0处的\0话。</p>",
    "unknown charset": TEXT.replace("<head>", "<head><meta charset=martian>") + "<p>最深处的话。</p>",
    "utf-7": TEXT.replace("<head>", "<head><meta charset=utf-7>") + "<p>最深处的话。</p>",
    "an early end": TEXT + "</body></html><p>最深处的话。</p>",
    "unclosed comment": TEXT + "<p>最深处的话。</p><!-- " + "x" * 10_000,
    "unclosed style": TEXT + "<p>最深处的话。</p><style>" + "x" * 10_000,
    "right to left marks": TEXT + "<p>最深\u202e处的\u202c话。</p>",
}


@pytest.mark.parametrize("link", LINKS)
def test_links_that_are_none(parser, limits, link):
    with pytest.raises(CaptureError) as caught:
        capture(link, parser=parser, limits=limits)
    assert caught.value.code == LINKS[link]
    told(caught.value)


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_article(parser, name):
    content, code = BYTES[name]
    with pytest.raises(CaptureError) as caught:
        capture("-", data=content, parser=parser)
    assert caught.value.code == code
    assert caught.value.data["source"] == "-"
    told(caught.value)


@pytest.mark.parametrize("name", ODD)
def test_odd_pages_keep_their_text_and_take_no_time(parser, name):
    start = time.monotonic()
    article = capture("-", data=ODD[name].encode(), parser=parser, images=False)
    assert time.monotonic() - start < 8
    assert "云岭市召开会议" in article.text
    assert "最深处的话。" in article.text.replace("\u202e", "").replace("\u202c", "")
    assert article.text == clean(article.text)


def test_lone_surrogates_do_no_harm(parser):
    data = TEXT.encode() + b"<p>\xed\xa0\x80\xed\xb0\x80</p>"
    assert "云岭市" in capture("-", data=data, parser=parser).text
    assert capture("-", data=b"<p>&#xD800;&#xDC00; text of the page, here it is.</p>", parser=parser).text.isprintable()


@pytest.mark.parametrize(
    ("path", "code"),
    [("empty", "empty_source"), ("scanned-pdf", "document_damaged"), ("login", "login_wall"), ("script", "no_text")],
)
def test_pages_of_the_web_that_are_no_article(server, parser, limits, path, code):
    with pytest.raises(CaptureError) as caught:
        capture(server.url(path), parser=parser, limits=limits)
    assert caught.value.code == code
    assert caught.value.data["source"] == server.url(path)
    told(caught.value)


SOUP = st.lists(
    st.sampled_from(
        [b"<p>", b"</p>", b"<div class=nav>", b"</div>", b"<table>", b"<td>", b"<!--", b"-->", b"<script>", b"<h1>", b"<a href='",
         b"'>", b"<img src=", b"&#x", b"&amp;", "来源：".encode(), "（记者 ".encode(), "2025年3月1日".encode(), "治理。".encode(),
         "治理。".encode("gbk"), b"\xff\xfe", b"\0", b"\xed\xa0\x80", b"<br>", b"<meta charset=big5>", b"<title>", b"</title>",
         b"<li>", b"\r\n", b"<base href='http://[::1'>", b"<body style=display:none>"]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    SOUP, st.sampled_from(["-", "a.html", "a.md", "a.txt"]), st.sampled_from([None, "http://yunling.example/a/b.html"])
)
def test_tag_soup_ends_in_an_article_or_a_sentence(parser, parts, name, url):
    try:
        article = capture(name, data=b"".join(parts), url=url, parser=parser, images=False)
    except CaptureError as error:
        told(error)
    else:
        assert article.text.strip()
        assert article.text == clean(article.text)
        article.text.encode()
        article.html.encode()
        article.markdown.encode()


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "printed.pdf", "report.epub", "report.mhtml"])
def test_damaged_documents_end_in_an_article_or_a_sentence(parser, name):
    """Cut off, or with some bytes changed."""
    whole = data(name)
    dice = random.Random(name)
    for _ in range(60):
        damaged = bytearray(whole[: dice.choice([len(whole), dice.randrange(4, len(whole))])])
        for _ in range(dice.randrange(0, 9)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            assert capture(name, data=bytes(damaged), parser=parser).blocks
        except CaptureError as error:
            told(error)
