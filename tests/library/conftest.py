"""Made-up reports, and a library in each SQLite that is installed."""

import hashlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from reader.library import Library
from reader.model.annotation import Annotation, Kind
from reader.model.article import CapturedArticle, Fetch, Metadata, StoredImage
from reader.model.blocks import Block, BlockKind


class Capture(Protocol):
    """Makes a captured article; keywords besides these are metadata."""

    def __call__(
        self, title: str, *paragraphs: str, raw: bytes = b"", images: tuple[StoredImage, ...] = (), **metadata: str
    ) -> CapturedArticle: ...


@pytest.fixture(scope="session")
def capture() -> Capture:
    def make(
        title: str, *paragraphs: str, raw: bytes = b"", images: tuple[StoredImage, ...] = (), **metadata: str
    ) -> CapturedArticle:
        html = "".join(f"<p>{each}</p>" for each in paragraphs)
        return CapturedArticle(
            metadata=Metadata(title=title, **metadata),
            blocks=tuple(Block(BlockKind.PARAGRAPH, each) for each in paragraphs),
            html=html,
            markdown="",
            encoding="utf-8",
            fetch=Fetch(raw or html.encode(), "text/html", "2026-11-22T08:00:00Z", (("Server", "test"),)),
            images=images,
        )

    return make


def modules() -> list[Any]:
    return [
        pytest.param(
            name,
            marks=pytest.mark.skipif(importlib.util.find_spec(name) is None, reason=f"{name} is not installed"),
        )
        for name in ("pysqlite3", "sqlite3")
    ]


@pytest.fixture(params=modules())
def sqlite(request: pytest.FixtureRequest) -> str:
    """Name of a SQLite module that is installed."""
    return str(request.param)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A new library: copying it takes a twentieth of the time of making one."""
    path = tmp_path_factory.mktemp("empty") / "library.db"
    Library.open(path).close()
    return path.read_bytes()


@pytest.fixture
def library(tmp_path: Path, empty: bytes) -> Iterator[Library]:
    (tmp_path / "library.db").write_bytes(empty)
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def either_library(tmp_path: Path, empty: bytes, sqlite: str) -> Iterator[Library]:
    """Once for each SQLite."""
    (tmp_path / "library.db").write_bytes(empty)
    with Library.open(tmp_path / "library.db", sqlite=sqlite) as opened:
        yield opened


@pytest.fixture(scope="session")
def mark() -> Any:
    """Makes an annotation of an article."""

    def make(article: str, quote: str = "", start: int | None = None, **more: Any) -> Annotation:
        end = None if start is None else start + len(quote)
        fields: dict[str, Any] = {"version": 1, "kind": Kind.KEY, "creator": "记录员", **more}
        return Annotation("", article, quote=quote, start=start, end=end, **fields)

    return make


@pytest.fixture(scope="session")
def picture() -> Any:
    """Makes a stored image of some bytes."""

    def make(data: bytes) -> StoredImage:
        digest = hashlib.sha256(data).hexdigest()
        return StoredImage(digest, "image/png", 4, 3, data, "https://qinghe.example/a.png")

    return make
