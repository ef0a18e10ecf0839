"""Zip archives from strangers: what they may hold is looked at before anything is unpacked."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from reader.model.errors import CaptureError

ENTRY_LIMIT = 10_000
UNPACKED_LIMIT = 500 * 1024 * 1024
RATIO_LIMIT = 100
"""Entries, bytes unpacked, and times as large as packed: more is a bomb (zip bombs reach a thousand and a million)."""
SMALL = 5 * 1024 * 1024
"""Bytes; so little may be packed as tightly as it likes."""
MEMBER_LIMIT = 60 * 1024 * 1024
"""Bytes of one part; a book of a million characters has 20 MB of markup in Word."""


class Archive:
    """A zip archive in memory. Names of members are keys and never become paths."""

    def __init__(self, data: bytes) -> None:
        """Raises CaptureError: archive_damaged, archive_bomb, archive_encrypted."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise CaptureError("archive_damaged") from error
        members = self._zip.infolist()
        whole = sum(member.file_size for member in members)
        is_bomb = whole > UNPACKED_LIMIT or (whole > SMALL and whole > RATIO_LIMIT * len(data))
        if is_bomb or len(members) > ENTRY_LIMIT:
            raise CaptureError("archive_bomb")
        if any(member.flag_bits & 0x1 for member in members):
            raise CaptureError("archive_encrypted")
        # A name that begins with NUL is read as an empty one, which `is_dir` does not expect.
        self._members = {each.filename: each for each in members if each.filename and not each.is_dir()}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def names(self) -> Iterator[str]:
        """The names of all files, of doubled ones once."""
        return iter(self._members)

    def read(self, name: str, limit: int = MEMBER_LIMIT) -> bytes | None:
        """The bytes of a member; None when it is missing, damaged or larger than `limit`."""
        member = self._members.get(name)
        if member is None or member.file_size > limit:
            return None
        try:
            with self._zip.open(member) as file:
                return file.read(limit)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError):
            return None

    def require_plain_xml(self, suffixes: tuple[str, ...]) -> None:
        """CaptureError archive_unsafe when a part declares a document type: no writer does, and entities need one.

        archive_bomb when a part is larger than MEMBER_LIMIT.
        """
        for name, member in self._members.items():
            if not name.lower().endswith(suffixes):
                continue
            if member.file_size > MEMBER_LIMIT:
                raise CaptureError("archive_bomb")
            if _declares_type(self.read(name) or b""):
                raise CaptureError("archive_unsafe")


class _TypeDeclaredError(Exception):
    """Ends the reading."""


class _RootReachedError(Exception):
    """Ends the reading: a document type stands before the root element or nowhere."""


def _declares_type(data: bytes) -> bool:
    """Whether an XML part has a DOCTYPE, in any encoding that expat knows: it is what reads the part afterwards."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _stop_at_type
    parser.StartElementHandler = _stop_at_root
    try:
        parser.Parse(data, True)
    except _TypeDeclaredError:
        return True
    except (_RootReachedError, expat.ExpatError, ValueError, LookupError):
        return False
    return False


def _stop_at_type(*_: object) -> None:
    raise _TypeDeclaredError


def _stop_at_root(*_: object) -> None:
    raise _RootReachedError
