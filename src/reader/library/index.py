"""The full-text index, written in the same transaction as what it indexes.

Three FTS5 tables, because their columns could not be told apart: `head_index` (title, source, author; row id
`articles.seq`), `text_index` (title and newest text; the same row id, so that words of one query may stand in
either) and `mark_index` (quote and note; row id `annotations.seq`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.tokens import bag

if TYPE_CHECKING:
    from reader.library.engine import Connection

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
