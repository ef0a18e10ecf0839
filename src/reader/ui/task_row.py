"""One task in the list of tasks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.model.article import AddOutcome, AddStatus
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


class ThinBar(QProgressBar):
    """A bar of 4 px without a number."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(4)

    def show_fraction(self, fraction: float | None) -> None:
        """How far it is, 0 to 1; None when nobody knows."""
        # Qt's own bar paints itself at once at every change, and with it the whole popover and its shadow.
        self.setUpdatesEnabled(False)
        self.setRange(0, 0 if fraction is None else 1000)
        self.setValue(round(1000 * (fraction or 0.0)))
        self.setUpdatesEnabled(True)


def _look(task: Task) -> tuple[object, ...]:
    """All of a task that its row shows."""
    return task.id, task.title, task.state, task.step, task.done, task.total, task.error


class TaskRow(QWidget):
    """One task: icon, title, bar, what it does or why it failed, and the one thing to do about it."""

    article_requested = Signal(str)
    """(id): the article that the task saved."""

    def __init__(self, icons: Icons, tasks: Tasks, task: Task, say_step: SayStep, say_error: SayError) -> None:
        super().__init__()
        self.task, self._tasks, self._say_step, self._say_error = task, tasks, say_step, say_error
        self._shown: tuple[object, ...] = ()
        self._icon = Picture(icons, "clock")
        self._title = ElidedLabel(task.title)
        self._bar = ThinBar()
        self._state = label(role="caption", wrap=True)
        self._cancel, self._retry = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Retry"))
        self._open = QPushButton(self.tr("Open"))
        self._open.clicked.connect(self._request_article)
        self._cancel.clicked.connect(lambda: tasks.cancel(self.task.id))
        self._retry.clicked.connect(lambda: tasks.retry(self.task.id))
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._title, self._bar, self._state):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for button in (self._cancel, self._retry, self._open):
            button.setProperty("kind", "link")
            row.addWidget(button)
        self.show_task(task)

    def show_task(self, task: Task) -> None:
        """Show this task from now on: among hundreds a row is not made anew for each."""
        self.task = task
        if self._shown == _look(task):
            return  # dressing a row takes a millisecond, and most rows stay as they are
        for button, name in ((self._cancel, "Cancel"), (self._retry, "Retry"), (self._open, "Open")):
            button.setObjectName(f"task{name}_{task.id}")
        self.refresh()

    def refresh(self) -> None:
        """Show the task as it is now."""
        task = self.task
        self._shown = _look(task)
        self._icon.show_icon(*_ICONS[task.state])
        self._title.set_full_text(task.title)
        for button in (self._cancel, self._retry, self._open):
            button.setAccessibleName(f"{button.text()}: {task.title}")
        is_running = task.state is TaskState.RUNNING
        self._bar.setVisible(is_running)
        if is_running:
            self._bar.show_fraction(task.fraction)
        role = "danger" if task.state is TaskState.FAILED else "caption"
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            self._state.style().polish(self._state)
        self._state.setText(self._words())
        self._cancel.setVisible(not task.state.is_over)
        self._retry.setVisible(task.state in (TaskState.FAILED, TaskState.CANCELLED))
        self._open.setVisible(bool(self.article))
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.article else Qt.CursorShape.ArrowCursor)

    @property
    def article(self) -> str:
        """The id of the article that the task saved or found, else ""."""
        result = self.task.result
        return (result.id or "") if isinstance(result, AddOutcome) else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._request_article()

    def _request_article(self) -> None:
        if self.article:
            self.article_requested.emit(self.article)

    def _words(self) -> str:
        task = self.task
        if task.state is TaskState.FAILED and task.error is not None:
            return self._say_error(task.error)
        if task.state is TaskState.RUNNING:
            return self._say_step(task.step) if task.step else self.tr("Working")
        if isinstance(task.result, AddOutcome):
            return self._outcome_words(task.result)
        return {
            TaskState.WAITING: self.tr("Waiting"),
            TaskState.DONE: self.tr("Done"),
            TaskState.CANCELLED: self.tr("Cancelled"),
        }.get(task.state, "")

    def _outcome_words(self, outcome: AddOutcome) -> str:
        if outcome.status is AddStatus.ADDED and outcome.duplicate_of:
            return self.tr("Saved, linked to the same text from elsewhere")
        return {
            AddStatus.ADDED: self.tr("Saved"),
            AddStatus.UPDATED: self.tr("Saved as a new version"),
            AddStatus.DUPLICATE: self.tr("Known already"),
            AddStatus.RESTORED: self.tr("Back from the trash"),
        }.get(outcome.status, self.tr("Done"))
