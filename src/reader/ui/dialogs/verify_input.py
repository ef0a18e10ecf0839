"""What goes into a check of quotations: a pasted text, and below it what became of the last attempt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from reader.ui.parts import label


class PastedText(QPlainTextEdit):
    """Ctrl+Enter ends writing."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verifyText")
        self.setTabChangesFocus(True)
        # The dialog takes drops; else the viewport of the editor would put the address of a file into the text.
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class VerifyInput(QWidget):
    """The text with a bar of progress while it, or a document, is being checked."""

    def __init__(self) -> None:
        super().__init__()
        self.text = PastedText()
        self.problem = label(role="danger", wrap=True, name="verifyProblem")
        self._progress = QProgressBar()
        self._progress.setObjectName("verifyProgress")
        self._progress.setTextVisible(False)
        self._step = label(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 4, 22, 12)
        column.setSpacing(8)
        for part, stretch in ((self.text, 1), (self.problem, 0), (self._step, 0), (self._progress, 0)):
            column.addWidget(part, stretch)

    def set_progress(self, step: str, done: int, total: int) -> None:
        """How far the check is, the step in words; 0 of 0 is not known."""
        self._step.setText(step)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def show_state(self, is_running: bool) -> None:
        """Whether something is being checked: nothing can be written then."""
        self.text.setEnabled(not is_running)
        self._step.setVisible(is_running)
        self._progress.setVisible(is_running)
        self.problem.setVisible(bool(self.problem.text()))
