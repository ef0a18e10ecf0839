"""Annotations: marks and notes, with their tags."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library import index
from reader.library.organising import forget_unused, set_tags
from reader.library.storing import annotation_of, insert, new_id, now, resolve, seqs_of, update
from reader.model.annotation import Annotation, Kind
from reader.model.errors import NotFoundError
from reader.text.folding import clean

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row

_SELECT = "SELECT m.*, a.id AS article_id FROM annotations m JOIN articles a ON a.seq = m.article"

# Notes on the whole article stand before the text, orphans after it; articles as the list has them, newest first.
_ORDER = ' ORDER BY a.added DESC, a.seq DESC, m.orphan, m.start IS NOT NULL, m.start, m."end", m.seq'

_KIND_ORDER = {kind: order for order, kind in enumerate(Kind)}

_CHUNK = 500
"""Values in one IN (…): far below SQLite's limit of 32,766, and few enough to be parsed at once."""


def refresh_article(connection: Connection, article: int) -> None:
    """Bring the number and kinds of annotations that the list shows up to date."""
    rows = connection.execute(
        "SELECT kind, count(*) FROM annotations WHERE article = ? AND deleted IS NULL GROUP BY kind", (article,)
    ).fetchall()
    kinds = sorted((Kind(row[0]) for row in rows), key=_KIND_ORDER.__getitem__)
    number = sum(row[1] for row in rows)
    update(connection, "articles", ("seq", article), {"annotations": number, "kinds": " ".join(kinds)})


def insert_annotation(connection: Connection, article: int, annotation: Annotation) -> None:
    """Store a complete annotation of an article, by its row id; the article is not refreshed."""
    columns = _columns(annotation)
    seq = insert(connection, "annotations", {"article": article, **columns})
    index.put(connection, index.MARK, seq, None, index.mark(str(columns["quote"]), str(columns["note"])))
    if annotation.tags:
        set_tags(connection, seq, annotation.tags)


def replace_annotation(connection: Connection, row: Row, article: int, annotation: Annotation) -> None:
    """Store a complete annotation in the place of `row`; the article, by its row id, is not refreshed."""
    columns = _columns(annotation)
    words = index.mark(str(columns["quote"]), str(columns["note"]))
    index.put(connection, index.MARK, row["seq"], index.mark(row["quote"], row["note"]), words)
    update(connection, "annotations", ("seq", row["seq"]), {"article": article, **columns})
    set_tags(connection, row["seq"], annotation.tags)


class Annotations:
    """All annotations of a library."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, annotation: Annotation) -> Annotation:
        """Store a new annotation; an empty id, created or modified is filled in. Gives what was stored."""
        moment = now()
        created = annotation.created or moment
        stored = replace(
            annotation, id=annotation.id or new_id(), created=created, modified=annotation.modified or created
        )
        with self._engine.transaction() as connection:
            (article,) = seqs_of(connection, "articles", [stored.article])
            insert_annotation(connection, article, stored)
            refresh_article(connection, article)
            return self.get(stored.id)

    def replace(self, annotation: Annotation) -> Annotation:
        """Store `annotation` in place of the one with its id; `modified` becomes now unless it was changed."""
        with self._engine.transaction() as connection:
            row = _row(connection, annotation.id)
            (article,) = seqs_of(connection, "articles", [annotation.article])
            if annotation.modified in ("", row["modified"]):
                annotation = replace(annotation, modified=now())
            replace_annotation(connection, row, article, annotation)
            for each in {article, row["article"]}:
                refresh_article(connection, each)
            return self.get(annotation.id)

    def get(self, id: str) -> Annotation:
        """One annotation by its whole id, in the trash too; NotFoundError."""
        found = self._annotations(" WHERE m.id = ?", (id,))
        if not found:
            raise NotFoundError("not_found", id=id)
        return found[0]

    def resolve(self, prefix: str) -> str:
        """The id that begins with `prefix`; NotFoundError not_found or ambiguous_id."""
        with self._engine.reading() as connection:
            return resolve(connection, "annotations", prefix)

    def list(
        self,
        article: str | None = None,
        *,
        kind: Kind | None = None,
        tag: str | None = None,
        orphans: bool = False,
        deleted: bool = False,
    ) -> builtins.list[Annotation]:
        """Annotations in text order: of one article (in the trash too), or of all that are not in the trash.

        `deleted` gives those that were deleted themselves instead.
        """
        conditions: dict[str, tuple[object, ...]] = {f"m.deleted IS {'NOT ' if deleted else ''}NULL": ()}
        if article is not None:
            conditions["a.id = ?"] = (article,)
        elif not deleted:
            conditions["a.deleted IS NULL"] = ()
        if kind is not None:
            conditions["m.kind = ?"] = (kind.value,)
        if orphans:
            conditions["m.orphan"] = ()
        if tag is not None:
            conditions[
                "m.seq IN (SELECT annotation FROM annotation_tags JOIN tags ON tags.seq = tag WHERE name = ?)"
            ] = (tag,)
        values = tuple(value for each in conditions.values() for value in each)
        return self._annotations(f" WHERE {' AND '.join(conditions)}", values)

    def delete(self, ids: Iterable[str]) -> builtins.list[str]:
        """Move to the trash; the ids that were not there yet."""
        return self._mark(ids, now())

    def undelete(self, ids: Iterable[str]) -> builtins.list[str]:
        """Take out of the trash; the ids that were there."""
        return self._mark(ids, None)

    def purge(self, ids: Iterable[str]) -> builtins.list[str]:
        """Remove for ever."""
        wanted = list(ids)
        with self._engine.transaction() as connection:
            for each in wanted:
                row = _row(connection, each)
                index.put(connection, index.MARK, row["seq"], index.mark(row["quote"], row["note"]), None)
                connection.execute("DELETE FROM annotations WHERE seq = ?", (row["seq"],))
                refresh_article(connection, row["article"])
            forget_unused(connection)
        return wanted

    def _mark(self, ids: Iterable[str], deleted: str | None) -> builtins.list[str]:
        changed = []
        with self._engine.transaction() as connection:
            for each in ids:
                row = _row(connection, each)
                if (row["deleted"] is None) != (deleted is None):
                    update(connection, "annotations", ("seq", row["seq"]), {"deleted": deleted})
                    refresh_article(connection, row["article"])
                    changed.append(each)
        return changed

    def _annotations(self, where: str, values: tuple[object, ...]) -> builtins.list[Annotation]:
        with self._engine.reading() as connection:
            rows = connection.execute(_SELECT + where + _ORDER, values).fetchall()
            tags = _tags(connection, [row["seq"] for row in rows])
        with self._engine.decoding():
            return [annotation_of(row, row["article_id"], tags.get(row["seq"], ())) for row in rows]


def _row(connection: Connection, id: str) -> Row:
    row: Row | None = connection.execute("SELECT * FROM annotations WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise NotFoundError("not_found", id=id)
    return row


def _tags(connection: Connection, seqs: builtins.list[int]) -> dict[int, builtins.list[str]]:
    tags: dict[int, builtins.list[str]] = {}
    for start in range(0, len(seqs), _CHUNK):
        part = seqs[start : start + _CHUNK]
        for annotation, name in connection.execute(
            "SELECT l.annotation, t.name FROM annotation_tags l JOIN tags t ON t.seq = l.tag "
            f"WHERE l.annotation IN ({', '.join('?' * len(part))}) ORDER BY l.rowid",
            part,
        ):
            tags.setdefault(annotation, []).append(name)
    return tags


def _columns(annotation: Annotation) -> dict[str, object]:
    """All columns but the article."""
    return {
        "id": annotation.id,
        "version": annotation.version,
        "kind": Kind(annotation.kind).value,
        "quote": clean(annotation.quote),
        "start": annotation.start,
        "end": annotation.end,
        "prefix": clean(annotation.prefix),
        "suffix": clean(annotation.suffix),
        "note": clean(annotation.note),
        "owner": clean(annotation.owner) if annotation.owner else None,
        "due": annotation.due or None,
        "creator": clean(annotation.creator),
        "created": annotation.created,
        "modified": annotation.modified,
        "orphan": annotation.orphan,
        "passage": annotation.passage,
        "deleted": annotation.deleted,
    }
