"""Digests of articles and of texts: what a report says."""

from pathlib import Path

from reader.digest import digest_article, digest_text
from reader.library import Library
from reader.model.digest import Digest
from reader.model.errors import CaptureError


class Digesting:
    """Digests of what the library holds."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def digest(self, article: str, number: int | None = None) -> Digest:
        """The digest of a version, by default the newest."""
        content = self._library.articles.content(article, number)
        return digest_article(self._library.articles.get(article).metadata, content.blocks)

    def digest_source(self, source: str) -> Digest:
        """The digest of a link or file, as adding it would make the article; nothing is saved. Raises CaptureError."""
        from reader.services.capturing import extract

        captured = extract(source)
        return digest_article(captured.metadata, captured.blocks)


def digest_file(path: str) -> Digest:
    """The digest of a text file in UTF-8, offsets into it exactly as stored. Raises CaptureError."""
    try:
        text = Path(path).expanduser().read_bytes().decode("utf-8")
    except (OSError, ValueError, RuntimeError) as error:  # not there, a folder; not UTF-8, a NUL in the name; "~nobody"
        raise CaptureError("file_unreadable", path=path) from error
    return digest_text(text)
