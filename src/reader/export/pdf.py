"""A summary as PDF, drawn by Qt in the layout of GB/T 9704; the same pages as pictures for a preview.

One unit of the layout is a twip (QPdfWriter at 1440 dpi), fonts have pixel sizes and no device rescales them. Every
line is drawn by itself: painting a page under a clip would draw the lines on its edge twice. Works in any thread of
a window's program; where there is no Qt application an offscreen one is made.
"""

import threading
from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from reader.export import Rendered, fonts
from reader.export.clean import cleaned
from reader.export.flow import Line, Piece, flow, note
from reader.export.gbt9704 import LEFT, LINES, PAGE_HEIGHT, PAGE_WIDTH, PITCH, STYLES, TEXT_WIDTH, TOP, Role
from reader.export.marked import Sign, has_note, signs
from reader.export.pagination import Page, Paginator, Row
from reader.export.pdf_coverage import may_embed
from reader.export.pdf_setting import Typesetter
from reader.export.pdf_strokes import Band
from reader.export.pdf_text import Heading, finish
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Picture, Reference, Summary, Table

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


def render(summary: Summary, cancel: threading.Event | None = None) -> Rendered:
    """The document. ExportError no_cjk_font; CancelledError when `cancel` is set meanwhile."""
    layout = Layout(summary, cancel)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    texts = _draw(layout, buffer, cancel)
    data = finish(bytes(buffer.data().data()), texts, layout.headings(), layout.summary)
    return Rendered(data, len(layout), fonts=layout.families.used)


def pages(
    summary: Summary, dpi: int = 96, limit: int | None = None, cancel: threading.Event | None = None
) -> list[bytes]:
    """The pages as PNG, the first `limit` of them; `Layout` draws single ones. Errors as `render`."""
    layout = Layout(summary, cancel)
    pictures = []
    for number in range(len(layout) if limit is None else min(limit, len(layout))):
        _stop_if(cancel)
        pictures.append(_png(layout.image(number, dpi), grey=not layout.has_pictures))
    return pictures


class Layout:
    """A paper dealt out to pages, ready to be drawn. To be used in the thread that made it."""

    def __init__(self, summary: Summary, cancel: threading.Event | None = None) -> None:
        self._cancel = cancel
        _ensure_application()
        self.summary = cleaned(summary)
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        families = fonts.choose(QFontDatabase.families(), chinese, may_embed)
        if families is None:
            raise ExportError("no_cjk_font")
        self.families = families
        """Which fonts are used, to be shown to the user."""
        self.has_pictures = False
        """Whether there is anything else than black on white."""
        shown = signs(self.summary)
        self._setter = Typesetter(families, shown)
        self._notes: dict[Hashable, list[Band]] = {each.number: self._note(each) for each in self.summary.references}
        for number, sign in shown.items():
            self._notes |= self._remark(number, sign)
        heights = {number: sum(band.height for band in bands) for number, bands in self._notes.items()}
        self._pages = list(Paginator[Band](LINES * PITCH, heights, _NOTE_GAP).pages(self._rows()))

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._pages)

    def draw(self, painter: QPainter, index: int) -> list[str]:
        """Draw page `index` (from 0) in twips; the text of every glyph in the order of drawing."""
        page, texts = self._pages[index], []
        for top, row in page.rows:
            texts += self._band(painter, row.content, TOP + top)
        if page.footnotes:
            texts += self._footnotes(painter, page)
        return texts + self._number(painter, index + 1)

    def image(self, index: int, dpi: float = 96) -> QImage:
        """Page `index` (from 0) as it is printed, on white."""
        scale = dpi / UNITS_PER_INCH
        image = QImage(round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        try:
            painter.setRenderHints(_HINTS)
            painter.scale(scale, scale)
            self.draw(painter, index)
        finally:
            painter.end()
        return image

    def headings(self) -> list[Heading]:
        """For the outline, in order."""
        return [
            Heading(row.content.heading, row.content.level, number, top)
            for number, page in enumerate(self._pages)
            for top, row in page.rows
            if row.content.heading
        ]

    def _note(self, reference: Reference) -> list[Band]:
        pieces = (Piece("", footnote=reference.number), Piece(f" {reference.text}{reference.note}"))
        return self._setter.paragraph(Line(Role.FOOTNOTE, pieces), TEXT_WIDTH)

    def _remark(self, number: int, sign: Sign) -> dict[Hashable, list[Band]]:
        """The note on a mark, by its parts (number, part): a short one in one part, of a longer one every line."""
        mark, words = self.summary.marks[number - 1], self.summary.words
        if not has_note(mark, words):
            return {}
        bands = self._setter.paragraph(note(sign, mark, words), TEXT_WIDTH)
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

    def _rows(self) -> Iterator[Row[Band]]:
        return map(self._noted, self._unnoted())

    def _unnoted(self) -> Iterator[Row[Band]]:
        for item in flow(self.summary):
            _stop_if(self._cancel)
            if isinstance(item, Table):
                yield from self._setter.table(item, TEXT_WIDTH, LINES * PITCH)
            elif isinstance(item, Picture):
                band = self._setter.picture(item, TEXT_WIDTH)
                self.has_pictures = True
                yield Row(band, band.height, keep_with_next=bool(item.caption))
            else:
                keep = STYLES[item.role].keep_with_next
                first, *rest = self._setter.paragraph(item, TEXT_WIDTH)
                # An article is as long as it is: notes may stand between its lines.
                follows = 0 if item.number else sum(band.height for band in rest)
                yield Row(first, first.height, keep, first.footnotes, follows)
                for band in rest:
                    yield Row(band, band.height, keep, band.footnotes)

    def _band(self, painter: QPainter, band: Band, top: float) -> list[str]:
        for rect, image in band.pictures:
            painter.drawImage(rect.translated(LEFT, top), image)
        for x, y, width, height in band.rules:
            painter.fillRect(QRectF(LEFT + x, top + y, width, height), Qt.GlobalColor.black)
        return [text for stroke in band.strokes for text in stroke.draw(painter, QPointF(LEFT, top))]

    def _footnotes(self, painter: QPainter, page: Page[Band]) -> list[str]:
        bands = [band for number in page.footnotes for band in self._notes[number]]
        top = TOP + LINES * PITCH - sum(band.height for band in bands)
        painter.fillRect(QRectF(LEFT, top - _NOTE_GAP / 2, TEXT_WIDTH / 3, 10), Qt.GlobalColor.black)
        texts = []
        for band in bands:
            texts += self._band(painter, band, top)
            top += band.height
        return texts

    def _number(self, painter: QPainter, number: int) -> list[str]:
        """一字线 and number; right on odd pages, left on even ones."""
        stroke = self._setter.single(Line(Role.FOOTER, (Piece(f"—\u00a0{number}\u00a0—"),)))
        right = TEXT_WIDTH - _NUMBER_INDENT - stroke.width
        x = LEFT + (right if number % 2 else _NUMBER_INDENT)
        return stroke.draw(painter, QPointF(x, TOP + _NUMBER_DROP - stroke.middle))


def _draw(layout: Layout, buffer: QBuffer, cancel: threading.Event | None) -> list[list[str]]:
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(layout.summary.plain_title)
    writer.setCreator("研读 Reader")
    painter = QPainter(writer)
    try:
        texts = []
        for index in range(len(layout)):
            _stop_if(cancel)
            if index:
                writer.newPage()
            texts.append(layout.draw(painter, index))
        return texts
    finally:
        painter.end()


def _stop_if(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise CancelledError


def _png(image: QImage, *, grey: bool) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Text is black; stored with little effort, since it is looked at once.
    written = image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image
    written.save(buffer, "PNG", 80)  # type: ignore[call-overload]  # its stub asks for bytes, which it refuses
    return bytes(buffer.data().data())


def _ensure_application() -> None:
    # Qt aborts the process when fonts are asked for without one.
    if QCoreApplication.instance() is None:
        _offscreen_application()


@cache
def _offscreen_application() -> QGuiApplication:
    return QGuiApplication(["reader", "-platform", "offscreen"])
