"""对比材料: which reports are compared, what each of them does and counts, what to borrow, and what is in doubt."""

from collections.abc import Sequence
from itertools import pairwise

from reader.export.templates.front import paper
from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import source_lines
from reader.export.templates.template import Need, Part, Template, sections
from reader.model.annotation import Kind
from reader.model.contrast import Cell, Contrast, Row, Sheet
from reader.model.summary import Item, Paragraph, Summary, Table, TextRun
from reader.text.folding import one_line

WIDEST = 4
"""Reports in one table: with more, their columns would be narrower than a figure with its unit."""
_SHARES = {Sheet.PRACTICES: (18,), Sheet.FIGURES: (20, 17)}
"""Of the columns before those of the reports, in parts of 100."""


def compare(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper over the tables of `options`, whose columns are these articles; sections without content are left out
    and the others numbered in order."""
    marks = Marks(materials, options, say)
    parts = _Compare(marks, options.contrast or Contrast(), options, say).parts()
    made = sections("compare", parts, options, say)
    return paper(TEMPLATE, made, marks, options, say)


def _proposed_title(titles: Sequence[str], say: Say) -> str:
    return say("paper.compare.title", count=len(titles))


class _Compare:
    def __init__(self, marks: Marks, contrast: Contrast, options: Options, say: Say) -> None:
        self._marks, self._contrast, self._options, self._say = marks, contrast, options, say

    def parts(self) -> list[Part]:
        return [
            Part("scope", self._scope()),
            Part("practices", self._tables(Sheet.PRACTICES)),
            Part("figures", self._tables(Sheet.FIGURES)),
            Part("borrow", self._borrow()),
            Part("doubts", self._marks.questions()),
        ]

    def _scope(self) -> list[Item]:
        items: list[Item] = [*source_lines(self._marks.materials, self._options, self._say, numbered=True)]
        if any(self._contrast.rows(sheet) for sheet in Sheet):
            items.append(Paragraph((TextRun(self._say("paper.compare.legend")),)))
        return items

    # ---- the tables

    def _tables(self, sheet: Sheet) -> list[Item]:
        """One table, or several with as many reports each as fit on the page."""
        count = len(self._contrast.reports)
        number = -(-count // WIDEST)
        ends = [round(count * part / number) for part in range(number + 1)] if number else []
        tables = []
        for start, end in pairwise(ends):
            rows = [row for row in self._contrast.rows(sheet) if any(row.cells[start:end]) or row.count == 0]
            if rows:
                tables.append(self._table(sheet, rows, start, end))
        return [*tables]

    def _table(self, sheet: Sheet, rows: Sequence[Row], start: int, end: int) -> Table:
        say, before = self._say, _SHARES[sheet]
        names = [f"[{number}]{self._contrast.reports[number - 1].name}" for number in range(start + 1, end + 1)]
        measure = [say("contrast.column.measure")] if sheet is Sheet.FIGURES else []
        whole = say(f"contrast.title.{sheet}")
        is_part = end - start < len(self._contrast.reports)
        return Table(
            say("paper.compare.part", title=whole, first=start + 1, last=end) if is_part else whole,
            tuple(map(one_line, [say(f"contrast.column.{sheet}"), *measure, *names])),
            tuple(self._cells(row, start, end, with_measure=bool(measure)) for row in rows),
            (*before, *[(100 - sum(before)) // (end - start)] * (end - start)),
            say(f"paper.compare.{sheet}_description"),
        )

    def _cells(self, row: Row, start: int, end: int, *, with_measure: bool) -> tuple[str, ...]:
        label = self._say("paper.compare.sub_row", label=row.label) if row.level > 1 else row.label
        is_narrow = end - start > 2
        cells = (self._cell(cell, is_narrow) for cell in row.cells[start:end])
        return (label, *([row.measured] if with_measure else []), *cells)

    def _cell(self, cell: Cell | None, is_narrow: bool) -> str:
        """What a report says, one line each with its passages; these have a line of their own in a narrow cell, where
        word processors would break 3-5 after the hyphen."""
        if cell is None:
            return self._say("contrast.absent")
        places: dict[str, dict[str, None]] = {} if cell.written is None else {one_line(cell.written): {}}
        for mention in cell.mentions:
            words = one_line(mention.text if cell.written is None else cell.written)
            places.setdefault(words, {}).update(dict.fromkeys(filter(None, [self._passage(mention.passage)])))
        lines = []
        for words, passages in places.items():
            where = self._places(list(passages))
            lines += [words, where.strip()] if is_narrow and where else [words + where]
        return "\n".join(lines)

    def _passage(self, passage: str) -> str:
        """3-5: written out, as elsewhere in papers, passages would be longer than the figures and fill narrow cells."""
        first, _, last = passage.partition("..")
        return self._say("paper.compare.span", first=first, last=last) if last else first

    def _places(self, places: Sequence[str]) -> str:
        return self._say("paper.place", place=self._say("paper.list_separator").join(places)) if places else ""

    # ---- what people marked

    def _borrow(self) -> list[Item]:
        found = self._marks.of(Kind.BORROW)
        return [self._marks.quotation(each, number, count) for count, (number, each) in enumerate(found, 1)]


TEMPLATE = Template(
    "compare",
    ("scope", "practices", "figures", "borrow", "doubts"),
    compare,
    _proposed_title,
    kinds=(Kind.BORROW, Kind.QUESTION),
    needs=Need.CONTRAST,
)
