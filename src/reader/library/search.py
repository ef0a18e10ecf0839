"""Searching a library, for findings and for filtering lists."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from reader.library import index
from reader.library.question import Body, Question, rows_of
from reader.library.tokens import Term, parse
from reader.model.query import Field, SearchHit
from reader.text.folding import fold

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine

ALL_FIELDS = tuple(Field)


class Search:
    """Searches one library.

    Words are joined by AND, "a phrase" keeps its spaces, -word excludes. Han words match anywhere, letters and digits
    from the beginning of a word; width and case make no difference.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def search(
        self,
        query: str,
        fields: Collection[Field] = ALL_FIELDS,
        sort: str = "relevance",
        limit: int | None = 50,
    ) -> list[SearchHit]:
        """Findings outside the trash, those of one article together; `sort` is "relevance" or "date" (newest first).

        All words must stand in one article (title or text) or in one annotation (quote or note), and an unwanted one
        in neither of these. A query of unwanted words alone finds nothing.
        """
        terms = parse(query)
        if not terms.wanted or not fields:
            return []
        with self._engine.reading() as connection:
            question = Question(connection, terms, frozenset(map(Field, fields)))
            hits: list[SearchHit] = []
            for found in question.by_date() if sort == "date" else question.by_relevance():
                hits += question.hits(found)
                if limit is not None and len(hits) >= limit:
                    return hits[:limit]
            return hits

    def matches(self, query: str) -> set[str]:
        """The ids of all articles, in the trash too, that a list filtered by these words shows."""
        with self._engine.reading() as connection:
            found = self.found(query)
            return {id for seq, id in connection.execute("SELECT seq, id FROM articles") if seq in found}

    def found(self, query: str) -> set[int]:
        """The row ids of all articles that hold each wanted word, and no unwanted one, in any field.

        Fields are title, source, author, text, notes and quotes; articles in the trash are among them.
        """
        terms = parse(query)
        with self._engine.reading() as connection:
            found: set[int] | None = None
            for term in terms.wanted:
                here = _holding(connection, term)
                found = here if found is None else found & here
            if found is None:
                rows = connection.execute("SELECT seq FROM articles") if terms.unwanted else ()
                found = {row[0] for row in rows}
            for term in terms.unwanted:
                found -= _holding(connection, term)
            return found

    def optimize(self) -> None:
        """Merge the index into one piece; worth its seconds after adding thousands of articles."""
        with self._engine.transaction() as connection:
            index.optimize(connection)


def _holding(connection: Connection, term: Term) -> set[int]:
    """The row ids of the articles that hold one word somewhere."""
    found: set[int] = set()
    for seq, *values in rows_of(connection, index.HEAD, term.match, "a.seq, a.title, a.source, a.author"):
        if any(value and term.is_in(fold(value)) for value in values):
            found.add(seq)
    marks = rows_of(connection, index.MARK, term.match, "a.seq, m.quote, m.note", "m.deleted IS NULL")
    found.update(seq for seq, *values in marks if any(term.is_in(fold(value)) for value in values))
    if term.is_exact:
        rows = connection.execute(f"SELECT rowid FROM {index.TEXT} WHERE {index.TEXT} MATCH ?", (term.match,))
        return found | {row[0] for row in rows}
    for seq, raw, plain in rows_of(connection, index.TEXT, term.match, "a.seq, CAST(t.text AS BLOB), t.plain"):
        if seq not in found and Body(raw, plain).holds(term):
            found.add(seq)
    return found
