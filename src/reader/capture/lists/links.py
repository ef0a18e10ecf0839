"""From the address of a feed or a column to the links it offers: one function, `links_of`."""

import threading
from contextlib import ExitStack
from typing import Any

from reader.capture.addresses import names_private_host, web_address
from reader.capture.fetch import Download, Limits, fetch
from reader.capture.lists.paging import same_host
from reader.capture.parser import Parser
from reader.model.errors import CaptureError, ReaderError
from reader.model.links import LinkEntry, LinkKind, LinkList
from reader.model.progress import Progress


def links_of(
    url: str,
    *,
    progress: Progress | None = None,
    cancel: threading.Event | None = None,
    parser: Parser | None = None,
    limits: Limits | None = None,
) -> LinkList:
    """The links of a feed, or of the list page of a column; of a page with neither, those of the feed it announces.

    `parser` is a worker process to use; without one, a process is started for this call. Steps of `progress` are fetch
    (bytes) and links. Raises CaptureError (no_links, fetch_…) and CancelledError.
    """
    limits = limits or Limits()
    with ExitStack() as stack:
        worker = parser or stack.enter_context(Parser())
        if parser is None:
            worker.start()
        reading = _Reading(worker, limits, progress, cancel)
        download, found = reading.read(web_address(url))
        if not _is_dated(found) and found["feeds"]:
            download, found = reading.better(download, found)
    entries = [each for each in found["entries"] if _may_be_followed(each[1], download)]
    if not entries:
        raise CaptureError("no_links", url=url)
    return LinkList(
        title=found["title"],
        url=download.url,
        kind=LinkKind(found["kind"]),
        entries=tuple(LinkEntry(*entry) for entry in entries),
        next_url=found["next_url"],
        feed=next(iter(found["feeds"]), None),
    )


def _may_be_followed(url: str, page: Download) -> bool:
    """Whoever takes all links of a public list must not be led into the own network by it."""
    return page.is_private or same_host(url, page.url) or not names_private_host(url)


def _is_dated(found: dict[str, Any]) -> bool:
    """Whether most entries have a date: then it surely is a list of articles."""
    entries = found["entries"]
    return bool(entries) and sum(published is not None for _, _, published in entries) * 2 >= len(entries)


class _Reading:
    def __init__(
        self, worker: Parser, limits: Limits, progress: Progress | None, cancel: threading.Event | None
    ) -> None:
        self._worker, self._limits, self._progress, self._cancel = worker, limits, progress, cancel

    def read(self, url: str, page: Download | None = None) -> tuple[Download, dict[str, Any]]:
        """What stands at `url`, to which `page` leads."""
        progress = self._progress
        download = fetch(
            url,
            self._limits,
            referer=page.url if page else None,
            public_only=page is not None and not page.is_private,
            progress=None if progress is None else lambda done, total: progress("fetch", done, total),
            cancel=self._cancel,
        )
        if progress is not None:
            progress("links", 0, 0)
        asked = {"media_type": download.media_type, "name": "", "url": download.url}
        try:
            return download, self._worker.ask({"do": "links", "source": asked}, download.data, self._cancel)
        except ReaderError as error:
            error.data.setdefault("source", url)
            raise

    def better(self, page: Download, found: dict[str, Any]) -> tuple[Download, dict[str, Any]]:
        """The feed that a page announces, unless that cannot be read or offers nothing; then the page as it was."""
        try:
            download, feed = self.read(found["feeds"][0], page)
        except CaptureError:
            return page, found
        is_better = feed["kind"] == LinkKind.FEED and (_is_dated(feed) or not found["entries"])
        return (download, feed | {"feeds": found["feeds"]}) if is_better and feed["entries"] else (page, found)
