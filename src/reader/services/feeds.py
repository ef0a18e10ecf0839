"""Listing what a feed or a column offers, and which of it is in the library already."""

import threading
from dataclasses import replace

from reader.library import Library
from reader.model.links import LinkEntry, LinkList
from reader.model.progress import Progress
from reader.text.addresses import normalise


class Feeds:
    """Reads lists of links; nothing is written."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def list_links(
        self, url: str, *, progress: Progress | None = None, cancel: threading.Event | None = None
    ) -> LinkList:
        """The links at `url`, each with the article that was saved from it, if any; what lies in the trash is not.

        Raises CaptureError (no_links, fetch_…) and CancelledError.
        """
        from reader.capture import links_of

        found = links_of(url.strip(), progress=progress, cancel=cancel)
        return replace(found, entries=tuple(self._marked(entry) for entry in found.entries))

    def _marked(self, entry: LinkEntry) -> LinkEntry:
        articles = self._library.articles
        article = articles.find_by_url(normalise(entry.url))
        return replace(entry, article=article) if article and not articles.get(article).deleted else entry
