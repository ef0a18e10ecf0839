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
    (b"\xd0\xcf\x11\xe0", "Word 97 or WPS (DOC, WPS)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
)
"""First bytes → name of a format that is not read."""

_ZIP_NAMES = (
    (b"OFD.xml", "OFD"),
    (b"xl/", "XLSX"),
    (b"ppt/", "PPTX"),
    (b"vnd.oasis.opendocument.text", "OpenDocument (ODT)"),
    (b"vnd.oasis.opendocument", "OpenDocument"),
)
_PICTURES = frozenset({"PNG", "JPEG", "GIF", "TIFF"})
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
    """The format of a document that is no text, None for a text; raises CaptureError for a format that is not read:
    unsupported_format, picture_source."""
    head = data[:_SAMPLE]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        if b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in data:
            return Format.EPUB
        if b"word/document.xml" in data:
            return Format.DOCX
    if b"multipart/related" in head.lower() and _MHTML.search(head):
        return Format.MHTML
    _refuse_unreadable(data, head)
    return None


def _refuse_unreadable(data: bytes, head: bytes) -> None:
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            raise CaptureError("picture_source" if name in _PICTURES else "unsupported_format", format=name)
    if head.startswith(b"PK\x03\x04"):
        raise CaptureError("unsupported_format", format=next((n for mark, n in _ZIP_NAMES if mark in data), "ZIP"))
    if head[4:12] in (b"ftypmp42", b"ftypisom", b"ftypM4V "):
        raise CaptureError("unsupported_format", format="MP4")


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
