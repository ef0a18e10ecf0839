"""Grey bars where lines will stand: shown when what is waited for takes longer than a moment."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.icons import Icons

SKELETON_AFTER = 300
"""Milliseconds; what comes sooner would only flicker."""
_BARS = (0.35, 0.9, 0.8, 0.55, 0.0, 0.4, 0.95, 0.7, 0.85, 0.0, 0.3, 0.9, 0.6)
"""Widths of the bars as shares of the room, 0 for a gap."""
_PITCH, _HEIGHT = 26, 10


class Skeleton(QWidget):
    """Empty at first; `wait` begins to wait. It does not move, so it is right for reduced motion too."""

    def __init__(self, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icons = icons
        self.is_drawn = False
        self._timer = QTimer(self, singleShot=True, interval=SKELETON_AFTER)
        self._timer.timeout.connect(lambda: self._draw(True))

    def wait(self) -> None:
        """Begin to wait: nothing is shown for a moment yet."""
        if not self._timer.isActive() and not self.is_drawn:
            self._timer.start()

    def stop(self) -> None:
        """What was waited for is there."""
        self._timer.stop()
        self._draw(False)

    def _draw(self, drawn: bool) -> None:
        self.is_drawn = drawn
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.is_drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._icons.theme.border))
        for number, share in enumerate(_BARS):
            painter.drawRoundedRect(QRectF(16, 18 + number * _PITCH, share * (self.width() - 32), _HEIGHT), 5, 5)
        painter.end()
