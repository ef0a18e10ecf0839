"""Web archives."""

# ruff: noqa: E501  parts are read by rows

import pytest

from reader.capture.documents.mhtml import read_mhtml
from reader.capture.looking import charsets, structure
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

from ..report import FIRST, ITEMS, LAST, NOTE, NUMBERED, ROWS, TITLE, data


def test_a_page_saved_by_a_browser_is_the_page():
    found = parse(data("report.mhtml"), Source(name="report.mhtml"))
    texts = [block["text"] for block in found.blocks if block["text"]]
    assert texts == [FIRST, "织密一张网", NUMBERED, *ITEMS, "建强三联机制", *ROWS, LAST, NOTE]
    assert (found.title, found.published, found.source) == (TITLE, "2026-03-18", "云岭党建在线")
    assert found.url == "http://www.yunling.example/report.html"
    assert [found.embedded[address][:4] for address in found.images] == [b"\x89PNG"]


def archive(*parts: str) -> bytes:
    """An archive with these parts."""
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    return (head + "".join(f"--b\n{part}\n" for part in parts) + "--b--\n").encode()


def test_pictures_are_named_by_address_or_by_id():
    found = read_mhtml(
        archive(
            "Content-Type: text/html; charset=gbk\n\n<p>x</p>",
            "Content-Type: image/png\nContent-ID: <one@x>\nContent-Transfer-Encoding: base64\n\niVBORw==",
            "Content-Type: image/png\nContent-Location: http://a.example/p.png\nContent-Transfer-Encoding: base64\n\niVBORw==",
        )
    )
    assert set(found.pictures) == {"cid:one@x", "http://a.example/p.png"}
    assert found.media_type == "text/html; charset=gbk"
    assert found.url is None


@pytest.mark.parametrize("location", ["file:///C:/report.html", "javascript:alert(1)", "cid:x"])
def test_only_an_address_of_the_web_is_an_address(location):
    assert read_mhtml(archive(f"Content-Type: text/html\nContent-Location: {location}\n\n<p>x</p>")).url is None


def test_an_archive_without_a_page_is_damaged():
    for content in (archive("Content-Type: text/css\n\np{}"), archive(), archive("Content-Type: text/html\n\n")):
        with pytest.raises(CaptureError) as caught:
            read_mhtml(content)
        assert caught.value.code == "document_damaged"


def test_pictures_of_a_page_that_word_saved_are_named_beside_it():
    """Word and WPS give places on a disk that no address of the web is made from."""
    found = parse(
        archive(
            "Content-Type: text/html; charset=utf-8\nContent-Location: file:///C:/7A/report.htm\n\n"
            "<p>青禾区推动治理力量下沉网格，方便群众办事。</p><p><img src='report.files/image001.png'></p>",
            "Content-Type: image/png\nContent-Location: file:///C:/7A/report.files/image001.png\n"
            "Content-Transfer-Encoding: base64\n\niVBORw==",
        ),
        Source(),
    )
    assert found.images == ["report.files/image001.png"]
    assert found.embedded == {"report.files/image001.png": b"\x89PNG"}
    assert found.url is None


def test_its_text_can_be_corrected_like_that_of_a_page():
    whole, source = data("report.mhtml"), Source(name="report.mhtml")
    assert len(structure(whole, source)["steps"]) > 1
    choices = charsets(whole, source)["choices"]
    assert TITLE in next(each["line"] for each in choices if each["encoding"] == "utf-8")
    chosen = parse(whole, Source(body="table"))
    assert [block["text"] for block in chosen.blocks] == list(ROWS)


def test_adding_it_asks_nothing_of_the_network():
    """A next page may be named in it, but the file is all there is."""
    found = parse(
        archive(
            "Content-Type: text/html; charset=utf-8\nContent-Location: http://a.example/1.html\n\n<p>"
            + "青禾区推动治理力量下沉网格，方便群众办事。" * 20
            + "</p><a href='1_2.html'>下一页</a>"
        ),
        Source(),
    )
    assert found.next_page is None
