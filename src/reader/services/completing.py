"""Pictures that could not be had when an article was saved, fetched later."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library import Library
from reader.model.progress import Progress
from reader.text.addresses import is_web

if TYPE_CHECKING:
    from reader.capture import Parser


@dataclass(frozen=True, slots=True)
class Completed:
    """What came of it: places in the text that have their picture now, and addresses that still have none."""

    filled: int
    missing: int


class Completing:
    """Completes the newest version of an article without making a new one: its text does not change."""

    def __init__(self, library: Library, parser: "Callable[[], Parser]") -> None:
        self._library = library
        self._parser = parser

    def missing(self, article: str) -> int:
        """How many pictures of the newest version are not stored and can be asked for."""
        return len(self._wanted(article)[2])

    def fetch_missing(
        self, article: str, *, progress: Progress | None = None, cancel: threading.Event | None = None
    ) -> Completed:
        """Fetch the pictures that the newest version lacks, as when it was saved. A picture that still cannot be had is
        no error. Raises NotFoundError, CancelledError, LibraryError."""
        from reader.capture import images

        version, base, addresses = self._wanted(article)
        if not addresses:
            return Completed(0, 0)
        found = images.fetch_images(
            addresses,
            self._parser(),
            images.sources_of_page(base),
            progress=None if progress is None else lambda done, total: progress("images", done, total),
            cancel=cancel,
        )
        filled = self._library.pictures.fill(article, version, found)
        return Completed(filled, len(addresses) - len(found))

    def _wanted(self, article: str) -> tuple[int, str | None, list[str]]:
        lacking = self._library.pictures.missing(article)
        return lacking.version, lacking.base, [address for address in lacking.addresses if is_web(address)]
