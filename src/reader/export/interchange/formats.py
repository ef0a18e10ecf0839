"""The door to all formats of interchange: which one a file has, and what it holds."""

import re
from collections.abc import Callable
from pathlib import PurePath

from reader.export.interchange import hypothesis, readwise, simpread, table, w3c, zotero
from reader.export.interchange.parsing import LARGEST_FILE, decoded
from reader.model.errors import InterchangeError
from reader.model.interchange import Exchange

WRITTEN = {"jsonld": "jsonld", "hypothesis": "json", "csv": "csv"}
"""Formats that are written, as the command line names them, and the ends of their files' names."""

READERS: dict[str, Callable[[bytes], Exchange]] = {
    "jsonld": w3c.read,
    "hypothesis": hypothesis.read,
    "csv": table.read,
    "readwise": readwise.read,
    "ris": zotero.read_ris,
    "zotero-html": zotero.read_html,
    "zotero-markdown": zotero.read_markdown,
    "simpread": simpread.read,
}

_HEAD = 64 * 1024
"""Bytes in which every table and every note shows what it is."""

# A key of JSON can stand in no string of it: there its quotation marks have a backslash before them.
_JSON = (
    ("simpread", re.compile(rb'"unrdist"\s*:')),
    ("jsonld", re.compile(rb'"(?:@context|motivation|target)"\s*:')),
    ("hypothesis", re.compile(rb'"(?:export_userid|annotations|rows)"\s*:')),
)


def detect(data: bytes, name: str = "") -> str | None:
    """The format of a file, one of READERS, by what it holds and then by its name; None for none of them."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _json_format(data)
    try:
        head = decoded(data[: _HEAD - _HEAD % 2]) if data else ""
    except InterchangeError:
        # Cut within a character.
        head = data[:_HEAD].decode("utf-8", "replace")
    first = head.partition("\n")[0]
    ending = PurePath(name).suffix.lower()
    if re.search(r"^TY  - ", head, re.MULTILINE):
        return "ris"
    columns = {cell.strip().strip('"') for cell in re.split("[,;\t]", first.strip("\ufeff\r"))}
    if {"Highlight", "Book Title"} <= columns:
        return "readwise"
    if {"quote", "note", "kind"} <= columns:
        return "csv"
    if "zotero" in head and re.search(r"<(?:p|h1|div|span)\b", head) and ending not in (".md", ".markdown"):
        return "zotero-html"
    if "zotero://" in head:
        return "zotero-markdown"
    return None


def _json_format(data: bytes) -> str | None:
    # Hypothesis has "target" too, and W3C knows no "uri".
    if re.search(rb'"(?:export_userid|uri)"\s*:', data) and not re.search(rb'"@context"\s*:', data):
        return "hypothesis"
    return next((name for name, pattern in _JSON if pattern.search(data)), None)


def read(data: bytes, name: str = "") -> Exchange:
    """What a file holds; its name helps where its content does not tell.

    InterchangeError: import_too_large, import_format, import_nothing (no annotation in it), and those of the readers.
    """
    if len(data) > LARGEST_FILE:
        raise InterchangeError("import_too_large", limit=LARGEST_FILE // 2**20)
    format = detect(data, name)
    if format is None:
        raise InterchangeError("import_format", name=name)
    exchange = READERS[format](data)
    if not exchange.annotations and not any(article.text for article in exchange.articles):
        raise InterchangeError("import_nothing", name=name)
    return exchange
