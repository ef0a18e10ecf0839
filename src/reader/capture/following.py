"""An article split over several pages: the pages are fetched in turn and made one."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reader.capture.fetch import Limits, fetch
from reader.capture.joining import fill, holds, is_full, join, says_more
from reader.capture.lists.paging import PAGE_LIMIT, same_host
from reader.capture.sources import Incoming
from reader.model.article import Fetch
from reader.model.errors import CancelledError, CaptureError

PATIENCE = 120.0
"""Seconds for all further pages together."""
_BEGINNING = 6
"""Blocks of the first page that some portals repeat on the others: a lead, a picture with its words."""

Parse = Callable[[Incoming, tuple[str, ...]], dict[str, Any]]
"""(page, first lines of the first page) → what the worker answers; raises CaptureError."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All of an article: what was found, the page it begins on, and what followed."""

    found: dict[str, Any]
    incoming: Incoming
    pages: tuple[Fetch, ...] = ()


def follow(
    found: dict[str, Any],
    incoming: Incoming,
    parse: Parse,
    limits: Limits,
    progress: Callable[[int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> Whole:
    """The whole of an article whose first page is `found`; without further pages it comes back as it is.

    A page that cannot be had ends it: what was found so far is kept and marked as truncated. Nothing is fetched for
    what was not fetched itself (a file, given bytes). Raises CancelledError.
    """
    if incoming.fetch.url is None or not (found["next_page"] or found["whole_page"]):
        return Whole(found, incoming)
    walk = _Walk(incoming, parse, limits, progress, cancel)
    return walk.one_page(found) or walk.all_pages(found)


def rejoin(
    found: dict[str, Any], pages: Sequence[Fetch], parse: Callable[[Fetch, tuple[str, ...]], dict[str, Any]]
) -> dict[str, Any]:
    """The whole of an article out of its first page and the further ones that were kept; one without text is left out
    and the article marked as truncated."""
    began, founds, is_whole = _beginning(found), [found], True
    for page in pages:
        try:
            founds.append(parse(page, began))
        except CaptureError:
            is_whole = False
    whole = join(founds)
    return whole | {"truncated": whole["truncated"] or not is_whole}


def _beginning(found: dict[str, Any]) -> tuple[str, ...]:
    return tuple(block["text"] for block in found["blocks"][:_BEGINNING] if block["text"]) or ("",)


class _Walk:
    def __init__(
        self,
        incoming: Incoming,
        parse: Parse,
        limits: Limits,
        progress: Callable[[int, int], None] | None,
        cancel: threading.Event | None,
    ) -> None:
        self._first, self._parse, self._limits = incoming, parse, limits
        self._progress, self._cancel = progress, cancel
        self._end = time.monotonic() + PATIENCE
        self._room = limits.size
        """Bytes that are left for all pages together."""

    def one_page(self, found: dict[str, Any]) -> Whole | None:
        """The page that has all of it, where there is one and it keeps its promise."""
        if not found["whole_page"]:
            return None
        try:
            page = self._load(found["whole_page"], self._first)
            whole = self._parse(page, ())
        except CaptureError:
            return None
        if not holds(whole, found):
            return None
        return Whole(fill(whole, found) | {"title": found["title"] or whole["title"]}, page)

    def all_pages(self, found: dict[str, Any]) -> Whole:
        """Page after page, until one names no next one, says nothing new or cannot be had."""
        pages, founds = [self._first], [found]
        began = _beginning(found)
        is_cut, following = False, found["next_page"]
        while following and not is_cut:
            page = parsed = None
            if len(pages) < PAGE_LIMIT and time.monotonic() < self._end and not is_full(founds):
                page, parsed = self._next(following, pages[-1], began)
            if page is None or parsed is None:
                is_cut = True
            elif not says_more(founds, parsed):  # led round in a circle, or a server that knows no last page
                break
            else:
                pages.append(page)
                founds.append(parsed)
                following = parsed["next_page"]
                if self._progress is not None:
                    self._progress(len(pages) - 1, 0)
        whole = join(founds)
        whole["truncated"] = whole["truncated"] or is_cut
        return Whole(whole, self._first, tuple(page.fetch for page in pages[1:]))

    def _next(
        self, url: str, before: Incoming, began: tuple[str, ...]
    ) -> tuple[Incoming, dict[str, Any]] | tuple[None, None]:
        try:
            page = self._load(url, before)
            return page, self._parse(page, began)
        except CaptureError:
            return None, None

    def _load(self, url: str, before: Incoming) -> Incoming:
        """A page of the same server; one that leads elsewhere raises CaptureError as one that is missing does."""
        if self._cancel is not None and self._cancel.is_set():
            raise CancelledError
        left = max(0.1, self._end - time.monotonic())
        self._room -= len(before.fetch.raw)
        found = fetch(
            url,
            replace(self._limits, deadline=min(self._limits.deadline, left), size=max(0, self._room)),
            referer=before.base,
            public_only=not self._first.is_private,
            cancel=self._cancel,
        )
        if not same_host(found.url, before.base or ""):
            raise CaptureError("fetch_redirect_refused", url=url, target=found.url)
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        kept = Fetch(found.data, found.media_type, now, found.headers, found.url)
        return replace(self._first, fetch=kept, base=found.url, asked=url)
