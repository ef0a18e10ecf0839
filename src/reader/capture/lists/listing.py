"""Bytes to a list of links, in the worker process: a feed, or the list page of a column."""

from typing import Any

from reader.capture.charset import ALLOWED, decode
from reader.capture.complexity import SOURCE_LIMIT
from reader.capture.formats import recognise_document
from reader.capture.lists.columns import read_column
from reader.capture.lists.feeds import is_feed, read_feed
from reader.capture.parsing import Source
from reader.model.errors import CaptureError
from reader.model.links import LinkKind


def read_links(data: bytes, source: Source) -> dict[str, Any]:
    """{kind, title, entries, next_url, feeds}; an entry is [title, address, published].

    No entries are no error here: the page may announce a feed. Raises CaptureError: empty_source,
    no_links (a document).
    """
    if not data.strip():
        raise CaptureError("empty_source")
    if recognise_document(data) is not None:
        raise CaptureError("no_links", url=source.url or source.name)
    codec = ALLOWED.get((source.encoding or "").lower())
    text = (data.decode(codec, "replace") if codec else decode(data, source.media_type).text)[:SOURCE_LIMIT]
    if is_feed(text):
        return {"kind": LinkKind.FEED.value, "feeds": []} | read_feed(text, source.url)
    return {"kind": LinkKind.COLUMN.value} | read_column(text, source.url)
