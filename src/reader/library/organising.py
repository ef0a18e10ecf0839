"""Tags and collections."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.library.storing import insert, seqs_of
from reader.model.article import Collection
from reader.model.errors import LibraryError, NotFoundError
from reader.text.folding import clean, one_line

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine


def names_of(names: Iterable[str]) -> list[str]:
    """Names as they are stored: one line, without blanks at the ends, each once, none empty."""
    return [name for name in dict.fromkeys(one_line(clean(each)) for each in names) if name]


def set_tags(connection: Connection, annotation: int, names: Iterable[str]) -> None:
    """Give an annotation exactly these tags, in this order."""
    connection.execute("DELETE FROM annotation_tags WHERE annotation = ?", (annotation,))
    attach(connection, ("annotation_tags", "annotation", "tag"), [annotation], ids_of(connection, "tags", names))
    forget_unused(connection)


def forget_unused(connection: Connection) -> None:
    """A tag exists as long as something bears it."""
    connection.execute(
        "DELETE FROM tags WHERE seq NOT IN (SELECT tag FROM article_tags) "
        "AND seq NOT IN (SELECT tag FROM annotation_tags)"
    )


def ids_of(connection: Connection, table: str, names: Iterable[str]) -> list[int]:
    """Row ids of tags or collections by name, created as needed."""
    found = []
    for name in names_of(names):
        connection.execute(f"INSERT INTO {table} (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,))
        found.append(connection.execute(f"SELECT rowid FROM {table} WHERE name = ?", (name,)).fetchone()[0])
    return found


def attach(connection: Connection, link: tuple[str, str, str], bearers: Sequence[int], ids: Iterable[int]) -> None:
    table, bearer, name = link
    connection.executemany(
        f"INSERT INTO {table} ({bearer}, {name}) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(each, one) for one in ids for each in bearers],
    )


class Tags:
    """All tags of articles and annotations."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def names(self) -> list[str]:
        """Every tag that something bears, by name."""
        return [row[0] for row in self._engine.rows("SELECT name FROM tags ORDER BY name")]

    def put(self, ids: Iterable[str], names: Iterable[str]) -> None:
        """Tag articles."""
        with self._engine.transaction() as connection:
            articles = seqs_of(connection, "articles", ids)
            attach(connection, ("article_tags", "article", "tag"), articles, ids_of(connection, "tags", names))

    def take(self, ids: Iterable[str], names: Iterable[str]) -> None:
        """Untag articles."""
        with self._engine.transaction() as connection:
            articles = seqs_of(connection, "articles", ids)
            connection.executemany(
                "DELETE FROM article_tags WHERE article = ? AND tag = (SELECT seq FROM tags WHERE name = ?)",
                [(article, name) for article in articles for name in names_of(names)],
            )
            forget_unused(connection)

    def rename(self, old: str, new: str) -> None:
        """Rename a tag; when `new` exists, the two become one."""
        with self._engine.transaction() as connection:
            before = self._seq(connection, old)
            after = ids_of(connection, "tags", [new])
            if not after:
                raise LibraryError("name_empty")
            if after[0] == before:
                return
            for table in ("article_tags", "annotation_tags"):
                connection.execute(f"UPDATE OR IGNORE {table} SET tag = ? WHERE tag = ?", (after[0], before))
            connection.execute("DELETE FROM tags WHERE seq = ?", (before,))

    def delete(self, name: str) -> None:
        """Take a tag off everything."""
        with self._engine.transaction() as connection:
            connection.execute("DELETE FROM tags WHERE seq = ?", (self._seq(connection, name),))

    @staticmethod
    def _seq(connection: Connection, name: str) -> int:
        row = connection.execute("SELECT seq FROM tags WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise NotFoundError("tag_not_found", name=name)
        found: int = row[0]
        return found


_COLLECTIONS = """
SELECT c.id, c.name, c.date, c.participants, count(a.seq) AS articles
FROM collections c
LEFT JOIN collected l ON l.collection = c.id
LEFT JOIN articles a ON a.seq = l.article AND a.deleted IS NULL
"""


class Collections:
    """专题: sets of articles; a meeting is one with a date and participants."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def list(self) -> builtins.list[Collection]:
        """Every collection with its number of articles outside the trash, by name."""
        rows = self._engine.rows(_COLLECTIONS + "GROUP BY c.id ORDER BY c.name")
        return [Collection(**dict(row)) for row in rows]

    def get(self, id: int) -> Collection:
        """One collection; NotFoundError collection_not_found."""
        row = self._engine.row(_COLLECTIONS + "WHERE c.id = ? GROUP BY c.id", (id,))
        if row is None:
            raise NotFoundError("collection_not_found", name=str(id))
        return Collection(**dict(row))

    def add(self, name: str) -> Collection:
        """A new collection; LibraryError collection_exists or name_empty."""
        with self._engine.transaction() as connection:
            id = insert(connection, "collections", {"name": self._free_name(connection, name, None)})
            return self.get(id)

    def rename(self, id: int, name: str) -> Collection:
        """Give it another name; LibraryError collection_exists or name_empty."""
        with self._engine.transaction() as connection:
            self.get(id)
            free = self._free_name(connection, name, id)
            connection.execute("UPDATE collections SET name = ? WHERE id = ?", (free, id))
            return self.get(id)

    def edit(self, id: int, *, date: str | None = None, participants: str = "") -> Collection:
        """Set when the meeting is (YYYY-MM-DD, None: no date) and who takes part."""
        with self._engine.transaction() as connection:
            self.get(id)
            connection.execute(
                "UPDATE collections SET date = ?, participants = ? WHERE id = ?",
                (date or None, clean(participants), id),
            )
            return self.get(id)

    def delete(self, id: int) -> None:
        """Remove the collection; its articles stay."""
        with self._engine.transaction() as connection:
            self.get(id)
            connection.execute("DELETE FROM collections WHERE id = ?", (id,))

    def put(self, ids: Iterable[str], name: str) -> None:
        """Put articles into a collection, created as needed."""
        with self._engine.transaction() as connection:
            articles = seqs_of(connection, "articles", ids)
            found = ids_of(connection, "collections", [name])
            attach(connection, ("collected", "article", "collection"), articles, found)

    def take(self, ids: Iterable[str], name: str) -> None:
        """Take articles out of a collection; the collection stays."""
        with self._engine.transaction() as connection:
            connection.executemany(
                "DELETE FROM collected WHERE article = ? AND collection = (SELECT id FROM collections WHERE name = ?)",
                [(article, one_line(name)) for article in seqs_of(connection, "articles", ids)],
            )

    @staticmethod
    def _free_name(connection: Connection, name: str, id: int | None) -> str:
        names = names_of([name])
        if not names:
            raise LibraryError("name_empty")
        row = connection.execute("SELECT id FROM collections WHERE name = ?", (names[0],)).fetchone()
        if row is not None and row[0] != id:
            raise LibraryError("collection_exists", name=names[0])
        return names[0]
