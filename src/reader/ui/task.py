"""One piece of work in the background, as the window sees it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class TaskState(StrEnum):
    """Where a task is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it (unless it is retried)."""
        return self in (TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED)


@dataclass(eq=False)
class Task:
    """One piece of work as the UI thread sees it; only the UI thread changes it."""

    id: int
    title: str
    """What a task list shows; "" for work too small to list."""
    state: TaskState = TaskState.WAITING
    step: str = ""
    """Key of the step as the function named it (`progress.<key>` in the messages)."""
    done: int = 0
    total: int = 0
    """0 when the function does not know how much there is."""
    result: Any = None
    error: Exception | None = None

    @property
    def fraction(self) -> float | None:
        """How far the step is, 0 to 1; None when unknown."""
        return min(1.0, self.done / self.total) if self.total > 0 else None
