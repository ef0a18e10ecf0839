"""From a path to an open library of the present schema."""

from __future__ import annotations

from pathlib import Path

from reader.library import copies, schema
from reader.library.engine import Engine
from reader.model.errors import LibraryError


def open_engine(path: Path, *, create: bool, sqlite: str | None = None) -> Engine:
    """Open or make the library; an older one is brought up to date after a verified backup."""
    engine = Engine(path, create=create, sqlite=sqlite)
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.close()
        raise
    return engine


def bring_up_to_date(engine: Engine) -> None:
    """Apply the missing steps of the schema; LibraryError library_newer or library_older (read-only)."""
    version = _version(engine)
    if version > schema.VERSION:
        raise LibraryError("library_newer", path=str(engine.path), version=version)
    if version == schema.VERSION:
        return
    if engine.read_only:
        raise LibraryError("library_older", path=str(engine.path), version=version)
    if version:
        copies.back_up_automatically(engine, f"before-version-{schema.VERSION}")
    with engine.transaction():
        # Another process may have done it while this one waited.
        if _version(engine) < schema.VERSION:
            schema.apply(engine.database)


def _version(engine: Engine) -> int:
    row = engine.row("PRAGMA user_version")
    return 0 if row is None else int(row[0])
