"""Fetching a saved article again: the old version stays, marks are carried over, and what changed is told."""

import threading
from dataclasses import asdict

from reader.library import Library
from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import AddOutcome, AddStatus
from reader.model.changes import RefetchOutcome, count, kept_share
from reader.model.errors import CaptureError
from reader.model.progress import Progress
from reader.services.capturing import Capturing
from reader.text.addresses import is_web

STUMP = 0.5
"""A new version in which less than this share of the old text is left may be a broken page."""


class Refetching:
    """Fetches the pages of saved articles again, through the same path as adding their links."""

    def __init__(self, library: Library, capturing: Capturing) -> None:
        self._library = library
        self._capturing = capturing

    def refetch(
        self, article: str, *, progress: Progress | None = None, cancel: threading.Event | None = None
    ) -> RefetchOutcome:
        """Fetch an article's address again; another text becomes its newest version.

        Trouble comes back as an outcome with status failed (no_address when the article has none), and nothing is
        written then; only CancelledError and NotFoundError are raised.
        """
        before = self._library.articles.get(article)
        address = before.metadata.url or ""
        if not is_web(address):
            error = CaptureError("no_address", title=before.title)
            return RefetchOutcome(article, AddOutcome(address, AddStatus.FAILED, title=before.title, error=error))
        marks = self._marks(article)
        outcome = self._capturing.add(address, progress=progress, cancel=cancel, article=article)
        if outcome.error is not None:
            return RefetchOutcome(article, outcome)
        after = self._library.articles.get(article).version
        if after == before.version:
            return RefetchOutcome(article, outcome, after)
        return self._changed(article, outcome, before.version, after, marks)

    def _marks(self, article: str) -> dict[str, Annotation]:
        return {each.id: each for each in self._library.annotations.list(article) if each.quote}

    def _changed(
        self, article: str, outcome: AddOutcome, old: int, new: int, marks: dict[str, Annotation]
    ) -> RefetchOutcome:
        from reader.anchoring import compare

        before, after = (self._library.articles.content(article, number).text for number in (old, new))
        changes, now = compare(before, after), self._marks(article)
        return RefetchOutcome(
            article,
            outcome,
            new,
            count(changes, before, after),
            carried=sum(not mark.orphan for mark in now.values()),
            lost=sum(mark.orphan and key in marks and not marks[key].orphan for key, mark in now.items()),
            is_stump=kept_share(changes, before) < STUMP,
        )


def sentence(outcome: RefetchOutcome, say: Messages) -> str:
    """What came of it, for the user of either face; not for one that failed, whose error says more."""
    title = outcome.added.title
    if outcome.added.status is AddStatus.RESTORED:
        return say("added.restored", title=title)
    if outcome.added.status is not AddStatus.UPDATED:
        return say("refetched.same", title=title)
    told = say("refetched.updated", title=title, **asdict(outcome.counts))
    if outcome.carried or outcome.lost:
        told += say("refetched.marks", carried=outcome.carried, lost=outcome.lost)
    return told + say("refetched.stump") if outcome.is_stump else told
