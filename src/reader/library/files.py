"""The library as a file: what stands at a path, whether it may be written, and copying it aside."""

import os
import re
from pathlib import Path

from reader.model.errors import LibraryError

APPLICATION_ID = int.from_bytes(b"YDRd")
"""In the header of every library, bytes 68 to 71: https://sqlite.org/fileformat2.html#application_id"""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def examine(path: Path, *, create: bool) -> bool:
    """Whether a new library is to be made at `path`: False when one stands there, LibraryError for anything else.

    An empty file counts as missing, so that an interrupted first start does no harm. Nothing is written but missing
    folders.
    """
    try:
        if path.is_dir():
            raise LibraryError("library_folder", path=str(path))
        header = _header(path)
        if not header:
            if not create:
                raise LibraryError("library_missing", path=str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
            if not os.access(path.parent, os.W_OK | os.X_OK):
                raise LibraryError("library_uncreatable", path=str(path))
            return True
    except LibraryError:
        raise
    except (OSError, ValueError) as error:
        code = "library_unreadable" if isinstance(error, PermissionError) else "library_uncreatable"
        raise LibraryError(code, path=str(path), detail=str(error)) from error
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise LibraryError("library_corrupt", path=str(path), detail="header")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise LibraryError("library_foreign", path=str(path))
    return False


def _header(path: Path) -> bytes:
    """The first 100 bytes; nothing for a missing or empty file."""
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        return b""


def companions(path: Path) -> tuple[Path, Path]:
    """SQLite's write-ahead log and shared memory beside a library."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def has_wal(path: Path) -> bool:
    """Whether a log with content lies beside the library: without it, the last changes are missing."""
    wal = companions(path)[0]
    return wal.exists() and wal.stat().st_size > 0


def is_writable(path: Path) -> bool:
    """Whether the file and its folder may be written; SQLite needs both."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK | os.X_OK)


# Folders of services that copy files while they are being written: no place for a database.
_SYNCHRONISED = re.compile(
    r"onedrive|dropbox|nextcloud|owncloud|google ?drive|icloud|mobile documents|nutstore|坚果云|seafile|百度网盘|"
    r"baidunetdisk|syncthing|megasync|pcloud",
    re.IGNORECASE,
)


def is_synchronised(path: Path) -> bool:
    """Whether `path` seems to lie in the folder of a synchronising service."""
    return any(_SYNCHRONISED.match(part) for part in path.absolute().parent.parts)


class Copy:
    """A private copy of a library and its log in a temporary folder, until `remove`."""

    def __init__(self, path: Path) -> None:
        # Deferred, as is whatever else listing and searching do not need.
        import shutil
        import tempfile

        self._folder = tempfile.TemporaryDirectory(prefix="yandu-reader-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name) / path.name
        wal = companions(path)[0]
        try:
            shutil.copyfile(path, self.path)
            if wal.exists():
                shutil.copyfile(wal, companions(self.path)[0])
        except OSError as error:
            self.remove()
            raise LibraryError("library_unreadable", path=str(path), detail=str(error)) from error

    def remove(self) -> None:
        """Delete the copy."""
        self._folder.cleanup()
