"""The sources of one deed of adding, each a task of its own, reported together."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.model.article import AddOutcome
from reader.ui.arrivals import Arrivals
from reader.ui.task import Task, TaskState
from reader.ui.throttle import Throttle

ANNOUNCED = 500
"""Milliseconds between two times that a long batch shows what came so far."""


class Batch(QObject):
    """Gathers what becomes of its tasks; what is retried later is reported again by itself."""

    def __init__(self, arrivals: Arrivals, on_waiting: Callable[[Task], object]) -> None:
        super().__init__(arrivals)
        self._arrivals, self._on_waiting = arrivals, on_waiting
        self._tasks: list[Task] = []
        self._unseen: list[AddOutcome] = []
        self._outcomes: list[AddOutcome] = []
        self._errors: list[Exception] = []
        self._cancelled = 0
        self._announce = Throttle(ANNOUNCED, self._show_unseen, self)

    def add(self, task: Task) -> None:
        """One more of them; all are added before the first can be over."""
        self._tasks.append(task)

    def done(self, task: Task, outcome: AddOutcome) -> None:
        """One is saved, or waits for the network."""
        self._outcomes.append(outcome)
        self._unseen.append(outcome)
        if outcome.waiting:
            self._on_waiting(task)
        self._announce.ask()
        self._conclude()

    def failed(self, error: Exception) -> None:
        """One failed."""
        self._errors.append(error)
        self._conclude()

    def cancelled(self) -> None:
        """One was cancelled."""
        self._cancelled += 1
        self._conclude()

    def _show_unseen(self) -> None:
        unseen, self._unseen = self._unseen, []
        self._arrivals.announce(unseen)

    def _conclude(self) -> None:
        if not all(task.state.is_over for task in self._tasks):
            return
        self._announce.run()
        outcomes, errors, cancelled = self._outcomes, self._errors, self._cancelled
        self._outcomes, self._errors, self._cancelled = [], [], 0
        self._arrivals.conclude(outcomes, errors, cancelled)
        if all(task.state is TaskState.DONE for task in self._tasks):
            self.deleteLater()  # nothing of it can be tried again
