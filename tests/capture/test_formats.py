"""What a source is recognised as, and what is refused with a name."""

import pytest

from reader.capture.formats import Format, recognise, recognise_document
from reader.model.errors import CaptureError

from .conftest import told


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


def ole(stream: str) -> bytes:
    """The beginning of a compound file with this stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40) + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"PK\x03\x04....other", "ZIP", "packed_format"),
        (b"PK\x03\x04....OFD.xml", "OFD", "printable_format"),
        (b"PK\x03\x04....xl/workbook.xml", "XLSX", "sheet_format"),
        (b"PK\x03\x04....ppt/presentation.xml", "PPTX", "slides_format"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "ODT", "office_format"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ODS", "sheet_format"),
        (ole("WordDocument"), "DOC (WPS)", "office_format"),
        (ole("Workbook"), "XLS", "sheet_format"),
        (ole("PowerPoint Document"), "PPT", "slides_format"),
        (ole("EncryptedPackage"), "Office", "document_encrypted"),
        (ole(""), "DOC (WPS)", "office_format"),
        (b"{\\rtf1", "RTF", "office_format"),
        (b"Rar!\x1a\x07", "RAR", "packed_format"),
        (b"CAJ\x00\x02", "CAJ", "printable_format"),
        (bytes(60) + b"BOOKMOBI", "MOBI", "book_format"),
        (b"\x89PNG\r\n", "PNG", "picture_source"),
        (b"RIFF....WEBPVP8 ", "WebP", "picture_source"),
        (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00", "BMP", "picture_source"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4", "unsupported_format"),
        (b"MZ\x90", "program", "unsupported_format"),
    ],
)
def test_what_is_not_read_has_a_name_and_a_sentence_for_what_to_do(data, name, code):
    with pytest.raises(CaptureError) as caught:
        recognise_document(data)
    assert (caught.value.code, caught.value.data["format"]) == (code, name)
    caught.value.data["source"] = "a"
    told(caught.value)


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
