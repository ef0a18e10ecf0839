"""What a source is: recognised by its bytes first, by its media type and name only where bytes cannot tell."""

import re
from enum import StrEnum

from reader.model.errors import CaptureError


class Format(StrEnum):
    """The formats that are read."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"
    EPUB = "epub"
    MHTML = "mhtml"


_SIGNATURES = (
    (b"{\\rtf", "RTF", "office_format"),
    (b"\x89PNG", "PNG", "picture_source"),
    (b"\xff\xd8\xff", "JPEG", "picture_source"),
    (b"GIF8", "GIF", "picture_source"),
    (b"II*\x00", "TIFF", "picture_source"),
    (b"MM\x00*", "TIFF", "picture_source"),
    (b"Rar!", "RAR", "packed_format"),
    (b"7z\xbc\xaf", "7z", "packed_format"),
    (b"\x1f\x8b", "gzip", "packed_format"),
    (b"CAJ\x00", "CAJ", "printable_format"),
    (b"HN\x00", "CAJ", "printable_format"),
    (b"KDH ", "KDH", "printable_format"),
    (b"bplist00", "WebArchive", "printable_format"),
    (b"AT&TFORM", "DjVu", "printable_format"),
    (b"SQLite format 3", "SQLite", "unsupported_format"),
    (b"\x7fELF", "program", "unsupported_format"),
    (b"MZ", "program", "unsupported_format"),
    (b"ID3", "MP3", "unsupported_format"),
    (b"OggS", "Ogg", "unsupported_format"),
)
"""First bytes → name of a format that is not read → code of what can be done about it."""

_PARTS_OF_ZIP = (
    (b"OFD.xml", "OFD", "printable_format"),
    (b"xl/", "XLSX", "sheet_format"),
    (b"ppt/", "PPTX", "slides_format"),
    (b"vnd.oasis.opendocument.text", "ODT", "office_format"),
    (b"vnd.oasis.opendocument.spreadsheet", "ODS", "sheet_format"),
    (b"vnd.oasis.opendocument.presentation", "ODP", "slides_format"),
    (b"", "ZIP", "packed_format"),
)
"""What a zip archive holds → as above; the first that fits."""

_PARTS_OF_OLE = (
    ("EncryptedPackage", "Office", "document_encrypted"),
    ("PowerPoint Document", "PPT", "slides_format"),
    ("Workbook", "XLS", "sheet_format"),
    ("WordDocument", "DOC (WPS)", "office_format"),
    ("Book", "XLS", "sheet_format"),
    ("__nameid_version1.0", "MSG", "printable_format"),
    ("", "DOC (WPS)", "office_format"),
)
"""Streams of a compound file (Office 97–2003, WPS, and a DOCX with a password) → as above."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_MP4 = (b"ftypmp42", b"ftypisom", b"ftypM4V ", b"ftypqt  ")
_MHTML = re.compile(rb"^(?:From:|MIME-Version:|Content-Type:\s*multipart/related)", re.I | re.M)
_TAG = re.compile(r"<(?:!doctype html|html|head|body|meta|div|p|table|article|title|br|span|h[1-6])\b[^>]*>", re.I)
_MARKDOWN_NAME = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAME = (".html", ".htm", ".xhtml", ".shtml", ".jhtml")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 4096


def media_type_of(name: str) -> str:
    """What the name of a file says where its bytes cannot tell: they are kept and read again, the name is not."""
    if name.lower().endswith(_MARKDOWN_NAME):
        return "text/markdown"
    return "text/html" if name.lower().endswith(_HTML_NAME) else ""


def recognise_document(data: bytes) -> Format | None:
    """The format of a document that is no text, None for a text.

    Raises CaptureError, with the name of a format that is not read: unsupported_format, office_format, sheet_format,
    slides_format, printable_format, packed_format, book_format, picture_source, document_encrypted.
    """
    head = data[:_SAMPLE]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_ZIP):
        if b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in data:
            return Format.EPUB
        if b"word/document.xml" in data:
            return Format.DOCX
    if b"multipart/related" in head.lower() and _MHTML.search(head):
        return Format.MHTML
    _refuse_unreadable(data, head)
    return None


def _refuse_unreadable(data: bytes, head: bytes) -> None:
    found = next(((name, code) for signature, name, code in _SIGNATURES if head.startswith(signature)), None)
    if head.startswith(_ZIP):
        found = next((name, code) for part, name, code in _PARTS_OF_ZIP if part in data)
    elif head.startswith(_OLE):
        found = next((name, code) for part, name, code in _PARTS_OF_OLE if part.encode("utf-16-le") in data)
    elif head[4:12] in _MP4:
        found = ("MP4", "unsupported_format")
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        found = ("WebP", "picture_source")
    elif head[:2] == b"BM" and head[6:10] == bytes(4):
        found = ("BMP", "picture_source")
    elif head[60:68] == b"BOOKMOBI":
        found = ("MOBI", "book_format")
    if found is not None:
        raise CaptureError(found[1], format=found[0])


def recognise(text: str, media_type: str = "", name: str = "") -> Format:
    """The format of decoded text; raises CaptureError binary_source when it is no text at all."""
    sample = text[: _SAMPLE * 4]
    bad = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if len(sample) and bad > 0.1 * len(sample):
        raise CaptureError("binary_source")
    name, media_type = name.lower(), media_type.lower()
    if name.endswith(_MARKDOWN_NAME) or "markdown" in media_type:
        return Format.MARKDOWN
    if name.endswith(_HTML_NAME) or "html" in media_type:
        return Format.HTML
    if len(_TAG.findall(sample)) >= 2 or re.match(
        r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype|html)", sample, re.I | re.S
    ):
        return Format.HTML
    return Format.TEXT
