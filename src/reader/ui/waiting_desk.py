"""The links that wait for the network: shown, fetched when it is back, dropped."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.model.article import AddOutcome
from reader.model.errors import ReaderError
from reader.model.progress import Progress
from reader.model.waiting import AddOptions, WaitingLink
from reader.services.waiting import Waiting
from reader.ui.arrivals import Arrivals
from reader.ui.incoming import short_name
from reader.ui.reachability import Reachability
from reader.ui.reading.banner import Banner
from reader.ui.throttle import Throttle
from reader.ui.workspace import Workspace

LOOK = 30_000
"""Milliseconds from one look at what is due to the next."""

SETTLE = 200
"""Milliseconds between two readings of the queue while many links enter it."""


def _try_due(waiting: Waiting, connected: bool, cancel: threading.Event) -> Sequence[AddOutcome]:
    """In a worker thread: fetch what is due."""
    due = waiting.due(connected=connected)
    return waiting.try_all(due, cancel=cancel) if due else ()


def _try_these(
    waiting: Waiting, ids: Sequence[int], progress: Progress, cancel: threading.Event
) -> Sequence[AddOutcome]:
    """In a worker thread: fetch these, as far as they still wait."""
    wanted = set(ids)
    return waiting.try_all([link for link in waiting.list() if link.id in wanted], progress, cancel)


class WaitingDesk(QObject):
    """Keeps the banner and whoever hears `changed` in step with the queue, and tries it again in the background."""

    changed = Signal(object, bool)
    """(sequence of WaitingLink, whether they are being fetched)."""
    gave_up = Signal(object, object)
    """(AddOutcome, AddOptions): a link that waited is wrong for good and has left the queue."""

    def __init__(self, work: Workspace, banner: Banner, arrivals: Arrivals, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._banner, self._arrivals = work, banner, arrivals
        self._waiting = work.session.waiting
        self.reachability = Reachability(self)
        self.reachability.came_back.connect(self.try_all)
        self._links: Sequence[WaitingLink] = ()
        self._told = 0
        self._is_fetching = False
        self._has_reached = False
        self._refresh = Throttle(SETTLE, self.refresh, self)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Show what waits from last time and begin to look after it; for when the window is seen."""
        self.refresh()
        self.reachability.start()
        self._timer.start()
        self._look()

    def refresh(self) -> None:
        """Read the queue and show it."""
        try:
            self._links = self._waiting.list()
        except ReaderError as error:
            self._work.error(error)
        self._show_banner()
        self.changed.emit(self._links, self._is_fetching)

    def link_failed(self) -> None:
        """A link was put into the queue just now."""
        self._has_reached = False
        self._refresh.ask()

    def server_reached(self) -> None:
        """A page was fetched just now: there is a network, so what waits is worth a try."""
        self._has_reached = True
        if self._links:
            self._refresh.ask()
            self._try(partial(_try_due, self._waiting, True))

    def try_all(self) -> None:
        """Fetch all that waits, now."""
        self.fetch([link.id for link in self._links])

    def fetch(self, ids: list[int]) -> None:
        """Fetch these, now."""
        count = len(ids)
        links = [link for link in self._links if link.id in ids]
        if links and not self._is_fetching:
            title = short_name(links[0].source) if count == 1 else self.tr("%n link(s) that waited", "", count)
            self._try(partial(_try_these, self._waiting, ids), title)

    def drop(self, ids: list[int]) -> None:
        """Take these out of the queue, with a way back."""
        gone = [link for link in self._links if link.id in ids]
        try:
            self._waiting.drop([link.id for link in gone])
        except ReaderError as error:
            self._work.error(error)
        else:
            back = partial(self._put_back, gone)
            self._work.tell(self.tr("%n link(s) no longer wait", "", len(gone)), self.tr("Undo"), back)
        self.refresh()

    def _put_back(self, links: Sequence[WaitingLink]) -> None:
        for link in links:
            self._waiting.enqueue(link.source, link.options, link.error)
        self.refresh()

    def _look(self) -> None:
        if self._links:
            self._try(partial(_try_due, self._waiting, False))

    def _try(self, function: Callable[..., Sequence[AddOutcome]], title: str = "") -> None:
        if self._is_fetching or self._work.session.read_only:
            return
        self._is_fetching = True
        self._work.tasks.run(
            function,
            on_done=self._on_tried,
            on_error=self._on_failed,
            on_cancel=self._on_cancelled,
            title=title,
            fetches=True,
        )
        if title:
            self._refresh.ask()

    def _on_tried(self, outcomes: Sequence[AddOutcome]) -> None:
        self._is_fetching = False
        came = [outcome for outcome in outcomes if outcome.error is None]
        lost = [outcome for outcome in outcomes if outcome.error is not None and not outcome.waiting]
        self._has_reached = self._has_reached or bool(came or lost)
        if came or lost:
            self._arrivals.announce(came)
            self._arrivals.conclude(came, [outcome.error for outcome in lost if outcome.error is not None])
        options = {link.source: link.options for link in self._links}
        for outcome in lost:
            self.gave_up.emit(outcome, options.get(outcome.source, AddOptions()))
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._is_fetching = False
        self._work.error(error)
        self.refresh()

    def _on_cancelled(self) -> None:
        self._is_fetching = False
        self.refresh()

    def _show_banner(self) -> None:
        count = len(self._links)
        if not count or self._work.session.read_only:
            self._banner.hide()
        elif count != self._told or self._banner.isVisible() or self._is_fetching:
            is_offline = not (self._has_reached or self.reachability.is_online)
            sentence = (
                self.tr("No network: %n link(s) wait", "", count)
                if is_offline
                else self.tr("%n link(s) wait: their servers do not answer now", "", count)
            )
            self._banner.show_message(
                sentence,
                "wifi-off" if is_offline else "clock",
                action=self.tr("Fetching…") if self._is_fetching else self.tr("Try now"),
                do=self.try_all,
                second=(self.tr("Show"), self._arrivals.list_requested.emit),
                close=self.tr("Close"),
            )
        self._told = count
