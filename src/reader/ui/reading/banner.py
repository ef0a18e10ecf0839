"""The strip over the text that says what is amiss: no network, an incomplete text."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.ui.icons import Icons
from reader.ui.parts import Picture, describe, icon_button, label

HEIGHT = 36


class Banner(QFrame):
    """One sentence and at most two actions; hidden until there is something to say."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setMinimumHeight(HEIGHT)
        self._picture = Picture(icons, "info", "warn")
        self._text = label(role="muted", name="bannerText", wrap=True)
        self._button, self._second = self._make_button("bannerAction", 0), self._make_button("bannerSecond", 1)
        self._close = icon_button(icons, "x", "bannerClose", size=14, side=24)
        self._close.clicked.connect(self.hide)
        self._actions: list[Callable[[], object] | None] = [None, None]
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 10, 4)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        for button in (self._button, self._second, self._close):
            row.addWidget(button)
        self.hide()

    def show_message(
        self,
        text: str,
        icon: str = "info",
        token: str = "warn",
        action: str = "",
        do: Callable[[], object] | None = None,
        second: tuple[str, Callable[[], object]] = ("", lambda: None),
        close: str = "",
    ) -> None:
        """Say `text`; `action` names what `do` does, `second` is a further action, `close` names a way to hide it."""
        self._picture.show_icon(icon, token)
        self._text.setText(text)
        self.setAccessibleName(text)
        for button, name in ((self._button, action), (self._second, second[0])):
            button.setText(name)
            button.setVisible(bool(name))
        self._close.setVisible(bool(close))
        describe(self._close, close)
        self._actions = [do, second[1]]
        self.show()

    def _make_button(self, name: str, place: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self._on_clicked(place))
        return button

    def _on_clicked(self, place: int) -> None:
        do = self._actions[place]
        if do is not None:
            do()
