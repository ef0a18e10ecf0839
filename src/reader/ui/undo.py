"""Undo and redo: everything that was done can be taken back, in order."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.model.errors import ReaderError

UNDO_LIMIT = 500
"""Steps that can be taken back; each holds a few rows, never an article's text."""


class _Step(QUndoCommand):
    """Something that has been done already: pushing it does nothing, redoing it does it again."""

    def __init__(self, history: "History", text: str, redo: Callable[[], object], undo: Callable[[], object]) -> None:
        super().__init__(text)
        self._history, self._redo, self._undo = history, redo, undo
        self._is_new = True

    def redo(self) -> None:
        if not self._is_new:
            self._history.attempt(self._redo)
        self._is_new = False

    def undo(self) -> None:
        self._history.attempt(self._undo)


class History(QObject):
    """The one undo stack of a window."""

    failed = Signal(object)
    """(ReaderError): a step could not be taken back or done again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(UNDO_LIMIT)

    def did(self, text: str, redo: Callable[[], object], undo: Callable[[], object]) -> None:
        """Remember something that was done just now; `text` names it in the menu."""
        self.stack.push(_Step(self, text, redo, undo))

    def undo(self) -> None:
        """Take the last step back."""
        self.stack.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.stack.redo()

    def attempt(self, step: Callable[[], object]) -> None:
        """Run a step; expected trouble is announced, since Qt's stack cannot pass an exception on."""
        try:
            step()
        except ReaderError as error:
            self.failed.emit(error)
