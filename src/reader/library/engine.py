"""The one place that chooses and imports SQLite: connections, transactions, and what its errors mean.

sqlite-utils takes pysqlite3 by itself when it is installed; `sqlite3.Error` does not catch its errors, and a
connection made with `sqlite3.connect` would be the older SQLite. So nobody else imports either module.
"""

from __future__ import annotations

import importlib
import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library import files
from reader.library.interlock import Interlock
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from sqlite3 import Connection as Connection
    from sqlite3 import Row as Row

    from sqlite_utils import Database

ENVIRONMENT = "READER_SQLITE"
"""Names the module to use, "pysqlite3" or "sqlite3"; without it the first that is installed."""

MODULES = ("pysqlite3", "sqlite3")

BUSY_SECONDS = 15.0
"""How long a transaction waits for another process; a writer holds the lock for milliseconds."""

# https://sqlite.org/rescode.html; primary result code -> code of our own. What is not here is a bug of ours.
_MEANINGS = {
    3: "library_unreadable",  # SQLITE_PERM
    5: "library_busy",
    6: "library_busy",  # SQLITE_LOCKED
    8: "library_read_only",
    10: "library_io",
    11: "library_corrupt",
    13: "library_full",
    14: "library_unreadable",  # SQLITE_CANTOPEN
    23: "library_unreadable",  # SQLITE_AUTH
    26: "library_corrupt",  # SQLITE_NOTADB
}

# synchronous=FULL: NORMAL loses acknowledged rows on power loss. trusted_schema and cell_size_check: a library may
# come from somebody else. cache_size is in KiB when negative; journal_size_limit lets
# a log that grew in a bulk load shrink again.
_PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "synchronous=FULL",
    "cache_size=-16000",
    "journal_size_limit=16000000",
)


def load_sqlite(name: str | None = None) -> Any:
    """The SQLite module: `name`, else what READER_SQLITE names, else pysqlite3, else the standard one."""
    wanted = name or os.environ.get(ENVIRONMENT)
    for module in (wanted,) if wanted else MODULES:
        with suppress(ImportError):
            # The submodule is what declares the errors and `connect`; it is the same object in both packages.
            return importlib.import_module(f"{module}.dbapi2")
    raise LibraryError("sqlite_missing", module=wanted or ", ".join(MODULES))


def sqlite_meaning(error: Exception) -> str | None:
    """The code of a LibraryError for an error of SQLite; None when it is not the library's condition but a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and "decode" in str(error):
        return "library_corrupt"  # "Could not decode to UTF-8": raised by Python's module, which gives no code
    return _MEANINGS.get(code & 0xFF) if isinstance(code, int) else None


class Engine:
    """One open library file: a connection that writes and one that reads, each behind a lock, for any thread.

    A read inside `transaction()` of the same thread sees what that transaction wrote. `create` makes a missing
    file. A file or folder that may not be written is opened read-only (`read_only`), see `files.readable_copy`.
    """

    def __init__(self, path: Path, *, create: bool = True, sqlite: str | None = None) -> None:
        self.sqlite = load_sqlite(sqlite)
        self.path = path
        self.read_only = False
        self._write_lock = threading.RLock()
        self._read_lock = threading.RLock()
        self._writer: int | None = None
        self._write_depth = self._read_depth = 0
        self._write: Connection | None = None
        self._read: Connection | None = None
        self._database: Database | None = None
        self._copy: files.Copy | None = None
        self._interlock = Interlock(path, self.sqlite.sqlite_version_info, BUSY_SECONDS)
        self.open(create=create)

    # -- opening and closing ------------------------------------------------------------------------------------

    def open(self, *, create: bool = False) -> None:
        """Open the connections of a closed engine; raises LibraryError."""
        with self.translated():
            is_new = files.examine(self.path, create=create)
            self.read_only = not is_new and not files.is_writable(self.path)
            if self.read_only:
                self._open_read_only()
                return
            try:
                self._write = self._open_for_writing(is_new)
                self._read = self._connect(f"{self.path.absolute().as_uri()}?mode=rw")
                self._read.execute("PRAGMA query_only=ON")
            except BaseException:
                self.close()
                raise

    def _connect(self, uri: str) -> Connection:
        connection: Connection = self.sqlite.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.row_factory = self.sqlite.Row
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _open_for_writing(self, is_new: bool) -> Connection:
        connection = self._connect(f"{self.path.absolute().as_uri()}?mode={'rwc' if is_new else 'rw'}")
        try:
            if is_new:
                # Most texts fit on one page then; reading a thousand of them takes half the time.
                connection.execute("PRAGMA page_size=8192")
                # In the main file before there is a WAL: `files.examine` looks for it there.
                connection.execute(f"PRAGMA application_id={files.APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=WAL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _open_read_only(self) -> None:
        """`immutable` does not see the WAL, `mode=ro` needs a WAL it can read: else a copy is opened."""
        mode = "mode=ro" if files.has_wal(self.path) else "immutable=1"
        with suppress(self.sqlite.OperationalError):
            self._read = self._connect(f"{self.path.absolute().as_uri()}?{mode}")
            self._read.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return
        if self._read is not None:
            self._read.close()
        self._copy = files.Copy(self.path)
        self._read = self._connect(f"{self._copy.path.as_uri()}?mode=rw")
        self._read.execute("PRAGMA query_only=ON")

    def close(self) -> None:
        """Close both connections; closing twice is allowed. The last one to close empties the WAL into the file."""
        with self._write_lock, self._read_lock:
            # No interlock: SQLite empties the log only when it has the file to itself.
            for connection in (self._read, self._write):
                if connection is not None:
                    with suppress(self.sqlite.Error):
                        connection.close()
            self._read = self._write = self._database = None
            if self._copy is not None:
                self._copy.remove()
                self._copy = None

    # -- work ---------------------------------------------------------------------------------------------------

    @property
    def database(self) -> Database:
        """The writing connection as sqlite-utils' Database, for migrations; use it inside `transaction()`."""
        if self._database is None:
            # Deferred: the import takes 100 ms, and listing or searching never needs it.
            from sqlite_utils import Database

            # Plugins of sqlite-utils are other people's code and have no business in a library.
            self._database = Database(self._writing(), recursive_triggers=False, execute_plugins=False)
        return self._database

    def _writing(self) -> Connection:
        if self._write is None:
            raise LibraryError("library_read_only" if self.read_only else "library_closed", path=str(self.path))
        return self._write

    def require_writable(self) -> None:
        """LibraryError library_read_only or library_closed when nothing can be written."""
        with self._write_lock:
            self._writing()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection of its own on one view of the library, for long reading beside others."""
        if self.read_only:
            with self.reading() as connection:
                yield connection
            return
        with self.translated(), closing(self._connect(f"{self.path.absolute().as_uri()}?mode=rw")) as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing: BEGIN IMMEDIATE … COMMIT on the writing connection; inside itself, a savepoint.

        When the block ends without an error, what it wrote is on disk. Raises LibraryError.
        """
        self.require_writable()
        with self._write_lock, self.translated(), nullcontext() if self._write_depth else self._interlock.held():
            connection = self._writing()
            depth = self._write_depth
            # IMMEDIATE: a transaction that begins by reading cannot become a writing one when another process
            # wrote in between; waiting does not help it.
            begin, end, undo = (
                (f"SAVEPOINT s{depth}", f"RELEASE s{depth}", f"ROLLBACK TO s{depth}")
                if depth
                else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
            )
            connection.execute(begin)
            self._write_depth, self._writer = depth + 1, threading.get_ident()
            try:
                yield connection
                connection.execute(end)
            except BaseException:
                if connection.in_transaction:
                    connection.execute(undo)
                raise
            finally:
                self._write_depth = depth
                if not depth:
                    self._writer = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view for any number of queries; inside this thread's transaction, that transaction's."""
        if self._writer == threading.get_ident():
            with self.translated():
                yield self._writing()
            return
        with self._read_lock, self.translated():
            connection = self._read
            if connection is None:
                raise LibraryError("library_closed", path=str(self.path))
            depth = self._read_depth
            if not depth:
                connection.execute("BEGIN")
            self._read_depth = depth + 1
            try:
                yield connection
            finally:
                self._read_depth = depth
                if not depth and connection.in_transaction:
                    connection.execute("COMMIT")

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[Row]:
        """All rows of one query."""
        with self.reading() as connection:
            return connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: tuple[object, ...] = ()) -> Row | None:
        """The first row of one query."""
        with self.reading() as connection:
            found: Row | None = connection.execute(sql, values).fetchone()
            return found

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turns SQLite's errors into LibraryErrors; those that can only be our bugs stay what they are."""
        try:
            yield
        except self.sqlite.Error as error:
            code = sqlite_meaning(error)
            if code is None:
                raise
            raise LibraryError(code, path=str(self.path), detail=str(error)) from error
        except UnicodeDecodeError as error:
            # SQLite's own message names a table whose name is damaged; Python cannot even decode that.
            raise LibraryError("library_corrupt", path=str(self.path), detail=str(error)) from error

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """A stored value that cannot be what we wrote is damage, not a bug."""
        try:
            yield
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise LibraryError("library_corrupt", path=str(self.path), detail=str(error)) from error
