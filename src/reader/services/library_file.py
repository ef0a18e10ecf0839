"""The library file: a whole library in one ZIP archive that anybody can read, and from which it can be made again.

Its members, all text in UTF-8 (a number of the format, `VERSION`, goes up with every change of what is here):

    README.txt              what is what, in both languages
    manifest.json           format, version, program, made, counts, and of every other member its size and sha256
    library.json            collections, rules for sites, waiting links, the order of the articles
    articles/<id>.json      one article: metadata, state, versions, annotations (the trash too), corrections
    texts/<sha256>.txt      canonical text of a version
    html/<sha256>.html      its sanitised HTML, pictures as "lib:<sha256>"
    raw/<sha256>            what the server sent, byte for byte
    images/<sha256>.<ext>   pictures
    files/<sha256>          attachments

The shapes of the JSON are in `library.shapes`. Nothing in the archive becomes a path: members have names of these
forms or the file is refused, and their content goes into the library alone.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, BinaryIO, Self

from reader import __version__

FORMAT, VERSION = "yandu-reader-library", 1
MANIFEST, SHELVES, README = "manifest.json", "library.json", "README.txt"

_EXTENSIONS = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "image/bmp": ".bmp",
}  # fmt: skip
ENDINGS = {"texts": ".txt", "html": ".html"}
"""Ends of the names of contents that always have the same."""

# ZIP cannot name a time before this; the same library gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


class Writer:
    """A library file that is being written (`shapes.Sink`); every content once. It is whole when its block ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self._members: dict[str, dict[str, Any]] = {}
        self._images: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What failed is thrown away; that it cannot be ended either (a full disk) is no other trouble.
        with suppress(OSError) if error else nullcontext():
            self._zip.close()

    def has(self, folder: str, sha256: str) -> bool:
        """Whether a content was put."""
        return sha256 in self._images if folder == "images" else f"{folder}/{sha256}" in self._members

    def put(self, folder: str, data: bytes, media_type: str = "") -> str:
        """Add a content unless it is there; its sha256."""
        sha256 = hashlib.sha256(data).hexdigest()
        ending = _EXTENSIONS.get(media_type, ".bin") if folder == "images" else ENDINGS.get(folder, "")
        if not self.has(folder, sha256):
            # What is compressed already only takes time.
            self._write(f"{folder}/{sha256}{ending}", data, sha256, is_packed=folder == "images")
            if folder == "images":
                self._images.add(sha256)
        return sha256

    def put_article(self, id: str, article: object) -> None:
        """Add an article, as plain data."""
        data = _json(article)
        self._write(f"articles/{id}.json", data, hashlib.sha256(data).hexdigest())

    def finish(self, shelves: object, readme: str, counts: Mapping[str, int]) -> None:
        """Add what belongs to no article, and the manifest."""
        for name, data in ((SHELVES, _json(shelves)), (README, readme.encode())):
            self._write(name, data, hashlib.sha256(data).hexdigest())
        made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        manifest = {"format": FORMAT, "version": VERSION, "program": __version__, "made": made, "counts": dict(counts)}
        self._write(MANIFEST, _json(manifest | {"members": self._members}), "")

    def _write(self, name: str, data: bytes, sha256: str, *, is_packed: bool = False) -> None:
        if name in self._members:
            return
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, data)
        self._members[name] = {"bytes": len(data), "sha256": sha256}
