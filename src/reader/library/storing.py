"""Between dataclasses and rows: what is written for a version, and what a row means."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.library import tokens
from reader.library.attachments import insert_files
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, CapturedArticle, Fetch, Metadata, Status, StoredImage, Version
from reader.model.blocks import Block, blocks_to_json
from reader.model.errors import NotFoundError
from reader.text.folding import clean, fold
from reader.text.length import visible_characters

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row

METADATA = tuple(each.name for each in fields(Metadata))

_HEX = re.compile("[0-9a-f]{1,32}")

_COMPRESSION = 6


def new_id() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


def now() -> str:
    """UTC, ISO 8601 with seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def compressed(data: bytes) -> bytes:
    """As raw pages, HTML and blocks are stored: zlib."""
    return zlib.compress(data, _COMPRESSION)


def sort_key(text: str | None) -> bytes:
    """Orders titles and sources: GB 18030 puts the common Han characters in Pinyin order; nothing comes last."""
    return fold(text).encode("gb18030", "replace") if text else b"\xff"


def cleaned(metadata: Metadata) -> Metadata:
    """Without characters that cannot be stored or shown."""
    return Metadata(**{key: clean(value) if value else value for key, value in asdict(metadata).items()})


def metadata_columns(metadata: Metadata, added: str) -> dict[str, object]:
    """The columns of `articles` that follow from the metadata."""
    return {
        **asdict(metadata),
        "title_key": sort_key(metadata.title),
        "source_key": sort_key(metadata.source),
        "dated": metadata.published or added[:10],
    }


def body_sha256(blocks: bytes, html: bytes) -> str:
    """Checksum of a body as it was before compressing."""
    return hashlib.sha256(blocks + b"\0" + html).hexdigest()


def body_columns(blocks: Sequence[Block], html: str) -> tuple[dict[str, object], str]:
    """The columns of `bodies`, and their checksum."""
    written = json.dumps(blocks_to_json(blocks), ensure_ascii=False, separators=(",", ":")).encode()
    encoded = html.encode("utf-8", "replace")
    return {"blocks": compressed(written), "html": compressed(encoded)}, body_sha256(written, encoded)


def insert(connection: Connection, table: str, columns: dict[str, object]) -> int:
    """Insert one row; its row id."""
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    cursor = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(columns.values()))
    return cursor.lastrowid or 0


def update(connection: Connection, table: str, key: tuple[str, object], columns: dict[str, object]) -> None:
    """Update the rows whose column `key[0]` is `key[1]`."""
    settings = ", ".join(f'"{name}" = ?' for name in columns)
    connection.execute(f"UPDATE {table} SET {settings} WHERE {key[0]} = ?", (*columns.values(), key[1]))


def insert_version(connection: Connection, article: int, number: int, captured: CapturedArticle) -> int:
    """Store a version with text, body, fetch and images, and make it the article's newest; its row id."""
    text = captured.text
    body, checksum = body_columns(captured.blocks, captured.html)
    chars = visible_characters(text)
    version = insert(
        connection,
        "versions",
        {
            "article": article,
            "number": number,
            "fetched": captured.fetch.fetched,
            "url": captured.metadata.url,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "raw_sha256": hashlib.sha256(captured.fetch.raw).hexdigest(),
            "body_sha256": checksum,
            "chars": chars,
            "encoding": captured.encoding,
            "truncated": captured.truncated,
            "metadata": json.dumps(asdict(cleaned(captured.metadata)), ensure_ascii=False),
            "image_sources": json.dumps(captured.image_sources),
            "base": captured.fetch.url,
            "recipe": json.dumps(asdict(captured.recipe)),
        },
    )
    insert(connection, "texts", {"version": version, "plain": tokens.is_plain(text), "text": text})
    insert(connection, "bodies", {"version": version, **body})
    insert(connection, "fetches", _fetch(version, captured.fetch))
    for place, page in enumerate(captured.pages):
        insert(
            connection, "pages", {"place": place, "base": page.url, "fetched": page.fetched, **_fetch(version, page)}
        )
    for image in captured.images:
        insert_image(connection, version, image)
    insert_files(connection, version, captured.files)
    update(connection, "articles", ("seq", article), {"version": number, "latest": version, "chars": chars})
    return version


def _fetch(version: int, fetch: Fetch) -> dict[str, object]:
    return {
        "version": version,
        "media_type": fetch.media_type,
        "headers": json.dumps(fetch.headers),
        "raw": compressed(fetch.raw),
    }


def insert_image(connection: Connection, version: int, image: StoredImage) -> None:
    """Store an image of a version, by its row id, after those it already has."""
    connection.execute(
        "INSERT INTO images (sha256, media_type, width, height, data) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (sha256) DO NOTHING",
        (image.sha256, image.media_type, image.width, image.height, image.data),
    )
    connection.execute(
        "INSERT INTO version_images (version, image, place, src) SELECT ?1, seq, "
        "(SELECT coalesce(max(place) + 1, 0) FROM version_images WHERE version = ?1), ?2 FROM images WHERE sha256 = ?3",
        (version, clean(image.src), image.sha256),
    )


def article_of(row: Row, tags: Iterable[str], collections: Iterable[str]) -> Article:
    """The dataclass of a row of `articles`."""
    return Article(
        id=row["id"],
        metadata=Metadata(**{name: row[name] for name in METADATA}),
        added=row["added"],
        status=Status(row["status"]),
        starred=bool(row["starred"]),
        progress=row["progress"],
        tags=tuple(tags),
        collections=tuple(collections),
        annotations=row["annotations"],
        kinds=tuple(map(Kind, row["kinds"].split())),
        duplicate_of=row["duplicate_of"],
        chars=row["chars"],
        version=row["version"],
        deleted=row["deleted"],
        is_sample=bool(row["is_sample"]),
    )


def version_of(row: Row, article: str) -> Version:
    """The dataclass of a row of `versions`."""
    return Version(
        article=article,
        number=row["number"],
        fetched=row["fetched"],
        sha256=row["sha256"],
        chars=row["chars"],
        encoding=row["encoding"],
        truncated=bool(row["truncated"]),
    )


def annotation_of(row: Row, article: str, tags: Iterable[str]) -> Annotation:
    """The dataclass of a row of `annotations`."""
    names = ("id", "version", "quote", "start", "end", "prefix", "suffix", "note", "owner", "due")
    more = ("creator", "created", "modified", "passage", "deleted")
    return Annotation(
        article=article,
        kind=Kind(row["kind"]),
        tags=tuple(tags),
        orphan=bool(row["orphan"]),
        **{name: row[name] for name in (*names, *more)},
    )


def seqs_of(connection: Connection, table: str, ids: Iterable[str]) -> list[int]:
    """The row ids of whole ids, in order; NotFoundError for the first that is not there."""
    found = []
    for each in ids:
        row = connection.execute(f"SELECT seq FROM {table} WHERE id = ?", (each,)).fetchone()
        if row is None:
            raise NotFoundError("not_found", id=each)
        found.append(row[0])
    return found


def resolve(connection: Connection, table: str, prefix: str) -> str:
    """The id that begins with `prefix`; NotFoundError not_found or ambiguous_id."""
    start = prefix.strip().lower()
    rows = []
    if _HEX.fullmatch(start):
        # "g" comes after every hex digit: the range is all ids with this beginning, found in the id's index.
        rows = connection.execute(
            f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (start, start + "g")
        ).fetchall()
    if not rows:
        raise NotFoundError("not_found", id=prefix)
    if len(rows) > 1:
        raise NotFoundError("ambiguous_id", id=prefix)
    found: str = rows[0][0]
    return found
