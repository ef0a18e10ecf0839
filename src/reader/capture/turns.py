"""Manners: no server is asked by more than a few connections at once, however many links are added together."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from reader.model.errors import CancelledError

AT_ONCE = 2
"""Connections to one server; browsers take six for one reader's one page."""


class HostGate:
    """Lets at most `at_once` threads be in for each host at a time; the others wait outside. Any thread."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._inside: Counter[str] = Counter()
        self._changed = threading.Condition()

    @contextmanager
    def entered(self, host: str, cancel: threading.Event | None = None) -> Iterator[None]:
        """Wait for a place and keep it for the time of the block; CancelledError when cancelled while waiting."""
        with self._changed:
            while self._inside[host] >= self._at_once:
                self._changed.wait(0.05)
                if cancel is not None and cancel.is_set():
                    raise CancelledError
            self._inside[host] += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[host] -= 1
                if not self._inside[host]:
                    del self._inside[host]
                self._changed.notify_all()
