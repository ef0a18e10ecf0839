"""One task in the list of tasks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, Picture, label
from reader.ui.task import Task, TaskState
from reader.ui.tasks import Tasks

_ICONS = {
    TaskState.WAITING: ("clock", "text2"),
    TaskState.RUNNING: ("loader-circle", "accent"),
    TaskState.DONE: ("circle-check", "ok"),
    TaskState.FAILED: ("triangle-alert", "danger"),
    TaskState.CANCELLED: ("circle-x", "text3"),
}

SayStep = Callable[[str], str]
SayError = Callable[[Exception], str]


def progress_bar() -> QProgressBar:
    """A bar of 4 px without a number."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setFixedHeight(4)
    return bar


class TaskRow(QWidget):
    """One task: icon, title, bar, what it does or why it failed, and the one thing to do about it."""

    def __init__(self, icons: Icons, tasks: Tasks, task: Task, say_step: SayStep, say_error: SayError) -> None:
        super().__init__()
        self.task, self._tasks, self._say_step, self._say_error = task, tasks, say_step, say_error
        self._icon = Picture(icons, "clock")
        self._title = ElidedLabel(task.title)
        self._bar = progress_bar()
        self._state = label(role="caption", wrap=True)
        self._cancel, self._retry = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Retry"))
        self._cancel.setObjectName(f"taskCancel_{task.id}")
        self._retry.setObjectName(f"taskRetry_{task.id}")
        self._cancel.clicked.connect(lambda: tasks.cancel(task.id))
        self._retry.clicked.connect(lambda: tasks.retry(task.id))
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._title, self._bar, self._state):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for button in (self._cancel, self._retry):
            button.setProperty("kind", "link")
            row.addWidget(button)
        self.refresh()

    def refresh(self) -> None:
        """Show the task as it is now."""
        task = self.task
        self._icon.show_icon(*_ICONS[task.state])
        self._title.set_full_text(task.title)
        for button in (self._cancel, self._retry):
            button.setAccessibleName(f"{button.text()}: {task.title}")
        is_running = task.state is TaskState.RUNNING
        self._bar.setVisible(is_running)
        self._bar.setRange(0, 0 if task.fraction is None else 1000)
        self._bar.setValue(round(1000 * (task.fraction or 0.0)))
        role = "danger" if task.state is TaskState.FAILED else "caption"
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            self._state.style().polish(self._state)
        self._state.setText(self._words())
        self._cancel.setVisible(not task.state.is_over)
        self._retry.setVisible(task.state in (TaskState.FAILED, TaskState.CANCELLED))

    def _words(self) -> str:
        task = self.task
        if task.state is TaskState.FAILED and task.error is not None:
            return self._say_error(task.error)
        if task.state is TaskState.RUNNING:
            return self._say_step(task.step) if task.step else self.tr("Working")
        return {
            TaskState.WAITING: self.tr("Waiting"),
            TaskState.DONE: self.tr("Done"),
            TaskState.CANCELLED: self.tr("Cancelled"),
        }.get(task.state, "")
