"""Corrections of digests, kept as the reader made them: what they mean in a newer version is found out when asked."""

from __future__ import annotations

import builtins
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.contents import row_of
from reader.library.storing import insert, new_id, now
from reader.model.annotation import Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.corrections import Change, Correction, checked
from reader.model.digest import Field, Layer
from reader.model.errors import CorrectionError, LibraryError, NotFoundError
from reader.text.folding import clean

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row

STAMP = "(SELECT count(*) || ':' || coalesce(max(seq), 0) FROM corrections WHERE article = {article})"
"""Tells one state of an article's corrections from every other: row ids are never given twice, so those up to the
greatest can only become fewer."""


class Corrections:
    """The corrections of a library. Ids are whole ids; NotFoundError when nothing has one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, correction: Correction) -> Correction:
        """Store a new correction, which must have a position; an empty id or time is filled in."""
        stored = replace(correction, id=correction.id or new_id(), created=correction.created or now())
        with self._engine.transaction() as connection:
            article = row_of(connection, stored.article)["seq"]
            insert(connection, "corrections", {"article": article, **_columns(stored)})
        return stored

    def list(self, article: str) -> builtins.list[Correction]:
        """Those of an article, in the order they were made."""
        with self._engine.reading() as connection:
            seq = row_of(connection, article)["seq"]
            rows = connection.execute("SELECT * FROM corrections WHERE article = ? ORDER BY seq", (seq,)).fetchall()
        try:
            with self._engine.decoding():
                return [_correction(row, article) for row in rows]
        except CorrectionError as error:
            raise LibraryError("library_corrupt", path=str(self._engine.path), detail=error.code) from error

    def remove(self, article: str, id: str) -> None:
        """Take one back."""
        with self._engine.transaction() as connection:
            seq = row_of(connection, article)["seq"]
            if not connection.execute("DELETE FROM corrections WHERE article = ? AND id = ?", (seq, id)).rowcount:
                raise NotFoundError("correction_not_found", id=id)

    def stamp(self, article: str) -> str:
        """Changes whenever a correction is made or taken back."""
        row = self._engine.row(f"SELECT {STAMP.format(article='a.seq')} FROM articles a WHERE id = ?", (article,))
        if row is None:
            raise NotFoundError("not_found", id=article)
        return str(row[0])


def _columns(correction: Correction) -> dict[str, object]:
    """All columns but the article."""
    quote, position = correction.selectors.quote, correction.selectors.position
    if position is None:
        raise ValueError(correction.id)
    return {
        "id": correction.id,
        "version": correction.version,
        "layer": correction.layer.value,
        "change": correction.change.value,
        "field": correction.field.value,
        "quote": clean(quote.exact),
        "prefix": clean(quote.prefix),
        "suffix": clean(quote.suffix),
        "start": position.start,
        "end": position.end,
        "data": json.dumps(dict(correction.data), ensure_ascii=False),
        "created": correction.created,
    }


def _correction(row: Row, article: str) -> Correction:
    layer, change = Layer(row["layer"]), Change(row["change"])
    quote = TextQuoteSelector(row["quote"], row["prefix"], row["suffix"])
    return Correction(
        id=row["id"],
        article=article,
        version=row["version"],
        layer=layer,
        change=change,
        selectors=Selectors(quote, TextPositionSelector(row["start"], row["end"])),
        field=Field(row["field"]),
        data=checked(layer, change, json.loads(row["data"])),
        created=row["created"],
    )


def corrections_damaged(connection: Connection) -> Iterator[tuple[str, Row]]:
    """Corrections that cannot be read or lie outside of their text: code of the problem, and a row of id and title."""
    for row in connection.execute(
        "SELECT c.*, a.id AS article_id, a.title AS title, length(t.text) AS length FROM corrections c "
        "JOIN articles a ON a.seq = c.article LEFT JOIN versions v ON v.article = c.article AND v.number = c.version "
        "LEFT JOIN texts t ON t.version = v.seq"
    ):
        try:
            field = _correction(row, row["article_id"]).field
        except (ValueError, TypeError, KeyError, AttributeError, CorrectionError):
            yield "correction_damaged", row
            continue
        if field is Field.BODY and (row["length"] is None or row["end"] > row["length"]):
            yield "correction_out_of_range", row
