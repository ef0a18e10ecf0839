"""A word that something was done, with a way back; it goes by itself."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reader.ui.icons import Icons
from reader.ui.parts import Picture, add_shadow, label

SHOWN = 6000
"""Milliseconds; it stays longer while the mouse is over it or its button has the focus."""
READING = 120
"""Milliseconds a character: a long sentence of trouble wants more than SHOWN."""
ABOVE = 52
"""Between the toast and the bottom of its area: it must not cover the reader's footer."""
WIDEST = 560

Act = Callable[[], object]


class Toast(QFrame):
    """One toast at a time, at the bottom of its parent or of `area` within it."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.shown = SHOWN
        self._area: QWidget = parent
        self._actions: Sequence[tuple[str, Act]] = ()
        self._picture = Picture(icons, "circle-check", "ok")
        self._text = label(wrap=False, name="toastText")
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._buttons = [QPushButton(objectName=name) for name in ("toastAction", "toastSecond")]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        for number, button in enumerate(self._buttons):
            button.setProperty("kind", "link")
            button.clicked.connect(partial(self._on_clicked, number))
            button.installEventFilter(self)
            row.addWidget(button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time_up)
        parent.installEventFilter(self)
        add_shadow(self)
        self.hide()

    def set_area(self, area: QWidget) -> None:
        """Stand at the bottom of this widget, which lies within the parent."""
        self._area = area
        self._area.installEventFilter(self)

    def show_message(
        self, text: str, actions: Sequence[tuple[str, Act]] = (), icon: str = "circle-check", token: str = "ok"
    ) -> None:
        """Say `text`; a button for each of at most two actions, by its label, calls it once. Replaces a toast that
        still stands."""
        self._actions = actions
        self._text.setText(text)
        for number, button in enumerate(self._buttons):
            button.setText(actions[number][0] if number < len(actions) else "")
            button.setVisible(number < len(actions))
        self._picture.show_icon(icon, token)
        self.setAccessibleName(text)
        # In its place before it is seen: the mouse must not count as over it where it never stood.
        self._place()
        self.show()
        self._place()
        self.raise_()
        self._timer.start(max(self.shown, READING * len(text)))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    def dismiss(self) -> None:
        """Go now."""
        self._timer.stop()
        self._actions = ()
        self.hide()

    def withdraw(self, act: Act) -> None:
        """Go if a button would call `act`: what it offers is no longer what would happen."""
        if any(offered == act for _, offered in self._actions):
            self.dismiss()

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._start_again()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays while its button has the focus, and keeps its place when the window changes size."""
        is_button = watched in self._buttons
        if is_button and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif is_button and event.type() == QEvent.Type.FocusOut:
            self._start_again()
        elif event.type() == QEvent.Type.Resize and not is_button and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _start_again(self) -> None:
        if self.isVisible() and not self._has_focus():
            self._timer.start(self.shown)

    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in self._buttons)

    def _on_time_up(self) -> None:
        if not self.underMouse() and not self._has_focus():
            self.dismiss()

    def _on_clicked(self, number: int) -> None:
        actions = self._actions
        self.dismiss()
        if number < len(actions):
            actions[number][1]()

    def _place(self) -> None:
        parent, area = self.parentWidget(), self._area
        widest = min(WIDEST, area.width() - 32)
        self._text.setWordWrap(False)
        self.layout().activate()
        width = self.sizeHint().width()
        if width > widest:
            self._text.setWordWrap(True)
            width = widest
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        corner = area.mapTo(parent, area.rect().bottomLeft()) if area is not parent else area.rect().bottomLeft()
        self.setGeometry(corner.x() + (area.width() - width) // 2, corner.y() - height - ABOVE, width, height)
