"""Several reports side by side: row by row what each of them says, with its place.

A contrast is never changed in place: what a person does to it (rename, merge, delete, move, rewrite) gives another one,
so that every step can be taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.model.digest import Field

FEWEST, MOST = 2, 8
"""Reports that can be set side by side."""

SEPARATOR = "；"
"""Between what one report says several times; what it stands between is Chinese in either language of the window."""


class Sheet(StrEnum):
    """FIGURES: what is counted, 数据对照; PRACTICES: what is done, 做法对照. The values are keys of the JSON."""

    FIGURES = "figures"
    PRACTICES = "practices"


@dataclass(frozen=True, slots=True)
class ComparedReport:
    """A column: the article's id, its title, and a short name for headings (the place it is about, else words of the
    title)."""

    article: str
    title: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a report, and where they stand: code points, half-open, of its canonical text, or of its title where
    `field` says so. Of a division, `text` is the title, and its marker (一是) stands in the place too."""

    text: str
    start: int
    end: int
    field: Field = Field.BODY
    passage: str = ""
    """"3-5"; "" in the title."""
    wording: str = ""
    """What the report itself calls it: the object of a figure, "" where the digest found none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of one row."""

    mentions: tuple[Mention, ...] = ()
    """In text order."""
    written: str | None = None
    """What a person put in place of their words."""

    @property
    def text(self) -> str:
        """What is shown; what the report says twice is shown once."""
        if self.written is not None:
            return self.written
        return SEPARATOR.join(dict.fromkeys(mention.text for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that reports may say something of; a cell for each report, None where it says nothing."""

    label: str
    cells: tuple[Cell | None, ...]
    unit: str = ""
    """Units that the figures have: "个", "个、家"."""
    measure: str | None = None
    """What a person put in place of unit and wordings."""
    level: int = 1
    """2 is a part of the nearest row of level 1 above."""

    @property
    def count(self) -> int:
        """How many reports say something."""
        return sum(cell is not None for cell in self.cells)

    @property
    def measured(self) -> str:
        """Unit and, where a report calls what it counts otherwise than the row, its wording: "个；[2]网格党支部"."""
        if self.measure is not None:
            return self.measure
        return SEPARATOR.join(filter(None, [self.unit, *self._wordings()]))

    def _wordings(self) -> Iterable[str]:
        for number, cell in enumerate(self.cells, 1):
            words = dict.fromkeys(mention.wording for mention in cell.mentions if mention.wording) if cell else ()
            if others := [word for word in words if word != self.label]:
                yield f"[{number}]{'、'.join(others)}"


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two tables over the same reports; rows are named by their place in `rows(sheet)`, counted from 0."""

    reports: tuple[ComparedReport, ...] = ()
    figures: tuple[Row, ...] = ()
    practices: tuple[Row, ...] = ()

    def rows(self, sheet: Sheet) -> tuple[Row, ...]:
        """The rows of one table, parts right below what they are parts of."""
        return self.figures if sheet is Sheet.FIGURES else self.practices

    def with_rows(self, sheet: Sheet, rows: Iterable[Row]) -> "Contrast":
        """The same with other rows in one table."""
        if sheet is Sheet.FIGURES:
            return replace(self, figures=tuple(rows))
        return replace(self, practices=tuple(rows))

    # ---- what a person changes

    def renamed(self, sheet: Sheet, row: int, label: str) -> "Contrast":
        """Another label; an empty one changes nothing."""
        return self._with_row(sheet, row, label=label.strip()) if label.strip() else self

    def remeasured(self, sheet: Sheet, row: int, text: str) -> "Contrast":
        """Other words for the unit and what exactly is counted; an empty text brings back what was found."""
        return self._with_row(sheet, row, measure=text.strip() or None)

    def rewritten(self, sheet: Sheet, row: int, column: int, text: str) -> "Contrast":
        """Other words in a cell, whose places stay; an empty text means that the report says nothing of it."""
        cells = list(self.rows(sheet)[row].cells)
        before, text = cells[column], text.strip()
        if text == (before.text if before else ""):
            return self
        cells[column] = replace(before or Cell(), written=text) if text else None
        return self._with_row(sheet, row, cells=tuple(cells))

    def _with_row(self, sheet: Sheet, row: int, **changes: object) -> "Contrast":
        rows = list(self.rows(sheet))
        changed = replace(rows[row], **changes)  # type: ignore[arg-type]  # fields of Row, by name
        if changed == rows[row]:
            return self
        rows[row] = changed
        return self.with_rows(sheet, rows)

    def without(self, sheet: Sheet, rows: Iterable[int]) -> "Contrast":
        """Without some rows and their parts."""
        kept = self.rows(sheet)
        gone = {each for row in rows for each in block(kept, row)}
        return self.with_rows(sheet, (row for place, row in enumerate(kept) if place not in gone)) if gone else self

    def merged(self, sheet: Sheet, rows: Iterable[int]) -> "Contrast":
        """Some rows as one, in the place and under the name of the first; their parts come below it."""
        before = self.rows(sheet)
        first, *others = sorted(set(rows))
        if not others:
            return self
        whole, parts, gone = before[first], list[Row](), set(others)
        for row in others:
            whole = _joined(whole, before[row])
            below = [place for place in block(before, row)[1:] if place not in gone]
            if row not in block(before, first):
                parts += [before[place] for place in below]
                gone.update(below)
        own = [place for place in block(before, first)[1:] if place not in gone]
        gone.update(own)
        after = [whole, *(before[place] for place in own), *parts]
        rest = [(place, row) for place, row in enumerate(before) if place not in gone and place != first]
        above = [row for place, row in rest if place < first]
        return self.with_rows(sheet, [*above, *after, *(row for place, row in rest if place > first)])

    def moved(self, sheet: Sheet, row: int, step: int) -> tuple["Contrast", int]:
        """A row with its parts one place up (-1) or down (1) among its like, and where it stands then."""
        rows = self.rows(sheet)
        own = block(rows, row)
        upper, lower = (_previous(rows, row), own) if step < 0 else (own, block(rows, own[-1] + 1))
        if not upper or not lower or rows[upper[0]].level != rows[lower[0]].level:
            return self, row
        order = [*range(upper[0]), *lower, *upper, *range(lower[-1] + 1, len(rows))]
        return self.with_rows(sheet, (rows[place] for place in order)), order.index(row)

    def chosen(self, articles: Sequence[str]) -> "Contrast":
        """The columns of these articles in this order; rows of which none of them says anything are left out, unless
        they have parts of which one does."""
        columns = {report.article: place for place, report in enumerate(self.reports)}
        places = [columns[article] for article in articles if article in columns]
        if places == list(range(len(self.reports))):
            return self
        reports = tuple(self.reports[place] for place in places)
        return Contrast(reports, *(tuple(_cut(self.rows(sheet), places)) for sheet in Sheet))


def block(rows: Sequence[Row], row: int) -> list[int]:
    """The places of a row and its parts; [] past the end."""
    if not 0 <= row < len(rows):
        return []
    end = row + 1
    while end < len(rows) and rows[end].level > rows[row].level:
        end += 1
    return list(range(row, end))


def _previous(rows: Sequence[Row], row: int) -> list[int]:
    """The block of the like before a row; [] when there is none."""
    before = row - 1
    while before >= 0 and rows[before].level > rows[row].level:
        before -= 1
    return block(rows, before) if before >= 0 and rows[before].level == rows[row].level else []


def _cut(rows: Sequence[Row], places: Sequence[int]) -> Iterable[Row]:
    cut = [replace(row, cells=tuple(row.cells[place] for place in places)) for row in rows]
    return (row for place, row in enumerate(cut) if any(cut[each].count for each in block(cut, place)))


def _joined(one: Row, other: Row) -> Row:
    units = dict.fromkeys(unit for row in (one, other) for unit in row.unit.split("、") if unit)
    written = [row.measure for row in (one, other) if row.measure is not None]
    return replace(
        one,
        cells=tuple(map(_both, one.cells, other.cells)),
        unit="、".join(units),
        measure=SEPARATOR.join(dict.fromkeys(written)) if written else None,
    )


def _both(one: Cell | None, other: Cell | None) -> Cell | None:
    if one is None or other is None:
        return one or other
    is_written = one.written is not None or other.written is not None
    mentions = tuple(sorted({*one.mentions, *other.mentions}, key=lambda mention: (mention.start, mention.end)))
    return Cell(mentions, SEPARATOR.join(dict.fromkeys([one.text, other.text])) if is_written else None)
