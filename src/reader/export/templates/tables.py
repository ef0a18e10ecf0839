"""The tables that several kinds of papers have."""

from collections.abc import Sequence

from reader.export.templates.marks import Marks
from reader.export.templates.material import Say
from reader.export.templates.values import written_value
from reader.model.annotation import Kind
from reader.model.summary import Item, Table
from reader.text.folding import one_line


def figures_table(marks: Marks, say: Say) -> list[Item]:
    """A row a figure; where nobody can tell what it counts, or the mark has none, with the words of the mark."""
    rows: list[tuple[str, ...]] = []
    for number, annotation in marks.of(Kind.DATA):
        words, where = one_line(annotation.quote), marks.where(annotation, number)
        found = marks.materials[number - 1].figures.get(annotation.id, ())
        cells = [(one_line(each.object) or words, written_value(each), each.unit) for each in found]
        for each in cells or [(words, "", "")] * bool(words):
            rows.append((str(len(rows) + 1), *each, where))
    return table("figures", ("number", "figure", "value", "unit", "place"), (9, 37, 16, 13, 25), rows, say)


def table(
    name: str, columns: Sequence[str], shares: tuple[int, ...], rows: Sequence[tuple[str, ...]], say: Say
) -> list[Item]:
    """Nothing without rows. A newline in a cell separates its parts, and stands nowhere else in it."""
    if not rows:
        return []
    header = tuple(say(f"paper.column.{column}") for column in columns)
    return [Table(say(f"paper.{name}.caption"), header, tuple(rows), shares, say(f"paper.{name}.description"))]
