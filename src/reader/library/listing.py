"""Lists of articles: which ones, in what order, and all that a row shows, in few queries."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
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

_MANY = 2000
"""So many findings are sorted out here; fewer are named in the query."""


def ids(connection: Connection, query: ArticleQuery, found: AbstractSet[int] | None) -> list[str]:
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
    limit = query.limit
    is_many = found is not None and len(found) > _MANY
    if found is not None and not is_many:
        conditions.append(f"seq IN ({', '.join(map(str, found))})")
    stop = "" if is_many or limit is None else f" LIMIT {max(0, int(limit))}"
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(f"SELECT id, seq FROM articles WHERE {' AND '.join(conditions)}{_order(query)}{stop}", values)
    if found is None or not is_many:
        return [id for id, _ in cursor]
    return list(islice((id for id, seq in cursor if seq in found), limit))


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
    shelves = dict.fromkeys((*map(str, Status), "all", "starred", "annotated"), 0)
    for status, starred, annotated, number in connection.execute(
        "SELECT status, starred, annotations > 0, count(*) FROM articles WHERE deleted IS NULL GROUP BY 1, 2, 3"
    ):
        for shelf, is_on in ((status, True), ("all", True), ("starred", starred), ("annotated", annotated)):
            shelves[shelf] += number if is_on else 0
    trash = connection.execute("SELECT count(*) FROM articles WHERE deleted IS NOT NULL").fetchone()[0]
    tags = connection.execute(
        "SELECT t.name, count(a.seq) FROM tags t JOIN article_tags l ON l.tag = t.seq "
        "JOIN articles a ON a.seq = l.article AND a.deleted IS NULL GROUP BY t.seq ORDER BY t.name"
    )
    return Counts(**shelves, trash=trash, tags={row[0]: row[1] for row in tags})
