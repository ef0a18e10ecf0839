"""Work off the UI thread: plain data in, plain data out, results back on the UI thread.

Four pools: one worker for whatever writes the library (writes keep their order), several for the network, one for the
pages of a preview, and a few for the rest, such as export. Nothing here knows what the work is.
"""

import inspect
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from reader.model.errors import CancelledError
from reader.model.progress import Progress
from reader.ui.task import Task, TaskState

READERS = 2
"""Workers for what neither writes nor fetches: few enough to leave the window a core."""

FETCHERS = 6
"""Workers for the network, apart from the others: hundreds of links must not keep a document waiting. Most of their
time they wait for servers, and two of them for each server at most."""

PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of one step: more often than this nobody sees."""

KEPT = 200
"""Tasks that are over and still listed."""


@dataclass(eq=False)
class _Job:
    """What runs for a task; kept as long as it can be retried."""

    task: Task
    function: Callable[..., Any]
    args: tuple[Any, ...]
    on_done: Callable[[Any], object] | None
    on_error: Callable[[Exception], object] | None
    on_cancel: Callable[[], object] | None
    progress: Progress | None
    writes: bool
    fetches: bool
    draws: bool
    replaces: str
    cancel: threading.Event = field(default_factory=threading.Event)
    future: "Future[None] | None" = None
    is_dropped: bool = False

    def __post_init__(self) -> None:
        try:
            self.parameters = set(inspect.signature(self.function).parameters)
        except (TypeError, ValueError):  # a builtin without a signature takes neither progress nor cancel
            self.parameters = set()


def _nothing() -> None:
    """What a task runs that is done."""


def _is_alive(callback: Callable[..., object]) -> bool:
    """False when the callback is a method of a Qt object that Qt has destroyed meanwhile."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Tasks(QObject):
    """Runs functions in the background and tells the UI thread what comes of them.

    All public methods are for the UI thread, and all signals and callbacks come on it. Only tasks with a title are
    announced by signals and listed by `listed`.
    """

    task_added = Signal(object)
    task_changed = Signal(object)
    task_finished = Signal(object)
    list_cleared = Signal()
    """Tasks that are over were forgotten."""
    failed = Signal(object, object)
    """(Task, Exception): a task failed and nobody had given an `on_error`."""

    _started = Signal(int)
    _reported = Signal(int, str, int, int)
    _ended = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._fetchers = ThreadPoolExecutor(FETCHERS, "fetcher")
        # One thread, always the same: text that Qt has set is drawn, and let go, by the thread that set it.
        self._drawer = ThreadPoolExecutor(1, "drawer")
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._is_closed = False
        # Emitted in a worker, received here: AutoConnection queues them onto the thread this object lives in.
        self._started.connect(self._on_started)
        self._reported.connect(self._on_reported)
        self._ended.connect(self._on_ended)

    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
        on_cancel: Callable[[], object] | None = None,
        progress: Progress | None = None,
        writes: bool = False,
        fetches: bool = False,
        draws: bool = False,
        title: str = "",
        replaces: str = "",
    ) -> Task:
        """Run `function(*args)` in the background; keyword arguments go in by functools.partial.

        A function with a parameter `progress` gets a callable (step key, done, total), one with a parameter `cancel`
        a threading.Event. `on_done` gets the result, `on_error` the exception (without it, `failed` is emitted),
        `on_cancel` is told when the task was cancelled, `progress` follows the steps. `writes` puts it in the one
        queue of the library's writer, `fetches` among those that wait for servers, `draws` in the one thread that sets
        and draws pages. A name in `replaces` drops an
        earlier task of the same name: of a filter typed quickly only the last result arrives.
        """
        if self._is_closed:
            return self._refuse(title, on_cancel, writes)
        if replaces:
            self._drop(replaces)
        task = Task(next(self._numbers), title)
        job = _Job(task, function, args, on_done, on_error, on_cancel, progress, writes, fetches, draws, replaces)
        self._jobs[task.id] = job
        if title:
            self._forget_oldest()
            self.task_added.emit(task)
        self._submit(job)
        return task

    def listed(self) -> list[Task]:
        """The tasks with a title, oldest first: running, waiting, and those that ended and were not cleared."""
        return [job.task for job in self._jobs.values() if job.task.title]

    def is_busy(self, *, besides: Task | None = None) -> bool:
        """Whether anything is waiting or running; with `besides`, anything listed but this."""
        jobs = (job.task for job in self._jobs.values())
        if besides is not None:
            jobs = (task for task in jobs if task.title and task is not besides)
        return any(not task.state.is_over for task in jobs)

    def cancel(self, task_id: int) -> None:
        """Ask a task to stop: one that waits never starts, one that runs stops when it looks at its event."""
        job = self._jobs.get(task_id)
        if job is None or job.task.state.is_over:
            return
        job.cancel.set()
        if job.future is not None and job.future.cancel():
            self._on_ended(task_id, None, CancelledError())

    def cancel_all(self) -> None:
        """Cancel every listed task; small work without a title (a note being saved) goes on."""
        for task in self.listed():
            self.cancel(task.id)

    def retry(self, task_id: int) -> None:
        """Run a failed or cancelled task again, in its old place of the list."""
        job = self._jobs.get(task_id)
        states = (TaskState.FAILED, TaskState.CANCELLED)
        if self._is_closed or job is None or job.task.state not in states:
            return
        task = job.task
        task.state, task.step, task.done, task.total, task.error = TaskState.WAITING, "", 0, 0, None
        job.cancel = threading.Event()
        self.task_changed.emit(task)
        self._submit(job)

    def retry_failed(self) -> None:
        """Run all listed tasks again that failed."""
        for task in self.listed():
            if task.state is TaskState.FAILED:
                self.retry(task.id)

    def record(self, title: str, error: Exception, function: Callable[..., Any], **callbacks: Any) -> Task:
        """List a task that failed already; `function` and the callbacks, those of `run`, are for trying it again."""
        told = {name: callbacks.get(name) for name in ("on_done", "on_error", "on_cancel", "progress")}
        task = Task(next(self._numbers), title, TaskState.FAILED, error=error)
        job = _Job(task, function, (), **told, writes=False, fetches=True, draws=False, replaces="")
        self._jobs[task.id] = job
        self.task_added.emit(task)
        return task

    def forget(self, task: Task) -> None:
        """Take a task that is over off the list."""
        if task.state.is_over and self._jobs.pop(task.id, None) is not None:
            self.list_cleared.emit()

    def rename(self, task: Task, title: str) -> None:
        """Call a listed task otherwise, now that more is known of what it works on."""
        if task.title and title and title != task.title:
            task.title = title
            self.task_changed.emit(task)

    def clear_finished(self) -> None:
        """Forget the listed tasks that are over."""
        self._jobs = {number: job for number, job in self._jobs.items() if not job.task.state.is_over}
        self.list_cleared.emit()

    def shutdown(self, timeout: float | None = None) -> bool:
        """Cancel what can be cancelled, let writes finish, deliver the last results; False when time ran out.

        `timeout` in seconds, None to wait as long as it takes. A waiting write that takes no `cancel` still runs: it
        is something the user was told is saved.
        """
        self._is_closed = True
        for job in list(self._jobs.values()):
            if "cancel" in job.parameters or not job.writes:
                self.cancel(job.task.id)
        running = [job.future for job in self._jobs.values() if job.future is not None]
        unfinished = wait(running, timeout).not_done
        for pool in (self._writer, self._readers, self._fetchers, self._drawer):
            pool.shutdown(wait=not unfinished, cancel_futures=bool(unfinished))
        QCoreApplication.sendPostedEvents(self)
        return not unfinished

    def _refuse(self, title: str, on_cancel: Callable[[], object] | None, writes: bool) -> Task:
        """After the shutdown: what would only be shown is cancelled; a write is never dropped silently."""
        if writes:
            raise RuntimeError("tasks are shut down")
        if on_cancel is not None:
            on_cancel()
        return Task(next(self._numbers), title, TaskState.CANCELLED)

    def _forget_oldest(self) -> None:
        if len(self._jobs) <= KEPT:
            return
        over = [number for number, job in self._jobs.items() if job.task.state.is_over]
        for number in over[:-KEPT]:
            del self._jobs[number]

    def _drop(self, name: str) -> None:
        for job in list(self._jobs.values()):
            if job.replaces == name and not job.task.state.is_over:
                job.is_dropped = True
                self.cancel(job.task.id)

    def _submit(self, job: _Job) -> None:
        pool = self._writer if job.writes else self._fetchers if job.fetches else self._readers
        job.future = (self._drawer if job.draws else pool).submit(self._work, job, job.cancel)

    def _work(self, job: _Job, cancel: threading.Event) -> None:
        """In a worker thread: touches nothing of the job but its function and arguments."""
        number = job.task.id
        extra: dict[str, Any] = {}
        if "progress" in job.parameters:
            extra["progress"] = self._reporter(number)
        if "cancel" in job.parameters:
            extra["cancel"] = cancel
        self._started.emit(number)
        try:
            if cancel.is_set():
                raise CancelledError
            result = job.function(*job.args, **extra)
        except Exception as error:  # noqa: BLE001 - not swallowed: handed to the UI thread
            self._ended.emit(number, None, error)
        else:
            self._ended.emit(number, result, None)

    def _reporter(self, number: int) -> Progress:
        """The progress callable of one task; reports of one step are thinned out."""
        last_step, last_time = "", 0.0

        def report(step: str, done: int, total: int) -> None:
            nonlocal last_step, last_time
            now = time.monotonic()
            if step == last_step and done < total and now - last_time < PROGRESS_INTERVAL:
                return
            last_step, last_time = step, now
            # Qt's int has 32 bits: a large download counted in bytes would overflow it.
            scale = max(1, total >> 30)
            self._reported.emit(number, step, min(done // scale, 1 << 30), total // scale)

        return report

    def _on_started(self, number: int) -> None:
        job = self._jobs.get(number)
        if job is not None and not job.task.state.is_over:
            job.task.state = TaskState.RUNNING
            self._announce(self.task_changed, job.task)

    def _on_reported(self, number: int, step: str, done: int, total: int) -> None:
        job = self._jobs.get(number)
        if job is None or job.is_dropped or job.task.state.is_over:
            return
        job.task.step, job.task.done, job.task.total = step, done, total
        self._announce(self.task_changed, job.task)
        if job.progress is not None and _is_alive(job.progress):
            job.progress(step, done, total)

    def _on_ended(self, number: int, result: Any, error: Exception | None) -> None:
        job = self._jobs.get(number)
        if job is None or job.task.state.is_over:
            return
        task = job.task
        task.result, task.error = result, error
        if error is None:
            task.state = TaskState.DONE
        else:
            task.state = TaskState.CANCELLED if isinstance(error, CancelledError) else TaskState.FAILED
        if not task.title:
            del self._jobs[number]
        elif task.state is TaskState.DONE:
            job.function, job.args = _nothing, ()  # what it worked on may be large, and it is never run again
        self._announce(self.task_finished, task)
        if not job.is_dropped:
            self._deliver(job)

    def _announce(self, signal: Any, task: Task) -> None:
        if task.title:
            signal.emit(task)

    def _deliver(self, job: _Job) -> None:
        """Call back whoever asked; an error that nobody asked for is announced to all."""
        task = job.task
        if task.state is TaskState.DONE:
            if job.on_done is not None and _is_alive(job.on_done):
                job.on_done(task.result)
        elif task.state is TaskState.CANCELLED:
            if job.on_cancel is not None and _is_alive(job.on_cancel):
                job.on_cancel()
        elif job.on_error is not None and _is_alive(job.on_error):
            job.on_error(task.error)
        else:
            self.failed.emit(task, task.error)
