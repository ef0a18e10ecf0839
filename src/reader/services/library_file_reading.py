"""Reading a library file that anybody may have made: everything is checked before anything is taken in."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.model.errors import CaptureError, LibraryFileError
from reader.services.library_file import ENDINGS, FORMAT, MANIFEST, SHELVES, VERSION
from reader.text.json_text import bounded

if TYPE_CHECKING:
    from reader.capture import Parser
    from reader.library import shapes

Shown = tuple[str, int, int]
"""Media type, width and height of a picture."""

_SHA = "[0-9a-f]{64}"
_MEMBER = re.compile(
    rf"README\.txt|library\.json|articles/[0-9a-f]{{32}}\.json|texts/{_SHA}\.txt|html/{_SHA}\.html|raw/{_SHA}|"
    rf"images/{_SHA}\.(?:png|jpg|gif|webp|bmp|bin)|files/{_SHA}"
)

MEMBER_LIMIT = 512 * 1024**2
"""Bytes of one member: five times the largest attachment that is ever saved."""
MOST_VALUES = 20_000_000
"""Commas and brackets in one member of JSON: six million members of a manifest, which has three for each."""
FREE = 1024**3
RATIO = 100
"""Bytes of all members together: so many in any case, and beyond that so many for each byte of the file. Texts and
pictures of real libraries come to five."""


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP or the beginning of one, as a library file is and no other file that can be imported;
    False for what cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


class Reader:
    """A library file that is being read (`shapes.Contents`). Errors are LibraryFileError; OSError when there is no
    such file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._shown: dict[str, Shown] = {}
        self._html: dict[str, str] = {}
        self.refused_images = 0
        # Opened by us: zipfile would say of a folder or a missing file that it is no archive.
        self._file = path.open("rb")
        try:
            self._zip = self._opened()
            self._members = self._examined()
            self._images = {Path(name).stem: name for name in self._members if name.startswith("images/")}
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()

    def _opened(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            self._file.seek(0)
            # Cut off at the end, an archive has lost its directory.
            code = "library_file_damaged" if self._file.read(4) == b"PK\3\4" else "library_file_foreign"
            raise LibraryFileError(code, path=str(self._path), detail=str(error)) from error

    def _examined(self) -> dict[str, str]:
        """Member → its sha256, when format, names and sizes are in order."""
        if MANIFEST not in self._zip.namelist():
            raise LibraryFileError("library_file_foreign", path=str(self._path))
        with self._damage(MANIFEST):
            manifest = bounded(self._bytes(MANIFEST, MEMBER_LIMIT).decode(), MOST_VALUES)
            format, version = manifest["format"], manifest["version"]
            if format != FORMAT:
                raise LibraryFileError("library_file_foreign", path=str(self._path))
            if not isinstance(version, int) or version < 1:
                raise ValueError("version")
            if version > VERSION:
                raise LibraryFileError("library_file_newer", path=str(self._path), program=manifest.get("program", ""))
            members = {name: (int(each["bytes"]), str(each["sha256"])) for name, each in manifest["members"].items()}
        self._check_sizes({name: size for name, (size, _) in members.items()})
        return {name: sha256 for name, (_, sha256) in members.items()}

    def _check_sizes(self, stated: Mapping[str, int]) -> None:
        infos = [info for info in self._zip.infolist() if info.filename != MANIFEST]
        with self._damage(MANIFEST):
            if len(infos) != len(stated) or {info.filename: info.file_size for info in infos} != stated:
                raise ValueError("members")
            if SHELVES not in stated:
                raise ValueError(SHELVES)
        for info in infos:
            with self._damage(info.filename):
                if not _MEMBER.fullmatch(info.filename):
                    raise ValueError("name")
                if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
                    raise ValueError("compression")
        size = self._path.stat().st_size
        if sum(stated.values()) > max(FREE, RATIO * size) or max(stated.values(), default=0) > MEMBER_LIMIT:
            raise LibraryFileError("library_file_too_large", path=str(self._path))

    @contextmanager
    def _damage(self, member: str) -> Iterator[None]:
        """Whatever goes wrong with content that was not written by us is damage of the file."""
        try:
            yield
        except (
            zipfile.BadZipFile, zlib.error, EOFError, ValueError, TypeError, KeyError, AttributeError, RecursionError,
            NotImplementedError, RuntimeError, OverflowError,
        ) as error:  # fmt: skip
            data = {"path": str(self._path), "member": member[:200], "detail": str(error)[:200]}
            raise LibraryFileError("library_file_damaged", **data) from error

    def _bytes(self, name: str, limit: int) -> bytes:
        with self._zip.open(name) as member:
            data = member.read(limit + 1)
        if len(data) > limit:
            raise ValueError("size")
        return data

    def member(self, name: str) -> bytes:
        """The bytes of a member, checked against its checksum."""
        with self._damage(name):
            data = self._bytes(name, self._zip.getinfo(name).file_size)
            if hashlib.sha256(data).hexdigest() != self._members[name]:
                raise ValueError("sha256")
            return data

    # ---- what is in it

    def _json(self, name: str) -> object:
        value: object = bounded(self.member(name).decode(), MOST_VALUES)
        # JSON can write a lone surrogate, no text column can hold it: UnicodeEncodeError.
        json.dumps(value, ensure_ascii=False).encode()
        return value

    def shelves(self) -> shapes.Shelves:
        """What belongs to no article; every article it names is there, and no other."""
        from reader.library import consistency, shapes

        with self._damage(SHELVES):
            found = shapes.checked(self._json(SHELVES), shapes.Shelves)
            names = {f"articles/{id}.json" for id in found.articles}
            if len(names) != len(found.articles) or names != {n for n in self._members if n.startswith("articles/")}:
                raise ValueError("articles")
            consistency.check_shelves(found)
            return found

    def article(self, id: str) -> shapes.ArticleData:
        """One article."""
        from reader.library import consistency

        name = f"articles/{id}.json"
        with self._damage(name):
            found = consistency.article(self._json(name))
            if found.id != id:
                raise ValueError("id")
            return found

    def read(self, folder: str, sha256: str) -> bytes:
        """A content, by folder and checksum."""
        return self.member(self._name(folder, sha256))

    def _name(self, folder: str, sha256: str) -> str:
        if folder == "images":
            return self._images.get(sha256, "")
        return f"{folder}/{sha256}{ENDINGS.get(folder, '')}"

    def html(self, sha256: str) -> str:
        """Sanitised HTML."""
        with self._damage(sha256):
            return self._html.get(sha256) or self.read("html", sha256).decode()

    def image(self, sha256: str) -> Shown | None:
        """What was found when the picture was decoded; None for one that may not be shown."""
        return self._shown.get(sha256)

    def is_link(self, href: str) -> bool:
        """Whether a link may lead there."""
        from reader.capture.sanitise import is_link

        return is_link(href)

    # ---- checking all of it

    def verify(self, parser: Parser, known: Callable[[str], Shown | None], report: Callable[[int, int], None]) -> None:
        """Read every member once: checksums, shapes, references. HTML is sanitised and pictures are decoded in the
        worker process; `known` tells of pictures that were decoded when they came. `report` gets members done and
        their number, and may raise."""
        for done, name in enumerate(self._members):
            report(done, len(self._members))
            folder, _, rest = name.partition("/")
            if folder == "articles":
                self._check_references(name, self.article(rest.removesuffix(".json")))
                continue
            data = self.member(name)
            sha256 = rest.partition(".")[0]
            with self._damage(name):
                if rest and self._members[name] != sha256:
                    raise ValueError("name")
                if folder == "html":
                    self._check_html(sha256, data, parser)
            if folder == "images":
                self._check_image(sha256, data, parser, known)
        report(len(self._members), len(self._members))

    def _check_references(self, member: str, article: shapes.ArticleData) -> None:
        with self._damage(member):
            for folder, sha256 in article.references():
                if self._name(folder, sha256) not in self._members:
                    raise ValueError(f"{folder}/{sha256}")

    def _check_html(self, sha256: str, data: bytes, parser: Parser) -> None:
        html = data.decode()
        try:
            safe: str = parser.ask({"do": "sanitise"}, data)
        except CaptureError as error:
            raise ValueError(error.code) from error
        # Sanitising what was sanitised takes a line break more out of <pre>; what we wrote stays what it is.
        if "".join(safe.split()) != "".join(html.split()):
            self._html[sha256] = safe

    def _check_image(
        self, sha256: str, data: bytes, parser: Parser, known: Callable[[str], Shown | None]
    ) -> None:
        if (shown := known(sha256)) is None:
            try:
                found = parser.ask({"do": "image"}, data)
            except CaptureError:
                self.refused_images += 1
                return
            shown = found["media_type"], found["width"], found["height"]
        self._shown[sha256] = shown
