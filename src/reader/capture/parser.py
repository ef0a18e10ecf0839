"""The near end of the worker process: starts it, asks it, and ends it when it takes too long."""

import logging
import subprocess
import threading
import time
from types import TracebackType
from typing import Any, BinaryIO, cast

from reader import processes
from reader.capture import worker
from reader.model.errors import CancelledError, CaptureError

LOG = logging.getLogger("reader")

TIME_LIMIT = 10.0
"""Seconds for one request; a page of 2 MB takes about one."""
_REQUESTS_PER_PROCESS = 300
"""Then a fresh process: a leak in a parser stays small."""


class Parser:
    """A worker process, started when first needed and kept between requests. Any thread may ask; one at a time."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self.time_limit = time_limit
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> "Parser":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Of the running worker process, or None."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Start the process ahead of need; it is ready after about 0.3 s, and this does not wait for it."""
        with self._lock:
            self._running()

    def close(self) -> None:
        """End the process, whatever it is doing; a later request starts another."""
        if (process := self._process) is not None:
            process.kill()
        with self._lock:
            self._stop()

    def ask(self, request: dict[str, Any], payload: bytes, cancel: threading.Event | None = None) -> Any:
        """What the worker answers, a payload of the answer under "payload"; raises its CaptureError and CancelledError.

        `page_too_complex` comes after the time limit (then with `limit`, in seconds), and after a crash or a fault of
        our own, which are written into the log.
        """
        with self._lock:
            if cancel is not None and cancel.is_set():
                raise CancelledError  # others were served first: no process is started only to be ended
            process = self._running()
            started = time.monotonic()
            message = self._exchange(process, request, payload, cancel)
            seconds = time.monotonic() - started
            self._served += 1
            if message is None or self._served >= _REQUESTS_PER_PROCESS:
                self._stop()
        if message is None:
            if cancel is not None and cancel.is_set():
                raise CancelledError
            if seconds >= self.time_limit:
                raise CaptureError("page_too_complex", limit=self.time_limit)
            LOG.error("the worker process ended with status %s on %s", process.returncode, request)
            raise CaptureError("page_too_complex")
        answer, returned = message
        if "bug" in answer:
            LOG.error("the worker process failed on %s\n%s", request, answer["bug"])
            raise CaptureError("page_too_complex")
        if "error" in answer:
            raise CaptureError(str(answer["error"]), **answer.get("data", {}))
        return answer["ok"] | {"payload": returned} if returned else answer["ok"]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = processes.start("reader.capture.worker")
            self._served = 0
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        processes.end(process)

    def _exchange(
        self, process: subprocess.Popen[bytes], request: dict[str, Any], payload: bytes, cancel: threading.Event | None
    ) -> tuple[dict[str, Any], bytes] | None:
        """The answer and its payload, or None when the process ended or was killed."""
        done = threading.Event()
        guard = threading.Thread(target=_guard, args=(process, done, self.time_limit, cancel), daemon=True)
        guard.start()
        try:
            worker.write_message(cast(BinaryIO, process.stdin), request, payload)
            message = worker.read_message(cast(BinaryIO, process.stdout))
        except (OSError, ValueError):
            message = None
        finally:
            done.set()
            guard.join()
        return message


def _guard(
    process: subprocess.Popen[bytes], done: threading.Event, limit: float, cancel: threading.Event | None
) -> None:
    """Kill the process at the limit or on cancelling, which ends the blocking read of the asker."""
    end = time.monotonic() + limit
    while not done.wait(0.05 if cancel is not None else limit):
        if time.monotonic() >= end or (cancel is not None and cancel.is_set()):
            process.kill()
            return
