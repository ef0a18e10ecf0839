"""Whether a library is whole, and copies of it."""

from __future__ import annotations

import hashlib
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import copies, files, index
from reader.library.engine import load_sqlite
from reader.library.opening import bring_up_to_date
from reader.library.storing import body_sha256
from reader.model.query import Problem

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row

MOST_PROBLEMS = 100
"""Of one kind: a list of ten thousand damaged texts helps nobody."""

_WITH_ARTICLE = "FROM versions v JOIN articles a ON a.seq = v.article"
_TITLES = "a.id AS id, a.title AS title, v.number AS number, v.sha256, v.body_sha256, v.raw_sha256"


class Health:
    """Checks, backs up and restores one open library."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def check(self) -> list[Problem]:
        """Everything that is wrong with the library: structure, checksums of all content, annotations, place.

        Reads the whole file.
        """
        problems: list[Problem] = []
        # A fresh connection: FTS5 checks itself by what a connection remembers of it, however old that is.
        with self._engine.snapshot() as connection:
            for part in _PARTS:
                found = 0
                try:
                    for problem in part(connection):
                        problems.append(problem)
                        found += 1
                        if found >= MOST_PROBLEMS:
                            break
                except self._engine.sqlite.Error as error:
                    problems.append(Problem("structure", {"detail": str(error)}))
        if files.is_synchronised(self._engine.path):
            problems.append(Problem("library_in_cloud_folder", {"path": str(self._engine.path)}))
        return list({(each.code, str(each.data)): each for each in problems}.values())

    def backup(self, path: Path | str) -> None:
        """A verified copy at `path`, one file; LibraryError backup_failed or backup_is_library."""
        copies.back_up(self._engine, Path(path))

    def backup_if_due(self, hours: float = 24) -> Path | None:
        """An automatic backup, verified, when the newest is older than so many hours; None when none is due.

        It lies in the folder "backups" beside the library; the newest seven stay. Takes a second for each 100 MB.
        """
        if self._engine.read_only:
            return None
        newest = copies.automatic_backups(self._engine.path, "daily")[-1:]
        # A clock that was set back must not put backups off for years.
        if newest and abs(time.time() - newest[0].stat().st_mtime) < hours * 3600:
            return None
        return copies.back_up_automatically(self._engine, "daily")

    def restore(self, path: Path | str) -> Path | None:
        """Put a verified backup in place of the library, which is kept beside it; gives where.

        Raises LibraryError backup_missing, backup_damaged or library_in_use; the library then is as it was, and open.
        """
        self._engine.require_writable()
        self._engine.close()
        try:
            return copies.put_in_place(self._engine.sqlite, self._engine.path, Path(path))
        finally:
            self._engine.open()
            bring_up_to_date(self._engine)

    def reindex(self) -> None:
        """Make the search index again from the stored texts; that of terms and figures is made again on demand."""
        from reader.library.digests import forget

        with self._engine.transaction() as connection:
            index.rebuild(connection)
            forget(connection)


def restore(library: Path, backup: Path, *, sqlite: str | None = None) -> Path | None:
    """As `Health.restore` for a library that is missing or cannot be opened."""
    return copies.put_in_place(load_sqlite(sqlite), library, backup)


def _structure(connection: Connection) -> Iterator[Problem]:
    for (detail,) in connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
        if detail != "ok":
            yield Problem("structure", {"detail": detail})
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Problem("structure", {"detail": f"{row[0]} {row[1]} → {row[2]}"})


def _place(row: Row) -> dict[str, object]:
    return {"id": row["id"], "title": row["title"], "number": row["number"]}


def _texts(connection: Connection) -> Iterator[Problem]:
    # As bytes: damaged UTF-8 must be compared, not raise.
    for row in connection.execute(
        f"SELECT {_TITLES}, CAST(t.text AS BLOB) AS text {_WITH_ARTICLE} LEFT JOIN texts t ON t.version = v.seq"
    ):
        if hashlib.sha256(row["text"] or b"").hexdigest() != row["sha256"]:
            yield Problem("text_damaged", _place(row))


def _bodies(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(
        f"SELECT {_TITLES}, b.blocks, b.html {_WITH_ARTICLE} LEFT JOIN bodies b ON b.version = v.seq"
    ):
        try:
            found = body_sha256(zlib.decompress(row["blocks"]), zlib.decompress(row["html"]))
        except (zlib.error, TypeError):
            found = ""
        if found != row["body_sha256"]:
            yield Problem("body_damaged", _place(row))


def _raw(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(f"SELECT {_TITLES}, f.raw {_WITH_ARTICLE} LEFT JOIN fetches f ON f.version = v.seq"):
        try:
            found = hashlib.sha256(zlib.decompress(row["raw"])).hexdigest()
        except (zlib.error, TypeError):
            found = ""
        if found != row["raw_sha256"]:
            yield Problem("raw_damaged", _place(row))


def _images(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute("SELECT sha256, CAST(data AS BLOB) AS data FROM images"):
        if hashlib.sha256(row["data"] or b"").hexdigest() != row["sha256"]:
            yield Problem("image_damaged", {"sha256": row["sha256"]})


def _files(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(
        "SELECT f.sha256, CAST(f.data AS BLOB) AS data, "
        "(SELECT name FROM version_files WHERE file = f.seq LIMIT 1) AS name FROM files f"
    ):
        if hashlib.sha256(row["data"] or b"").hexdigest() != row["sha256"]:
            yield Problem("attachment_damaged", {"sha256": row["sha256"], "name": row["name"] or ""})


def _annotations(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(
        "SELECT m.id AS id, a.title AS title FROM annotations m JOIN articles a ON a.seq = m.article "
        "LEFT JOIN versions v ON v.article = m.article AND v.number = m.version "
        "LEFT JOIN texts t ON t.version = v.seq "
        'WHERE m.start IS NOT NULL AND (t.text IS NULL OR m."end" > length(t.text))'
    ):
        yield Problem("annotation_out_of_range", {"id": row["id"], "title": row["title"]})


def _index(connection: Connection) -> Iterator[Problem]:
    for row in index.missing(connection):
        yield Problem("index_damaged", {"id": row["id"], "detail": row["title"]})


def _corrections(connection: Connection) -> Iterator[Problem]:
    from reader.library.corrections import corrections_damaged

    for code, row in corrections_damaged(connection):
        yield Problem(code, {"id": row["id"], "title": row["title"]})


def _digests(connection: Connection) -> Iterator[Problem]:
    from reader.library.digests import damaged

    for detail in damaged(connection):
        yield Problem("digest_index_damaged", {"detail": detail})


_PARTS = (
    _structure,
    _texts,
    _bodies,
    _raw,
    _images,
    _files,
    _annotations,
    _index,
    _corrections,
    _digests,
)
