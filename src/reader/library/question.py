"""One search: candidates from the index, every one verified against what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.library import index
from reader.library.snippets import Snippet, of_text, of_whole
from reader.library.tokens import Term, Terms
from reader.model.query import Field, SearchHit
from reader.text.folding import fold

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row

CANDIDATES = 1000
"""The newest that the index names are looked at when sorting by relevance; by date, all are."""

TITLES = 200
"""So many titles besides: a title is worth more than a text, but the text must be read to count the words in it."""

_BATCH = 100

_SOURCES = {
    index.HEAD: ("articles", "CROSS JOIN articles a ON a.seq = f.rowid"),
    index.TEXT: (
        "articles",
        "CROSS JOIN articles a ON a.seq = f.rowid CROSS JOIN texts t ON t.version = a.latest",
    ),
    index.MARK: (
        "annotations",
        "CROSS JOIN annotations m ON m.seq = f.rowid CROSS JOIN articles a ON a.seq = m.article",
    ),
}
"""Of each index table: where its row ids come from, and what they lead to (a: article, t: text, m: annotation)."""


def rows_of(
    connection: Connection, table: str, match: str, columns: str, where: str = "1", limit: int | None = None
) -> Iterator[tuple[Any, ...]]:
    """What the rows lead to that the index names, newest first; all rows when it cannot help (only signs sought)."""
    every, joins = _SOURCES[table]
    values: tuple[str, ...] = (match,) if match else ()
    if match:
        source = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC"
    else:
        source = f"SELECT seq AS rowid FROM {every} ORDER BY seq DESC"
    cursor = connection.cursor()
    cursor.row_factory = None
    # CROSS JOIN keeps SQLite from beginning at the other end: https://sqlite.org/optoverview.html#crossjoin
    cursor.execute(f"SELECT {columns} FROM ({source}) f {joins} WHERE {where} LIMIT {limit or -1}", values)
    return iter(cursor)


class _Body:
    """A text as it is stored, UTF-8; decoded and folded only if a word needs it."""

    __slots__ = ("_folded", "is_plain", "raw")

    def __init__(self, raw: bytes, is_plain: bool) -> None:
        self.raw = raw
        self.is_plain = is_plain
        self._folded: str | None = None

    def count(self, term: Term) -> int:
        # UTF-8 has no character inside another: bytes can be counted as they are.
        if self.is_plain and term.is_han:
            return self.raw.count(term.utf8)
        if self._folded is None:
            self._folded = fold(self.raw.decode())
        return term.count(self._folded)


@dataclass(slots=True)
class Found:
    """What was found of one article."""

    seq: int
    id: str
    title: str
    dated: str
    body: _Body
    in_title: bool = False
    in_text: bool = False
    count: int = 0
    marks: list[tuple[Row, Field]] = field(default_factory=list)

    @property
    def relevance(self) -> tuple[bool, bool, int, str, int]:
        """Title, then notes, then how often, then date."""
        has_note = any(where is Field.NOTE for _, where in self.marks)
        return (self.in_title, has_note, self.count + len(self.marks), self.dated, self.seq)


# As bytes: most texts are only counted in, never shown.
_ARTICLE = "a.seq, a.id, a.title, a.dated, CAST(t.text AS BLOB), t.plain"


class Question:
    """What is sought and where, on one connection."""

    def __init__(self, connection: Connection, terms: Terms, fields: frozenset[Field]) -> None:
        self._connection = connection
        self._terms = terms
        self._in_title, self._in_text = Field.TITLE in fields, Field.TEXT in fields
        self._in_note, self._in_quote = Field.NOTE in fields, Field.QUOTE in fields

    # -- candidates ---------------------------------------------------------------------------------------------

    def by_relevance(self) -> list[Found]:
        """The articles with findings, the most relevant first."""
        found: dict[int, Found] = {}
        if self._in_text:
            for row in self._rows(index.TEXT, _ARTICLE, "a.deleted IS NULL", CANDIDATES):
                if one := self._article(*row):
                    found[one.seq] = one
        marks = self._marks(CANDIDATES)
        missing = {*marks, *self._titled()} - set(found)
        found.update((one.seq, one) for one in self._articles(missing))
        for seq, rows in marks.items():
            found[seq].marks = rows
        return sorted(found.values(), key=lambda each: each.relevance, reverse=True)

    def _titled(self) -> list[int]:
        """The newest articles with all words in their titles."""
        if not self._in_title:
            return []
        rows = self._rows(index.HEAD, "a.seq, a.title", "a.deleted IS NULL", TITLES if self._in_text else CANDIDATES)
        return [seq for seq, title in rows if self._holds_all(fold(title))]

    def by_date(self) -> Iterator[Found]:
        """All articles with findings, newest first, each verified when it is asked for."""
        marks = self._marks(None)
        seqs = set(marks)
        for table, wanted in ((index.TEXT, self._in_text), (index.HEAD, self._in_title and not self._in_text)):
            if wanted:
                seqs.update(seq for (seq,) in self._seqs(table))
        ordered = self._dated(seqs)
        for start in range(0, len(ordered), _BATCH):
            batch = {each.seq: each for each in self._articles(ordered[start : start + _BATCH])}
            for seq in ordered[start : start + _BATCH]:
                found = batch[seq]
                found.marks = marks.get(seq, [])
                if found.in_title or found.in_text or found.marks:
                    yield found

    def _rows(self, table: str, columns: str, where: str, limit: int | None) -> Iterator[tuple[Any, ...]]:
        return rows_of(self._connection, table, self._terms.match, columns, where, limit)

    def _seqs(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Row ids alone: the table of articles need not be read."""
        match = self._terms.match
        if not match:
            return self._rows(table, "a.seq", "1", None)
        return iter(self._connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (match,)))

    def _dated(self, seqs: set[int]) -> list[int]:
        """Newest first, without the trash."""
        cursor = self._connection.cursor()
        cursor.row_factory = None
        if len(seqs) <= CANDIDATES:
            places = ", ".join(map(str, seqs))
            cursor.execute(f"SELECT dated, seq FROM articles WHERE deleted IS NULL AND seq IN ({places})")
            return [seq for _, seq in sorted(cursor, reverse=True)]
        cursor.execute("SELECT seq FROM articles WHERE deleted IS NULL ORDER BY dated DESC, seq DESC")
        return [seq for (seq,) in cursor if seq in seqs]

    # -- verifying ----------------------------------------------------------------------------------------------

    def _articles(self, seqs: Iterable[int]) -> Iterator[Found]:
        """These articles, each judged, whether anything was found in it or not."""
        wanted = list(seqs)
        for start in range(0, len(wanted), _BATCH):
            cursor = self._connection.cursor()
            cursor.row_factory = None
            places = ", ".join(map(str, wanted[start : start + _BATCH]))
            cursor.execute(
                f"SELECT {_ARTICLE} FROM articles a JOIN texts t ON t.version = a.latest WHERE a.seq IN ({places})"
            )
            for row in cursor.fetchall():
                seq, id, title, dated, raw, plain = row
                yield self._article(*row) or Found(seq, id, title, dated, _Body(raw, plain))

    def _article(self, seq: int, id: str, title: str, dated: str, raw: bytes, plain: int) -> Found | None:
        """The finding in title and text of an article; None when they do not match."""
        folded = fold(title) if self._in_title else ""
        body = _Body(raw, bool(plain)) if self._in_text else _Body(b"", True)
        for term in self._terms.unwanted:
            if term.is_in(folded) or body.count(term):
                return None
        in_title, count = True, 0
        for term in self._terms.wanted:
            titled, times = term.is_in(folded), body.count(term)
            if not titled and not times:
                return None
            in_title = in_title and titled
            count += times
        return Found(seq, id, title, dated, body, in_title, count > 0, count)

    def _marks(self, limit: int | None) -> dict[int, list[tuple[Row, Field]]]:
        """The annotations that match, by article, each with the field that shows it."""
        found: dict[int, list[tuple[Row, Field]]] = {}
        if not (self._in_note or self._in_quote):
            return found
        where = "m.deleted IS NULL AND a.deleted IS NULL"
        for seq, note, quote in self._rows(index.MARK, "m.seq, m.note, m.quote", where, limit):
            shown = self._mark(note, quote)
            if shown is not None:
                row = self._connection.execute("SELECT * FROM annotations WHERE seq = ?", (seq,)).fetchone()
                found.setdefault(row["article"], []).append((row, shown))
        for rows in found.values():
            rows.sort(key=lambda each: (each[0]["start"] is None, each[0]["start"] or 0, each[0]["seq"]))
        return found

    def _mark(self, note: str, quote: str) -> Field | None:
        note, quote = fold(note) if self._in_note else "", fold(quote) if self._in_quote else ""
        if any(term.is_in(note) or term.is_in(quote) for term in self._terms.unwanted):
            return None
        if not all(term.is_in(note) or term.is_in(quote) for term in self._terms.wanted):
            return None
        return Field.NOTE if any(term.is_in(note) for term in self._terms.wanted) else Field.QUOTE

    def _holds_all(self, folded: str) -> bool:
        return all(term.is_in(folded) for term in self._terms.wanted)

    # -- showing ------------------------------------------------------------------------------------------------

    def hits(self, found: Found) -> list[SearchHit]:
        """What is shown of one article: its title, its text, its annotations in text order."""
        hits, wanted = [], self._terms.wanted
        if found.in_title:
            hits.append(_hit(found, Field.TITLE, of_whole(found.title, wanted)))
        if found.in_text:
            is_plain = found.body.is_plain and self._terms.is_han
            hits.append(_hit(found, Field.TEXT, of_text(found.body.raw.decode(), wanted, is_plain=is_plain)))
        for row, where in found.marks:
            shown = of_text(row[where.value], wanted, is_plain=False)
            place = (row["start"], row["end"]) if where is Field.QUOTE else (None, None)
            hits.append(SearchHit(found.id, found.title, where, shown.text, shown.hits, row["id"], *place))
        return hits


def _hit(found: Found, where: Field, shown: Snippet) -> SearchHit:
    place = (None, None) if where is Field.TITLE else (shown.start, shown.end)
    return SearchHit(found.id, found.title, where, shown.text, shown.hits, None, *place)
