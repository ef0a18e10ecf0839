"""The article of a page as plain data, in process, for measuring extraction."""

from typing import Any

from reader.capture.parsing import Source, parse
from reader.model.blocks import blocks_from_json, canonical_text


def extract(data: bytes, url: str) -> dict[str, Any]:
    """title, published, source, author, original_url, encoding, body and images of a page; `url` may be empty."""
    found = parse(data, Source(media_type="text/html", url=url or None))
    return {
        "title": found.title,
        "published": found.published,
        "source": found.source,
        "author": found.author,
        "original_url": found.original_url,
        "language": found.language,
        "encoding": found.encoding,
        "body": canonical_text(blocks_from_json(found.blocks)),
        "images": found.images,
    }
