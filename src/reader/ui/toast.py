"""A word that something was done, with a way back; it goes by itself."""

from collections.abc import Callable

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


class Toast(QFrame):
    """One toast at a time, at the bottom of its parent or of `area` within it."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.shown = SHOWN
        self._area: QWidget = parent
        self._act: Callable[[], object] | None = None
        self._picture = Picture(icons, "circle-check", "ok")
        self._text = label(wrap=False, name="toastText")
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setObjectName("toastAction")
        self._action.setProperty("kind", "link")
        self._action.clicked.connect(self._on_action_clicked)
        self._action.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
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
        self, text: str, action: str = "", act: Callable[[], object] | None = None, icon: str = "circle-check",
        token: str = "ok",
    ) -> None:  # fmt: skip
        """Say `text`; a button named `action` calls `act` once. Replaces a toast that still stands."""
        self._act = act if action else None
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
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
        self._act = None
        self.hide()

    def withdraw(self, act: Callable[[], object]) -> None:
        """Go if the button would call `act`: what it offers is no longer what would happen."""
        if self._act is not None and self._act == act:
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
        if watched is self._action and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self._action and event.type() == QEvent.Type.FocusOut:
            self._start_again()
        elif event.type() == QEvent.Type.Resize and watched is not self._action and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _start_again(self) -> None:
        if self.isVisible() and not self._action.hasFocus():
            self._timer.start(self.shown)

    def _on_time_up(self) -> None:
        if not self.underMouse() and not self._action.hasFocus():
            self.dismiss()

    def _on_action_clicked(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

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
