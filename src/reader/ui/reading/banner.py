"""The strip under the header that says what is amiss: no network, an incomplete text."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.ui.icons import Icons
from reader.ui.parts import Picture, label

HEIGHT = 36


class Banner(QFrame):
    """One sentence and at most one action; hidden until there is something to say."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setMinimumHeight(HEIGHT)
        self._picture = Picture(icons, "info", "warn")
        self._text = label(role="muted", name="bannerText", wrap=True)
        self._button = QPushButton()
        self._button.setObjectName("bannerAction")
        self._button.setProperty("kind", "link")
        self._do: Callable[[], object] | None = None
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 10, 4)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    def show_message(
        self,
        text: str,
        icon: str = "info",
        token: str = "warn",
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Say `text`; `action` names what `do` does."""
        self._picture.show_icon(icon, token)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._do = do
        self.show()

    def _on_clicked(self) -> None:
        if self._do is not None:
            self._do()
