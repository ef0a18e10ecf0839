"""A few lines of text as the reader would show them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from reader.settings import Settings
from reader.ui.icons import Icons
from reader.ui.theme import FACES

_HEIGHT = 118


class Sample(QWidget):
    """A few lines in the chosen face, size and line height."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._settings = Settings()
        self._text = ""
        self.setFixedHeight(_HEIGHT)

    def show_sample(self, text: str, settings: Settings) -> None:
        """Show `text` as the reader would."""
        self._text, self._settings = text, settings
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._icons.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(QColor(theme.border))
        painter.setBrush(QColor(theme.paper))
        painter.drawPath(outline)
        painter.setClipPath(outline)
        font = QFont()
        font.setFamilies(list(FACES.get(self._settings.font, FACES["song"])))
        font.setPixelSize(self._settings.text_size)
        layout = QTextLayout(self._text, font)
        layout.beginLayout()
        top, pitch = 10.0, self._settings.text_size * self._settings.line_height
        while (each := layout.createLine()).isValid():
            each.setLineWidth(self.width() - 36)
            each.setPosition(QPointF(18, top + (pitch - each.height()) / 2))
            top += pitch
        layout.endLayout()
        painter.setPen(QColor(theme.text))
        layout.draw(painter, QPointF(0, 0))
        painter.end()
