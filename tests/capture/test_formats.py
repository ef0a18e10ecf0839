"""What a source is recognised as, and what is refused with a name."""

import pytest

from reader.capture.formats import Format, recognise, refuse_unreadable
from reader.model.errors import CaptureError


@pytest.mark.parametrize(
    ("text", "media_type", "name", "expected"),
    [
        ("<!DOCTYPE html><p>字", "", "", Format.HTML),
        ("<!-- saved from url -->\n<html><body>字", "", "", Format.HTML),
        ("字", "text/html; charset=gbk", "", Format.HTML),
        ("字", "", "page.HTM", Format.HTML),
        ("# 标题", "", "notes.md", Format.MARKDOWN),
        ("# 标题", "text/markdown", "", Format.MARKDOWN),
        ("标题\n正文里说 a < b 而 c > d。", "text/plain", "a.txt", Format.TEXT),
        ("<p>字</p><p>句</p>", "", "-", Format.HTML),
        ("字", "", "-", Format.TEXT),
    ],
)
def test_recognises(text, media_type, name, expected):
    assert recognise(text, media_type, name) is expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....word/document.xml", "DOCX"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "EPUB"),
        (b"PK\x03\x04....other", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97 (DOC)"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", "MHTML"),
        (b"\x89PNG\r\n", "PNG"),
    ],
)
def test_names_what_it_does_not_read(data, name):
    with pytest.raises(CaptureError) as caught:
        refuse_unreadable(data)
    assert (caught.value.code, caught.value.data["format"]) == ("unsupported_format", name)


def test_binary_data_is_no_text():
    with pytest.raises(CaptureError) as caught:
        recognise("".join(map(chr, range(32))) * 20)
    assert caught.value.code == "binary_source"
