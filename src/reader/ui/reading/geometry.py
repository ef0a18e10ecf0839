"""Where text stands on the page: the visible lines, the rectangles of a span, the line under a point.

All coordinates are those of the document (the view's, plus the scroll value). Lines hold Qt objects of the layout and
are good until the document is laid out again: take them, use them, let them go.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from reader.model.blocks import Span
from reader.ui.reading.mapping import Mapping, Segment


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a segment as it is laid out."""

    segment: Segment
    line: QTextLine
    first: int
    """Units from the segment's start."""
    last: int
    start: int
    """Code point of its first character."""
    end: int
    """Code point after its last character."""
    x: float
    """Left edge of the block."""
    top: float
    height: float
    baseline: float
    size: int
    """Font size of the block, px."""

    def rect(self, start: int, end: int) -> QRectF | None:
        """The band behind the part of [start, end) (code points) that is on this line; None when there is none."""
        first = max(self.segment.to_units(start), self.first)
        last = min(self.segment.to_units(end), self.last)
        if first >= last:
            return None
        left, right = self.line.cursorToX(first)[0], self.line.cursorToX(last)[0]
        # From a little over the top of a Chinese character to a little under it, whatever the line height is.
        top = self.baseline - self.size * 0.88 - 3
        return QRectF(self.x + min(left, right), top, abs(right - left), self.size + 6)

    @property
    def left(self) -> float:
        """Where its text begins."""
        return self.x + self.line.x()

    @property
    def middle(self) -> float:
        """The middle of its characters."""
        return self.baseline - self.size * 0.38


class Geometry:
    """Answers where the canonical text of a document stands."""

    def __init__(self, document: QTextDocument, mapping: Mapping) -> None:
        self._document, self._mapping = document, mapping

    def lines(self, top: float, bottom: float) -> list[Line]:
        """The lines of the article (title and source line are none) that touch the band from `top` to `bottom`."""
        found: list[Line] = []
        layout = self._document.documentLayout()
        block = self._first_block(top)
        while block.isValid():
            # Asking for the rectangle makes Qt lay the block out: lineAt() before that crashes the process.
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                break
            if rect.bottom() >= top:
                segment = self._mapping.at_position(block.position())
                if segment is not None:
                    found.extend(_lines_of(block, segment, rect.topLeft(), top, bottom))
            block = block.next()
        return found

    def _first_block(self, top: float) -> QTextBlock:
        position = self._document.documentLayout().hitTest(QPointF(0, max(top, 0)), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(position, 0))
        before = block.previous()
        return before if before.isValid() else block

    def rects_before(self, first: int, last: int) -> list[QRectF]:
        """The bands of the positions [first, last) that lie in the title and the source line."""
        rects: list[QRectF] = []
        block = self._document.begin()
        limit = self._mapping.segments[0].position if len(self._mapping) else self._document.characterCount()
        while block.isValid() and block.position() < min(limit, last):
            origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
            units = block.length() - 1
            alone = Segment(-1, 0, units, block.position(), units)
            for line in _lines_of(block, alone, origin, float("-inf"), float("inf")):
                rect = line.rect(first - block.position(), last - block.position())
                if rect is not None:
                    rects.append(rect)
            block = block.next()
        return rects

    def line_at(self, offset: int) -> QRectF:
        """The line of the character at `offset`, over the whole width of its block."""
        position = self._mapping.to_position(offset)
        block = self._document.findBlock(position)
        rect = self._document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        line = layout.lineForTextPosition(position - block.position()) if layout.lineCount() else QTextLine()
        if line.isValid():
            return QRectF(rect.left(), rect.top() + line.y(), rect.width(), line.height())
        return rect

    def block_rect(self, block: int) -> QRectF:
        """The rectangle of one block of the model."""
        united = QRectF()
        layout = self._document.documentLayout()
        for segment in self._mapping.segments_of_block(block):
            united |= layout.blockBoundingRect(self._document.findBlock(segment.position))
        return united

    def offset_at(self, point: QPointF) -> int:
        """The code point offset nearest to a point, between two characters."""
        position = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return self._mapping.to_offset(max(position, 0))

    def character_at(self, point: QPointF) -> int | None:
        """The code point offset of the character whose band holds the point; None beside the text."""
        offset = self.offset_at(point)
        for line in self.lines(point.y() - 1, point.y() + 1):
            for candidate in (offset - 1, offset):
                rect = line.rect(candidate, candidate + 1)
                if rect is not None and rect.contains(point):
                    return candidate
        return None


def _lines_of(block: QTextBlock, segment: Segment, origin: QPointF, top: float, bottom: float) -> Iterator[Line]:
    layout = block.layout()
    size = block.charFormat().font().pixelSize()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        y = origin.y() + line.y()
        if y > bottom:
            return
        if y + line.height() < top:
            continue
        first = line.textStart()
        last = first + line.textLength()
        yield Line(
            segment=segment,
            line=line,
            first=first,
            last=last,
            start=segment.to_offset(first),
            end=segment.to_offset(last),
            x=origin.x(),
            top=y,
            height=line.height(),
            baseline=y + line.ascent(),
            size=size,
        )


def span_rects(lines: Sequence[Line], span: Span) -> list[QRectF]:
    """The bands of a span on the given lines, from top to bottom."""
    rects = (line.rect(span.start, span.end) for line in lines if line.start < span.end and line.end > span.start)
    return [rect for rect in rects if rect is not None]
