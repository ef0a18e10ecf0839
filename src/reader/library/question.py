"""One search: candidates from the index, every one verified against what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.library import index
from reader.library.snippets import Snippet, of_text, of_whole
from reader.library.tokens import Term, Terms
from reader.model.query import Field, SearchHit
from reader.text.folding import fold

if TYPE_CHECKING:
    from reader.library.engine import Connection

CANDIDATES = 1000
"""The newest that the index names are looked at when sorting by relevance; by date, all are."""

MORE = 200
"""So many titles and annotations besides: worth more than a text, but their texts must be read to count words."""

COMMON = 5000
NEWEST = 2000
"""By date, words in so many articles are first sought in the newest without the index: they will be there."""

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


class Body:
    """A text as it is stored, UTF-8; decoded and folded only if a word needs it."""

    __slots__ = ("_folded", "is_plain", "raw")

    def __init__(self, raw: bytes, is_plain: int) -> None:
        self.raw = raw
        self.is_plain = bool(is_plain)
        self._folded: str | None = None

    @property
    def text(self) -> str:
        """The text as people see it; damaged bytes become U+FFFD."""
        return self.raw.decode("utf-8", "replace")

    @property
    def folded(self) -> str:
        """The text as words are compared with it."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    def count(self, term: Term) -> int:
        """How often a word stands here."""
        # UTF-8 has no character inside another: bytes can be counted as they are.
        return self.raw.count(term.utf8) if self.is_plain and term.is_han else term.count(self.folded)

    def holds(self, term: Term) -> bool:
        """Whether a word stands here."""
        return term.utf8 in self.raw if self.is_plain and term.is_han else term.is_in(self.folded)


class Mark(NamedTuple):
    """An annotation with a finding: in its note, or in its quote, which has a place."""

    id: str
    field: Field
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Found:
    """What was found of one article."""

    seq: int
    id: str
    title: str
    dated: str
    body: Body
    in_title: bool = False
    in_text: bool = False
    count: int = 0
    marks: list[Mark] = field(default_factory=list)

    @property
    def relevance(self) -> tuple[bool, bool, int, str, int]:
        """Title, then notes, then how often, then date."""
        has_note = any(mark.field is Field.NOTE for mark in self.marks)
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
        marks = self._marks(MORE if self._in_text else CANDIDATES)
        missing = {*marks, *self._titled()} - set(found)
        found.update((one.seq, one) for one in self._articles(missing))
        for seq, rows in marks.items():
            found[seq].marks = rows
        return sorted(found.values(), key=lambda each: each.relevance, reverse=True)

    def _titled(self) -> list[int]:
        """The newest articles with all words in their titles."""
        if not self._in_title:
            return []
        rows = self._rows(index.HEAD, "a.seq, a.title", "a.deleted IS NULL", MORE if self._in_text else CANDIDATES)
        return [seq for seq, title in rows if self._holds_all(fold(title))]

    def by_date(self) -> Iterator[Found]:
        """All articles with findings, newest first, each verified when it is asked for."""
        marks = self._marks(None)
        seqs = set(marks).union(islice(self._seqs(), COMMON))
        seen: list[int] = []
        if len(seqs) >= COMMON:
            seen = self._newest(NEWEST)
            yield from self._judged(seen, marks)
            seqs.update(self._seqs())
        yield from self._judged(self._dated(seqs.difference(seen)), marks)

    def _judged(self, ordered: list[int], marks: dict[int, list[Mark]]) -> Iterator[Found]:
        """Those of these articles in which something was found, in order."""
        for start in range(0, len(ordered), _BATCH):
            part = ordered[start : start + _BATCH]
            judged = {each.seq: each for each in self._articles(part)}
            for seq in part:
                found = judged[seq]
                found.marks = marks.get(seq, [])
                if found.in_title or found.in_text or found.marks:
                    yield found

    def _rows(self, table: str, columns: str, where: str, limit: int | None) -> Iterator[tuple[Any, ...]]:
        return rows_of(self._connection, table, self._terms.match, columns, where, limit)

    def _seqs(self) -> Iterator[int]:
        """Row ids of candidates alone, in no order: the table of articles need not be read."""
        if not (self._in_title or self._in_text):
            return iter(())
        table, match = index.TEXT if self._in_text else index.HEAD, self._terms.match
        if not match:
            return (seq for (seq,) in self._rows(table, "a.seq", "1", None))
        rows = self._connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (match,))
        return (row[0] for row in rows)

    def _newest(self, limit: int) -> list[int]:
        sql = "SELECT seq FROM articles WHERE deleted IS NULL ORDER BY dated DESC, seq DESC LIMIT ?"
        return [row[0] for row in self._connection.execute(sql, (limit,))]

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
                yield self._article(*row) or Found(seq, id, title, dated, Body(raw, plain))

    def _article(self, seq: int, id: str, title: str, dated: str, raw: bytes, plain: int) -> Found | None:
        """The finding in title and text of an article; None when they do not match."""
        folded = fold(title) if self._in_title else ""
        body = Body(raw, plain) if self._in_text else Body(b"", True)
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

    def _marks(self, limit: int | None) -> dict[int, list[Mark]]:
        """The annotations that match, by article, each with the field that shows it."""
        found: dict[int, list[Mark]] = {}
        if not (self._in_note or self._in_quote):
            return found
        where = "m.deleted IS NULL AND a.deleted IS NULL"
        columns = 'a.seq, m.note, m.quote, m.id, m.start, m."end"'
        for seq, note, quote, id, start, end in self._rows(index.MARK, columns, where, limit):
            shown = self._mark(note, quote)
            if shown is Field.NOTE:
                found.setdefault(seq, []).append(Mark(id, shown, note))
            elif shown is Field.QUOTE:
                found.setdefault(seq, []).append(Mark(id, shown, quote, start, end))
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
            hits.append(
                _hit(found, Field.TEXT, of_text(found.body.raw.decode("utf-8", "replace"), wanted, is_plain=is_plain))
            )
        for mark in sorted(found.marks, key=lambda each: (each.start is None, each.start or 0)):
            shown = of_text(mark.text, wanted, is_plain=False)
            place = (mark.start, mark.end)
            hits.append(SearchHit(found.id, found.title, mark.field, shown.text, shown.hits, mark.id, *place))
        return hits


def _hit(found: Found, where: Field, shown: Snippet) -> SearchHit:
    place = (None, None) if where is Field.TITLE else (shown.start, shown.end)
    return SearchHit(found.id, found.title, where, shown.text, shown.hits, None, *place)
