"""The images of a page: fetched with the page as Referer, checked in the worker (`pictures.py`), named by sha256."""

import hashlib
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.capture.addresses import names_private_host, scheme_of
from reader.capture.beside import read_beside
from reader.capture.fetch import Limits, fetch
from reader.capture.parser import Parser
from reader.capture.pictures import COUNT_LIMIT, SIZE_LIMIT, TOTAL_LIMIT
from reader.model.article import StoredImage
from reader.model.errors import CancelledError, CaptureError

_SMALLEST = 24
"""Pixels; what is smaller in either direction is a spacer or a counter, not a picture."""
_DEADLINE = 15.0
_PATIENCE = 60.0
"""Seconds for one image and for all of them; the text does not wait longer for its pictures."""
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class ImageSources:
    """Where the images of a page come from. `folder` is that of a saved page, whose images lie beside it; `embedded`
    are those that came in the document itself, by address."""

    referer: str | None = None
    public_only: bool = True
    folder: Path | None = None
    embedded: Mapping[str, bytes] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


def sources_of_page(page: str | None) -> ImageSources:
    """Sources for the images of a page that was saved earlier, by its address.

    What it reached then is not known any more: only an address that says by itself that it is private may lead to
    private ones.
    """
    return ImageSources(page, public_only=not (page and names_private_host(page)))


def fetch_images(
    addresses: Sequence[str],
    parser: Parser,
    sources: ImageSources,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> dict[str, StoredImage]:
    """Address → image, for those that could be had and passed the checks. A missing image is no error."""
    wanted = list(dict.fromkeys(addresses))[:COUNT_LIMIT]
    stored: dict[str, StoredImage] = {}
    total = done = 0
    end = time.monotonic() + _PATIENCE
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="image") as pool:
        # By handfuls: what has arrived and waits for its check stays small.
        while done < len(wanted) and total < TOTAL_LIMIT and time.monotonic() < end:
            handful = wanted[done : done + _AT_ONCE]
            for address, data in zip(
                handful, pool.map(lambda each: _load(each, sources, cancel), handful), strict=True
            ):
                if cancel is not None and cancel.is_set():
                    raise CancelledError
                if data and (image := _checked(address, data, parser, cancel)):
                    stored[address] = image
                    total += len(data)
                done += 1
                if progress is not None:
                    progress(done, len(wanted))
    return stored


def _load(address: str, sources: ImageSources, cancel: threading.Event | None) -> bytes | None:
    if address in sources.embedded:
        return sources.embedded[address][: SIZE_LIMIT + 1]
    if scheme_of(address) is None:
        return read_beside(sources.folder, address, SIZE_LIMIT)
    own = replace(sources.limits, size=SIZE_LIMIT, attempts=1, deadline=min(sources.limits.deadline, _DEADLINE))
    try:
        found = fetch(address, own, referer=sources.referer, public_only=sources.public_only, cancel=cancel)
    except CaptureError:
        return None
    return found.data


def _checked(address: str, data: bytes, parser: Parser, cancel: threading.Event | None) -> StoredImage | None:
    if len(data) > SIZE_LIMIT:
        return None
    try:
        found = parser.ask({"do": "image"}, data, cancel)
    except CaptureError:
        return None
    if min(found["width"], found["height"]) < _SMALLEST:
        return None
    sha256 = hashlib.sha256(data).hexdigest()
    return StoredImage(sha256, found["media_type"], found["width"], found["height"], data, address)
