"""What a source is recognised as, and what is refused with a name."""

import pytest

from reader.capture.formats import Format, recognise, recognise_document
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
        (b"PK\x03\x04....other", "ZIP"),
        (b"PK\x03\x04....OFD.xml", "OFD"),
        (b"PK\x03\x04....xl/workbook.xml", "XLSX"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument (ODT)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97 or WPS (DOC, WPS)"),
        (b"{\\rtf1", "RTF"),
    ],
)
def test_names_what_it_does_not_read(data, name):
    with pytest.raises(CaptureError) as caught:
        recognise_document(data)
    assert (caught.value.code, caught.value.data["format"]) == ("unsupported_format", name)


def test_a_picture_has_a_sentence_of_its_own():
    with pytest.raises(CaptureError) as caught:
        recognise_document(b"\x89PNG\r\n")
    assert (caught.value.code, caught.value.data["format"]) == ("picture_source", "PNG")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7 ...", Format.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", Format.PDF),
        (b"PK\x03\x04....word/document.xml", Format.DOCX),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", Format.EPUB),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", Format.MHTML),
        ("<p>字</p>".encode(), None),
    ],
)
def test_documents_are_known_by_their_bytes(data, expected):
    assert recognise_document(data) is expected


def test_binary_data_is_no_text():
    with pytest.raises(CaptureError) as caught:
        recognise("".join(map(chr, range(32))) * 20)
    assert caught.value.code == "binary_source"
