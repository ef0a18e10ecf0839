"""The red seal of the program, and of the three steps on the welcome page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.icons import Icons
from reader.ui.theme import SERIF, window_font


class BrandSeal(QWidget):
    """A character in the red of a seal: outlined, or filled as the mark of the program."""

    def __init__(self, icons: Icons, character: str, side: int, is_filled: bool = False) -> None:
        super().__init__()
        self._icons, self._character, self._is_filled = icons, character, is_filled
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._icons.theme, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = round(side * (0.6 if self._is_filled else 0.54))
        painter.setFont(window_font(size, QFont.Weight.Bold, SERIF))
        edge = 0.0 if self._is_filled else 1.0
        painter.setPen(Qt.PenStyle.NoPen if self._is_filled else QPen(QColor(theme.seal), 1.6))
        painter.setBrush(QColor(theme.seal) if self._is_filled else Qt.BrushStyle.NoBrush)
        radius = 5.0 if self._is_filled else 7.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
        painter.setPen(QColor(theme.on_seal if self._is_filled else theme.seal))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._character)
        painter.end()
