"""What a pane shows when it has nothing to show: an icon, what is the case, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.icons import Icons
from reader.ui.theme import Theme, ThemeService

_ICON = 32


class EmptyState(QWidget):
    """An icon over a head line and a sentence, in the middle of its pane."""

    def __init__(
        self, themes: ThemeService, icons: Icons, icon: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icons, self._icon = icons, icon
        self._picture, self._head, self._sentence = QLabel(), QLabel(), QLabel()
        self._head.setProperty("role", "h2")
        self._sentence.setProperty("role", "muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 20, 28, 20)
        rows.setSpacing(8)
        rows.addStretch(2)
        for label in (self._picture, self._head, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._picture)
            rows.addWidget(label)
        rows.addStretch(3)
        themes.changed.connect(self._on_theme_changed)
        self._on_theme_changed(themes.theme)

    def say(self, head: str, sentence: str) -> None:
        """What is the case, and what to do."""
        self._head.setText(head)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _on_theme_changed(self, _theme: Theme) -> None:
        self._picture.setPixmap(self._icons.pixmap(self._icon, "text3", _ICON, self.devicePixelRatioF() or 2.0))
