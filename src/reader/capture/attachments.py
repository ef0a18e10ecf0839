"""The attachments (附件) of an article: which links lead to files, and fetching what they lead to.

They are stored as they come and never opened.
"""

import hashlib
import re
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.capture.addresses import scheme_of
from reader.capture.beside import read_beside
from reader.capture.fetch import Limits, fetch
from reader.capture.file_names import header_of, name_of, suffix_of, type_of
from reader.model.article import StoredFile
from reader.model.errors import CancelledError, CaptureError

SIZE_LIMIT = 30 * 1024 * 1024
COUNT_LIMIT = 20
TOTAL_LIMIT = 100 * 1024 * 1024
"""Bytes of one, and how many and how many bytes of all attachments of an article."""
_DEADLINE = 40.0
_PATIENCE = 120.0
"""Seconds for one and for all of them."""
_AT_ONCE = 2
_WORD = "附件"
_DOWNLOAD = re.compile(r"down|attach|upload|file|fujian|(?:^|[/?&=_])fj|/fs/|blob", re.IGNORECASE)
"""What stands in the address of a file that has no ending of its own: download.jsp?id=3."""
_NO_FILE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,80}>\s*)?<(?:!doctype\s+html|html|head|body|script)", re.IGNORECASE
)
_TEXT_LIMIT = 200
_LEVELS, _LABEL_LIMIT = 5, 80
"""How far around a link the word 附件 may stand: elements, and characters in them besides links."""
_LOOKED_AT = 200
"""Links of a page."""


@dataclass(frozen=True, slots=True)
class FileSources:
    """Where the files of a page come from; `folder` is that of a saved page."""

    referer: str | None = None
    public_only: bool = True
    folder: Path | None = None
    limits: Limits = field(default_factory=Limits)


def find_attachments(body: Any) -> list[list[str]]:
    """[address, text of the link] of every link below `body` that leads to a file, each address once, in order.

    To be called when links are absolute, as far as the page's own address is known.
    """
    found: dict[str, str] = {}
    for link in body.iter("a"):
        address = (link.get("href") or "").strip()
        text = " ".join("".join(link.itertext()).split())[:_TEXT_LIMIT]
        if _is_file(address, text, link):
            found[address] = found.get(address) or text or (link.get("title") or link.get("download") or "").strip()
    return [[address, text] for address, text in found.items()]


def attachments_beside(root: Any, base: str | None) -> list[list[str]]:
    """As `find_attachments`, for the files that a page lists under 附件, wherever: portals set that list apart from the
    text. `base` is what relative addresses count from."""
    found: dict[str, str] = {}
    leading = (link for link in root.iter("a") if suffix_of(link.get("href") or ""))
    # Each element is weighed once: all links of a long list stand in the same ones.
    seen: dict[Any, tuple[int, bool]] = {}
    for link in islice(leading, _LOOKED_AT):
        address = link.get("href").strip()
        if not _is_labelled(link, seen):
            continue
        try:
            address = urljoin(base, address) if base else address
        except ValueError:
            continue
        if scheme_of(address) in (None, "http", "https"):
            found.setdefault(address, " ".join("".join(link.itertext()).split())[:_TEXT_LIMIT])
    return [[address, text] for address, text in found.items()]


def _is_labelled(link: Any, seen: dict[Any, tuple[int, bool]]) -> bool:
    around = link
    for _ in range(_LEVELS):
        if around is None:
            return False
        if around not in seen:
            seen[around] = _weigh(around)
        besides, has_word = seen[around]
        if has_word or besides > _LABEL_LIMIT:
            return has_word and besides <= _LABEL_LIMIT
        around = around.getparent()
    return False


def _weigh(element: Any) -> tuple[int, bool]:
    """Visible characters besides those of links, and whether the word is among all of them."""
    text = "".join("".join(element.itertext()).split())
    linked = sum(len("".join("".join(each.itertext()).split())) for each in element.iter("a"))
    return len(text) - linked, _WORD in text


def _is_file(address: str, text: str, link: Any) -> bool:
    if not address or address.startswith("#") or scheme_of(address) not in (None, "http", "https"):
        return False
    if suffix_of(address):
        return True
    if scheme_of(address) is None:
        return False
    if suffix_of(text) or suffix_of(link.get("download") or "") or suffix_of(link.get("title") or ""):
        return True
    return _WORD in text and _leads_to_download(address)


def _leads_to_download(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(_DOWNLOAD.search(f"{parts.path}?{parts.query}"))


def fetch_attachments(
    links: Sequence[Sequence[str]],
    sources: FileSources,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> tuple[StoredFile, ...]:
    """The files that could be had, in the order of `links` (as `find_attachments` gives them). One that is missing,
    too large or turns out to be a web page is no error. Raises CancelledError."""
    stored: list[StoredFile] = []
    wanted = list(links)[:COUNT_LIMIT]
    end = time.monotonic() + _PATIENCE
    done = total = 0
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="file") as pool:
        while done < len(wanted) and total < TOTAL_LIMIT and time.monotonic() < end:
            few = wanted[done : done + _AT_ONCE]
            for file in pool.map(lambda link: _load(link[0], link[1], sources, cancel), few):
                if cancel is not None and cancel.is_set():
                    raise CancelledError
                if file is not None and total + len(file.data) <= TOTAL_LIMIT:
                    stored.append(file)
                    total += len(file.data)
                done += 1
                if progress is not None:
                    progress(done, len(wanted))
    return tuple(stored)


def _load(address: str, text: str, sources: FileSources, cancel: threading.Event | None) -> StoredFile | None:
    disposition = media_type = ""
    if scheme_of(address) is None:
        data = read_beside(sources.folder, address, SIZE_LIMIT) or b""
    else:
        own = replace(sources.limits, size=SIZE_LIMIT, attempts=1, deadline=min(sources.limits.deadline, _DEADLINE))
        try:
            found = fetch(address, own, referer=sources.referer, public_only=sources.public_only, cancel=cancel)
        except CaptureError:
            return None
        data, media_type, disposition = found.data, found.media_type, header_of(found.headers, "content-disposition")
    # An answer that is a web page says that there is no such file, or that one has to log in.
    if not data or _NO_FILE.match(data[:1024]):
        return None
    name = name_of(disposition, text, address, media_type)
    return StoredFile(hashlib.sha256(data).hexdigest(), type_of(name, media_type), name, data, address)
