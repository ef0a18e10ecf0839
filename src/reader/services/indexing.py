"""Bringing the index of terms and figures up to date, a few articles at a time."""

import logging
from collections.abc import Callable, Iterable, Iterator
from threading import Event

from reader.digest import RULES
from reader.library import Library
from reader.library.digests import Due
from reader.model.digest import Digest
from reader.model.digest_index import IndexOutcome
from reader.model.errors import ReaderError
from reader.model.progress import Progress

Digester = Callable[[str, int], tuple[Digest, str]]
"""From an article and the number of a version to its digest and the text of that version."""

LOG = logging.getLogger("reader")

BATCH = 20
"""Articles written in one transaction: some 20 ms in which nobody else can write."""


class Indexing:
    """One run over the articles that the index does not hold in their present state."""

    def __init__(self, library: Library, digest: Digester, progress: Progress | None, cancel: Event | None) -> None:
        self._library = library
        self._digest = digest
        self._progress = progress
        self._cancel = cancel
        self._total = self._done = self._failed = 0

    def run(self) -> IndexOutcome:
        """Digest them all, or until it is cancelled; nothing happens to a library that can only be read."""
        if self._library.read_only:
            return IndexOutcome(0, is_complete=False)
        index, last = self._library.digests, 0
        self._total = index.count_due(RULES)
        while not self._is_cancelled() and (due := index.due(RULES, last, BATCH)):
            # Nobody has to wait while texts are read and digested: the transaction is inside `put`.
            index.put(list(self._made(due)), RULES)
            last = due[-1].seq
        return IndexOutcome(self._done, self._failed, not self._is_cancelled())

    def _is_cancelled(self) -> bool:
        return self._cancel is not None and self._cancel.is_set()

    def _made(self, due: Iterable[Due]) -> Iterator[tuple[Due, Digest, str]]:
        for each in due:
            if self._is_cancelled():
                return
            try:
                found = self._digest(each.article, each.number)
            except ReaderError as error:  # damaged, or removed meanwhile
                LOG.warning("not digested: %s (%s)", each.article, error.code)
                self._failed += 1
            except Exception:
                LOG.exception("not digested: %s", each.article)
                self._failed += 1
            else:
                self._done += 1
                yield each, *found
            if self._progress is not None:
                count = self._done + self._failed
                self._progress("digest", count, max(count, self._total))
