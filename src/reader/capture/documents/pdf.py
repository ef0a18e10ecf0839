"""PDF documents with a text layer (ISO 32000): their lines, read by pdfium."""

import re
import time
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from statistics import median_high
from typing import Any, NamedTuple

from reader.model.errors import CaptureError

PAGE_LIMIT = 2_000
_PATIENCE = 5.0
"""Pages that are read, and seconds for it; a book of laws has fewer, and 300 pages take one second."""
_HAN = 0x2E7F
_NARROW = 0.4
_WIDE = 1.5
"""Of the size of the letters: the distance set between Han and Latin is a quarter, two columns are further apart than
a full-width space."""
_SMALL = 0.8
_RAISED = 0.2
"""Of the size of the letters: what is smaller and stands higher is the number of a note, or a square metre."""
_SOFT_HYPHEN = 2
"""What pdfium makes of a hyphen at the end of a line."""
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SEEN = 12
"""Visible characters; a page with fewer and a picture on it was scanned."""
_RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
"""Radicals and compatibility forms: some programs write them for the characters they look like."""
_RADICAL_SUPPLEMENT = str.maketrans(
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰⻳", "母民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐龙龟"
)


class PdfLine(NamedTuple):
    """One line of a page. Coordinates and the size of its letters are in points, y from the bottom of the page.

    Between columns, as in a table, its text has a tab; the number of a note reads "[1]".
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    """From 0."""
    page_height: float
    columns: tuple[float, ...] = ()
    """Left edges of the columns when there are several."""


class PdfText(NamedTuple):
    """The text layer of a document, and what its information dictionary says."""

    lines: list[PdfLine]
    title: str
    scanned: int
    """How many of the pages have no text but a picture."""
    pages: int
    is_whole: bool = True
    """Whether every page could be read, in the time there is."""


def read_text(data: bytes) -> PdfText:
    """All lines in the order of the document; CaptureError document_encrypted, document_damaged or pdf_scanned."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "document_encrypted" if "assword" in str(error) else "document_damaged"
        raise CaptureError(code, format="PDF") from error
    try:
        return _read_pages(document)
    finally:
        document.close()


def _read_pages(document: Any) -> PdfText:
    import pypdfium2

    lines: list[PdfLine] = []
    scanned = unread = number = 0
    count = len(document)
    end = time.monotonic() + _PATIENCE
    for number in range(1, min(count, PAGE_LIMIT) + 1):
        try:
            found = _page_lines(document, number - 1)
            scanned += sum(len(line.text) for line in found) < _SEEN and _has_picture(document, number - 1)
            lines.extend(found)
        except pypdfium2.PdfiumError:  # one damaged page leaves the others
            unread += 1
        if time.monotonic() > end:
            break
    if count == unread:
        raise CaptureError("document_damaged", format="PDF")
    if scanned and sum(len(line.text) for line in lines) < _SEEN * (scanned + 1):
        raise CaptureError("pdf_scanned", pages=scanned)
    title = str(document.get_metadata_value("Title") or "")
    return PdfText(lines, title, scanned, count, is_whole=not (scanned or unread or number < count))


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
            parts = _parted(_Run(text_page, codes, start, end)) if end > start else []
            lines += filter(None, (_line(part, number, height) for part in parts))
            start = end + 1
    return lines


class _Run:
    """The characters of a line, by their index on the page."""

    def __init__(self, text_page: Any, codes: list[int], start: int, end: int) -> None:
        self.text_page, self.codes, self.start, self.end = text_page, codes, start, end
        self.visible = [index for index in range(start, end) if _is_visible(codes[index])]
        self.seen = frozenset(self.visible)

    def size(self, index: int) -> float:
        """Points. Programs may write letters of size 1 and enlarge them by a matrix."""
        from pypdfium2 import raw

        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text_page, index, matrix)
        return float(raw.FPDFText_GetFontSize(self.text_page, index)) * (hypot(matrix.b, matrix.d) or 1.0)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        left, bottom, right, top = self.text_page.get_charbox(index, loose=True)
        return left, bottom, right, top

    def baseline(self, index: int) -> float:
        """The y that a character stands on."""
        from ctypes import c_double

        from pypdfium2 import raw

        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(self.text_page, index, x, y)
        return y.value

    def is_generated(self, index: int) -> bool:
        """pdfium makes a space of every gap."""
        from pypdfium2 import raw

        return bool(raw.FPDFText_IsGenerated(self.text_page, index) == 1)


def _parted(run: _Run) -> list[_Run]:
    """A run that goes down to another line once, where pdfium saw no break: to the number of the page, mostly."""
    if not run.visible or abs(run.baseline(run.visible[0]) - run.baseline(run.visible[-1])) < run.size(run.visible[0]):
        return [run]
    steps = [
        after
        for before, after in pairwise(run.visible)
        if abs(run.baseline(before) - run.baseline(after)) > _SMALL * run.size(before)
    ]
    if len(steps) != 1:  # letters one below the other, as in turned text
        return [run]
    at = steps[0]
    return [_Run(run.text_page, run.codes, run.start, at), _Run(run.text_page, run.codes, at, run.end)]


def _is_visible(code: int) -> bool:
    return code == _SOFT_HYPHEN or (code > 32 and not chr(code).isspace())


def _line(run: _Run, number: int, height: float) -> PdfLine | None:
    if not run.visible:
        return None
    middle = median_high(run.size(index) for index in run.visible[:: 1 + len(run.visible) // 9])
    columns: list[float] = [run.box(run.visible[0])[0]]
    text = tidy_text("".join(_pieces(run, middle, columns)))
    boxes = [run.box(index) for index in {run.visible[0], run.visible[len(run.visible) // 2], run.visible[-1]}]
    if not text:
        return None
    return PdfLine(
        text,
        min(box[0] for box in boxes),
        max(box[2] for box in boxes),
        min(box[1] for box in boxes),
        max(box[3] for box in boxes),
        middle,
        number,
        float(height),
        tuple(columns) if len(columns) > 1 else (),
    )


def _pieces(run: _Run, size: float, columns: list[float]) -> Iterator[str]:
    """The text of a line; the left edges of further columns are added to `columns`."""
    before = -1
    index = run.start
    while index < run.end:
        if index not in run.seen:
            end = next((other for other in range(index, run.end) if other in run.seen), run.end)
            if before >= 0 and end < run.end:
                yield _gap(run, before, index, end, size, columns)
            index = end
            continue
        end = _note_end(run, index, size)
        if end > index:
            yield _note("".join(chr(run.codes[each]) for each in range(index, end)), run, before)
            before, index = end - 1, end
            continue
        yield chr(run.codes[index])
        before, index = index, index + 1


def _gap(run: _Run, before: int, start: int, end: int, size: float, columns: list[float]) -> str:
    """What stands between two characters that have blanks between them. Beside a Han character most gaps that pdfium
    makes a space of are only the distance that a program sets between Han and Latin, or justified text."""
    left, right = run.box(before)[2], run.box(end)[0]
    if right - left > _WIDE * size:
        columns.append(right)
        return "\t"
    is_beside_han = run.codes[before] > _HAN or run.codes[end] > _HAN
    if is_beside_han and run.is_generated(start) and end == start + 1 and right - left < _NARROW * size:
        return ""
    return "".join(chr(run.codes[index]) for index in range(start, end))


def _note_end(run: _Run, start: int, size: float) -> int:
    """Where the raised digits that begin at `start` end; `start` when there are none."""
    end = start
    while end < run.end and end - start < 3 and 48 <= run.codes[end] <= 57 and run.size(end) < _SMALL * size:
        end += 1
    if end == start:
        return start
    base = next((index for index in reversed(run.visible) if run.size(index) >= _SMALL * size), start)
    return end if run.baseline(start) > run.baseline(base) + _RAISED * run.size(start) else start


def _note(digits: str, run: _Run, before: int) -> str:
    """The number of a note in brackets; after a Latin letter it is a power (m², km³)."""
    if before >= 0 and chr(run.codes[before]).isascii() and chr(run.codes[before]).isalpha():
        return digits.translate(_POWERS)
    return digits if before >= 0 and run.codes[before] in (91, 0x3014, 0xFF3B) else f"[{digits}]"


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
