"""The index of terms and figures: what the newest versions of all articles say, made of their digests on demand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.library.corrections import STAMP
from reader.library.storing import insert, sort_key
from reader.model.digest import Digest, Field, Figure, Term
from reader.text.folding import clean, fold, squeeze
from reader.text.shadow import shadow

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine

_DUE = (
    "FROM articles a LEFT JOIN digested d ON d.article = a.seq WHERE a.deleted IS NULL AND a.latest IS NOT NULL "
    "AND (d.article IS NULL OR d.rules != ? OR d.version != a.latest OR d.title != a.title OR d.dated != a.dated "
    f"OR d.stamp != {STAMP.format(article='a.seq')})"
)
"""Articles of which the index does not hold the present state; takes the number of the rules."""


_MARKS = re.compile("[，,；;：:。！？!?\n]")


class Due(NamedTuple):
    """An article that is to be digested for the index, and all that its digest is made of."""

    seq: int
    article: str
    version: int
    """Row id of the newest version."""
    number: int
    title: str
    dated: str
    stamp: str


class Digests:
    """What the digests of all articles have in common."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count_due(self, rules: int) -> int:
        """How many articles are to be digested, with rules of this number."""
        row = self._engine.row(f"SELECT count(*) {_DUE}", (rules,))
        return 0 if row is None else int(row[0])

    def due(self, rules: int, after: int, limit: int) -> list[Due]:
        """The next that are, by row id from `after` on."""
        stamp = STAMP.format(article="a.seq")
        rows = self._engine.rows(
            f"SELECT a.seq, a.id, a.latest, a.version, a.title, a.dated, {stamp} {_DUE} "
            "AND a.seq > ? ORDER BY a.seq LIMIT ?",
            (rules, after, limit),
        )
        return [Due(*row) for row in rows]

    def put(self, made: Iterable[tuple[Due, Digest, str]], rules: int) -> None:
        """Store what digests (with the texts they were made of) say, in place of what was there, in one transaction.

        Articles that were removed meanwhile are passed over.
        """
        with self._engine.transaction() as connection:
            for due, digest, text in made:
                connection.execute("DELETE FROM digested WHERE article = ?", (due.seq,))
                if connection.execute("SELECT 1 FROM versions WHERE seq = ?", (due.version,)).fetchone():
                    _put(connection, due, digest, {Field.BODY: text, Field.TITLE: due.title}, rules)

    def clear(self) -> None:
        """Forget all of it; the next digesting makes it anew."""
        with self._engine.transaction() as connection:
            forget(connection)


def forget(connection: Connection) -> None:
    """Remove the whole index, in whatever state it is."""
    for table in ("term_uses", "figures", "digested", "terms", "subjects"):
        connection.execute(f"DELETE FROM {table}")


def key(words: str) -> str:
    """What is compared of a term: width, radicals, case and blanks make no difference."""
    return squeeze(fold(shadow(clean(words))))


def _put(connection: Connection, due: Due, digest: Digest, texts: Mapping[Field, str], rules: int) -> None:
    row = {"version": due.version, "rules": rules, "title": due.title, "dated": due.dated, "stamp": due.stamp}
    insert(connection, "digested", {"article": due.seq, **row})
    for folded, uses in _uses(digest.terms).items():
        insert(connection, "term_uses", {"article": due.seq, "dated": due.dated, **_use(connection, folded, uses)})
    for figure in digest.figures:
        if columns := _figure(figure):
            about = figure.object or _clause(texts[figure.field], figure)
            columns["subject"] = _seq_of(connection, "subjects", f"{key(about)}\n{key(figure.unit)}")
            insert(connection, "figures", {"article": due.seq, **columns})


def _uses(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """The terms of a digest by key; two writings of one term are one."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        if folded := key(term.text):
            found.setdefault(folded, []).append(term)
    return found


def _use(connection: Connection, folded: str, terms: list[Term]) -> dict[str, object]:
    first = terms[0]
    return {
        "term": _seq_of(connection, "terms", folded, sort_key=sort_key(folded)),
        "written": clean(first.text),
        "kind": first.kind.value,
        "occurrences": sum(max(1, len(term.places)) for term in terms),
        "field": first.field.value,
        "start": first.start,
        "end": first.end,
    }


def _seq_of(connection: Connection, table: str, folded: str, **more: object) -> int:
    """The row id of a term or subject, created as needed."""
    row = connection.execute(f"SELECT seq FROM {table} WHERE folded = ?", (folded,)).fetchone()
    return insert(connection, table, {"folded": folded, **more}) if row is None else int(row[0])


def _clause(text: str, figure: Figure) -> str:
    """What stands around a figure between two marks of its sentence: where nobody knows what it counts."""
    start, end = figure.sentence
    before, after = text[start : figure.start], text[figure.end : max(figure.end, end)]
    return _MARKS.split(before)[-1] + figure.text + _MARKS.split(after, maxsplit=1)[0]


def _figure(figure: Figure) -> dict[str, object] | None:
    """The columns of `figures` but article and subject; None for a number that no database can hold."""
    try:
        value, value2 = float(figure.value), None if figure.value2 is None else float(figure.value2)
    except OverflowError:
        return None
    if not math.isfinite(value) or (value2 is not None and not math.isfinite(value2)):
        return None
    return {
        "object": clean(figure.object),
        "value": value,
        "value2": value2,
        "unit": clean(figure.unit),
        "approx": clean(figure.approx),
        "kind": figure.kind.value,
        "field": figure.field.value,
        "start": figure.start,
        "end": figure.end,
        "sentence_start": figure.sentence.start,
        "sentence_end": figure.sentence.end,
    }


def damaged(connection: Connection) -> Iterator[str]:
    """What in the index contradicts itself or the texts."""
    for row in connection.execute(
        "SELECT t.folded FROM terms t LEFT JOIN (SELECT term, count(*) AS articles, sum(occurrences) AS occurrences, "
        "min(dated) AS first FROM term_uses GROUP BY term) u ON u.term = t.seq WHERE t.articles IS NOT u.articles "
        "OR t.occurrences IS NOT u.occurrences OR t.first IS NOT u.first"
    ):
        yield str(row[0])
    for table in ("term_uses", "figures"):
        for row in connection.execute(
            f"SELECT a.id FROM {table} f JOIN digested d ON d.article = f.article "
            "JOIN articles a ON a.seq = f.article JOIN texts t ON t.version = d.version "
            "WHERE f.start < 0 OR f.start >= f.\"end\" "
            "OR f.\"end\" > CASE f.field WHEN 'title' THEN length(d.title) ELSE length(t.text) END"
        ):
            yield str(row[0])
