"""The lower edge of the export dialog: where the file goes, and what to do with the paper."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QWidget

from reader.messages import Messages
from reader.ui.panel.elided import PathLabel
from reader.ui.parts import label
from reader.ui.task_row import ThinBar


class ExportBar(QWidget):
    """Shows one of two things: the place and the buttons, or how far the work is."""

    def __init__(self, say: Messages, *, prints: bool) -> None:
        """With `prints` the first button is the one that prints."""
        super().__init__()
        self._say = say
        self._format_name = ""
        self.change, self.print, self.copy = QPushButton(), QPushButton(), QPushButton()
        self.cancel, self.background, self.confirm = QPushButton(), QPushButton(), QPushButton()
        self.change.setProperty("kind", "link")
        first = self.print if prints else self.confirm
        first.setProperty("kind", "primary")
        buttons = {
            "exportChange": self.change,
            "exportPrint": self.print,
            "exportCopy": self.copy,
            "exportCancel": self.cancel,
            "exportBackground": self.background,
            "exportConfirm": self.confirm,
        }
        for name, button in buttons.items():
            button.setObjectName(name)
            button.setAutoDefault(button is first)
        first.setDefault(True)
        self._arrange([self.print, self.copy, self.cancel, self.background, self.confirm])
        self.set_working(False)

    def _arrange(self, buttons: list[QPushButton]) -> None:
        self._where = PathLabel()
        self._where.setObjectName("exportPath")
        self._where.setProperty("role", "caption")
        self._error = label(role="danger", wrap=True, name="exportError")
        self._error.hide()
        self._word = label(role="muted", name="exportWord")
        self._word.hide()
        self._step, self._progress = label(role="caption", name="exportStep"), ThinBar()
        place, work = QWidget(), QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._where, 0)
        row.addWidget(self.change)
        row.addWidget(self._word)
        row.addWidget(self._error, 10)
        row.addStretch(1)
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._step)
        row.addWidget(self._progress, 1)
        self._left = QStackedWidget()
        self._left.addWidget(place)
        self._left.addWidget(work)
        self._left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 10, 18, 12)
        row.setSpacing(8)
        row.addWidget(self._left, 1)
        for button in buttons:
            row.addWidget(button)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        self.change.setText(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change where the file goes"))
        self.print.setText(self.tr("Print…"))
        self.copy.setText(self.tr("Copy All"))
        self.cancel.setText(self.tr("Cancel"))
        self.background.setText(self.tr("Continue in Background"))

    def show_target(self, where: str, format_name: str) -> None:
        """Where the file would go, and in which format."""
        self._where.set_full_text(where)
        self.confirm.setText(self.tr("Export %1").replace("%1", format_name))

    def show_word(self, sentence: str) -> None:
        """What becomes of the file, or what was done; "" for nothing."""
        self._word.setText(sentence)
        self._word.setVisible(bool(sentence))

    def set_possible(self, is_possible: bool) -> None:
        """Whether there is a paper."""
        for button in (self.print, self.copy, self.confirm):
            button.setEnabled(is_possible)

    def show_error(self, sentence: str) -> None:
        """Why there is no file."""
        self.show_word("")
        self._error.setText(sentence)
        self._error.show()

    def hide_error(self) -> None:
        """Something was changed since."""
        self._error.hide()

    def show_progress(self, step: str, done: int, total: int) -> None:
        """How far the work is."""
        self._step.setText(self._say(f"progress.{step}"))
        self._progress.show_fraction(done / total if total else None)

    def set_working(self, is_working: bool) -> None:
        """Between the button and the file."""
        self._left.setCurrentIndex(int(is_working))
        self._step.setText("")
        self._progress.show_fraction(None)
        for button in (self.print, self.copy, self.confirm):
            button.setHidden(is_working)
        self.background.setVisible(is_working)
