"""What opens beside a button and closes by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from reader.ui.parts import add_shadow


class Popover(QFrame):
    """Closes by Esc, by a press anywhere else in its window, and by the button that opened it.

    A child of its window, not a window: a window with round corners is black at the corners without a compositor, and
    a child keeps the keyboard's way.
    """

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("popover", "true")
        self.opener: QWidget | None = None
        """The button that opened it last."""
        add_shadow(self, 40, 10)
        self.hide()

    def toggle_at(self, opener: QWidget) -> None:
        """Open for the button that was pressed, or close."""
        if self.isVisible():
            self.close_popover()
            return
        self.opener = opener
        self.show()
        self.place()
        self.raise_()
        self.first_widget().setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)

    def place(self) -> None:
        """Fill it and move it to its `opener`: called whenever it opens."""

    def first_widget(self) -> QWidget:
        """What gets the keyboard when it opens."""
        return self

    def close_popover(self) -> None:
        """Close it; whoever hears `closed` may take the keyboard back."""
        QApplication.instance().removeEventFilter(self)
        self.hide()
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside its fields ends here: left to what is below, it would count as one elsewhere."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_popover()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else closes; the button that opened it closes it by its own click."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            is_mine = watched in (self, self.opener) or self.isAncestorOf(watched)
            if not is_mine and watched.window() is self.window():
                self.close_popover()
        return False
