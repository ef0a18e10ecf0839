"""The images of a page: fetched with the page as Referer, checked in the worker (`pictures.py`), named by sha256."""

import hashlib
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from reader.capture.addresses import scheme_of
from reader.capture.fetch import Limits, fetch
from reader.capture.parser import Parser
from reader.model.article import StoredImage
from reader.model.errors import CancelledError, CaptureError

SIZE_LIMIT = 10 * 1024 * 1024
COUNT_LIMIT = 100
TOTAL_LIMIT = 80 * 1024 * 1024
"""Bytes of all images of an article."""
_SMALLEST = 24
"""Pixels; what is smaller in either direction is a spacer or a counter, not a picture."""
_DEADLINE = 15.0
_PATIENCE = 60.0
"""Seconds for one image and for all of them; the text does not wait longer for its pictures."""
_AT_ONCE = 4


def fetch_images(
    addresses: Sequence[str],
    parser: Parser,
    *,
    referer: str | None,
    public_only: bool,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> dict[str, StoredImage]:
    """Address → image, for those that could be fetched and passed the checks. A missing image is no error."""
    own = replace(limits or Limits(), size=SIZE_LIMIT, attempts=1)
    own = replace(own, deadline=min(own.deadline, _DEADLINE))
    stored: dict[str, StoredImage] = {}
    total = 0
    wanted = [each for each in dict.fromkeys(addresses) if scheme_of(each) in ("http", "https")][:COUNT_LIMIT]

    end = time.monotonic() + _PATIENCE

    def load(address: str) -> bytes | None:
        if time.monotonic() > end:
            return None
        try:
            return fetch(address, own, referer=referer, public_only=public_only, cancel=cancel).data
        except CaptureError:
            return None

    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="image") as pool:
        for done, (address, data) in enumerate(zip(wanted, pool.map(load, wanted), strict=True), 1):
            if cancel is not None and cancel.is_set():
                raise CancelledError
            if data and total + len(data) <= TOTAL_LIMIT and (image := _checked(address, data, parser, cancel)):
                stored[address] = image
                total += len(data)
            if progress is not None:
                progress(done, len(wanted))
    return stored


def _checked(address: str, data: bytes, parser: Parser, cancel: threading.Event | None) -> StoredImage | None:
    try:
        found = parser.ask({"do": "image"}, data, cancel)
    except CaptureError:
        return None
    if min(found["width"], found["height"]) < _SMALLEST:
        return None
    sha256 = hashlib.sha256(data).hexdigest()
    return StoredImage(sha256, found["media_type"], found["width"], found["height"], data, address)
