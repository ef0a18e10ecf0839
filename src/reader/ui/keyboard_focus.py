"""The focus ring is for the keyboard: which widget got the focus by a key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

_MOVING_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress, QEvent.Type.TouchBegin)


class KeyboardFocus(QObject):
    """Sets the property `kbd` of the widget that got the focus by keyboard, for as long as it has it.

    The style sheet draws the focus ring by it, so that a mouse click draws none. It listens to the windows, which get
    input alone: a filter on the application would run Python for each of the 10,000 events of a start.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._is_by_keyboard = False
        app.focusWindowChanged.connect(self._on_focus_window_changed)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # installing it twice is installing it once

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notes whether the last input was a key that moves the focus; never swallows an event."""
        kind = event.type()
        if kind in _KEYS and (event.key() in _MOVING_KEYS or event.modifiers() & _COMMAND):
            self._is_by_keyboard = True
        elif kind in _PRESSES:
            self._is_by_keyboard = False
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old.property("kbd"):
            _set_ring(old, False)
        if new is not None and self._is_by_keyboard:
            _set_ring(new, True)


def _set_ring(widget: QWidget, is_shown: bool) -> None:
    widget.setProperty("kbd", "true" if is_shown else None)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
