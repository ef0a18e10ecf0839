"""A library read out as plain data, article by article: see `shapes` for the shapes."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING

from msgspec import to_builtins

from reader.library import consistency, shapes
from reader.library.contents import metadata_of, text_of
from reader.model.article import Metadata, Recipe, Status
from reader.model.blocks import blocks_from_json, canonical_text
from reader.model.errors import LibraryError
from reader.model.waiting import AddOptions

if TYPE_CHECKING:
    from typing import Any

    from reader.library.engine import Connection, Engine, Row


class Dump:
    """One consistent view of a library. What cannot be read back whole is LibraryError article_damaged."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        self._engine, self._connection = engine, connection

    def shelves(self) -> dict[str, Any]:
        """`shapes.Shelves` as plain data."""
        with self._engine.decoding():
            made = _plain(self._shelves())
            shapes.checked(made, shapes.Shelves)
            return made

    def _shelves(self) -> shapes.Shelves:
        return shapes.Shelves(
            articles=[row[0] for row in self._rows("SELECT id FROM articles ORDER BY seq")],
            collections=[
                shapes.CollectionData(**dict(row))
                for row in self._rows("SELECT id, name, date, participants FROM collections ORDER BY id")
            ],
            site_rules=[
                shapes.SiteRuleData(**dict(row)) for row in self._rows("SELECT * FROM site_rules ORDER BY site")
            ],
            waiting=[_waiting(row) for row in self._rows("SELECT * FROM waiting ORDER BY seq")],
        )

    def article(self, id: str, sink: shapes.Sink) -> dict[str, Any]:
        """`shapes.ArticleData` of one article as plain data, when its texts and bytes have gone into `sink`."""
        (row,) = self._rows("SELECT * FROM articles WHERE id = ?", id)
        try:
            versions = [
                self._version(each, sink)
                for each in self._rows("SELECT * FROM versions WHERE article = ? ORDER BY number", row["seq"])
            ]
            made = _plain(self._article(row, versions))
            consistency.article(made)
            return made
        except (zlib.error, ValueError, TypeError, KeyError, IndexError) as error:
            raise LibraryError("article_damaged", id=id, title=row["title"], detail=str(error)) from error

    def _article(self, row: Row, versions: list[shapes.VersionData]) -> shapes.ArticleData:
        seq = row["seq"]
        position = self._rows('SELECT version, "offset", progress FROM positions WHERE article = ?', seq)
        return shapes.ArticleData(
            id=row["id"],
            metadata=metadata_of(row),
            edited=row["edited"].split(),
            added=row["added"],
            status=Status(row["status"]),
            starred=bool(row["starred"]),
            progress=row["progress"],
            duplicate_of=row["duplicate_of"],
            sample=bool(row["is_sample"]),
            deleted=row["deleted"],
            tags=self._names("article_tags l JOIN tags n ON n.seq = l.tag WHERE l.article = ?", seq),
            collections=self._names("collected l JOIN collections n ON n.id = l.collection WHERE l.article = ?", seq),
            position=shapes.PositionData(**dict(position[0])) if position else None,
            versions=versions,
            annotations=[
                self._annotation(each)
                for each in self._rows("SELECT * FROM annotations WHERE article = ? ORDER BY seq", seq)
            ],
            corrections=[
                _correction(each)
                for each in self._rows("SELECT * FROM corrections WHERE article = ? ORDER BY seq", seq)
            ],
        )

    def _version(self, row: Row, sink: shapes.Sink) -> shapes.VersionData:
        (body,) = self._rows("SELECT * FROM bodies WHERE version = ?", row["seq"])
        (fetch,) = self._rows("SELECT * FROM fetches WHERE version = ?", row["seq"])
        pages = self._rows("SELECT * FROM pages WHERE version = ? ORDER BY place", row["seq"])
        blocks = json.loads(zlib.decompress(body["blocks"]))
        text = text_of(self._connection, row["seq"]).encode()
        if hashlib.sha256(text).hexdigest() != row["sha256"]:
            text = canonical_text(blocks_from_json(blocks)).encode()
        return shapes.VersionData(
            number=row["number"],
            page=_page(fetch, sink, row["fetched"], row["base"], row["raw_sha256"]),
            further_pages=[_page(each, sink, each["fetched"], each["base"]) for each in pages],
            encoding=row["encoding"],
            truncated=bool(row["truncated"]),
            recipe=Recipe(**json.loads(row["recipe"])),
            metadata=Metadata(**json.loads(row["metadata"])),
            text=_put(sink, shapes.TEXTS, text, row["sha256"]),
            html=_put(sink, shapes.HTML, zlib.decompress(body["html"])),
            blocks=blocks,
            image_sources=json.loads(row["image_sources"]),
            images=self._images(row["seq"], sink),
            files=self._files(row["seq"], sink),
        )

    def _images(self, version: int, sink: shapes.Sink) -> list[shapes.Picture]:
        rows = self._rows(
            "SELECT i.seq, i.sha256, i.media_type, i.width, i.height, l.src FROM version_images l "
            "JOIN images i ON i.seq = l.image WHERE l.version = ? ORDER BY l.place",
            version,
        )
        for row in rows:
            if not sink.has(shapes.IMAGES, row["sha256"]):
                ((data,),) = self._rows("SELECT data FROM images WHERE seq = ?", row["seq"])
                _put(sink, shapes.IMAGES, data, row["sha256"], row["media_type"])
        return [shapes.Picture(**{name: row[name] for name in shapes.Picture.__struct_fields__}) for row in rows]

    def _files(self, version: int, sink: shapes.Sink) -> list[shapes.AttachedFile]:
        rows = self._rows(
            "SELECT f.seq, f.sha256, f.media_type, l.name, l.href FROM version_files l "
            "JOIN files f ON f.seq = l.file WHERE l.version = ? ORDER BY l.place",
            version,
        )
        for row in rows:
            if not sink.has(shapes.FILES, row["sha256"]):
                ((data,),) = self._rows("SELECT data FROM files WHERE seq = ?", row["seq"])
                _put(sink, shapes.FILES, data, row["sha256"])
        names = shapes.AttachedFile.__struct_fields__
        return [shapes.AttachedFile(**{name: row[name] for name in names}) for row in rows]

    def _annotation(self, row: Row) -> shapes.AnnotationData:
        own = set(shapes.AnnotationData.__struct_fields__) - {"tags", "orphan"}
        tags = self._names("annotation_tags l JOIN tags n ON n.seq = l.tag WHERE l.annotation = ?", row["seq"])
        return shapes.AnnotationData(**{name: row[name] for name in own}, tags=tags, orphan=bool(row["orphan"]))

    def _names(self, joined: str, seq: int) -> list[str]:
        return [row[0] for row in self._rows(f"SELECT n.name FROM {joined} ORDER BY l.rowid", seq)]

    def _rows(self, sql: str, *values: object) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()


def _plain(made: shapes.Kept) -> dict[str, Any]:
    plain: dict[str, Any] = to_builtins(made)
    return plain


def _put(sink: shapes.Sink, folder: str, data: bytes, expected: str | None = None, media_type: str = "") -> str:
    sha256 = sink.put(folder, data, media_type)
    if expected not in (None, sha256):
        raise ValueError(f"{folder} {expected}")
    return sha256


def _page(row: Row, sink: shapes.Sink, fetched: str, url: str | None, sha256: str | None = None) -> shapes.Page:
    raw = _put(sink, shapes.RAW, zlib.decompress(row["raw"]), sha256)
    headers = [(name, value) for name, value in json.loads(row["headers"])]
    return shapes.Page(raw=raw, media_type=row["media_type"], fetched=fetched, headers=headers, url=url)


def _correction(row: Row) -> shapes.CorrectionData:
    own = set(shapes.CorrectionData.__struct_fields__) - {"data"}
    return shapes.CorrectionData(**{name: row[name] for name in own}, data=json.loads(row["data"]))


def _waiting(row: Row) -> shapes.WaitingData:
    return shapes.WaitingData(
        id=row["seq"],
        source=row["source"],
        options=AddOptions.from_json(json.loads(row["options"])),
        added=row["added"],
        tried=row["tried"],
        attempts=row["attempts"],
        error=shapes.ErrorData(**json.loads(row["error"])),
    )
