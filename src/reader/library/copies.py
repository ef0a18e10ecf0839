"""Verified copies of a library: backups, and putting one in a library's place."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library import files, schema
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine

KEPT = 7
"""Automatic backups kept of one library for each reason."""

# What a copy must have in common with its original: all that a person did, and the checksums of all content.
_FINGERPRINT = (
    "SELECT id, title, source, status, starred, deleted, version FROM articles ORDER BY seq",
    "SELECT article, number, sha256, body_sha256, raw_sha256 FROM versions ORDER BY seq",
    'SELECT id, kind, quote, start, "end", note, modified, deleted FROM annotations ORDER BY seq',
    "SELECT sha256, length(data) FROM images ORDER BY seq",
    "SELECT name FROM tags ORDER BY seq",
    "SELECT name, date, participants FROM collections ORDER BY id",
)
# The same, of tables that came with a later step: number of the step, queries.
_FINGERPRINT_SINCE = (
    (
        2,
        (
            "SELECT sha256, length(data) FROM files ORDER BY seq",
            "SELECT version, place, file, href, name FROM version_files ORDER BY version, place",
        ),
    ),
    (
        3,
        (
            'SELECT id, article, version, layer, change, field, start, "end", data FROM corrections ORDER BY seq',
            "SELECT article, version, rules FROM digested ORDER BY article",
        ),
    ),
)


def back_up(engine: Engine, target: Path) -> None:
    """Write a copy of an open library to `target`, verified before it takes that name.

    A file that stands there is replaced only then. LibraryError backup_is_library or backup_failed.
    """
    try:
        if target.exists() and target.samefile(engine.path):
            raise LibraryError("backup_is_library", path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(target) as temporary:
            with engine.snapshot() as source:
                before = _fingerprint(source)
                _copy_pages(engine.sqlite, source, temporary)
            after = verify(engine.sqlite, temporary)
            if before != after:
                raise LibraryError("backup_failed", path=str(target), detail="fingerprint")
            _take_name(temporary, target)
    except LibraryError as error:
        if error.code == "backup_is_library":
            raise
        raise LibraryError("backup_failed", path=str(target), detail=error.data.get("detail", "")) from error
    except (OSError, engine.sqlite.Error) as error:
        raise LibraryError("backup_failed", path=str(target), detail=str(error)) from error


def automatic_backups(library: Path, reason: str) -> list[Path]:
    """The automatic backups of a library that were made for `reason`, oldest first."""
    return sorted((library.absolute().parent / "backups").glob(f"{glob.escape(f'{library.stem}-{reason}-')}*.db"))


def back_up_automatically(engine: Engine, reason: str) -> Path:
    """A backup in the folder "backups" beside the library, named after `reason` and time; the newest KEPT stay.

    An older one goes only after the new one was verified.
    """
    target = engine.path.absolute().parent / "backups" / f"{engine.path.stem}-{reason}-{_stamp()}.db"
    back_up(engine, target)
    for old in automatic_backups(engine.path, reason)[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return target


def verify(sqlite: Any, path: Path) -> str:
    """The fingerprint of a whole library file; LibraryError backup_damaged when it is none."""
    try:
        files.examine(path, create=False)
        mode = "mode=ro" if files.has_wal(path) else "immutable=1"
        with closing(sqlite.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if not 0 < version <= schema.VERSION:
                raise LibraryError("backup_damaged", path=str(path), detail=f"version {version}")
            result = connection.execute("PRAGMA quick_check").fetchone()[0]
            if result != "ok":
                raise LibraryError("backup_damaged", path=str(path), detail=result)
            return _fingerprint(connection)
    except (sqlite.Error, TypeError) as error:
        raise LibraryError("backup_damaged", path=str(path), detail=str(error)) from error


def put_in_place(sqlite: Any, library: Path, backup: Path) -> Path | None:
    """Make a verified copy of `backup` the library; no connection to it may be open. Gives where the old one is.

    The old file is kept beside it. LibraryError backup_missing, backup_damaged, library_in_use,
    library_io.
    """
    try:
        verify(sqlite, backup)
    except LibraryError as error:
        if not backup.exists():
            raise LibraryError("backup_missing", path=str(backup)) from error
        detail = error.data.get("detail", error.code)
        raise LibraryError("backup_damaged", path=str(backup), detail=detail) from error
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(library) as temporary:
            mode = "mode=ro" if files.has_wal(backup) else "immutable=1"
            with closing(sqlite.connect(f"{backup.absolute().as_uri()}?{mode}", uri=True)) as source:
                _copy_pages(sqlite, source, temporary)
            verify(sqlite, temporary)
            kept = _set_aside(sqlite, library) if library.exists() else None
            _take_name(temporary, library)
            return kept
    except (OSError, sqlite.Error) as error:
        raise LibraryError("library_io", path=str(library), detail=str(error)) from error


def _set_aside(sqlite: Any, library: Path) -> Path:
    """Give the old library a second name and take its log away; the first name stays until it is replaced."""
    kept = library.with_name(f"{library.stem}-before-restore-{_stamp()}{library.suffix}")
    with suppress(sqlite.DatabaseError):
        _close_log(sqlite, library)
    # What is still there belongs to a damaged library; beside the new one it would be taken for its own.
    for old, new in zip(files.companions(library), files.companions(kept), strict=True):
        if old.exists():
            old.replace(new)
    try:
        os.link(library, kept)
    except OSError:
        import shutil

        shutil.copyfile(library, kept)
    return kept


def _close_log(sqlite: Any, library: Path) -> None:
    """Bring everything into the one file; LibraryError library_in_use while somebody else has it open."""
    connection = sqlite.connect(f"{library.absolute().as_uri()}?mode=rw", uri=True, timeout=1, isolation_level=None)
    with closing(connection):
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite.OperationalError as error:
            if "locked" in str(error):
                raise LibraryError("library_in_use", path=str(library)) from error
            raise


def _fingerprint(connection: Connection) -> str:
    digest = hashlib.sha256()
    step = connection.execute("PRAGMA user_version").fetchone()[0]
    later = (sql for since, queries in _FINGERPRINT_SINCE if step >= since for sql in queries)
    for sql in (*_FINGERPRINT, *later):
        cursor = connection.cursor()
        cursor.row_factory = None
        for row in cursor.execute(sql):
            digest.update(repr(row).encode("utf-8", "replace"))
        digest.update(sql.encode())
    return digest.hexdigest()


def _copy_pages(sqlite: Any, source: Connection, target: Path) -> None:
    """All pages at once: in steps, a copy starts over whenever somebody writes."""
    with closing(sqlite.connect(str(target), isolation_level=None)) as copy:
        source.backup(copy, pages=-1)
        # One file without a log: that is what people copy.
        copy.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name[:40]}-", suffix=".tmp")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for left in (Path(name), Path(name + "-journal")):
            left.unlink(missing_ok=True)


def _take_name(temporary: Path, target: Path) -> None:
    """Flush to disk and rename, in this order."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(target)
    # Windows cannot open folders; there the rename itself is enough.
    with suppress(OSError):
        folder = os.open(target.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
