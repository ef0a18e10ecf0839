"""PDF documents with a text layer (ISO 32000): their lines, read by pdfium."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from reader.model.errors import CaptureError

PAGE_LIMIT = 2_000
"""Pages that are read; a book of laws has fewer."""
_HAN = 0x2E7F
_NARROW = 0.4
"""Of the size of the letters; the distance set between Han and Latin is a quarter, columns of a table are wider."""
_SEEN = 12
"""Visible characters; a page with fewer and a picture on it was scanned."""
_RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
"""Radicals and compatibility forms: some programs write them for the characters they look like."""
_RADICAL_SUPPLEMENT = str.maketrans(
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰⻳", "母民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐龙龟"
)


class PdfLine(NamedTuple):
    """One line of a page. Coordinates and the size of its letters are in points, y from the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    """From 0."""
    page_height: float


class PdfText(NamedTuple):
    """The text layer of a document, and what its information dictionary says."""

    lines: list[PdfLine]
    title: str
    scanned: int
    """How many of the pages have no text but a picture."""
    pages: int


def read_text(data: bytes) -> PdfText:
    """All lines in the order of the document; CaptureError document_encrypted, document_damaged or pdf_scanned."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "document_encrypted" if "assword" in str(error) else "document_damaged"
        raise CaptureError(code, format="PDF") from error
    lines: list[PdfLine] = []
    scanned = 0
    try:
        count = len(document)
        for number in range(min(count, PAGE_LIMIT)):
            found = _page_lines(document, number)
            scanned += sum(len(line.text) for line in found) < _SEEN and _has_picture(document, number)
            lines.extend(found)
        title = str(document.get_metadata_value("Title") or "")
    except pypdfium2.PdfiumError as error:
        raise CaptureError("document_damaged", format="PDF") from error
    finally:
        document.close()
    if scanned and sum(len(line.text) for line in lines) < _SEEN * (scanned + 1):
        raise CaptureError("pdf_scanned", pages=scanned)
    return PdfText(lines, title, scanned, count)


def _page_lines(document: Any, number: int) -> list[PdfLine]:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return _lines(text_page, number, page.get_height())
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: Any, number: int, height: float) -> list[PdfLine]:
    """pdfium puts line breaks of its own between lines; the boxes of a line's characters make its box."""
    from pypdfium2 import raw

    lines: list[PdfLine] = []
    start = 0
    count = text_page.count_chars()
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    for end in range(count + 1):
        if end == count or codes[end] in (10, 13):
            if end > start and (line := _line(text_page, codes, start, end, number, height)):
                lines.append(line)
            start = end + 1
    return lines


def _line(text_page: Any, codes: list[int], start: int, end: int, number: int, height: float) -> PdfLine | None:
    from pypdfium2 import raw

    text = tidy_text("".join(_characters(text_page, codes, start, end)))
    visible = [index for index in range(start, end) if codes[index] > 32 and not chr(codes[index]).isspace()]
    if not text.strip() or not visible:
        return None
    boxes = [
        text_page.get_charbox(index, loose=True) for index in {visible[0], visible[len(visible) // 2], visible[-1]}
    ]
    size = raw.FPDFText_GetFontSize(text_page, visible[len(visible) // 2])
    return PdfLine(
        text,
        min(box[0] for box in boxes),
        max(box[2] for box in boxes),
        min(box[1] for box in boxes),
        max(box[3] for box in boxes),
        float(size),
        number,
        float(height),
    )


def _characters(text_page: Any, codes: list[int], start: int, end: int) -> Iterator[str]:
    """The characters of a line. pdfium makes a space of every gap; beside a Han character most gaps are only the
    distance that a program sets between Han and Latin, or justified text."""
    from pypdfium2 import raw

    for index in range(start, end):
        if codes[index] == 32 and start < index < end - 1 and raw.FPDFText_IsGenerated(text_page, index) == 1:
            around = (text_page.get_charbox(index - 1, loose=True), text_page.get_charbox(index + 1, loose=True))
            is_beside_han = codes[index - 1] > _HAN or codes[index + 1] > _HAN
            if is_beside_han and around[1][0] - around[0][2] < _NARROW * raw.FPDFText_GetFontSize(text_page, index - 1):
                continue
        yield chr(codes[index])


def tidy_text(text: str) -> str:
    """Radicals and compatibility forms as the characters they stand for; U+FFFE, a soft hyphen of pdfium's, as "-"."""
    text = text.translate(_RADICAL_SUPPLEMENT).replace("\ufffe", "-").replace("\x02", "-")
    return _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).strip()


def _has_picture(document: Any, number: int) -> bool:
    from pypdfium2 import raw

    page = document[number]
    try:
        return next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
    finally:
        page.close()
