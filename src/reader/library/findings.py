"""Questions to the index of terms and figures. What lies in the trash is not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.digests import Digests, key
from reader.model.blocks import Span
from reader.model.digest import Field, FigureKind, TermKind
from reader.model.digest_index import FigureRow, TermPlace, TermRow, TermSort

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row

_TERM_ORDERS = {
    TermSort.ARTICLES: "articles DESC, occurrences DESC, t.sort_key",
    TermSort.OCCURRENCES: "occurrences DESC, articles DESC, t.sort_key",
    TermSort.FIRST: "first DESC, articles DESC, t.sort_key",
    TermSort.TERM: "t.sort_key",
}

_TERMS = """
WITH trashed AS (
    SELECT u.term, count(*) AS articles, sum(u.occurrences) AS occurrences
    FROM articles a CROSS JOIN term_uses u ON u.article = a.seq WHERE a.deleted IS NOT NULL GROUP BY u.term
)
SELECT t.seq, t.articles - coalesce(x.articles, 0) AS articles,
    t.occurrences - coalesce(x.occurrences, 0) AS occurrences,
    CASE WHEN x.term IS NULL THEN t.first ELSE (
        SELECT u.dated FROM term_uses u JOIN articles a ON a.seq = u.article
        WHERE u.term = t.seq AND a.deleted IS NULL ORDER BY u.dated LIMIT 1
    ) END AS first
FROM terms t LEFT JOIN trashed x ON x.term = t.seq
WHERE t.articles > coalesce(x.articles, 0) AND instr(t.folded, ?1)
ORDER BY t.folded = ?1 DESC, {order} LIMIT ?2
"""

_USES = """
SELECT a.id, a.title, a.published, u.*, v.number FROM term_uses u JOIN articles a ON a.seq = u.article
JOIN digested d ON d.article = u.article JOIN versions v ON v.seq = d.version
WHERE a.deleted IS NULL AND u.term = ? ORDER BY u.dated, u.article
"""

_FIGURES_ORDER = "a.dated DESC, a.seq DESC, f.field = 'body', f.start"

# The texts are only read for the page that is shown. CROSS JOIN keeps SQLite to the order of the tables: without it,
# it would look through all uses of terms for the few articles in the trash, and sort all figures for a page of them.
_FIGURES = f"""
WITH page AS (
    SELECT f.seq FROM articles a {{join}} figures f ON f.article = a.seq WHERE a.deleted IS NULL {{condition}}
    ORDER BY {_FIGURES_ORDER} LIMIT ?
)
SELECT a.id, a.title, a.published, v.number, f.*,
    substr(CASE f.field WHEN 'title' THEN d.title ELSE t.text END, f.start + 1, f."end" - f.start) AS words,
    substr(CASE f.field WHEN 'title' THEN d.title ELSE t.text END, f.sentence_start + 1,
        f.sentence_end - f.sentence_start) AS sentence
FROM page p JOIN figures f ON f.seq = p.seq JOIN articles a ON a.seq = f.article
JOIN digested d ON d.article = f.article JOIN versions v ON v.seq = d.version JOIN texts t ON t.version = d.version
ORDER BY {_FIGURES_ORDER}
"""


class Findings(Digests):
    """Which reports use a term, and which have a figure about something."""

    def terms(self, query: str = "", sort: TermSort = TermSort.ARTICLES, limit: int | None = None) -> list[TermRow]:
        """Terms that contain `query` (folded; "" for all), first the one that is it, then by `sort`."""
        with self._engine.reading() as connection, self._engine.decoding():
            sql = _TERMS.format(order=_TERM_ORDERS[sort])
            rows = connection.execute(sql, (key(query), -1 if limit is None else limit)).fetchall()
            return [_term(row, _first_use(connection, row["seq"])) for row in rows]

    def term_places(self, term: str) -> list[TermPlace]:
        """The articles that use this very term (folded), the earliest first."""
        with self._engine.reading() as connection, self._engine.decoding():
            row = connection.execute("SELECT seq FROM terms WHERE folded = ?", (key(term),)).fetchone()
            return [_place(each) for each in connection.execute(_USES, (row[0],))] if row else []

    def figures(self, query: str = "", limit: int | None = None) -> list[FigureRow]:
        """Figures that count something whose name, with the unit, contains every word of `query` (folded).

        Where it is not known what a figure counts, its clause is looked at. The newest report first.
        """
        words = [folded for word in query.split() if (folded := key(word))]
        contained = " AND ".join(["instr(folded, ?)"] * len(words))
        condition = f"AND f.subject IN (SELECT seq FROM subjects WHERE {contained})" if words else ""
        sql = _FIGURES.format(join="JOIN" if words else "CROSS JOIN", condition=condition)
        values = (*words, -1 if limit is None else limit)
        with self._engine.reading() as connection, self._engine.decoding():
            return [_figure(row) for row in connection.execute(sql, values)]


def _first_use(connection: Connection, term: int) -> Row:
    row: Row = connection.execute(f"{_USES} LIMIT 1", (term,)).fetchone()
    return row


def _term(row: Row, use: Row) -> TermRow:
    return TermRow(
        term=use["written"],
        kind=TermKind(use["kind"]),
        articles=row["articles"],
        occurrences=row["occurrences"],
        first=use["id"],
        first_title=use["title"],
        first_seen=use["dated"],
    )


def _place(row: Row) -> TermPlace:
    return TermPlace(
        article=row["id"],
        title=row["title"],
        published=row["published"],
        seen=row["dated"],
        term=row["written"],
        kind=TermKind(row["kind"]),
        occurrences=row["occurrences"],
        version=row["number"],
        field=Field(row["field"]),
        start=row["start"],
        end=row["end"],
    )


def _figure(row: Row) -> FigureRow:
    return FigureRow(
        article=row["id"],
        title=row["title"],
        published=row["published"],
        object=row["object"],
        value=_number(row["value"]),
        value2=None if row["value2"] is None else _number(row["value2"]),
        unit=row["unit"],
        approx=row["approx"],
        kind=FigureKind(row["kind"]),
        text=row["words"],
        version=row["number"],
        field=Field(row["field"]),
        start=row["start"],
        end=row["end"],
        sentence=row["sentence"],
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
    )


def _number(value: float) -> float:
    """Whole numbers are int, as in a digest."""
    return int(value) if value == int(value) else value
