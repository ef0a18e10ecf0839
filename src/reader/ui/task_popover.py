"""Every task in the background, and what waits for the network, in a popover."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.model.waiting import WaitingLink
from reader.ui.fitted_list import FittedList
from reader.ui.icons import Icons
from reader.ui.parts import label
from reader.ui.popover import Popover
from reader.ui.task import Task, TaskState
from reader.ui.task_row import SayError, SayStep, TaskRow
from reader.ui.tasks import Tasks
from reader.ui.throttle import Throttle
from reader.ui.waiting_list import WaitingList

POPOVER_WIDTH = 420
TALLEST_LIST = 420
TALLEST_BESIDE = 250
"""Of the tasks, while links wait below them."""
MOST_ROWS = 40
"""Of hundreds of links only these are listed one by one."""
REFRESHED = 250
"""Milliseconds between two arrangements of the list while hundreds of tasks change."""
TOUCHED = 100
"""Milliseconds between two looks at how far each is."""
ORDER = {
    TaskState.RUNNING: 0,
    TaskState.FAILED: 1,
    TaskState.WAITING: 2,
    TaskState.DONE: 3,
    TaskState.CANCELLED: 3,
}
"""What somebody looks for among hundreds comes first; within a group the newest."""


def chosen_rows(tasks: Sequence[Task]) -> list[Task]:
    """The tasks to list: newest first while there are few; of many, those that somebody looks for."""
    newest = sorted(tasks, key=lambda task: -task.id)
    return newest if len(tasks) <= MOST_ROWS else sorted(newest, key=lambda task: ORDER[task.state])[:MOST_ROWS]


class TaskPopover(Popover):
    """What runs, failed and came, newest first, and below it the links that wait."""

    article_requested = Signal(str)
    """(id)."""

    def __init__(
        self,
        icons: Icons,
        tasks: Tasks,
        say_step: SayStep,
        say_error: SayError,
        say_why: Callable[[WaitingLink], str],
        next_try: Callable[[WaitingLink], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__("taskPopover", parent)
        self.setFixedWidth(POPOVER_WIDTH)
        self._icons, self._tasks, self._say_step, self._say_error = icons, tasks, say_step, say_error
        self._rows: list[TaskRow] = []
        self.waiting = WaitingList(icons, say_why, next_try)
        self._build()
        self._arrange = Throttle(REFRESHED, self._show_rows, self)
        self._touch = Throttle(TOUCHED, self._refresh_rows, self)
        tasks.task_changed.connect(self._on_task_changed)
        for signal in (tasks.task_added, tasks.task_finished, tasks.list_cleared):
            signal.connect(self._on_list_changed)

    def show_waiting(self, links: Sequence[WaitingLink], is_fetching: bool) -> None:
        """Show the links that wait."""
        self.waiting.show_links(links, is_fetching)
        self._on_list_changed()

    def _build(self) -> None:
        self._heading, self._count = label(role="h2"), label(role="caption", name="taskCount")
        self._none = label(role="muted", wrap=True)
        self._none.setContentsMargins(16, 4, 16, 8)
        self._retry, self._all = QPushButton(), QPushButton()
        self._retry.setObjectName("taskRetryAll")
        self._retry.clicked.connect(self._tasks.retry_failed)
        self._all.setObjectName("taskCancelAll")
        self._all.clicked.connect(self._on_all_clicked)
        header = QHBoxLayout()
        header.setContentsMargins(16, 10, 10, 4)
        header.setSpacing(8)
        header.addWidget(self._heading)
        header.addWidget(self._count)
        header.addStretch(1)
        for button in (self._retry, self._all):
            button.setProperty("kind", "link")
            header.addWidget(button)
        self._list = FittedList("taskList")
        self._more = label(role="caption", name="taskMore")
        self._more.setContentsMargins(16, 4, 16, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(2)
        column.addLayout(header)
        for widget in (self._none, self._list, self._more, self.waiting):
            column.addWidget(widget)

    def place(self) -> None:
        """Under (or, low in the window, above) its button."""
        self._arrange.run()

    def close_popover(self) -> None:
        """Close and give the focus back to what opened it."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window()) or self.hasFocus()
        super().close_popover()
        if had_focus and self.opener is not None:
            self.opener.setFocus()

    def _on_list_changed(self, _task: object = None) -> None:
        if self.isVisible():
            self._arrange.ask()

    def _on_task_changed(self, _task: object) -> None:
        if self.isVisible():
            self._touch.ask()

    def _refresh_rows(self) -> None:
        for row in self._rows:
            row.show_task(row.task)

    def _show_rows(self) -> None:
        listed = self._tasks.listed()
        if len(listed) > MOST_ROWS and self._list.underMouse() and self._rows:
            self._refresh_rows()  # what somebody is about to click must not become another
        else:
            self._set_tasks(chosen_rows(listed))
        self._more.setText(self.tr("and %n more", "", len(listed) - len(self._rows)))
        self._more.setVisible(len(listed) > len(self._rows))
        self._show_counts(listed)
        self._fit()

    def _set_tasks(self, shown: Sequence[Task]) -> None:
        for row, task in zip(self._rows, shown, strict=False):
            row.show_task(task)
        self._rows = self._rows[: len(shown)]
        for task in shown[len(self._rows) :]:
            row = TaskRow(self._icons, self._tasks, task, self._say_step, self._say_error)
            row.article_requested.connect(self._on_article_requested)
            self._rows.append(row)
        self._list.set_rows(self._rows)

    def _show_counts(self, listed: Sequence[Task]) -> None:
        over = sum(task.state.is_over for task in listed)
        failed = sum(task.state is TaskState.FAILED for task in listed)
        self._heading.setText(self.tr("Tasks"))
        self._count.setText(f"{over} / {len(listed)}" if listed else "")
        self._none.setText(self.tr("Nothing is being done in the background."))
        self._none.setVisible(not listed)
        self._list.setVisible(bool(listed))
        self._retry.setText(self.tr("Retry all failed"))
        self._retry.setVisible(failed > 1)
        self._all.setVisible(bool(listed))
        self._all.setText(self.tr("Cancel all") if over < len(listed) else self.tr("Clear list"))

    def _on_all_clicked(self) -> None:
        if any(not task.state.is_over for task in self._tasks.listed()):
            self._tasks.cancel_all()
        else:
            self._tasks.clear_finished()

    def _on_article_requested(self, article: str) -> None:
        self.close_popover()
        self.article_requested.emit(article)

    def _fit(self) -> None:
        width = POPOVER_WIDTH - 2  # its border
        self.waiting.fit(width)
        self._list.fit(width, TALLEST_LIST if self.waiting.isHidden() else TALLEST_BESIDE)
        self.layout().invalidate()
        self.layout().activate()
        self.adjustSize()
        if self.opener is None:
            return
        window = self.parentWidget()
        corner = self.opener.mapTo(window, QPoint(self.opener.width(), self.opener.height()))
        top = corner.y() + 10
        if top + self.height() > window.height() - 8:
            top = corner.y() - self.opener.height() - self.height() - 10
        left = max(8, min(corner.x() - POPOVER_WIDTH + 60, window.width() - POPOVER_WIDTH - 12))
        self.move(left, max(8, top))
