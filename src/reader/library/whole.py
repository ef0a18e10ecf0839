"""A whole library going out as plain data, and coming in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.library.dumping import Dump
from reader.library.merging import Merge

if TYPE_CHECKING:
    from reader.library import shapes
    from reader.library.engine import Engine


class Whole:
    """What `shapes` describes, of one open library."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Dump]:
        """One consistent view, for as long as it takes; others may write meanwhile."""
        with self._engine.snapshot() as connection:
            yield Dump(self._engine, connection)

    @contextmanager
    def merging(self, contents: shapes.Contents, ids: Iterable[str]) -> Iterator[Merge]:
        """Writes what is merged when the block ends without an error, or nothing. `ids`: all articles of the file."""
        with self._engine.transaction() as connection:
            yield Merge(connection, contents, ids)

    def require_writable(self) -> None:
        """LibraryError library_read_only or library_closed when nothing can be written."""
        self._engine.require_writable()

    def image(self, sha256: str) -> tuple[str, int, int] | None:
        """Media type, width and height of a picture that is stored, and was decoded when it came."""
        row = self._engine.row("SELECT media_type, width, height FROM images WHERE sha256 = ?", (sha256,))
        return None if row is None else (row[0], row[1], row[2])
