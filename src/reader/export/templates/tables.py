"""The tables that several kinds of papers have."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.export.templates.marks import Marks
from reader.export.templates.material import Say
from reader.export.templates.values import written_value
from reader.model.annotation import Kind
from reader.model.digest import Figure
from reader.model.summary import Item, Table
from reader.text.folding import one_line

_CHANGE = re.compile("[一-鿿]{1,4}[到至为]")
"""提高到, 下降为."""


def figures_table(marks: Marks, say: Say) -> list[Item]:
    """A row a figure; where nobody can tell what it counts, or the mark has none, with the words of the mark."""
    rows: list[tuple[str, ...]] = []
    for number, annotation in marks.of(Kind.DATA):
        words, where = one_line(annotation.quote), marks.where(annotation, number)
        found = marks.materials[number - 1].figures.get(annotation.id, ())
        cells = [
            (one_line(first.object) or words, _value(annotation.quote, first, *rest), first.unit)
            for first, *rest in _changes(annotation.quote, found)
        ]
        for each in cells or [(words, "", "")] * bool(words):
            rows.append((str(len(rows) + 1), *each, where))
    return table("figures", ("number", "figure", "value", "unit", "place"), (9, 30, 25, 11, 25), rows, say)


def _changes(quote: str, found: Sequence[Figure]) -> list[list[Figure]]:
    """Two figures of one thing that a verb joins (由91.2%提高到97.6%) together, all others alone."""
    made: list[list[Figure]] = []
    for figure in found:
        before = made[-1][-1] if made else None
        is_change = (
            before is not None
            and (before.object, before.unit) == (figure.object, figure.unit)
            and bool(_CHANGE.fullmatch(quote[before.end : figure.start]))
        )
        if is_change:
            made[-1].append(figure)
        else:
            made.append([figure])
    return made


def _value(quote: str, first: Figure, *rest: Figure) -> str:
    """91.2提高到97.6."""
    value = written_value(first)
    for before, figure in pairwise((first, *rest)):
        value += one_line(quote[before.end : figure.start]) + written_value(figure)
    return value


def table(
    name: str, columns: Sequence[str], shares: tuple[int, ...], rows: Sequence[tuple[str, ...]], say: Say
) -> list[Item]:
    """Nothing without rows. A newline in a cell separates its parts, and stands nowhere else in it."""
    if not rows:
        return []
    header = tuple(say(f"paper.column.{column}") for column in columns)
    return [Table(say(f"paper.{name}.caption"), header, tuple(rows), shares, say(f"paper.{name}.description"))]
