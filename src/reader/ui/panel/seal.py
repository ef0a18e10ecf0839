"""The seal (批注印) of an annotation kind: filled when the mark has a note, outlined when it has none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Kind
from reader.ui.icons import Icons
from reader.ui.theme import Theme, window_font

SEAL = 18
"""Device-independent pixels of a seal in a card."""


def paint_seal(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme, *, filled: bool) -> None:
    """Paint the seal of `kind` into the square `rect`; the painter's state is kept."""
    paint_stamp(painter, rect, kind.seal, theme.kind(kind).ink, theme, filled=filled)


def paint_stamp(painter: QPainter, rect: QRectF, sign: str, colour: str, theme: Theme, *, filled: bool) -> None:
    """Paint one character as a seal; the painter's state is kept."""
    ink = QColor(colour)
    edge = rect.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(window_font(max(8, round(rect.height() * 0.61)), QFont.Weight.Bold))
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(ink, 1.2))
    painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edge, 4, 4)
    painter.setPen(QColor(theme.raised) if filled else ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)
    painter.restore()


class SealLabel(QWidget):
    """A seal as a widget, beside a check box or a heading; a change of theme repaints it."""

    def __init__(self, icons: Icons, kind: Kind, size: int = SEAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._kind = icons, kind
        self.setFixedSize(QSize(size, size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_seal(painter, QRectF(self.rect()), self._kind, self._icons.theme, filled=True)
