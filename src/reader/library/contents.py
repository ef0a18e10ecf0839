"""Finding articles and reading their content: versions, texts, raw pages, images, and where reading stopped."""

from __future__ import annotations

import builtins
import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.library.attachments import files_of
from reader.library.storing import METADATA, sort_key, version_of
from reader.model.article import CapturedArticle, Content, Fetch, Metadata, Position, Recipe, StoredImage, Version
from reader.model.blocks import blocks_from_json, canonical_text
from reader.model.errors import LibraryError, NotFoundError

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row


class Contents:
    """What articles hold. `id` is a whole id everywhere; NotFoundError when nothing has it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find_by_url(self, url: str) -> str | None:
        """The newest article saved from `url`, or whose address a person set to it; the trash comes last."""
        return self._find(
            "seq IN (SELECT seq FROM articles WHERE url = ? UNION SELECT article FROM versions WHERE url = ?)",
            (url, url),
        )

    def find_by_raw(self, sha256: str) -> str | None:
        """The newest article without an address whose newest version came from these bytes (hex)."""
        return self._find("latest IN (SELECT seq FROM versions WHERE raw_sha256 = ? AND url IS NULL)", (sha256,))

    def find_by_original(self, url: str) -> str | None:
        """The newest article that names `url` as where its original stands."""
        return self._find("original_url = ?", (url,))

    def find_by_text(self, sha256: str) -> str | None:
        """The newest article whose newest canonical text has this checksum (hex)."""
        return self._find("latest IN (SELECT seq FROM versions WHERE sha256 = ?)", (sha256,))

    def find_by_title(self, title: str) -> str | None:
        """The newest article with exactly this title."""
        return self._find("title_key = ? AND title = ?", (sort_key(title), title))

    def _find(self, condition: str, values: tuple[object, ...]) -> str | None:
        row = self._engine.row(
            f"SELECT id FROM articles WHERE {condition} ORDER BY deleted IS NOT NULL, seq DESC LIMIT 1", values
        )
        return None if row is None else row[0]

    def versions(self, id: str) -> builtins.list[Version]:
        """All versions, oldest first."""
        with self._engine.reading() as connection:
            row = row_of(connection, id)
            rows = connection.execute("SELECT * FROM versions WHERE article = ? ORDER BY number", (row["seq"],))
            return [version_of(each, id) for each in rows]

    def content(self, id: str, number: int | None = None) -> Content:
        """The content of a version (default: the newest), its text checked against its checksum.

        A damaged text is replaced by that of the blocks when those are whole; LibraryError article_damaged.
        """
        with self._engine.reading() as connection:
            version, article = _version(connection, id, number)
            body = connection.execute("SELECT * FROM bodies WHERE version = ?", (version["seq"],)).fetchone()
            text = text_of(connection, version["seq"])
        with _whole(article):
            blocks = blocks_from_json(json.loads(zlib.decompress(body["blocks"])))
            html = zlib.decompress(body["html"]).decode()
            if _sha256(text) != version["sha256"]:
                text = canonical_text(blocks)
            if _sha256(text) != version["sha256"]:
                raise ValueError("sha256")
            return Content(version_of(version, id), blocks, html, text)

    def text(self, id: str) -> str:
        """The canonical text of the newest version alone, as it is stored: for comparing."""
        with self._engine.reading() as connection:
            return text_of(connection, row_of(connection, id)["latest"])

    def fetch(self, id: str, number: int | None = None) -> Fetch:
        """The raw bytes, headers and time of a version (default: the newest)."""
        with self._engine.reading() as connection:
            version, article = _version(connection, id, number)
            row = connection.execute("SELECT * FROM fetches WHERE version = ?", (version["seq"],)).fetchone()
        with _whole(article):
            raw = zlib.decompress(row["raw"])
            return Fetch(raw, row["media_type"], version["fetched"], _headers(row), version["base"])

    def pages(self, id: str, number: int | None = None) -> builtins.list[Fetch]:
        """What follows the first page of a version that was split over several, in order."""
        with self._engine.reading() as connection:
            version, article = _version(connection, id, number)
            rows = connection.execute(
                "SELECT * FROM pages WHERE version = ? ORDER BY place", (version["seq"],)
            ).fetchall()
        with _whole(article):
            return [
                Fetch(zlib.decompress(row["raw"]), row["media_type"], row["fetched"], _headers(row), row["base"])
                for row in rows
            ]

    def recipe(self, id: str, number: int | None = None) -> Recipe:
        """The reader's own choices that a version (default: the newest) was extracted with."""
        with self._engine.reading() as connection:
            version, article = _version(connection, id, number)
        with _whole(article):
            return Recipe(**json.loads(version["recipe"]))

    def captured(self, id: str, number: int | None = None) -> CapturedArticle:
        """A version as capturing handed it over (default: the newest), but for its Markdown, which is not stored."""
        with self._engine.reading() as connection:
            version, article = _version(connection, id, number)
            rows = connection.execute(
                f"SELECT {_IMAGE} WHERE version = ? ORDER BY place", (version["seq"],)
            ).fetchall()
            content, files = self.content(id, version["number"]), files_of(connection, version["seq"])
            fetch, pages = self.fetch(id, version["number"]), tuple(self.pages(id, version["number"]))
        with _whole(article):
            return CapturedArticle(
                Metadata(**json.loads(version["metadata"])),
                content.blocks,
                content.html,
                "",
                version["encoding"],
                fetch,
                tuple(_image(row) for row in rows),
                tuple(json.loads(version["image_sources"])),
                bool(version["truncated"]),
                pages,
                files,
                recipe=Recipe(**json.loads(version["recipe"])),
            )

    def images(self, id: str) -> dict[str, StoredImage]:
        """All images an article has had in any version, by the address they had in the page."""
        with self._engine.reading() as connection:
            rows = connection.execute(
                f"SELECT {_IMAGE} JOIN versions v ON v.seq = version WHERE v.article = ? ORDER BY v.number",
                (row_of(connection, id)["seq"],),
            ).fetchall()
        return {row["src"]: _image(row) for row in rows}

    def image(self, sha256: str) -> StoredImage | None:
        """A stored image by the sha256 of its bytes (hex)."""
        row = self._engine.row(
            "SELECT i.*, (SELECT src FROM version_images WHERE image = i.seq LIMIT 1) AS src "
            "FROM images i WHERE sha256 = ?",
            (sha256,),
        )
        if row is None:
            return None
        return _image(row)

    def position(self, id: str) -> Position | None:
        """Where reading stopped."""
        row = self._engine.row("SELECT p.* FROM positions p JOIN articles a ON a.seq = p.article WHERE a.id = ?", (id,))
        return None if row is None else Position(id, row["version"], row["offset"], row["progress"])


_IMAGE = "i.*, src FROM version_images JOIN images i ON i.seq = image"


def _image(row: Row) -> StoredImage:
    names = ("sha256", "media_type", "width", "height", "data")
    return StoredImage(**{name: row[name] for name in names}, src=row["src"] or "")


def _headers(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in json.loads(row["headers"]))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def row_of(connection: Connection, id: str) -> Row:
    """The row of an article."""
    row: Row | None = connection.execute("SELECT * FROM articles WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise NotFoundError("not_found", id=id)
    return row


def metadata_of(row: Row) -> Metadata:
    """The metadata in a row of `articles`."""
    return Metadata(**{name: row[name] for name in METADATA})


def text_of(connection: Connection, version: int) -> str:
    """The canonical text of a version, by its row id; damaged bytes become U+FFFD."""
    sql = "SELECT CAST(text AS BLOB) FROM texts WHERE version = ?"
    raw: bytes = connection.execute(sql, (version,)).fetchone()[0]
    return raw.decode("utf-8", "replace")


@contextmanager
def _whole(article: Row) -> Iterator[None]:
    """Content that cannot be read back is damage: LibraryError article_damaged."""
    try:
        yield
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        data = {"id": article["id"], "title": article["title"], "detail": str(error)}
        raise LibraryError("article_damaged", **data) from error


def _version(connection: Connection, id: str, number: int | None) -> tuple[Row, Row]:
    """The rows of a version and its article."""
    article = row_of(connection, id)
    row: Row | None = connection.execute(
        "SELECT * FROM versions WHERE article = ? AND number = ?",
        (article["seq"], article["version"] if number is None else number),
    ).fetchone()
    if row is None:
        raise NotFoundError("version_not_found", id=id, number=number)
    return row, article
