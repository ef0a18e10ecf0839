"""The full-text index, written in the same transaction as what it indexes.

Three FTS5 tables, because their columns could not be told apart: `head_index` (title, source, author; row id
`articles.seq`), `text_index` (title and newest text; the same row id, so that words of one query may stand in
either) and `mark_index` (quote and note; row id `annotations.seq`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.library.tokens import bag, parse

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row

HEAD, TEXT, MARK = "head_index", "text_index", "mark_index"


def head(title: str, source: str | None, author: str | None) -> str:
    """What `head_index` holds of an article."""
    return f"{title}\n{source or ''}\n{author or ''}"


def body(title: str, text: str) -> str:
    """What `text_index` holds of an article."""
    return f"{title}\n{text}"


def mark(quote: str, note: str) -> str:
    """What `mark_index` holds of an annotation."""
    return f"{quote}\n{note}"


def put(connection: Connection, table: str, row: int, old: str | None, new: str | None) -> None:
    """Replace what the index holds of a row; None is "nothing".

    `old` must be exactly what was put before: FTS5 reports nothing when it is not, and the row stays findable.
    """
    if old == new:
        return
    if old is not None and (words := bag(old)):
        connection.execute(f"INSERT INTO {table}({table}, rowid, bag) VALUES ('delete', ?, ?)", (row, words))
    if new is not None and (words := bag(new)):
        connection.execute(f"INSERT INTO {table}(rowid, bag) VALUES (?, ?)", (row, words))


def optimize(connection: Connection) -> None:
    """Merge the index into one piece; worth it after a bulk load."""
    for table in (HEAD, TEXT, MARK):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")


def rebuild(connection: Connection) -> None:
    """Make the whole index again from what is stored."""
    for table in (HEAD, TEXT, MARK):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
    for row in connection.execute(
        "SELECT a.seq, a.title, a.source, a.author, t.text FROM articles a JOIN texts t ON t.version = a.latest"
    ):
        put(connection, HEAD, row["seq"], None, head(row["title"], row["source"], row["author"]))
        put(connection, TEXT, row["seq"], None, body(row["title"], row["text"]))
    for row in connection.execute("SELECT seq, quote, note FROM annotations"):
        put(connection, MARK, row["seq"], None, mark(row["quote"], row["note"]))
    optimize(connection)


def missing(connection: Connection) -> Iterator[Row]:
    """Rows of `articles` whose text the index does not find by its first word."""
    for row in connection.execute(
        "SELECT a.seq, a.id, a.title, substr(t.text, 1, 40) AS text FROM articles a "
        "JOIN texts t ON t.version = a.latest"
    ):
        match = parse(body(row["title"], row["text"])).match.partition(" AND ")[0]
        sql = f"SELECT 1 FROM {TEXT} WHERE {TEXT} MATCH ? AND rowid = ?"
        if match and connection.execute(sql, (match, row["seq"])).fetchone() is None:
            yield row
