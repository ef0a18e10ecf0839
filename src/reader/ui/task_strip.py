"""The work in the background as it is seen: a strip in the sidebar, and a popover with every task."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.icons import Icons
from reader.ui.parts import describe, icon_button, label
from reader.ui.popover import Popover
from reader.ui.task import Task, TaskState
from reader.ui.task_row import SayError, SayStep, TaskRow, progress_bar
from reader.ui.tasks import Tasks

POPOVER_WIDTH = 400
TALLEST_LIST = 420
MOST_ROWS = 60
"""Rows of the popover; of hundreds of links only the newest are listed one by one."""


class TaskStrip(QWidget):
    """How many of the listed tasks are done; hidden while there is nothing to say. A click asks for the popover."""

    clicked = Signal()

    def __init__(self, icons: Icons, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskStrip")
        self._tasks = tasks
        self._text = label(role="muted", name="taskStripText")
        self._bar = progress_bar()
        self._cancel = icon_button(icons, "x", "taskCancel", size=14, side=24)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 12)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._first = 0
        tasks.task_added.connect(self._on_task_added)
        for signal in (tasks.task_changed, tasks.task_finished):
            signal.connect(self.refresh)
        tasks.list_cleared.connect(self.refresh)
        self.refresh()

    def _on_task_added(self, added: Task) -> None:
        """What begins while nothing runs begins a new count: 1 / 3, not 41 / 43."""
        if all(task.state.is_over for task in self._tasks.listed() if task is not added):
            self._first = added.id
        self.refresh()

    def refresh(self, _task: object = None) -> None:
        """Count again."""
        listed = [task for task in self._tasks.listed() if task.id >= self._first or not task.state.is_over]
        over = [task for task in listed if task.state.is_over]
        failed = sum(task.state is TaskState.FAILED for task in listed)
        is_busy = len(over) < len(listed)
        self.setVisible(is_busy or failed > 0)
        self._bar.setVisible(is_busy)
        if is_busy:
            number, total = len(over) + 1, len(listed)
            self._text.setText(self.tr("Working %1 / %2").replace("%1", str(number)).replace("%2", str(total)))
            done = len(over) + sum(task.fraction or 0.0 for task in listed if task.state is TaskState.RUNNING)
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * done / total))
            describe(self._cancel, self.tr("Cancel all"))
        else:
            self._text.setText(self.tr("%n failed", "", failed))
            describe(self._cancel, self.tr("Clear"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def _on_cancel_clicked(self) -> None:
        if self._tasks.is_busy():
            self._tasks.cancel_all()
        self._tasks.clear_finished()


class TaskPopover(Popover):
    """Every listed task, newest first."""

    def __init__(self, icons: Icons, tasks: Tasks, say_step: SayStep, say_error: SayError, parent: QWidget) -> None:
        super().__init__("taskPopover", parent)
        self.setFixedWidth(POPOVER_WIDTH)
        self._icons, self._tasks, self._say_step, self._say_error = icons, tasks, say_step, say_error
        self._rows: dict[int, TaskRow] = {}
        self._build()
        tasks.task_added.connect(self._on_task_added)
        tasks.task_changed.connect(self._on_task_changed)
        tasks.task_finished.connect(self._on_task_changed)
        tasks.list_cleared.connect(self._on_list_cleared)

    def _build(self) -> None:
        self._heading, self._count = label(role="h2"), label(role="caption", name="taskCount")
        self._none = label(role="muted", wrap=True)
        self._none.setContentsMargins(16, 4, 16, 8)
        self._all = QPushButton()
        self._all.setObjectName("taskCancelAll")
        self._all.setProperty("kind", "link")
        self._all.clicked.connect(self._on_all_clicked)
        header = QHBoxLayout()
        header.setContentsMargins(16, 10, 10, 4)
        header.setSpacing(8)
        header.addWidget(self._heading)
        header.addWidget(self._count)
        header.addStretch(1)
        header.addWidget(self._all)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("taskList")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(2)
        column.addLayout(header)
        column.addWidget(self._none)
        column.addWidget(self._scroll)

    def place(self) -> None:
        """Under (or, low in the window, above) its button."""
        self._fill()
        self._fit()

    def close_popover(self) -> None:
        """Close and give the focus back to what opened it."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window()) or self.hasFocus()
        super().close_popover()
        if had_focus and self.opener is not None:
            self.opener.setFocus()

    def _fill(self) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        for task in reversed(self._tasks.listed()[-MOST_ROWS:]):
            self._add_row(task, self._list.count() - 1)
        self._show_counts()

    def _add_row(self, task: Task, place: int) -> None:
        row = TaskRow(self._icons, self._tasks, task, self._say_step, self._say_error)
        self._rows[task.id] = row
        self._list.insertWidget(place, row)
        row.show()  # else Qt shows it once events are done, and what is hidden counts for nothing in `_fit`

    def _show_counts(self) -> None:
        listed = self._tasks.listed()
        over = sum(task.state.is_over for task in listed)
        self._heading.setText(self.tr("Tasks"))
        self._count.setText(f"{over} / {len(listed)}" if listed else "")
        self._none.setText(self.tr("Nothing is being done in the background."))
        self._none.setVisible(not listed)
        self._scroll.setVisible(bool(listed))
        self._all.setVisible(bool(listed))
        self._all.setText(self.tr("Cancel all") if over < len(listed) else self.tr("Clear list"))

    def _on_all_clicked(self) -> None:
        if any(not task.state.is_over for task in self._tasks.listed()):
            self._tasks.cancel_all()
        else:
            self._tasks.clear_finished()

    def _on_list_cleared(self) -> None:
        if self.isVisible():
            self._fill()
            self._fit()

    def _on_task_added(self, task: Task) -> None:
        if self.isVisible():
            self._add_row(task, 0)
            self._show_counts()
            self._fit()

    def _on_task_changed(self, task: Task) -> None:
        if self.isVisible() and (row := self._rows.get(task.id)) is not None:
            row.refresh()
            self._show_counts()
            if task.state.is_over:  # a reason is longer than a step
                self._fit()

    def _fit(self) -> None:
        inner = self._scroll.widget()
        for each in inner.findChildren(QWidget):
            each.ensurePolished()  # the style sheet sets their fonts, and with them their heights
            if each.layout() is not None:
                each.layout().invalidate()
        inner.layout().invalidate()
        width = POPOVER_WIDTH - 2  # its border
        height = inner.layout().totalHeightForWidth(width)
        # Told, not asked: a bar that is there once takes width, which makes the lines wrap that it is needed for.
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if height > TALLEST_LIST else policy.ScrollBarAlwaysOff
        )
        self._scroll.setFixedHeight(min(TALLEST_LIST, max(1, height)))
        self.adjustSize()
        window = self.parentWidget()
        corner = self.opener.mapTo(window, QPoint(self.opener.width(), self.opener.height()))
        top = corner.y() + 10
        if top + self.height() > window.height() - 8:
            top = corner.y() - self.opener.height() - self.height() - 10
        left = max(8, min(corner.x() - POPOVER_WIDTH + 60, window.width() - POPOVER_WIDTH - 12))
        self.move(left, max(8, top))
