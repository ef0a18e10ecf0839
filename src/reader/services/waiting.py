"""Links without a network: they wait in the library and are fetched later."""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from reader.library import Library
from reader.model.article import AddOutcome, AddStatus
from reader.model.errors import CancelledError, CaptureError, NotFoundError, ReaderError
from reader.model.progress import Progress
from reader.model.waiting import AddOptions, WaitingLink
from reader.services.capturing import Capturing
from reader.text.addresses import is_web, normalise

BACKOFF = (1, 5, 15, 60)
"""Minutes from one attempt to the next; the last one counts for all further ones."""

AT_ONCE = 4
"""Links fetched at the same time: most of the time of each is waiting for a server."""

WORTH_WAITING = {
    "fetch_host": True,
    "fetch_connection": True,
    "fetch_proxy": True,
    "fetch_silent": True,
    "fetch_timeout": True,
    "fetch_busy": True,
    "fetch_server": False,
    "fetch_cut_off": False,
}
"""Codes of errors that pass with time → whether all links of that server share them: then one try speaks for all."""


def passes_with_time(error: Exception | None) -> bool:
    """Whether an error is a matter of the network or of a server's bad hour, not of the link itself."""
    return isinstance(error, ReaderError) and error.code in WORTH_WAITING


def _is_settled(outcome: AddOutcome) -> bool:
    """Whether trying again is of no use: it is saved, or wrong for good. Trouble of the library says neither."""
    return outcome.error is None or isinstance(outcome.error, CaptureError)


def _key(source: str) -> str:
    """Two writings of one link wait once; capturing takes www.example.org for a link too."""
    return normalise(source if is_web(source) else f"http://{source.strip()}")


def _now() -> datetime:
    return datetime.now(UTC)


class Waiting:
    """The queue of one library. Any thread; `clock` gives the time in UTC."""

    def __init__(self, library: Library, capturing: Capturing, clock: Callable[[], datetime] = _now) -> None:
        self._library = library
        self._capturing = capturing
        self._clock = clock

    def add(
        self,
        source: str,
        *,
        data: bytes | None = None,
        options: AddOptions | None = None,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> AddOutcome:
        """As `Capturing.add`, but a link that fails for want of a network waits (`waiting` of the outcome).

        A link that was waiting and is saved now, or turns out to be wrong for good, leaves the queue.
        """
        options = options or AddOptions()
        outcome = self._capturing.add(source, data=data, progress=progress, cancel=cancel, **asdict(options))
        if outcome.error is not None and self.enqueue(source, options, outcome.error):
            return replace(outcome, waiting=True)
        if _is_settled(outcome) and not self._library.read_only:
            self._library.waiting.drop_source(_key(source))
        return outcome

    def enqueue(self, source: str, options: AddOptions, error: Exception) -> bool:
        """Let a link wait when its error passes with time and the library can be written; whether it waits now."""
        if self._library.read_only or not isinstance(error, CaptureError) or not passes_with_time(error):
            return False
        self._library.waiting.put(_key(source), options, error, _written(self._clock()))
        return True

    def list(self) -> list[WaitingLink]:
        """All links that wait, in the order they came."""
        return self._library.waiting.list()

    def drop(self, ids: Iterable[int]) -> None:
        """Take links out of the queue; NotFoundError, and nothing is dropped, when one is not in it."""
        wanted = list(dict.fromkeys(ids))
        with self._library.transaction():
            gone = set(self._library.waiting.drop(wanted))
            for id in wanted:
                if id not in gone:
                    raise NotFoundError("not_waiting", id=id)

    def next_try(self, link: WaitingLink) -> datetime:
        """When a link is due by itself, UTC."""
        return _read(link.tried) + timedelta(minutes=BACKOFF[min(link.attempts, len(BACKOFF)) - 1])

    def due(self, now: datetime | None = None, *, connected: bool = False) -> Sequence[WaitingLink]:
        """The links whose time has come; `connected` says that a server was reached just now: then a minute is
        enough, however often a link was tried before."""
        now = now or self._clock()
        first = timedelta(minutes=BACKOFF[0])
        return [
            link
            for link in self.list()
            # A clock that was set back must not let a link wait for ever.
            if not _read(link.tried) <= now < (_read(link.tried) + first if connected else self.next_try(link))
        ]

    def try_all(
        self,
        links: Sequence[WaitingLink] | None = None,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> Sequence[AddOutcome]:
        """Fetch what waits (or these of it) now; the outcomes, in order.

        Of a server that is not reached only one link is tried, the others share its fate. Raises CancelledError; what
        was saved until then stays, and what was not reached waits on.
        """
        asked = list(self.list() if links is None else links)
        cancel = cancel or threading.Event()
        asking = _Round(self, progress, cancel, len(asked))
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="waiting") as pool:
            try:
                outcomes = list(pool.map(asking.fetch, asked))
            except BaseException:
                asking.cancel.set()
                raise
        return outcomes

    def fetch(self, link: WaitingLink, error: CaptureError | None, asking: "_Round") -> AddOutcome:
        """Try one link, or let it share the `error` of its server; its row of the queue follows."""
        outcome = (
            AddOutcome(link.source, AddStatus.FAILED, error=error)
            if error is not None
            else self._capturing.add(link.source, cancel=asking.cancel, **asdict(link.options))
        )
        failed = outcome.error
        if isinstance(failed, CaptureError) and passes_with_time(failed):
            self._library.waiting.tried(link.id, failed, _written(self._clock()))
            return replace(outcome, waiting=True)
        if _is_settled(outcome):
            self._library.waiting.drop([link.id])
        return outcome


class _Round:
    """One round of trying: which servers were not reached in it, and how far it is."""

    def __init__(self, waiting: Waiting, progress: Progress | None, cancel: threading.Event, total: int) -> None:
        self._waiting, self._progress, self.cancel, self._total = waiting, progress, cancel, total
        self._lock = threading.Lock()
        self._hosts: dict[str, threading.Lock] = {}
        self._lost: dict[str, CaptureError] = {}
        self._reached: set[str] = set()
        self._done = 0

    def fetch(self, link: WaitingLink) -> AddOutcome:
        """In a worker thread."""
        host = urlsplit(link.source).netloc
        with self._lock:
            first = self._hosts.setdefault(host, threading.Lock())
        # The first link of each server finds out whether it answers at all; the others wait for that.
        with nullcontext() if host in self._reached else first:
            if self.cancel.is_set():
                raise CancelledError
            lost = self._lost.get(host)
            error = None if lost is None else CaptureError(lost.code, **lost.data | {"url": link.source})
            outcome = self._waiting.fetch(link, error, self)
            if isinstance(outcome.error, CaptureError) and WORTH_WAITING.get(outcome.error.code):
                self._lost[host] = outcome.error
            else:
                self._reached.add(host)
        with self._lock:
            self._done += 1
            done = self._done
        if self._progress is not None:
            self._progress("waiting", done, self._total)
        return outcome


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(written: str) -> datetime:
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
