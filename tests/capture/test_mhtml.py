"""Web archives."""

# ruff: noqa: E501  parts are read by rows

import pytest

from reader.capture.mhtml import read_mhtml
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

from .report import FIRST, ITEMS, LAST, ROWS, SECOND, TITLE, data


def test_a_page_saved_by_a_browser_is_the_page():
    found = parse(data("report.mhtml"), Source(name="report.mhtml"))
    texts = [block["text"] for block in found.blocks if block["text"]]
    assert texts == [FIRST, "织密一张网", SECOND, *ITEMS, "建强三联机制", *ROWS, LAST]
    assert (found.title, found.published, found.source) == (TITLE, "2026-03-18", "云岭党建在线")
    assert found.url == "http://127.0.0.1:8123/report.html"
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
