"""Lines of set text, drawn one by one, and the text that each of their glyphs stands for; for pdf.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath, QTextLayout, QTextLine

from reader.export import pdf_marks
from reader.export.pdf_marks import Underline
from reader.text.offsets import Utf16Map


class Stroke:
    """One line of set text and where it is drawn, relative to the upper left corner of its row."""

    def __init__(self, layout: QTextLayout, line: QTextLine, x: float, baseline: float, texts: "Texts") -> None:
        self._layout = layout  # the line lives in it
        self._line, self._texts = line, texts
        self._at, self._shift = QPointF(x, baseline - line.ascent()), 0.0
        self.underlines: list[Underline] = []
        self.labels: list[tuple[int, Stroke]] = []
        """What is drawn above it, and before which UTF-16 unit it ends."""
        self.ended: tuple[int, ...] = ()
        """Numbers of the marks whose words end in it."""

    @property
    def x(self) -> float:
        """Where it begins."""
        return self._at.x()

    @property
    def span(self) -> tuple[int, int]:
        """What it holds of the paragraph, in UTF-16 units."""
        return self._line.textStart(), self._line.textStart() + self._line.textLength()

    @property
    def width(self) -> float:
        """Of its glyphs, without stretching."""
        return self._line.naturalTextWidth()

    @property
    def middle(self) -> float:
        """How far below the row's top the dash of a page number is drawn."""
        path = QPainterPath()
        path.addText(QPointF(0, 0), self._layout.font(), "—")
        return self._at.y() + self._line.ascent() + path.boundingRect().center().y()

    def move(self, x: float, y: float) -> None:
        """Shift it within its row."""
        self._at += QPointF(x, y)
        self._shift += y

    def draw(self, painter: QPainter, origin: QPointF) -> list[str]:
        """Draw it; the text of each glyph, in the order in which they are drawn."""
        at = origin + self._at
        self._line.draw(painter, at)
        flags = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
        texts = self._texts.of(self._line, self._line.glyphRuns(-1, -1, flags))
        size, baseline = self._layout.font().pixelSize(), at.y() + self._line.ascent()
        for start, end, sign in self.underlines:
            pdf_marks.draw(painter, sign, at.x() + self._place(start), at.x() + self._place(end), baseline, size)
        free = 0.0
        for unit, label in self.labels:
            left = max(free, self._place(unit) - label.width)
            texts += label.draw(painter, QPointF(at.x() + left, origin.y() + self._shift))
            free = left + label.width
        return texts

    def _place(self, unit: int) -> float:
        """How far behind its beginning a UTF-16 unit of its layout is drawn."""
        return float(self._line.cursorToX(unit)[0])  # type: ignore[index]  # its stub knows of no second value


@dataclass(slots=True)
class Band:
    """What a row shows: strokes, rules as (x, y, width, height), and pictures."""

    height: int
    strokes: list[Stroke] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[QRectF, QImage]] = field(default_factory=list)
    """Where they stand in the row."""
    footnotes: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()
    """Numbers of the marks whose words end in it."""
    heading: str = ""
    level: int = 0


class Texts:
    """Leads glyphs back to the text they stand for, which may be another than the one that is shown."""

    def __init__(self, shown: str, meant: Sequence[str]) -> None:
        self._meant = meant
        self._map = Utf16Map(shown)

    def of(self, line: QTextLine, runs: Sequence[QGlyphRun]) -> list[str]:
        """The text of each glyph of a line's runs, in their order."""
        indexes = [list(run.stringIndexes()) for run in runs]
        ends = [*sorted({index for each in indexes for index in each}), line.textStart() + line.textLength()]
        following = dict(pairwise(ends))
        seen: set[int] = set()
        texts = []
        for index in (index for each in indexes for index in each):
            # Where several glyphs make one character, the first stands for it.
            texts.append("" if index in seen else self._between(index, following[index]))
            seen.add(index)
        return texts

    def _between(self, start: int, end: int) -> str:
        text = "".join(self._meant[self._map.to_points(start) : self._map.to_points(end)])
        return text.rstrip() or text.replace("\n", "")
