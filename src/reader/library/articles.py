"""Articles and their versions; nothing is ever overwritten but metadata and reading state."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from reader.library import index, listing, sketches
from reader.library.attachments import forget_files
from reader.library.contents import Contents, metadata_of, row_of, text_of
from reader.library.organising import Collections, Tags, forget_unused
from reader.library.storing import (
    METADATA,
    cleaned,
    insert,
    insert_version,
    metadata_columns,
    new_id,
    now,
    resolve,
    seqs_of,
    update,
)
from reader.model.article import (
    Article,
    CapturedArticle,
    Metadata,
    Position,
    Status,
    Version,
)
from reader.model.query import ArticleQuery, Counts
from reader.text.folding import clean

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine
    from reader.library.search import Search


class Articles(Contents):
    """All articles of a library. `id` is a whole id everywhere; NotFoundError when nothing has it."""

    def __init__(self, engine: Engine, search: Search, tags: Tags, collections: Collections) -> None:
        super().__init__(engine)
        self._search = search
        self._tags = tags
        self._collections = collections

    # -- adding -------------------------------------------------------------------------------------------------

    def add(
        self,
        captured: CapturedArticle,
        *,
        id: str = "",
        sample: bool = False,
        edited: Iterable[str] = (),
    ) -> Article:
        """Store a new article with its first version; `edited` names fields of the metadata that a person wrote.

        `id` is the one it has in another library, by default a new one.
        """
        added, metadata = now(), cleaned(captured.metadata)
        with self._engine.transaction() as connection:
            columns: dict[str, object] = {
                "id": id or new_id(),
                "added": added,
                "is_sample": sample,
                "edited": " ".join(sorted(edited)),
                **metadata_columns(metadata, added),
            }
            seq = insert(connection, "articles", columns)
            insert_version(connection, seq, 1, captured)
            _put_head(connection, seq, None, metadata)
            index.put(connection, index.TEXT, seq, None, index.body(metadata.title, captured.text))
            sketches.put(connection, seq, 1, captured.text)
            return self.get(str(columns["id"]))

    def add_version(self, id: str, captured: CapturedArticle, *, edited: Iterable[str] = ()) -> Version:
        """Store a newer version; metadata that a person edited stays, the rest is what this capture knows.

        `edited` names fields that a person wrote for this capture: they count as edited from now on.
        """
        with self._engine.transaction() as connection:
            row = row_of(connection, id)
            before = metadata_of(row)
            written, kept = set(edited), set(row["edited"].split())
            known = asdict(cleaned(captured.metadata))
            fresh = {key: value for key, value in known.items() if value and key not in kept - written}
            after = replace(before, **fresh)
            old_text = text_of(connection, row["latest"])
            insert_version(connection, row["seq"], row["version"] + 1, captured)
            columns = metadata_columns(after, row["added"]) | {"edited": " ".join(sorted(written | kept))}
            update(connection, "articles", ("seq", row["seq"]), columns)
            _put_head(connection, row["seq"], before, after)
            index.put(
                connection,
                index.TEXT,
                row["seq"],
                index.body(before.title, old_text),
                index.body(after.title, captured.text),
            )
            sketches.put(connection, row["seq"], row["version"] + 1, captured.text)
            return self.versions(id)[-1]

    # -- finding one --------------------------------------------------------------------------------------------

    def resolve(self, prefix: str) -> str:
        """The id that begins with `prefix`, in the trash too; NotFoundError not_found or ambiguous_id."""
        with self._engine.reading() as connection:
            return resolve(connection, "articles", prefix)

    # -- lists --------------------------------------------------------------------------------------------------

    def get(self, id: str) -> Article:
        """One article, in the trash too."""
        return self.rows([id])[0]

    def ids(self, query: ArticleQuery) -> builtins.list[str]:
        """The ids of a list, in its order."""
        with self._engine.reading() as connection:
            found = self._search.found(query.text) if query.text.strip() else None
            return listing.ids(connection, query, found)

    def every_id(self) -> builtins.list[str]:
        """The ids of all articles, the trash too, in the order they were added."""
        return [row[0] for row in self._engine.rows("SELECT id FROM articles ORDER BY seq")]

    def rows(self, ids: Iterable[str]) -> builtins.list[Article]:
        """What a list shows of these articles, in this order."""
        with self._engine.reading() as connection, self._engine.decoding():
            return listing.rows(connection, builtins.list(ids))

    def list(self, query: ArticleQuery | None = None) -> builtins.list[Article]:
        """The rows of a list."""
        with self._engine.reading():
            return self.rows(self.ids(query or ArticleQuery()))

    def counts(self) -> Counts:
        """How many articles each shelf holds."""
        with self._engine.reading() as connection:
            return listing.counts(connection)

    # -- changing -----------------------------------------------------------------------------------------------

    def edit(self, id: str, **changes: Any) -> Article:
        """Change fields of the metadata, `status` or `starred`; TypeError for any other name.

        Fields of the metadata count as edited by a person from now on.
        """
        unknown = set(changes) - {*METADATA, "status", "starred"}
        if unknown:
            raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
        fields: dict[str, Any] = {name: _value(name, value) for name, value in changes.items() if name in METADATA}
        if "url" in fields and "site" not in fields:
            fields["site"] = _site(fields["url"] or "")
        with self._engine.transaction() as connection:
            row = row_of(connection, id)
            before = metadata_of(row)
            after = replace(before, **fields)
            columns = metadata_columns(after, row["added"])
            columns["edited"] = " ".join(sorted({*row["edited"].split(), *fields}))
            if "status" in changes:
                columns["status"] = Status(changes["status"]).value
            if "starred" in changes:
                columns["starred"] = bool(changes["starred"])
            update(connection, "articles", ("seq", row["seq"]), columns)
            _put_head(connection, row["seq"], before, after)
            if before.title != after.title:
                text = text_of(connection, row["latest"])
                old, new = index.body(before.title, text), index.body(after.title, text)
                index.put(connection, index.TEXT, row["seq"], old, new)
            return self.get(id)

    def link(self, id: str, duplicate_of: str) -> Article:
        """Say that an article is a duplicate of another."""
        with self._engine.transaction() as connection:
            update(connection, "articles", ("id", id), {"duplicate_of": duplicate_of})
            return self.get(id)

    def save_position(self, position: Position) -> None:
        """Remember where reading stopped; an unread article is being read from then on."""
        progress = min(max(float(position.progress), 0.0), 1.0)
        with self._engine.transaction() as connection:
            row = row_of(connection, position.article)
            connection.execute(
                'INSERT OR REPLACE INTO positions (article, version, "offset", progress) VALUES (?, ?, ?, ?)',
                (row["seq"], position.version, position.offset, progress),
            )
            status = Status.READING.value if row["status"] == Status.UNREAD else row["status"]
            update(connection, "articles", ("seq", row["seq"]), {"progress": progress, "status": status})

    def tag(self, ids: Iterable[str], names: Iterable[str]) -> None:
        """Tag articles, creating tags as needed."""
        self._tags.put(ids, names)

    def untag(self, ids: Iterable[str], names: Iterable[str]) -> None:
        """Untag articles; a tag that nothing bears any more is gone."""
        self._tags.take(ids, names)

    def collect(self, ids: Iterable[str], name: str) -> None:
        """Put articles into a collection, created as needed."""
        self._collections.put(ids, name)

    def uncollect(self, ids: Iterable[str], name: str) -> None:
        """Take articles out of a collection."""
        self._collections.take(ids, name)

    # -- trash --------------------------------------------------------------------------------------------------

    def delete(self, ids: Iterable[str]) -> builtins.list[str]:
        """Move to the trash; the ids that were not there yet."""
        return self._mark(ids, now())

    def undelete(self, ids: Iterable[str]) -> builtins.list[str]:
        """Take out of the trash; the ids that were there."""
        return self._mark(ids, None)

    def _mark(self, ids: Iterable[str], deleted: str | None) -> builtins.list[str]:
        changed = []
        with self._engine.transaction() as connection:
            for each in ids:
                row = row_of(connection, each)
                if (row["deleted"] is None) != (deleted is None):
                    update(connection, "articles", ("seq", row["seq"]), {"deleted": deleted})
                    changed.append(each)
        return changed

    def purge(self, ids: Iterable[str]) -> builtins.list[str]:
        """Remove for ever, with versions, annotations, and images and attachments that no other article has."""
        wanted = builtins.list(ids)
        with self._engine.transaction() as connection:
            for seq in seqs_of(connection, "articles", wanted):
                _unindex(connection, seq)
                connection.execute("DELETE FROM articles WHERE seq = ?", (seq,))
            connection.execute("DELETE FROM images WHERE seq NOT IN (SELECT image FROM version_images)")
            forget_files(connection)
            forget_unused(connection)
        return wanted

    def purge_older(self, days: int) -> builtins.list[str]:
        """Remove for ever what has been in the trash for more than `days` days."""
        limit = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._engine.transaction() as connection:
            rows = connection.execute("SELECT id FROM articles WHERE deleted < ?", (limit,)).fetchall()
            return self.purge([row[0] for row in rows])


def _site(url: str) -> str | None:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:  # an address that a person is still typing: "http://[::1"
        return None


def _value(name: str, value: object) -> str | None:
    text = clean(str(value)) if value is not None else None
    return text or ("" if name == "title" else None)


def _put_head(connection: Connection, seq: int, before: Metadata | None, after: Metadata) -> None:
    old = index.head(before.title, before.source, before.author) if before else None
    index.put(connection, index.HEAD, seq, old, index.head(after.title, after.source, after.author))


def _unindex(connection: Connection, seq: int) -> None:
    """Take an article and its annotations out of the index."""
    row = connection.execute("SELECT * FROM articles WHERE seq = ?", (seq,)).fetchone()
    old = index.head(row["title"], row["source"], row["author"])
    index.put(connection, index.HEAD, seq, old, None)
    old = index.body(row["title"], text_of(connection, row["latest"]))
    index.put(connection, index.TEXT, seq, old, None)
    for each in connection.execute("SELECT seq, quote, note FROM annotations WHERE article = ?", (seq,)).fetchall():
        index.put(connection, index.MARK, each["seq"], index.mark(each["quote"], each["note"]), None)
