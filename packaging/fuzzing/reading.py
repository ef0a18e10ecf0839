"""The near end of `make fuzz`: the program's own window takes mutated pages in, shows and exports them.

Runs in a process of its own and says what happens as lines of JSON on standard output. A page goes the whole way: over
loopback or from a file, through the worker process into the library by the window's background tasks, into the reader
pane (painted at its beginning, its middle and its end), and out as Markdown.
"""

import faulthandler
import json
import logging
import os
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler

from fuzzing.mutators import mutated
from reader.app import application, build_window
from reader.model.errors import ReaderError
from reader.services.exporting import Options
from reader.services.session import Session
from reader.settings import Settings
from reader.ui.task import Task

BEAT = 20
"""Milliseconds between two beats of the timer whose gaps are the stalls."""
STALL = 200
"""Milliseconds without a beat that count as a stall."""
AT_ONCE = 3
"""Pages that are being added while another is shown."""
FROM_FILES = 4
"""Every fourth page comes from a file, the others over loopback."""
SETTLE = 1000
"""Milliseconds that the window has for its own start before stalls count."""


def say(event: str, **facts: Any) -> None:
    """One line for the far end."""
    sys.stdout.write(json.dumps({"event": event} | facts) + "\n")
    sys.stdout.flush()


class _Trouble(logging.Handler):
    """Faults that the program logs; expected trouble is logged with a lower level."""

    def emit(self, record: logging.LogRecord) -> None:
        say("exception", text=self.format(record))


def watch_for_trouble() -> None:
    """Say whatever nobody caught, on any thread, and what Qt complains about."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("reader").error("nobody caught", exc_info=(kind, error, trace))

    def complain(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "plugin does not support" not in message:
            say("exception", text=f"Qt: {message}")

    sys.excepthook = hook
    threading.excepthook = lambda told: hook(told.exc_type, told.exc_value or SystemExit(), told.exc_traceback)
    logging.getLogger("reader").addHandler(_Trouble(logging.ERROR))
    qInstallMessageHandler(complain)


class Heart(QObject):
    """Beats on the UI thread; a gap between two beats is a stall of the window."""

    def __init__(self, driver: "Driver") -> None:
        super().__init__(driver)
        self._driver = driver
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._last = self._cpu = 0.0
        self._stacks: list[str] = []
        threading.Thread(target=self._watch, daemon=True).start()

    def start(self) -> None:
        self._last, self._cpu = time.monotonic(), time.thread_time()
        self._timer.start()

    def _on_beat(self) -> None:
        now, cpu = time.monotonic(), time.thread_time()
        gap, busy = (now - self._last) * 1000 - BEAT, (cpu - self._cpu) * 1000
        self._last, self._cpu = now, cpu
        if gap > STALL:
            driver = self._driver
            say("stall", page=driver.shown, ms=round(gap), own=round(busy), doing=driver.doing, adding=[*driver.adding],
                where=self._stacks)  # fmt: skip
        self._stacks = []

    def _watch(self) -> None:
        """In a thread of its own: note where all threads stand when a beat is late."""
        while True:
            time.sleep(BEAT / 1000)
            if self._last and not self._stacks and time.monotonic() - self._last > STALL * 0.6 / 1000:
                self._stacks = [line for each in list(sys._current_frames().values()) if (line := _ours(each))]


def _ours(frame: FrameType | None) -> str:
    """The program's own lines in which a thread stands, innermost first; "" for a thread that waits for work."""
    found = []
    while frame is not None:
        file = frame.f_code.co_filename
        if "/reader/" in file or "/fuzzing/" in file:
            found.append(f"{file.rpartition('/reader/')[2]}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    is_waiting = not found or " _watch" in found[0] or " _work" in found[0]
    return "" if is_waiting else " < ".join(found[:7])


class Driver(QObject):
    """Feeds pages to a window and leads each through it."""

    def __init__(self, window: Any, numbers: Sequence[int], seed: int, pages: Sequence[bytes], folder: Path, port: int,
                 at_once: int = AT_ONCE) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._session, self._tasks = window, window.work.session, window.work.tasks
        self._waiting, self._seed, self._pages = deque(numbers), seed, pages
        self._folder, self._port, self._at_once = folder, port, at_once
        self.adding: dict[int, float] = {}
        self.shown, self.doing = -1, "start"
        self._tasks_of: dict[int, int] = {}
        self._number = -1
        self._ready: deque[tuple[int, str]] = deque()
        self._exports = self._paints = 0
        self._is_idle = True
        self._tasks.task_added.connect(self._on_task_added)
        self._tasks.task_finished.connect(self._on_task_finished)
        # Shown by `_go_on`, one after the other, so that each is painted.
        window.capture.article_added.disconnect(window.show_article)
        window.pane.view.viewport().installEventFilter(self)
        self.heart = Heart(self)

    def start(self) -> None:
        """Begin; the application quits when all is done."""
        self.heart.start()
        self._feed()

    # ---- adding

    def _feed(self) -> None:
        # One at a time means alone: nothing else is being written out either.
        others = self._exports if self._at_once == 1 else 0
        while self._waiting and len(self.adding) + len(self._ready) + others < self._at_once:
            number = self._waiting.popleft()
            self.adding[number] = time.monotonic()
            say("begun", page=number)
            if number % FROM_FILES:
                self._add(number, f"http://127.0.0.1:{self._port}/{self._seed}/{number}.html")
            else:
                self._tasks.run(self._write, number, on_done=partial(self._add, number))
        if not (self._waiting or self.adding or self._ready or self._exports) and self._is_idle:
            self._window.close()
            application().quit()

    def _write(self, number: int) -> str:
        """In a worker thread: a page as a file."""
        path = self._folder / f"{number}.html"
        path.write_bytes(mutated(self._pages, self._seed, number)[0])
        return str(path)

    def _add(self, number: int, source: str) -> None:
        """As a person adds a link or a file."""
        self._number = number
        self._window.capture.add_sources([source])

    def _on_task_added(self, task: Task) -> None:
        self._tasks_of[task.id] = self._number

    def _on_task_finished(self, task: Task) -> None:
        number = self._tasks_of.pop(task.id)
        seconds = time.monotonic() - self.adding.pop(number)
        if task.error is None:
            say("added", page=number, seconds=round(seconds, 2))
            self._ready.append((number, task.result.id))
        elif isinstance(task.error, ReaderError):
            limit = task.error.data.get("limit") if task.error.code == "page_too_complex" else None
            say("refused", page=number, code=task.error.code, killed=limit is not None, seconds=round(seconds, 2))
        else:
            say("exception", page=number, text=repr(task.error))
        (self._folder / f"{number}.html").unlink(missing_ok=True)
        QTimer.singleShot(0, self, self._go_on)

    # ---- showing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self._paints += event.type() == QEvent.Type.Paint
        return False

    def _go_on(self) -> None:
        self._feed()
        if self._is_idle and self._ready:
            self._is_idle = False
            self.shown, key = self._ready.popleft()
            text = self._session.reading.content(key).text
            places = [("middle", len(text) // 2), ("end", len(text))]
            steps = deque([("show", partial(self._window.show_article, key)),
                           *((name, partial(self._window.pane.goto, place)) for name, place in places)])  # fmt: skip
            self._step(steps, key)

    def _step(self, steps: deque[tuple[str, Any]], key: str) -> None:
        """One step, then the next when its picture has been painted."""
        if not steps:
            self._export(key)
            return
        self.doing, do = steps.popleft()
        before = self._paints
        do()
        self._window.pane.view.viewport().update()
        self._await_paint(partial(self._step, steps, key), before, 50)

    def _await_paint(self, then: Any, before: int, turns: int) -> None:
        if self._paints > before or not turns:
            then()
        else:
            QTimer.singleShot(0, self, partial(self._await_paint, then, before, turns - 1))

    def _export(self, key: str) -> None:
        self._exports += 1
        self.doing = "after"
        self._is_idle = True
        done = partial(self._on_exported, self.shown)
        self._tasks.run(self._as_markdown, key, on_done=done, on_error=partial(self._on_export_failed, self.shown))
        self._go_on()

    def _as_markdown(self, key: str) -> int:
        """In a worker thread."""
        path = self._folder / f"{key}.md"
        self._session.exporting.export([key], "md", path, Options())
        length = len(self._session.reading.markdown(key)) + path.stat().st_size
        path.unlink()
        return length

    def _on_exported(self, number: int, length: int) -> None:
        self._exports -= 1
        say("exported", page=number, length=length)
        self._go_on()

    def _on_export_failed(self, number: int, error: Exception) -> None:
        say("exception", page=number, text="".join(traceback.format_exception(error)))
        self._on_exported(number, 0)


def read(numbers: Sequence[int], seed: int, pages: Sequence[bytes], folder: Path, port: int, at_once: int) -> None:
    """Lead the pages with these numbers through a window over a new library in `folder`."""
    faulthandler.enable()
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    watch_for_trouble()
    with Session(folder / "library.db", creator="小林") as session:
        window = build_window(app, session, Settings(theme="light"), "zh_CN")
        window.resize(1366, 768)
        window.show()
        sample = session.capturing.add_sample()
        window.show_article(sample.id)
        driver = Driver(window, numbers, seed, pages, folder, port, at_once)
        QTimer.singleShot(SETTLE, driver, driver.start)
        app.exec()
        say("end", problems=session.health.check()["problems"], memory=peak_memory())
    # Threads of a hung parser must not keep a finished run alive.
    os._exit(0)


def peak_memory() -> int:
    """MB that this process has held at most; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
