"""What is painted under and beside the text: marks, selection, findings, seals, numbers."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reader.model.annotation import Annotation
from reader.model.blocks import Block, BlockKind, Span
from reader.text.passages import Passages, Sentence
from reader.ui.reading.geometry import Line, span_rects
from reader.ui.reading.marks import SpanIndex
from reader.ui.reading.typography import make_font, small_font
from reader.ui.theme import SANS, Theme

SEAL = 18
SEAL_STEP = 22
SEAL_GAP = 28
"""From the left edge of the first seal to the text."""
MOST_SEALS = 3
RADIUS = 3


class Seal(NamedTuple):
    """A stamp in the margin: one annotation, or "+n" for those that found no room."""

    rect: QRectF
    annotations: tuple[Annotation, ...]
    is_rest: bool = False


@dataclass
class Layers:
    """Everything that is painted besides the text; the view changes it and repaints."""

    marks: SpanIndex[Annotation] = field(default_factory=SpanIndex)
    active: str | None = None
    found: SpanIndex[Span] = field(default_factory=SpanIndex)
    current: Span | None = None
    """The finding that the find bar stands on."""
    selection: Span | None = None
    flash: Span | None = None
    flash_strength: float = 1.0
    paragraph: int | None = None
    """Index of the focused block."""
    passages: Passages | None = None
    """Set while 段-句 numbers are shown."""


class Painter:
    """Paints the layers of one article for the lines that are visible."""

    def __init__(self, theme: Theme, blocks: Sequence[Block], left: int, right: int) -> None:
        self._theme, self._blocks = theme, blocks
        self._left, self._right = left, right
        """Edges of the text column."""
        self._seal_font = small_font(11, QFont.Weight.Bold)
        self._number_font = small_font(11)

    def paint(self, painter: QPainter, lines: Sequence[Line], layers: Layers, paragraph: QRectF | None) -> None:
        """Everything that lies under the text or beside it; `paragraph` is the rectangle of the focused one."""
        if not lines:
            return
        window = Span(lines[0].start, lines[-1].end + 1)
        self._paint_marks(painter, lines, layers, window)
        if layers.flash is not None:
            self.fill_flash(painter, span_rects(lines, layers.flash), layers.flash_strength)
        if layers.selection is not None:
            self._fill(painter, span_rects(lines, layers.selection), self._theme.seltext)
        self._paint_found(painter, lines, layers, window)
        self._paint_furniture(painter, lines)
        if paragraph is not None:
            self._fill(painter, [QRectF(self._left - 7, paragraph.top() + 5, 3, paragraph.height() - 10)],
                       self._theme.accent)  # fmt: skip
        for seal in self.seals(lines, layers):
            self._paint_seal(painter, seal)
        if layers.passages is not None:
            self._paint_numbers(painter, lines, layers.passages)

    @staticmethod
    def _fill(painter: QPainter, rects: Iterable[QRectF], colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for rect in rects:
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def fill_selection(self, painter: QPainter, rects: Iterable[QRectF]) -> None:
        """The bands of selected text that is not the article's: its title and source line."""
        self._fill(painter, rects, self._theme.seltext)

    def fill_flash(self, painter: QPainter, rects: Iterable[QRectF], strength: float) -> None:
        """The bands of a place that is lit up, the weaker the paler."""
        painter.setOpacity(strength)
        self._fill(painter, rects, self._theme.find_fill)
        painter.setOpacity(1)

    def _paint_marks(self, painter: QPainter, lines: Sequence[Line], layers: Layers, window: Span) -> None:
        """Long marks first, so that a short one inside a long one stays visible; the active one gets its line."""
        marks = layers.marks.touching(*window)
        underlined: list[tuple[list[QRectF], str]] = []
        for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
            rects = span_rects(lines, Span(mark.start, mark.end))
            self._fill(painter, rects, self._theme.kind(mark.kind).fill)
            if mark.id == layers.active:
                underlined.append((rects, self._theme.kind(mark.kind).ink))
        for rects, ink in underlined:
            for rect in rects:
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), QColor(ink))

    def _paint_found(self, painter: QPainter, lines: Sequence[Line], layers: Layers, window: Span) -> None:
        painter.setPen(QPen(QColor(self._theme.find_edge), 1.6))
        for span in layers.found.touching(*window):
            is_current = span == layers.current
            painter.setBrush(QColor(self._theme.find_fill) if is_current else Qt.BrushStyle.NoBrush)
            for rect in span_rects(lines, span):
                painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), RADIUS, RADIUS)

    def _paint_furniture(self, painter: QPainter, lines: Sequence[Line]) -> None:
        """What stands before list items and beside quotes; it is no part of the text."""
        for order, line in enumerate(lines):
            block = self._blocks[line.segment.block]
            if block.kind is BlockKind.LIST_ITEM and line.first == 0 and line.segment.part == 0:
                self._paint_marker(painter, line, block.marker)
            elif block.kind is BlockKind.QUOTE:
                after = lines[order + 1] if order + 1 < len(lines) else line
                height = after.top - line.top if after.segment is line.segment and after is not line else line.height
                painter.fillRect(QRectF(line.left - 14, line.top, 3, height), QColor(self._theme.border))

    def _paint_marker(self, painter: QPainter, line: Line, marker: str) -> None:
        painter.setPen(QColor(self._theme.text2))
        font = make_font(SANS, line.size)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(marker)
        painter.drawText(QPointF(line.left - width - line.size * 0.4, line.baseline), marker)

    def seals(self, lines: Sequence[Line], layers: Layers) -> list[Seal]:
        """The stamps of the marks that begin on the given lines, the first in text order next to the text."""
        if not lines:
            return []
        rows: dict[int, list[tuple[Line, Annotation]]] = defaultdict(list)
        for mark in layers.marks.touching(lines[0].start, lines[-1].end + 1):
            line = next((line for line in lines if line.start <= mark.start < line.end), None)
            if line is not None:
                rows[round(line.middle)].append((line, mark))
        room = 1 + max(0, (self._left - SEAL_GAP - 14) // SEAL_STEP)
        return [seal for row in rows.values() for seal in self._row_of_seals(row, min(room, MOST_SEALS))]

    def _row_of_seals(self, row: list[tuple[Line, Annotation]], room: int) -> list[Seal]:
        seals = []
        for number, (line, mark) in enumerate(row[:room]):
            left = self._left - SEAL_GAP - number * SEAL_STEP
            seals.append(Seal(QRectF(left, line.middle - SEAL / 2, SEAL, SEAL), (mark,)))
        if len(row) > room:
            edge = seals[-1].rect
            rest = tuple(mark for _line, mark in row[room:])
            seals.append(Seal(QRectF(edge.left() - 17, edge.top(), 15, SEAL), rest, True))
        return seals

    def _paint_seal(self, painter: QPainter, seal: Seal) -> None:
        """Filled when there is a note, outlined when the mark is all."""
        mark = seal.annotations[0]
        ink = QColor(self._theme.kind(mark.kind).ink)
        painter.setFont(self._seal_font)
        if seal.is_rest:
            painter.setPen(QColor(self._theme.text3))
            painter.setFont(self._number_font)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(seal.rect, flags, f"+{min(len(seal.annotations), 9)}")
            return
        if mark.note:
            self._fill(painter, (), ink.name())
            painter.drawRoundedRect(seal.rect, 4, 4)
            painter.setPen(QColor(self._theme.paper))
        else:
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(QColor(self._theme.paper))
            painter.drawRoundedRect(seal.rect.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
            painter.setPen(ink)
        painter.drawText(seal.rect, Qt.AlignmentFlag.AlignCenter, mark.kind.seal)

    def _paint_numbers(self, painter: QPainter, lines: Sequence[Line], passages: Passages) -> None:
        """The 段-句 numbers of the sentences that begin on a line, in the right margin."""
        painter.setFont(self._number_font)
        painter.setPen(QColor(self._theme.text3))
        for line in lines:
            begun = sentences_beginning(passages, line.start, line.end)
            if begun:
                text = begun[0].number + (f"…{begun[-1].sentence}" if len(begun) > 1 else "")
                painter.drawText(QPointF(self._right + 10, line.baseline), text)


def sentences_beginning(passages: Passages, start: int, end: int) -> list[Sentence]:
    """The sentences whose first character is in [start, end)."""
    first = bisect_left(passages.sentences, start, key=lambda sentence: sentence.start)
    last = bisect_left(passages.sentences, end, key=lambda sentence: sentence.start)
    return passages.sentences[first:last]
