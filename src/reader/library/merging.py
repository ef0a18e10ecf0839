"""Plain data of another library, written into this one: nothing that is here is deleted.

An article is known by its id; failing that, one that is not in the file is the same when it has the same address (or,
without one, the same bytes), as in the table "Same link, same text". A known article gets the versions and marks it
lacks. Of a mark that both have, the one modified last holds, and the other lies in the trash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.library import index, shapes, sketches
from reader.library.annotations import insert_annotation, refresh_article, replace_annotation
from reader.library.contents import metadata_of, text_of
from reader.library.merging_versions import captured, merge_versions
from reader.library.organising import attach, ids_of
from reader.library.storing import annotation_of, insert, insert_version, metadata_columns, now, update
from reader.model.annotation import Annotation
from reader.model.article import Status
from reader.model.corrections import checked as checked_correction

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row


@dataclass
class Merged:
    """What was done, counted, and what is still to do: `outdated` are known articles with marks that count in an
    older version than the newest, `added` the new ones."""

    added: list[str] = field(default_factory=list)
    merged: int = 0
    unchanged: int = 0
    restored: int = 0
    versions: int = 0
    annotations: int = 0
    annotations_updated: int = 0
    annotations_set_aside: int = 0
    corrections: int = 0
    collections: int = 0
    site_rules: int = 0
    waiting: int = 0
    outdated: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


class Merge:
    """Writes into one library, inside a transaction of the caller. `ids` are those of all articles of the file."""

    def __init__(self, connection: Connection, contents: shapes.Contents, ids: Iterable[str]) -> None:
        self._connection, self._contents = connection, contents
        self.done = Merged()
        self._in_file = set(ids)
        self._here: dict[str, str] = {}
        self._originals: dict[str, str] = {}

    def shelves(self, data: shapes.Shelves) -> None:
        """Collections, rules and links that are not here yet; call it before the articles."""
        for each in data.collections:
            self._collection(each)
        for rule in data.site_rules:
            self.done.site_rules += self._connection.execute(
                "INSERT INTO site_rules (site, body, made) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (rule.site, rule.body, rule.made),
            ).rowcount
        for link in data.waiting:
            error = {"code": link.error.code, "data": link.error.data}
            columns = (link.source, json.dumps(link.options.as_json(), ensure_ascii=False), link.added, link.tried)
            self.done.waiting += self._connection.execute(
                "INSERT INTO waiting (seq, source, options, added, tried, attempts, error) VALUES "
                "((SELECT ?1 WHERE ?1 NOT IN (SELECT seq FROM waiting)), ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (source) DO NOTHING",
                (link.id, *columns, link.attempts, json.dumps(error, ensure_ascii=False)),
            ).rowcount

    def _collection(self, data: shapes.CollectionData) -> None:
        row = self._connection.execute("SELECT * FROM collections WHERE name = ?", (data.name,)).fetchone()
        if row is None:
            self._connection.execute(
                "INSERT INTO collections (id, name, date, participants) VALUES "
                "((SELECT ?1 WHERE ?1 NOT IN (SELECT id FROM collections)), ?, ?, ?)",
                (data.id, data.name, data.date, data.participants),
            )
            self.done.collections += 1
        elif (data.date and not row["date"]) or (data.participants and not row["participants"]):
            lacking = {"date": row["date"] or data.date, "participants": row["participants"] or data.participants}
            update(self._connection, "collections", ("id", row["id"]), lacking)

    def article(self, data: shapes.ArticleData) -> None:
        """Add an article, or what the one that is here lacks of it."""
        row, by_address = self._known(data)
        if row is None:
            self._add(data)
            self._here[data.id] = data.id
            self.done.added.append(data.id)
        else:
            self._here[data.id] = row["id"]
            before = self._connection.total_changes
            self._merge(row, data, by_address)
            if self._connection.total_changes == before:
                self.done.unchanged += 1
            else:
                self.done.merged += 1
                self.done.changed.append(row["id"])
        if data.duplicate_of:
            self._originals[data.id] = data.duplicate_of

    def finish(self) -> Merged:
        """Link reposts with their originals, now that all articles are here."""
        for each, original in self._originals.items():
            id, other = self._here[each], self._here.get(original, original)
            if id != other:
                self._connection.execute(
                    "UPDATE articles SET duplicate_of = ?1 WHERE id = ?2 AND duplicate_of IS NULL "
                    "AND EXISTS (SELECT 1 FROM articles WHERE id = ?1)",
                    (other, id),
                )
        return self.done

    def _known(self, data: shapes.ArticleData) -> tuple[Row | None, bool]:
        """The article that is here, and whether it was found by its address or bytes instead of its id."""
        row = self._connection.execute("SELECT * FROM articles WHERE id = ?", (data.id,)).fetchone()
        if row is not None:
            return row, False
        url, raw = data.metadata.url, data.versions[-1].page.raw
        condition = (
            "seq IN (SELECT seq FROM articles WHERE url = ?1 UNION SELECT article FROM versions WHERE url = ?1)"
            if url
            else "latest IN (SELECT seq FROM versions WHERE raw_sha256 = ?1 AND url IS NULL)"
        )
        found = self._connection.execute(
            f"SELECT * FROM articles WHERE {condition} ORDER BY deleted IS NOT NULL, seq DESC", (url or raw,)
        ).fetchall()
        # Two articles of the file are two articles here, whatever they have in common.
        return next((each for each in found if each["id"] not in self._in_file), None), True

    def _add(self, data: shapes.ArticleData) -> None:
        columns: dict[str, object] = {
            "id": data.id,
            "added": data.added,
            "is_sample": data.sample,
            "edited": " ".join(data.edited),
            "status": data.status.value,
            "starred": data.starred,
            "progress": data.progress,
            "deleted": data.deleted,
            **metadata_columns(data.metadata, data.added),
        }
        seq = insert(self._connection, "articles", columns)
        for version in data.versions:
            insert_version(self._connection, seq, version.number, captured(version, self._contents))
        about, last = data.metadata, data.versions[-1]
        text = self._contents.read(shapes.TEXTS, last.text).decode()
        index.put(self._connection, index.HEAD, seq, None, index.head(about.title, about.source, about.author))
        index.put(self._connection, index.TEXT, seq, None, index.body(about.title, text))
        sketches.put(self._connection, seq, last.number, text)
        self._belongings(seq, data, {each.number: each.number for each in data.versions})

    def _belongings(self, seq: int, data: shapes.ArticleData, numbers: dict[int, int]) -> None:
        """Tags, collections, position, marks and corrections; `numbers` are those of the versions in the file and
        here."""
        tags = ids_of(self._connection, "tags", data.tags)
        attach(self._connection, ("article_tags", "article", "tag"), [seq], tags)
        collections = ids_of(self._connection, "collections", data.collections)
        attach(self._connection, ("collected", "article", "collection"), [seq], collections)
        if data.position is not None:
            self._connection.execute(
                'INSERT INTO positions (article, version, "offset", progress) VALUES (?, ?, ?, ?) '
                "ON CONFLICT DO NOTHING",
                (seq, numbers[data.position.version], data.position.offset, data.position.progress),
            )
        before = self.done.annotations + self.done.annotations_updated + self.done.annotations_set_aside
        for each in data.annotations:
            self._annotation(seq, annotation(each, data.id, numbers))
        if before != self.done.annotations + self.done.annotations_updated + self.done.annotations_set_aside:
            refresh_article(self._connection, seq)
        for correction in data.corrections:
            self._correction(seq, correction, numbers)

    def _annotation(self, seq: int, theirs: Annotation) -> None:
        row = self._connection.execute("SELECT * FROM annotations WHERE id = ?", (theirs.id,)).fetchone()
        if row is None:
            insert_annotation(self._connection, seq, theirs)
            self.done.annotations += 1
            return
        tags = self._connection.execute(
            "SELECT name FROM annotation_tags l JOIN tags t ON t.seq = l.tag WHERE annotation = ? ORDER BY l.rowid",
            (row["seq"],),
        )
        ours = annotation_of(row, theirs.article, [each[0] for each in tags])
        if _words(ours) == _words(theirs):
            return
        older = ours if theirs.modified > ours.modified else theirs
        if older is ours:
            replace_annotation(self._connection, row, seq, replace(theirs, deleted=ours.deleted))
            self.done.annotations_updated += 1
        self._set_aside(seq, older)

    def _set_aside(self, seq: int, older: Annotation) -> None:
        """Keep in the trash what gave way, under an id that is the same whenever it gives way again."""
        id = hashlib.sha256(repr((older.id, _words(older))).encode("utf-8", "replace")).hexdigest()[:32]
        if self._connection.execute("SELECT 1 FROM annotations WHERE id = ?", (id,)).fetchone() is None:
            insert_annotation(self._connection, seq, replace(older, id=id, deleted=older.deleted or now()))
            self.done.annotations_set_aside += 1

    def _correction(self, seq: int, data: shapes.CorrectionData, numbers: dict[int, int]) -> None:
        values = checked_correction(data.layer, data.change, data.data)
        columns: dict[str, object] = {name: getattr(data, name) for name in data.__struct_fields__} | {
            "article": seq,
            "version": numbers[data.version],
            "data": json.dumps(values, ensure_ascii=False),
        }
        if self._connection.execute("SELECT 1 FROM corrections WHERE id = ?", (data.id,)).fetchone() is None:
            insert(self._connection, "corrections", columns)
            self.done.corrections += 1

    def _merge(self, row: Row, data: shapes.ArticleData, by_address: bool) -> None:
        connection, seq = self._connection, row["seq"]
        before, old_text = metadata_of(row), text_of(connection, row["latest"])
        numbers, added = merge_versions(connection, row, data.versions, self._contents, by_text=by_address)
        self.done.versions += added
        latest = connection.execute("SELECT version, latest FROM articles WHERE seq = ?", (seq,)).fetchone()
        is_newer = latest["latest"] != row["latest"]
        ours, theirs = set(row["edited"].split()), set(data.edited)
        taken = theirs - ours
        if is_newer:
            taken |= {name for name in data.metadata.__slots__ if getattr(data.metadata, name)} - ours
        after = replace(before, **{name: getattr(data.metadata, name) for name in taken})
        columns: dict[str, object] = {}
        if after != before or not theirs <= ours:
            columns = {**metadata_columns(after, row["added"]), "edited": " ".join(sorted(ours | theirs))}
        if data.starred and not row["starred"]:
            columns["starred"] = True
        if row["status"] == Status.UNREAD and data.status is not Status.UNREAD:
            columns |= {"status": data.status.value, "progress": data.progress}
        if row["deleted"] and not data.deleted:
            columns["deleted"] = None
            self.done.restored += 1
        if columns:
            update(connection, "articles", ("seq", seq), columns)
        text = text_of(connection, latest["latest"])
        for table, old, new in (
            (index.HEAD, *(index.head(each.title, each.source, each.author) for each in (before, after))),
            (index.TEXT, index.body(before.title, old_text), index.body(after.title, text)),
        ):
            index.put(connection, table, seq, old, new)
        if added:
            sketches.put(connection, seq, latest["version"], text)
        self._belongings(seq, data, numbers)
        if connection.execute(
            "SELECT 1 FROM annotations WHERE article = ? AND version != ? AND deleted IS NULL", (seq, latest["version"])
        ).fetchone():
            self.done.outdated.append(row["id"])


def annotation(data: shapes.AnnotationData, article: str, numbers: dict[int, int]) -> Annotation:
    """The annotation that data of a file stand for."""
    fields = {name: getattr(data, name) for name in data.__struct_fields__}
    return Annotation(**fields | {"article": article, "tags": tuple(data.tags), "version": numbers[data.version]})


def _words(annotation: Annotation) -> tuple[object, ...]:
    """What a person made of an annotation: wherever its place is now, this stays."""
    return (
        annotation.kind, annotation.quote, annotation.note, annotation.tags, annotation.owner, annotation.due,
        annotation.prefix, annotation.suffix,
    )  # fmt: skip
