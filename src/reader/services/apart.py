"""A process of its own for work that would keep the interpreter to itself.

Threads share one interpreter. Loading the dictionary that segments Chinese holds it for a tenth of a second, in which
a window stands still; in another process nothing of that is felt. What runs there are functions of the program over
data of the program, so messages are pickles: a length (8 bytes, big-endian) and the bytes. Content that nobody has
checked is parsed elsewhere (`capture.worker`), and never answers in pickles.
"""

import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar

from reader import processes
from reader.model.errors import CancelledError

Result = TypeVar("Result")

_LENGTH = struct.Struct(">Q")


def read_message(stream: BinaryIO) -> bytes | None:
    """The next message, or None at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def write_message(stream: BinaryIO, data: bytes) -> None:
    """Send a message and flush."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


class Apart:
    """Started when first needed, kept until `close`. Any thread may call; one call at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    @property
    def process_id(self) -> int | None:
        """Of the running process, or None."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def call(self, function: Callable[..., Result], *args: Any) -> Result:
        """What `function(*args)` gives or raises; it runs here where it cannot run there.

        Raises CancelledError when `close` came first.
        """
        try:
            request = pickle.dumps((function, args))
        except (pickle.PicklingError, AttributeError, TypeError):  # a function that has no name of its own
            return function(*args)
        with self._lock:
            answer = None if self._is_closed else self._exchange(request)
        if answer is None:
            if self._is_closed:
                raise CancelledError
            return function(*args)
        is_done, value = pickle.loads(answer)
        if is_done:
            return value  # type: ignore[no-any-return]
        raise value

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._is_closed = True
        if (process := self._process) is not None:
            process.kill()
        with self._lock:
            self._stop()

    def _exchange(self, request: bytes) -> bytes | None:
        """The answer; None when the process cannot be started or has ended."""
        try:
            process = self._running()
            if process.stdin is None or process.stdout is None:
                return None
            write_message(process.stdin, request)  # type: ignore[arg-type]
            answer = read_message(process.stdout)  # type: ignore[arg-type]
        except (OSError, ValueError):
            answer = None
        if answer is None:
            self._stop()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = processes.start("reader.services.apart")
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        processes.end(process)


def answer(request: bytes) -> bytes:
    """Do what is asked: (whether it was done, what came of it or the exception)."""
    function, args = pickle.loads(request)
    try:
        return pickle.dumps((True, function(*args)))
    except Exception as error:  # noqa: BLE001 - not swallowed: raised where it was asked for
        try:
            return pickle.dumps((False, error))
        except Exception:  # noqa: BLE001 - an exception that holds what cannot be sent
            return pickle.dumps((False, RuntimeError(repr(error))))


def main() -> None:
    """Answer requests until the stream ends."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while (request := read_message(requests)) is not None:
        write_message(answers, answer(request))


if __name__ == "__main__":
    main()
