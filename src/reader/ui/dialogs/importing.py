"""A file on its way in: how far it is, and afterwards what was done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.ui.parts import label
from reader.ui.task_row import ThinBar

WIDTH = 440


class ImportingDialog(QDialog):
    """Modal, because the library takes all of the file in at once: nothing else can be written meanwhile."""

    cancel_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importingDialog")
        self.setWindowTitle(self.tr("Import"))
        self._is_over = False
        self._heading = label(name, "h3", wrap=True)
        self._text = label(wrap=True, name="importingText")
        self._bar = ThinBar()
        self._bar.show_fraction(None)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.setObjectName("importingButton")
        self.button.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 22, 24, 16)
        rows.setSpacing(10)
        for each in (self._heading, self._text, self._bar):
            rows.addWidget(each)
        rows.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        rows.addLayout(buttons)
        self.setMinimumWidth(WIDTH)

    def show_step(self, words: str, done: int, total: int) -> None:
        """What is being done, and how far it is."""
        if not self._is_over:
            self._text.setText(words)
            self._bar.show_fraction(done / total if total else None)

    def show_done(self, lines: Sequence[str]) -> None:
        """What came of it; from now on the button closes."""
        self._is_over = True
        self._bar.hide()
        self._text.setText("\n".join(lines))
        self.button.setText(self.tr("Close"))
        self.button.setEnabled(True)  # cancelling came too late
        self.button.setProperty("kind", "primary")
        self.button.style().polish(self.button)
        self.button.setDefault(True)
        self.adjustSize()

    def reject(self) -> None:
        """Escape and the button: asks to cancel, and closes when it is over."""
        if self._is_over:
            super().reject()
            return
        self.button.setEnabled(False)
        self._text.setText(self.tr("Cancelling…"))
        self.cancel_requested.emit()

    def end(self) -> None:
        """It failed or was cancelled: nothing came of it."""
        self._is_over = True
        super().reject()
