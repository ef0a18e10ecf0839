"""A summary as a workbook: all marks, the tables of the paper with numbers as numbers, and the sources."""

import re
from collections.abc import Callable, Iterator, Sequence

from reader.export import xlsx
from reader.export.clean import cleaned
from reader.export.sheet import Cell, Column, Sheet, is_exact, pieces
from reader.messages import Messages
from reader.model.summary import Quotation, Reference, Summary, Table

_MARKS = (
    ("number", 6), ("kind", 8), ("quote", 60), ("place", 20), ("note", 40), ("tags", 16), ("owner", 12), ("due", 12),
    ("creator", 12), ("created", 20), ("article", 36), ("source", 18), ("published", 12),
)  # fmt: skip
_SOURCES = (("number", 6), ("article", 36), ("source", 18), ("published", 12), ("url", 50), ("citation", 80))
"""Keys of the headings (`paper.column.…`), and widths in characters."""
_NARROW = 20
"""Columns no wider than this hold words that are not broken into lines."""
_TABLE_WIDTH = 110
_NUMBER = re.compile(r"-?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?")

_Say = Callable[..., str]


def render(summary: Summary) -> bytes:
    """The workbook. Nothing in it runs or leads anywhere, and text too long for a cell goes on in the rows below."""
    summary = cleaned(summary)
    say = Messages(summary.language)
    sheets = [Sheet(say("paper.sheet.marks"), _columns(_MARKS, say), tuple(_marks(summary, say)))]
    sheets += [_table(item) for section in summary.sections for item in section.items if isinstance(item, Table)]
    sources = tuple(row for each in summary.references for row in _rows(_source(each)))
    sheets.append(Sheet(say("paper.sheet.sources"), _columns(_SOURCES, say), sources))
    return xlsx.render(sheets, summary.plain_title, summary.author)


def _columns(named: Sequence[tuple[str, int]], say: _Say) -> tuple[Column, ...]:
    return tuple(Column(say(f"paper.column.{name}"), width, wraps=width > _NARROW) for name, width in named)


def _marks(summary: Summary, say: _Say) -> Iterator[tuple[Cell, ...]]:
    references = {reference.number: reference for reference in summary.references}
    for number, mark in enumerate(summary.marks, 1):
        about = references.get(mark.article, Reference(mark.article, ""))
        yield from _rows((number, *_mark(mark, summary, say), about.title, about.source, about.date))


def _mark(mark: Quotation, summary: Summary, say: _Say) -> tuple[Cell, ...]:
    return (
        say(f"paper.kind.{mark.kind}"),
        mark.text,
        _place(mark, say),
        mark.note,
        summary.words.comma.join(mark.tags),
        mark.owner,
        mark.due,
        mark.creator,
        mark.created.replace("T", " ").removesuffix("Z"),
    )


def _place(mark: Quotation, say: _Say) -> str:
    """Without the brackets that a paper puts around it."""
    before, _, behind = say("paper.place", place="\n").partition("\n")
    return mark.place.removeprefix(before).removesuffix(behind)


def _source(reference: Reference) -> tuple[Cell, ...]:
    about = (reference.title, reference.source, reference.date, reference.url)
    return (reference.number, *about, reference.text + reference.note)


def _table(table: Table) -> Sheet:
    total = sum(table.shares)
    columns = tuple(
        Column(heading, max(6, _TABLE_WIDTH * share // total), wraps=_TABLE_WIDTH * share // total > _NARROW)
        for heading, share in zip(table.header, table.shares, strict=True)
    )
    return Sheet(table.caption, columns, tuple(row for cells in table.rows for row in _rows(tuple(map(_cell, cells)))))


def _cell(text: str) -> Cell:
    """A number where the text is one and a spreadsheet shows it as it is."""
    if not _NUMBER.fullmatch(text):
        return text
    plain = text.replace(",", "")
    value = float(plain) if "." in plain else int(plain)
    return value if is_exact(value) and (isinstance(value, int) or str(value) == plain) else text


def _rows(cells: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """One row, and more where a text does not fit into a cell."""
    parts = [pieces(cell) if isinstance(cell, str) else [cell] for cell in cells]
    for line in range(max(map(len, parts))):
        yield tuple(part[line] if line < len(part) else None for part in parts)
