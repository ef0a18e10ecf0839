"""对比材料: which reports are compared, what each of them does and counts, what to borrow, and what is in doubt."""

from collections.abc import Sequence

from reader.export.templates.front import paper
from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import source_lines
from reader.export.templates.template import Need, Part, Template, labelled, sections
from reader.model.annotation import Kind
from reader.model.contrast import Cell, Contrast, Row, Sheet
from reader.model.summary import Item, Paragraph, Summary, Table, TextRun
from reader.text.folding import one_line

MOST_UPRIGHT = 3
"""Reports that have room beside one another on an upright page; with more, the page lies on its side."""
_SHARES = {Sheet.PRACTICES: (18,), Sheet.FIGURES: (20, 17)}
_WIDE_SHARES = {Sheet.PRACTICES: (12,), Sheet.FIGURES: (12, 12)}
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
        self._is_wide = len(contrast.reports) > MOST_UPRIGHT

    def parts(self) -> list[Part]:
        return [
            Part("scope", self._scope()),
            Part("practices", self._table(Sheet.PRACTICES), is_wide=self._is_wide),
            Part("figures", self._table(Sheet.FIGURES), is_wide=self._is_wide),
            Part("single", groups=self._single()),
            Part("borrow", self._borrow()),
            Part("doubts", self._marks.questions()),
        ]

    def _scope(self) -> list[Item]:
        items: list[Item] = [*source_lines(self._marks.materials, self._options, self._say, numbered=True)]
        if any(_shared(self._contrast.rows(sheet)) for sheet in Sheet):
            items.append(Paragraph((TextRun(self._say("paper.compare.legend")),)))
        return items

    # ---- the tables

    def _table(self, sheet: Sheet) -> list[Item]:
        """Nothing without rows that two reports have."""
        say, reports, rows = self._say, self._contrast.reports, _shared(self._contrast.rows(sheet))
        if not rows:
            return []
        before = (_WIDE_SHARES if self._is_wide else _SHARES)[sheet]
        names = [f"[{number}]{report.name}" for number, report in enumerate(reports, 1)]
        measure = [say("contrast.column.measure")] if sheet is Sheet.FIGURES else []
        table = Table(
            say(f"contrast.title.{sheet}"),
            tuple(map(one_line, [say(f"contrast.column.{sheet}"), *measure, *names])),
            tuple(self._cells(row, with_measure=bool(measure)) for row in rows),
            (*(share * len(reports) for share in before), *[100 - sum(before)] * len(reports)),
            say(f"paper.compare.{sheet}_description"),
        )
        return [table]

    def _cells(self, row: Row, *, with_measure: bool) -> tuple[str, ...]:
        label = self._say("paper.compare.sub_row", label=row.label) if row.level > 1 else row.label
        is_narrow = len(row.cells) > 2
        cells = (self._cell(cell, is_narrow) for cell in row.cells)
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

    # ---- what nothing is like

    def _single(self) -> list[tuple[str, list[Item]]]:
        """What only one report says, report by report: in a table, it would be pages of 未载."""
        groups: list[tuple[str, list[Item]]] = []
        for at, report in enumerate(self._contrast.reports):
            items: list[Item] = []
            for sheet in (Sheet.PRACTICES, Sheet.FIGURES):
                rows, kept = self._contrast.rows(sheet), _shared(self._contrast.rows(sheet))
                said = [self._said(row, cell, sheet) for row in rows if row not in kept and (cell := row.cells[at])]
                if said:
                    text = self._say("paper.duty_separator").join(said) + self._say("paper.stop")
                    items.append(labelled(self._say(f"paper.compare.single_{sheet}"), text, self._say))
            groups.append((f"[{at + 1}]{one_line(report.name)}", items))
        return groups

    def _said(self, row: Row, cell: Cell, sheet: Sheet) -> str:
        words = self._cell(cell, is_narrow=False).replace("\n", self._say("paper.list_separator"))
        if sheet is Sheet.PRACTICES:
            return words
        scope = "" if row.measured == row.unit else self._say("paper.place", place=row.measured)
        return self._say("paper.compare.single_figure", label=row.label + scope, value=words)

    # ---- what people marked

    def _borrow(self) -> list[Item]:
        found = self._marks.of(Kind.BORROW)
        return [self._marks.quotation(each, number, count) for count, (number, each) in enumerate(found, 1)]


def _shared(rows: Sequence[Row]) -> list[Row]:
    """The rows that two reports have, and those whose parts two have."""
    kept: list[Row] = []
    has_part = False
    for row in reversed(rows):
        if row.count > 1 or (row.level == 1 and has_part):
            kept.append(row)
        has_part = row.level > 1 and (has_part or row.count > 1)
    return kept[::-1]


TEMPLATE = Template(
    "compare",
    ("scope", "practices", "figures", "single", "borrow", "doubts"),
    compare,
    _proposed_title,
    kinds=(Kind.BORROW, Kind.QUESTION),
    needs=Need.CONTRAST,
)
