"""Keeps processes apart where SQLite itself cannot be trusted to.

SQLite 3.7.0 to 3.51.2 has the "WAL-reset bug": when two connections write or checkpoint at the same instant, commits
can be lost. Fixed in 3.51.3, and in 3.44.6 and 3.50.7 for their branches: https://sqlite.org/wal.html
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from filelock import FileLock

Version = tuple[int, int, int]

FIRST_BAD: Version = (3, 7, 0)
FIXED: Version = (3, 51, 3)
FIXED_BRANCHES: tuple[Version, ...] = ((3, 44, 6), (3, 50, 7))


def has_wal_reset_bug(version: Version) -> bool:
    """Whether this version of SQLite may lose commits of two processes."""
    if any(version[:2] == branch[:2] and version >= branch for branch in FIXED_BRANCHES):
        return False
    return FIRST_BAD <= version < FIXED


class Interlock:
    """A lock file beside the library, held while this process writes; does nothing with a SQLite that needs none."""

    def __init__(self, library: Path, version: Version, seconds: float) -> None:
        self._path = library.with_name(f".{library.name}.lock") if has_wal_reset_bug(version) else None
        self._library = library
        self._seconds = seconds
        self._lock: FileLock | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the other processes; LibraryError library_busy when they do not finish."""
        if self._path is None:
            yield
            return
        import filelock  # deferred: it takes longer to import than most commands to run

        if self._lock is None:
            self._lock = filelock.FileLock(self._path, thread_local=False)
        try:
            self._lock.acquire(timeout=self._seconds, poll_interval=0.002)
        except filelock.Timeout as error:
            raise LibraryError("library_busy", path=str(self._library)) from error
        except OSError as error:
            raise LibraryError("library_io", path=str(self._library), detail=str(error)) from error
        try:
            yield
        finally:
            self._lock.release()
