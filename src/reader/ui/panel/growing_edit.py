"""A plain text field that is as high as its text."""

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class GrowingEdit(QPlainTextEdit):
    """Grows from `least` to `most` lines; with `one_paragraph` Enter finishes instead of making a new line.

    Enter and Esc that belong to an input method are left to it.
    """

    finished = Signal()
    """Ctrl+Enter, Esc, or Enter in one paragraph."""
    left = Signal()
    """The focus went elsewhere."""
    height_changed = Signal()

    def __init__(
        self, least: int = 1, most: int = 12, *, one_paragraph: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._one_paragraph = least, most, one_paragraph
        self._placeholder = ""
        self.composing = False
        """Whether an input method shows text that is not committed yet."""
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show `text`; what was typed before cannot be undone into it."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def set_placeholder(self, text: str) -> None:
        """What an empty field shows, on one line."""
        self._placeholder = text
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        self.setPlaceholderText(self.fontMetrics().elidedText(self._placeholder, Qt.TextElideMode.ElideRight, room))
        self.viewport().update()  # Qt paints only the first one

    def _fit(self, _size: object = None) -> None:
        # QPlainTextDocumentLayout counts its height in lines.
        lines = max(self._least, min(self._most, math.ceil(self.document().size().height())))
        around = self.contentsMargins()
        frame = around.top() + around.bottom() + 2 * round(self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + frame + 1
        more = self.document().size().height() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.height_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._placeholder:
            self._show_placeholder()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "composing"):
            self._fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        self.composing = False
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        # The window has shortcuts on some of these keys; while a text is edited they belong to the text.
        if event.type() == QEvent.Type.ShortcutOverride and self._finishes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._finishes(event):
            event.accept()
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def _finishes(self, event: QKeyEvent) -> bool:
        if self.composing:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return True
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return is_enter and (self._one_paragraph or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
