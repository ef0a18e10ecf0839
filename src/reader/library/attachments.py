"""The attachments of articles: bytes once each, and which version has which, by what name."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model.article import Attachment, StoredFile
from reader.model.errors import NotFoundError
from reader.text.folding import clean

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine

_OF_VERSION = "FROM version_files l JOIN files f ON f.seq = l.file WHERE l.version = ? ORDER BY l.place"


class Attachments:
    """Reading attachments; they are written with the version they belong to."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def list(self, id: str, number: int | None = None) -> builtins.list[Attachment]:
        """Those of a version (default: the newest), in the order of the text. NotFoundError for an unknown article or
        version."""
        with self._engine.reading() as connection:
            version = connection.execute(
                "SELECT v.seq FROM versions v JOIN articles a ON a.seq = v.article "
                "WHERE a.id = ? AND v.number = coalesce(?, a.version)",
                (id, number),
            ).fetchone()
            if version is None:
                raise NotFoundError("not_found", id=id)
            rows = connection.execute(
                f"SELECT f.sha256, f.media_type, l.name, length(f.data), l.href {_OF_VERSION}", (version[0],)
            ).fetchall()
        return [Attachment(*row) for row in rows]

    def data(self, sha256: str) -> bytes:
        """The bytes of an attachment; NotFoundError."""
        row = self._engine.row("SELECT data FROM files WHERE sha256 = ?", (sha256,))
        if row is None:
            raise NotFoundError("attachment_not_found", sha256=sha256)
        found: bytes = row[0]
        return found


def files_of(connection: Connection, version: int) -> tuple[StoredFile, ...]:
    """The attachments of a version, by its row id, with their bytes."""
    rows = connection.execute(f"SELECT f.sha256, f.media_type, l.name, f.data, l.href {_OF_VERSION}", (version,))
    return tuple(StoredFile(*row) for row in rows)


def insert_files(connection: Connection, version: int, files: Sequence[StoredFile]) -> None:
    """Store the attachments of a version, by its row id."""
    for place, file in enumerate(files):
        connection.execute(
            "INSERT INTO files (sha256, media_type, data) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            (file.sha256, file.media_type, file.data),
        )
        connection.execute(
            "INSERT INTO version_files (version, file, place, href, name) "
            "SELECT ?, seq, ?, ?, ? FROM files WHERE sha256 = ?",
            (version, place, clean(file.href), clean(file.name), file.sha256),
        )


def forget_files(connection: Connection) -> None:
    """Bytes stay as long as some version has them."""
    connection.execute("DELETE FROM files WHERE seq NOT IN (SELECT file FROM version_files)")
