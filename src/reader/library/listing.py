"""Lists of articles: which ones, in what order, and all that a row shows, in few queries."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reader.library.storing import article_of
from reader.model.article import Article, Status
from reader.model.errors import NotFoundError
from reader.model.query import ArticleQuery, Counts, SortKey

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row

# Column, and whether its first rows are the smallest. Each has an index that holds the ids too.
_ORDERS = {
    SortKey.ADDED: ("added", False),
    SortKey.PUBLISHED: ("published", False),
    SortKey.TITLE: ("title_key", True),
    SortKey.SOURCE: ("source_key", True),
    SortKey.LENGTH: ("chars", False),
    SortKey.PROGRESS: ("progress", False),
    SortKey.ANNOTATIONS: ("annotations", False),
}

_CHUNK = 500


def ids(connection: Connection, query: ArticleQuery, found: Collection[int] | None) -> list[str]:
    """The ids of a list in its order; `found` are the row ids that its words allow, None for all."""
    conditions: list[str] = [f"deleted IS {'NOT ' if query.deleted else ''}NULL"]
    values: list[object] = []
    if query.status is not None:
        conditions.append("status = ?")
        values.append(Status(query.status).value)
    if query.starred:
        conditions.append("starred")
    if query.annotated:
        conditions.append("annotations > 0")
    if query.tag is not None:
        conditions.append("seq IN (SELECT article FROM article_tags JOIN tags ON tags.seq = tag WHERE name = ?)")
        values.append(query.tag)
    if query.collection is not None:
        conditions.append(
            "seq IN (SELECT article FROM collected JOIN collections c ON c.id = collection WHERE name = ?)"
        )
        values.append(query.collection)
    if found is not None:
        conditions.append("seq IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(found)))
    limit = "" if query.limit is None else f" LIMIT {max(0, int(query.limit))}"
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(f"SELECT id FROM articles WHERE {' AND '.join(conditions)}{_order(query)}{limit}", values)
    return [id for (id,) in cursor]


def _order(query: ArticleQuery) -> str:
    column, is_ascending = _ORDERS[query.sort]
    if query.deleted and query.sort is SortKey.ADDED:
        column = "deleted"
    direction = "ASC" if is_ascending != query.reverse else "DESC"
    return f" ORDER BY {column} {direction}, seq {direction}"


def rows(connection: Connection, ids: Sequence[str]) -> list[Article]:
    """The rows of these ids in this order; NotFoundError for one that is not there."""
    articles: list[Article] = []
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        found = connection.execute(
            f"SELECT * FROM articles WHERE id IN ({', '.join('?' * len(part))})", part
        ).fetchall()
        seqs = [row["seq"] for row in found]
        tags = _names(connection, "article_tags l JOIN tags t ON t.seq = l.tag", seqs)
        collections = _names(connection, "collected l JOIN collections t ON t.id = l.collection", seqs)
        by_id: dict[str, Row] = {row["id"]: row for row in found}
        for id in part:
            if id not in by_id:
                raise NotFoundError("not_found", id=id)
            seq = by_id[id]["seq"]
            articles.append(article_of(by_id[id], tags.get(seq, ()), collections.get(seq, ())))
    return articles


def _names(connection: Connection, tables: str, seqs: Sequence[int]) -> dict[int, list[str]]:
    """Names that articles bear, in the order in which they were given."""
    names: dict[int, list[str]] = {}
    for article, name in connection.execute(
        f"SELECT l.article, t.name FROM {tables} WHERE l.article IN ({', '.join('?' * len(seqs))}) ORDER BY l.rowid",
        seqs,
    ):
        names.setdefault(article, []).append(name)
    return names


def counts(connection: Connection) -> Counts:
    """How many articles each shelf holds."""
    shelves = dict.fromkeys((*Status, "all", "starred", "annotated", "trash"), 0)
    for is_deleted, status, starred, annotated, number in connection.execute(
        "SELECT deleted IS NOT NULL, status, starred, annotations > 0, count(*) FROM articles GROUP BY 1, 2, 3, 4"
    ):
        for shelf, is_on in (
            ("trash", is_deleted),
            ("all", not is_deleted),
            (status, not is_deleted),
            ("starred", starred and not is_deleted),
            ("annotated", annotated and not is_deleted),
        ):
            shelves[shelf] += number if is_on else 0
    tags = connection.execute(
        "SELECT t.name, count(a.seq) FROM tags t JOIN article_tags l ON l.tag = t.seq "
        "JOIN articles a ON a.seq = l.article AND a.deleted IS NULL GROUP BY t.seq ORDER BY t.name"
    )
    return Counts(**{str(name): number for name, number in shelves.items()}, tags={row[0]: row[1] for row in tags})
