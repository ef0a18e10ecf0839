"""Searching: candidates from the index, every one verified against the stored text.

A document is an article (title and newest text) or an annotation (quote and note): all words of a query must stand in
one document, and an excluded word in none of its fields that are searched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.library import index
from reader.library.snippets import Snippet, of_text, of_whole
from reader.library.tokens import Term, Terms, parse
from reader.model.query import Field, SearchHit
from reader.text.folding import fold

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row

CANDIDATES = 1000
"""The newest articles that the index names are looked at when sorting by relevance; by date, all are."""

_BATCH = 100

ALL_FIELDS = tuple(Field)


class _Document(NamedTuple):
    """An article's fields, folded as far as the query needs."""

    title: str
    text: str
    plain: bool


@dataclass(slots=True)
class _Found:
    """What was found of one article."""

    seq: int
    id: str = ""
    title: str = ""
    dated: str = ""
    text: str = ""
    plain: bool = False
    in_title: bool = False
    in_text: bool = False
    count: int = 0
    marks: list[tuple[Row, Field]] = field(default_factory=list)

    @property
    def order(self) -> tuple[bool, bool, int, str, int]:
        """Ascending relevance: title, then notes, then how often, then date."""
        has_note = any(where is Field.NOTE for _, where in self.marks)
        return (self.in_title, has_note, self.count + len(self.marks), self.dated, self.seq)


class Search:
    """Searches one library; articles and annotations in the trash are never found by `search`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def search(
        self,
        query: str,
        fields: Collection[Field] = ALL_FIELDS,
        sort: str = "relevance",
        limit: int | None = 50,
    ) -> list[SearchHit]:
        """Findings, those of one article together; `sort` is "relevance" or "date" (newest first).

        Words are joined by AND, "a phrase" keeps its spaces, -word excludes. Han words match anywhere, letters and
        digits from the beginning of a word; width and case make no difference.
        """
        terms = parse(query)
        if not terms.wanted or not fields:
            return []
        with self._engine.reading() as connection:
            ask = _Question(connection, terms, frozenset(map(Field, fields)))
            found = ask.by_date(limit) if sort == "date" else ask.by_relevance()
            hits: list[SearchHit] = []
            for each in found:
                hits += ask.hits(each)
                if limit is not None and len(hits) >= limit:
                    return hits[:limit]
            return hits

    def matches(self, query: str) -> set[str]:
        """The ids of all articles (in the trash too) that a list filtered by these words shows."""
        with self._engine.reading() as connection:
            cursor = connection.cursor()
            cursor.row_factory = None
            found = self.found(query)
            return {id for seq, id in cursor.execute("SELECT seq, id FROM articles") if seq in found}

    def optimize(self) -> None:
        """Merge the index into one piece; worth its seconds after adding thousands of articles."""
        with self._engine.transaction() as connection:
            index.optimize(connection)

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
                found = {row[0] for row in connection.execute("SELECT seq FROM articles")} if terms.unwanted else set()
            for term in terms.unwanted:
                found -= _holding(connection, term)
            return found


def _holding(connection: Connection, term: Term) -> set[int]:
    """The row ids of the articles that hold one word somewhere."""
    found: set[int] = set()
    where, values = _match(index.HEAD, term.match)
    for row in connection.execute(
        f"SELECT a.seq, a.title, a.source, a.author FROM {where} JOIN articles a ON a.seq = {_ROW[bool(term.match)]}",
        values,
    ):
        if any(value and term.is_in(fold(value)) for value in (row["title"], row["source"], row["author"])):
            found.add(row["seq"])
    where, values = _match(index.MARK, term.match)
    for row in connection.execute(
        f"SELECT m.article, m.quote, m.note FROM {where} JOIN annotations m ON m.seq = {_ROW[bool(term.match)]} "
        "WHERE m.deleted IS NULL",
        values,
    ):
        if term.is_in(fold(row["quote"])) or term.is_in(fold(row["note"])):
            found.add(row["article"])
    return found | _holding_in_text(connection, term)


def _holding_in_text(connection: Connection, term: Term) -> set[int]:
    if term.is_exact:
        return {
            row[0]
            for row in connection.execute(f"SELECT rowid FROM {index.TEXT} WHERE {index.TEXT} MATCH ?", (term.match,))
        }
    where, values = _match(index.TEXT, term.match)
    rows = connection.execute(
        f"SELECT a.seq, t.text, t.plain FROM {where} JOIN articles a ON a.seq = {_ROW[bool(term.match)]} "
        "JOIN texts t ON t.version = a.latest",
        values,
    )
    return {row["seq"] for row in rows if term.is_in(_folded(row["text"], bool(row["plain"]), term.is_han))}


_ROW = {True: "f.rowid", False: "f.seq"}
"""Row id of what `_match` gives, with and without a word that the index knows."""


def _match(table: str, match: str) -> tuple[str, tuple[str, ...]]:
    """A FROM term of the rows that the index names; every row when it cannot help (only signs were sought)."""
    if match:
        return f"(SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC) f", (match,)
    source = "annotations" if table == index.MARK else "articles"
    return f"(SELECT seq FROM {source} ORDER BY seq DESC) f", ()


def _folded(text: str, plain: bool, only_han: bool) -> str:
    return text if plain and only_han else fold(text)


_ARTICLE = "SELECT a.seq, a.id, a.title, a.dated, t.text, t.plain"


class _Question:
    """One search, on one connection."""

    def __init__(self, connection: Connection, terms: Terms, fields: frozenset[Field]) -> None:
        self._connection = connection
        self._terms = terms
        self._fields = fields
        self._table = index.TEXT if Field.TEXT in fields else index.HEAD

    # -- candidates ---------------------------------------------------------------------------------------------

    def by_relevance(self) -> list[_Found]:
        found: dict[int, _Found] = {}
        tables = [self._table] if self._fields & {Field.TITLE, Field.TEXT} else []
        if Field.TITLE in self._fields and self._table == index.TEXT:
            tables.append(index.HEAD)
        for table in tables:
            for row in self._candidates(table):
                if row["seq"] not in found and (one := self._article(row)):
                    found[one.seq] = one
        marks = self._marks(CANDIDATES)
        for one in self._articles(seq for seq in marks if seq not in found):
            found[one.seq] = one
        for seq, rows in marks.items():
            found[seq].marks = rows
        return sorted(found.values(), key=lambda each: each.order, reverse=True)

    def _candidates(self, table: str) -> Iterator[Row]:
        where, values = _match(table, self._terms.match)
        row = _ROW[bool(self._terms.match)]
        yield from self._connection.execute(
            f"{_ARTICLE} FROM {where} CROSS JOIN articles a ON a.seq = {row} "
            "CROSS JOIN texts t ON t.version = a.latest WHERE a.deleted IS NULL "
            f"ORDER BY {row} DESC LIMIT {CANDIDATES}",
            values,
        )

    def by_date(self, limit: int | None) -> Iterator[_Found]:
        """All articles with findings, newest first; stops by itself when nobody asks for more."""
        marks = self._marks(None)
        seqs = set(marks)
        if self._fields & {Field.TITLE, Field.TEXT}:
            where, values = _match(self._table, self._terms.match)
            seqs.update(row[0] for row in self._connection.execute(f"SELECT * FROM {where}", values))
        ordered = self._dated(seqs)
        for start in range(0, len(ordered), _BATCH):
            batch = {each.seq: each for each in self._articles(ordered[start : start + _BATCH])}
            for seq in ordered[start : start + _BATCH]:
                each = batch.get(seq)
                if each is not None and seq in marks:
                    each.marks = marks[seq]
                if each is not None and (each.in_title or each.in_text or each.marks):
                    yield each

    def _dated(self, seqs: set[int]) -> list[int]:
        """Newest first, without the trash."""
        cursor = self._connection.cursor()
        cursor.row_factory = None
        cursor.execute("SELECT seq FROM articles WHERE deleted IS NULL ORDER BY dated DESC, seq DESC")
        return [seq for (seq,) in cursor if seq in seqs]

    # -- verifying ----------------------------------------------------------------------------------------------

    def _articles(self, seqs: Iterable[int]) -> Iterator[_Found]:
        """These articles, judged, whether anything was found or not."""
        wanted = list(seqs)
        for start in range(0, len(wanted), _BATCH):
            part = wanted[start : start + _BATCH]
            for row in self._connection.execute(
                f"{_ARTICLE} FROM articles a JOIN texts t ON t.version = a.latest "
                f"WHERE a.deleted IS NULL AND a.seq IN ({', '.join('?' * len(part))})",
                part,
            ).fetchall():
                yield self._article(row) or _Found(row["seq"], row["id"], row["title"], row["dated"])

    def _article(self, row: Row) -> _Found | None:
        """The finding in title and text of an article; None when it does not match."""
        in_title, in_text = Field.TITLE in self._fields, Field.TEXT in self._fields
        title = fold(row["title"]) if in_title else ""
        text = _folded(row["text"], bool(row["plain"]), self._terms.is_han) if in_text else ""
        if any(term.is_in(title) or term.is_in(text) for term in self._terms.unwanted):
            return None
        titled = [term.is_in(title) for term in self._terms.wanted]
        counts = [term.count(text) for term in self._terms.wanted]
        if not all(here or there for here, there in zip(titled, counts, strict=True)):
            return None
        return _Found(
            row["seq"], row["id"], row["title"], row["dated"], row["text"], bool(row["plain"]),
            in_title=all(titled), in_text=any(counts), count=sum(counts),
        )  # fmt: skip

    def _marks(self, limit: int | None) -> dict[int, list[tuple[Row, Field]]]:
        """The annotations that match, by article, each with the field that shows it."""
        found: dict[int, list[tuple[Row, Field]]] = {}
        if not self._fields & {Field.NOTE, Field.QUOTE}:
            return found
        where, values = _match(index.MARK, self._terms.match)
        row_id = _ROW[bool(self._terms.match)]
        for row in self._connection.execute(
            f"SELECT m.* FROM {where} CROSS JOIN annotations m ON m.seq = {row_id} "
            "CROSS JOIN articles a ON a.seq = m.article WHERE m.deleted IS NULL AND a.deleted IS NULL "
            f"ORDER BY {row_id} DESC" + (f" LIMIT {limit}" if limit else ""),
            values,
        ).fetchall():
            where_found = self._mark(row)
            if where_found is not None:
                found.setdefault(row["article"], []).append((row, where_found))
        for rows in found.values():
            rows.sort(key=lambda each: (each[0]["start"] is None, each[0]["start"] or 0, each[0]["seq"]))
        return found

    def _mark(self, row: Row) -> Field | None:
        note = fold(row["note"]) if Field.NOTE in self._fields else ""
        quote = fold(row["quote"]) if Field.QUOTE in self._fields else ""
        if any(term.is_in(note) or term.is_in(quote) for term in self._terms.unwanted):
            return None
        if not all(term.is_in(note) or term.is_in(quote) for term in self._terms.wanted):
            return None
        return Field.NOTE if any(term.is_in(note) for term in self._terms.wanted) else Field.QUOTE

    # -- showing ------------------------------------------------------------------------------------------------

    def hits(self, found: _Found) -> Sequence[SearchHit]:
        """What is shown of one article."""
        hits = []
        if found.in_title:
            snippet = of_whole(found.title, self._terms.wanted)
            hits.append(_hit(found, Field.TITLE, snippet))
        if found.in_text:
            snippet = of_text(found.text, self._terms.wanted, is_plain=found.plain and self._terms.is_han)
            hits.append(_hit(found, Field.TEXT, snippet))
        for row, where in found.marks:
            snippet = of_text(row[where.value], self._terms.wanted, is_plain=False)
            start, end = (row["start"], row["end"]) if where is Field.QUOTE else (None, None)
            hits.append(SearchHit(found.id, found.title, where, snippet.text, snippet.hits, row["id"], start, end))
        return hits


def _hit(found: _Found, where: Field, snippet: Snippet) -> SearchHit:
    return SearchHit(found.id, found.title, where, snippet.text, snippet.hits, start=snippet.start, end=snippet.end)
