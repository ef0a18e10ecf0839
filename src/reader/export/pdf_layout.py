"""A paper dealt out to pages that can be drawn, one by one, on a printer, in a file or as a picture; for pdf.py."""

import threading
from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from reader.export.clean import cleaned
from reader.export.flow import flow, note
from reader.export.gbt9704 import (
    BOTTOM,
    LEFT,
    LINES,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    TEXT_WIDTH,
    TOP,
    WIDE_LINES,
    WIDE_WIDTH,
    Role,
)
from reader.export.lines import Flowable, Line, Mark, Piece
from reader.export.marked import Sign, has_note, signs
from reader.export.pagination import Page, Paginator, Row, kept
from reader.export.pdf_coverage import installed_families
from reader.export.pdf_setting import Typesetter
from reader.export.pdf_strokes import Band
from reader.export.pdf_text import Heading
from reader.model.errors import CancelledError
from reader.model.summary import Imprint, Picture, Reference, Summary, Table

UNITS_PER_INCH = 1440
_HINTS = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)
_NOTE_GAP = 240
"""Above the footnotes; the rule is in the middle of it."""
_NUMBER_DROP = 12756 + 397
"""From the top of the text area to the dash of the page number: 7 mm below the 225 mm of the 版心."""
_NUMBER_INDENT = 280
"""One character of 14 pt from the margin."""
_SHORT_NOTE, _BEGINNING = 4, 2
"""Lines of a note that is never divided, and those of a longer one that stand on the page of its words."""


class Layout:
    """A paper dealt out to pages, ready to be drawn. To be used, and let go, in the thread that made it."""

    def __init__(self, summary: Summary, cancel: threading.Event | None = None, former: "Layout | None" = None) -> None:
        """What `former` has set already is not set again, if this thread made it; it remains as it is. After a change
        of one option, that is nearly everything. Errors as `render`."""
        self._cancel = cancel
        self._thread = threading.get_ident()
        _ensure_application()
        self.summary = cleaned(summary)
        shown = signs(self.summary)
        known: dict[Hashable, tuple[Row[Band], ...]] = {}
        if former is None or former._thread != self._thread:
            self._setter = Typesetter(installed_families(), shown)
        elif former._setter.signs != shown:
            self._setter = Typesetter(former._setter.families, shown)
        else:
            self._setter, known = former._setter, former._set
        self.families = self._setter.families
        """Which fonts are used, to be shown to the user."""
        self._known = known
        self._set: dict[Hashable, tuple[Row[Band], ...]] = {}
        self._notes: dict[Hashable, list[Band]] = {each.number: self._note(each) for each in self.summary.references}
        for number, sign in shown.items():
            self._notes |= self._remark(number, sign)
        self._pages: list[Page[Band]] = []
        self._wide: set[int] = set()
        self._deal()
        self._known = {}

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._pages)

    def size(self, index: int) -> tuple[int, int]:
        """Width and height of page `index` as it is read, twips: a wide one lies on its side."""
        return (PAGE_HEIGHT, PAGE_WIDTH) if index in self._wide else (PAGE_WIDTH, PAGE_HEIGHT)

    def draw(self, painter: QPainter, index: int) -> list[str]:
        """Draw page `index` (from 0) in twips on an upright sheet; the text of every glyph in the order of drawing."""
        page, texts = self._pages[index], []
        is_wide = index in self._wide
        origin = QPointF(LEFT, TOP)
        painter.save()
        if is_wide:
            # Its top is at the left edge of the sheet, as GB/T 9704-2012, 8 has it for both sides of the sheet.
            painter.translate(0, PAGE_HEIGHT)
            painter.rotate(-90)
            origin = QPointF(BOTTOM, LEFT)
        for top, row in page.rows:
            texts += self._band(painter, row.content, origin + QPointF(0, top))
        if page.footnotes:
            texts += self._footnotes(painter, page, origin + QPointF(0, _height(is_wide)))
        painter.restore()
        return texts + self._number(painter, index + 1)

    def image(self, index: int, dpi: float = 96) -> QImage:
        """Page `index` (from 0) as it is printed, on white."""
        scale = dpi / UNITS_PER_INCH
        width, height = self.size(index)
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        try:
            painter.setRenderHints(_HINTS)
            painter.scale(scale, scale)
            if index in self._wide:
                painter.translate(width, 0)
                painter.rotate(90)
            self.draw(painter, index)
        finally:
            painter.end()
        return image

    def headings(self) -> list[Heading]:
        """For the outline, in order."""
        return [
            Heading(row.content.heading, row.content.level, number, None if number in self._wide else top)
            for number, page in enumerate(self._pages)
            for top, row in page.rows
            if row.content.heading
        ]

    @property
    def wide(self) -> frozenset[int]:
        """The pages (from 0) that lie on their side."""
        return frozenset(self._wide)

    def _note(self, reference: Reference) -> list[Band]:
        pieces = (Piece("", footnote=reference.number), Piece(f" {reference.text}{reference.note}"))
        return [row.content for row in self._rows(Line(Role.FOOTNOTE, pieces), TEXT_WIDTH, LINES * PITCH)]

    def _remark(self, number: int, sign: Sign) -> dict[Hashable, list[Band]]:
        """The note on a mark, by its parts (number, part): a short one in one part, of a longer one every line."""
        mark, words = self.summary.marks[number - 1], self.summary.words
        if not has_note(mark, words):
            return {}
        bands = [row.content for row in self._rows(note(sign, mark, words), TEXT_WIDTH, LINES * PITCH)]
        whole = len(bands) if len(bands) <= _SHORT_NOTE else _BEGINNING
        parts = [bands[:whole], *([band] for band in bands[whole:])]
        return {(number, part): lines for part, lines in enumerate(parts)}

    def _noted(self, row: Row[Band]) -> Row[Band]:
        """A row with the notes on the marks that end in it."""
        parts = [(number, 0) for number in row.content.ended]
        rest: list[Hashable] = []
        for number in row.content.ended:
            part = 1
            while (number, part) in self._notes:
                rest.append((number, part))
                part += 1
        return replace(row, footnotes=(*row.footnotes, *parts), continued=tuple(rest)) if parts else row

    def _deal(self) -> None:
        """Set everything and deal it out to pages; where they turn, a new run of them begins."""
        heights = {number: sum(band.height for band in bands) for number, bands in self._notes.items()}
        noted: set[Hashable] = set()
        for is_wide, items in self._runs():
            width, height = WIDE_WIDTH if is_wide else TEXT_WIDTH, _height(is_wide)
            rows = kept(
                None if item is Mark.KEEP else [*map(self._noted, self._rows(item, width, height))] for item in items
            )
            start = len(self._pages)
            self._pages += Paginator[Band](height, heights, _NOTE_GAP, noted).pages(rows)
            if is_wide:
                self._wide.update(range(start, len(self._pages)))

    def _runs(self) -> Iterator[tuple[bool, list[Flowable]]]:
        is_wide = False
        items: list[Flowable] = []
        for item in flow(self.summary, lambda line: self._setter.single(line).width):
            if item in (Mark.WIDE, Mark.UPRIGHT):
                yield is_wide, items
                is_wide, items = item is Mark.WIDE, []
            else:
                items.append(item)
        yield is_wide, items

    def _rows(self, item: Flowable, width: int, height: int) -> tuple[Row[Band], ...]:
        """What an item is on pages of this size: set now, unless it has been before."""
        stop_if(self._cancel)
        key = (item, width)
        found = self._set.get(key) or self._known.get(key) or tuple(self._made(item, width, height))
        self._set[key] = found
        return found

    def _made(self, item: Flowable, width: int, height: int) -> Iterator[Row[Band]]:
        if isinstance(item, Table):
            yield from self._setter.table(item, width, height)
        elif isinstance(item, Picture):
            band = self._setter.picture(item, width)
            yield Row(band, band.height, keep_with_next=bool(item.caption))
        elif isinstance(item, Imprint):
            band = self._setter.imprint(item, width)
            yield Row(band, band.height, at_foot=True)
        elif isinstance(item, Line):
            keep = item.style.keep_with_next
            first, *rest = self._setter.paragraph(item, width)
            # An article is as long as it is: notes may stand between its lines.
            follows = 0 if item.number else sum(band.height for band in rest)
            yield Row(first, first.height, keep, first.footnotes, follows, starts_page=item.starts_page)
            for band in rest:
                yield Row(band, band.height, keep, band.footnotes)

    def _band(self, painter: QPainter, band: Band, origin: QPointF) -> list[str]:
        for rect, image in band.pictures:
            painter.drawImage(rect.translated(origin), image)
        for x, y, width, height in band.rules:
            painter.fillRect(QRectF(x, y, width, height).translated(origin), Qt.GlobalColor.black)
        return [text for stroke in band.strokes for text in stroke.draw(painter, origin)]

    def _footnotes(self, painter: QPainter, page: Page[Band], foot: QPointF) -> list[str]:
        """Above `foot`, the lower left corner of the text area."""
        bands = [band for number in page.footnotes for band in self._notes[number]]
        at = foot - QPointF(0, sum(band.height for band in bands))
        painter.fillRect(QRectF(at.x(), at.y() - _NOTE_GAP / 2, TEXT_WIDTH / 3, 10), Qt.GlobalColor.black)
        texts = []
        for band in bands:
            texts += self._band(painter, band, at)
            at += QPointF(0, band.height)
        return texts

    def _number(self, painter: QPainter, number: int) -> list[str]:
        """一字线 and number; right on odd pages, left on even ones."""
        stroke = self._setter.single(Line(Role.FOOTER, (Piece(f"—\u00a0{number}\u00a0—"),)))
        right = TEXT_WIDTH - _NUMBER_INDENT - stroke.width
        x = LEFT + (right if number % 2 else _NUMBER_INDENT)
        return stroke.draw(painter, QPointF(x, TOP + _NUMBER_DROP - stroke.middle))


def _height(is_wide: bool) -> int:
    return (WIDE_LINES if is_wide else LINES) * PITCH


def stop_if(cancel: threading.Event | None) -> None:
    """CancelledError once `cancel` is set."""
    if cancel is not None and cancel.is_set():
        raise CancelledError


def _ensure_application() -> None:
    # Qt aborts the process when fonts are asked for without one.
    if QCoreApplication.instance() is None:
        _offscreen_application()


@cache
def _offscreen_application() -> QGuiApplication:
    return QGuiApplication(["reader", "-platform", "offscreen"])
