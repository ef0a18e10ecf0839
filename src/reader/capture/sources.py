"""Where the bytes come from: a web link, a file, or what the caller already has."""

import errno
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

from reader.capture.addresses import scheme_of, web_address
from reader.capture.fetch import Download, Limits, fetch
from reader.capture.formats import media_type_of
from reader.capture.walls import leads_home
from reader.model.article import Fetch
from reader.model.errors import CaptureError


@dataclass(frozen=True, slots=True)
class Incoming:
    """Bytes and what is known about them."""

    fetch: Fetch
    name: str
    """File name or last part of the address: a hint at the format."""
    url: str | None
    """What the article's address is: the link, or what the user said."""
    base: str | None
    """Where it was found after redirects; relative addresses count from it."""
    is_private: bool = False
    folder: Path | None = None
    """Of a file: where the images of a saved page lie."""
    asked: str | None = None
    """Of a link: the address before redirects."""


def load(
    source: str,
    *,
    url: str | None,
    data: bytes | None,
    limits: Limits,
    progress: Callable[[int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> Incoming:
    """Fetch or read `source`; raises CaptureError."""
    known = web_address(url) if url else None
    address = _link(source)
    if data is not None:
        if len(data) > limits.file_size:
            raise CaptureError("too_large", url=source, limit=limits.file_size // (1024 * 1024))
        base = known or address
        return Incoming(Fetch(data, "", _now()), _name(source), base, base)
    if address is not None:
        found = _fetch_page(address, limits, progress, cancel)
        kept = Fetch(found.data, found.media_type, _now(), found.headers, found.url)
        name = _name(found.url.split("?")[0])
        return Incoming(kept, name, known or address, found.url, found.is_private, asked=address)
    raw = _read_file(source, limits)
    kept = Fetch(raw, media_type_of(_name(source)), _now())
    return Incoming(kept, _name(source), known, known, folder=Path(source).expanduser().parent)


def again(kept: Fetch, url: str | None) -> Incoming:
    """What was loaded once, for another extraction; `url` is the article's address. Nothing is asked of the network."""
    base = kept.url or url
    return Incoming(kept, _name(base.split("?")[0]) if base else "", url, base)


def _fetch_page(
    address: str, limits: Limits, progress: Callable[[int, int], None] | None, cancel: threading.Event | None
) -> Download:
    """A page and, where it only leads on, the one it leads to; all of it within the deadline."""
    end = time.monotonic() + limits.deadline
    found = fetch(address, limits, progress=progress, cancel=cancel)
    for _ in range(_REFRESHES + 1):
        target = _refresh(found)
        if target is None:
            if leads_home(address, found.url):
                raise CaptureError("fetch_front_page", url=address)
            return found
        left = replace(limits, deadline=end - time.monotonic())
        if left.deadline <= 0:
            raise CaptureError("fetch_timeout", url=address, seconds=round(limits.deadline))
        found = fetch(target, left, referer=found.url, public_only=not found.is_private, cancel=cancel)
    raise CaptureError("fetch_redirects", url=address, limit=_REFRESHES)


_REFRESHES = 3
"""Pages in a row that only lead on."""
_REFRESH = re.compile(
    rb"""<meta[^>]{0,80}http-equiv\s*=\s*["']?refresh["']?[^>]{0,80}content\s*=\s*["']?\s*[0-3]\s*[;,]\s*url\s*=\s*['"]?([^"'>\s]+)""",
    re.I,
)
_REFRESH_SIZE = 4096
"""Bytes; a longer page that refreshes itself is a page."""


def _refresh(found: Download) -> str | None:
    """Where a page leads on that says nothing itself: many portals moved so, with a meta element for a redirect."""
    match = _REFRESH.search(found.data) if len(found.data) <= _REFRESH_SIZE else None
    if not match:
        return None
    try:
        target = urljoin(found.url, match[1].decode("utf-8", "replace"))
    except ValueError:
        return None
    return target if scheme_of(target) in ("http", "https") and target != found.url else None


def _link(source: str) -> str | None:
    """The address when `source` is a link, None when it is a path."""
    if scheme_of(source):
        return None if Path(source).exists() else web_address(source)
    bare = source.strip()
    return web_address(f"http://{bare}") if bare.lower().startswith("www.") and not Path(bare).exists() else None


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _name(source: str) -> str:
    return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


_FILE_ERRORS = {
    errno.ENOENT: "file_missing",
    errno.ENOTDIR: "file_missing",
    errno.ENAMETOOLONG: "file_missing",
    errno.EISDIR: "file_is_folder",
    errno.EACCES: "file_forbidden",
    errno.EPERM: "file_forbidden",
}


def _read_file(source: str, limits: Limits) -> bytes:
    try:
        path = Path(source).expanduser()
        if path.is_dir():
            raise CaptureError("file_is_folder", path=source)
        # A pipe or a device would block or never end.
        if path.exists() and not path.is_file():
            raise CaptureError("file_unreadable", path=source)
        with path.open("rb") as file:
            data = file.read(limits.file_size + 1)
    except OSError as error:
        raise CaptureError(_FILE_ERRORS.get(error.errno or 0, "file_unreadable"), path=source) from error
    except (ValueError, RuntimeError) as error:  # a NUL in the name; "~nobody"
        raise CaptureError("file_missing", path=source.replace("\x00", "�")) from error
    if len(data) > limits.file_size:
        raise CaptureError("too_large", url=source, limit=limits.file_size // (1024 * 1024))
    return data
