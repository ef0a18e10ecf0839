"""The work in the background as a strip in the sidebar."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.icons import Icons
from reader.ui.parts import describe, icon_button, label
from reader.ui.task import Task, TaskState
from reader.ui.task_row import ThinBar
from reader.ui.tasks import Tasks
from reader.ui.throttle import Throttle

REFRESHED = 100
"""Milliseconds between two counts while hundreds of tasks change."""


class TaskStrip(QWidget):
    """How many of the listed tasks are done; hidden while there is nothing to say. A click asks for the popover."""

    clicked = Signal()

    def __init__(self, icons: Icons, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskStrip")
        self._tasks = tasks
        self._text = label(role="muted", name="taskStripText")
        self._bar = ThinBar()
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
        self._first = self._waiting = 0
        self._refresh = Throttle(REFRESHED, self.refresh, self)
        tasks.task_added.connect(self._on_task_added)
        for signal in (tasks.task_changed, tasks.task_finished, tasks.list_cleared):
            signal.connect(self._refresh.ask)
        self.refresh()

    def set_waiting(self, count: int) -> None:
        """How many links wait for the network: said while nothing else is to be said."""
        self._waiting = count
        self._refresh.ask()

    def _on_task_added(self, added: Task) -> None:
        """What begins while nothing runs begins a new count: 1 / 3, not 41 / 43."""
        if not self._tasks.is_busy(besides=added):
            self._first = added.id
        self._refresh.ask()

    def refresh(self) -> None:
        """Count again."""
        listed = [task for task in self._tasks.listed() if task.id >= self._first or not task.state.is_over]
        over = [task for task in listed if task.state.is_over]
        failed = sum(task.state is TaskState.FAILED for task in listed)
        is_busy = len(over) < len(listed)
        self.setVisible(is_busy or failed + self._waiting > 0)
        self._cancel.setVisible(is_busy or failed > 0)
        self._bar.setVisible(is_busy)
        if is_busy:
            number, total = len(over) + 1, len(listed)
            self._text.setText(self.tr("Working %1 / %2").replace("%1", str(number)).replace("%2", str(total)))
            done = len(over) + sum(task.fraction or 0.0 for task in listed if task.state is TaskState.RUNNING)
            self._bar.show_fraction(done / total)
            describe(self._cancel, self.tr("Cancel all"))
        else:
            waits = self.tr("%n link(s) wait", "", self._waiting) if self._waiting else ""
            fails = self.tr("%n failed", "", failed) if failed else ""
            self._text.setText(" · ".join(filter(None, (fails, waits))))
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
