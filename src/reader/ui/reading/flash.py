"""The light on a place that was jumped to: steady for a second, then a short fade, and nothing that moves."""

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from reader.model.blocks import Span
from reader.ui import motion

FLASH = 1200
"""Milliseconds that a place stays lit after a jump, the fade included."""
FADE = 120


class Flash(QObject):
    """Holds what is lit: a span of the text, or of the title, and how strongly (0 to 1)."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.span: Span | None = None
        self.title: Span | None = None
        """Code points of the title."""
        self.strength = 1.0
        self._steady = QTimer(self, singleShot=True, interval=FLASH - FADE)
        self._steady.timeout.connect(self._on_steady_over)
        self._fade = QVariantAnimation(self, duration=FADE, startValue=1.0, endValue=0.0)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self.put_out)

    def light(self, span: Span | None, title: Span | None = None) -> None:
        """Light up a place of the text or of the title; what was lit goes out."""
        self._fade.stop()
        self.span, self.title, self.strength = span, title, 1.0
        self._steady.start()
        self.changed.emit()

    def put_out(self) -> None:
        """At once."""
        self._steady.stop()
        self._fade.stop()
        self.span = self.title = None
        self.changed.emit()

    def _on_steady_over(self) -> None:
        if motion.is_reduced():
            self.put_out()
        else:
            self._fade.start()

    def _on_faded(self, strength: float) -> None:
        self.strength = strength
        self.changed.emit()
