"""Articles whole, cut into runs at the ends of their marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import source_lines
from reader.model.annotation import Annotation
from reader.model.blocks import CELL_SEPARATOR, Block, BlockKind, RunStyle, Span, block_spans, canonical_text
from reader.model.summary import Form, Item, Paragraph, Section, Table, TextRun

_FORMS = {
    BlockKind.HEADING: Form.HEADING,
    BlockKind.LIST_ITEM: Form.ENTRY,
    BlockKind.QUOTE: Form.REMARK,
    BlockKind.CAPTION: Form.CAPTION,
}
_NARROWEST, _WIDEST = 4, 24
"""Characters that the width of a column is reckoned from."""


class Place(NamedTuple):
    """Where a mark stands in the canonical text of its article: its number in the paper, code points, half-open."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Original:
    """An article as a paper shows it whole."""

    items: tuple[Item, ...]
    unplaced: tuple[Annotation, ...]
    """Marks that none of the items carries: notes on the whole article, and those whose words are not in it."""


def originals(marks: Marks, say: Say) -> list[Original]:
    """The articles in their order; numbers in the runs count the marks as `Marks.all` does."""
    made, first = [], 1
    for material in marks.materials:
        made.append(_original(material, first, say))
        first += len(material.annotations)
    return made


def annex(marks: Marks, options: Options, say: Say) -> list[Section]:
    """附件：原文（批注版）, for papers of another kind; marks without a place are left to the paper itself."""
    texts = [original.items for original in originals(marks, say)]
    others = len([name for name in options.attachments if name.strip()])
    form = "annex_counted" if others else "annex"
    heading = say(f"paper.fulltext.{form}", number=others + 1, name=say("paper.fulltext.annex_name"))
    legend = Paragraph((TextRun(say("paper.fulltext.legend")),))
    if len(texts) == 1:
        return [Section(heading, 1, (legend, *texts[0]), starts_page=True)]
    titled = [
        Section(article_heading(material, number, say), 2, items)
        for number, (material, items) in enumerate(zip(marks.materials, texts, strict=True), 1)
    ]
    return [Section(heading, 1, (legend,), starts_page=True), *titled]


def article_heading(material: Material, number: int, say: Say) -> str:
    """[1]《title》, as places name the articles where there are several."""
    return say("paper.place_in", number=number, place=say("paper.origin.title", title=material.article.title))


def origin(marks: Marks, number: int, options: Options, say: Say, *, titled: bool) -> Paragraph:
    """Where article `number` comes from, with its citation as footnote if wanted."""
    return source_lines(marks.materials, options, say, numbered=False, titled=titled)[number - 1]


def _original(material: Material, first: int, say: Say) -> Original:
    numbered = list(enumerate(material.annotations, first))
    places = _places(numbered, canonical_text(material.blocks))
    text = _Text(material, places, say)
    items = tuple(text.items())
    return Original(items, tuple(each for number, each in numbered if number not in text.carried))


def _places(numbered: Sequence[tuple[int, Annotation]], text: str) -> list[Place]:
    """The marks whose words stand where they say: what does not fit is told honestly rather than shown askew."""
    return [
        Place(number, mark.start, mark.end)
        for number, mark in numbered
        if mark.start is not None
        and mark.end is not None
        and 0 <= mark.start < mark.end
        and mark.quote
        and text[mark.start : mark.end] == mark.quote
    ]


class _Text:
    """One article on its way to a paper."""

    def __init__(self, material: Material, places: Sequence[Place], say: Say) -> None:
        self._material, self._blocks, self._say = material, material.blocks, say
        self._spans = block_spans(self._blocks)
        self._stretches = [list(_stretches(block, span)) for block, span in zip(self._blocks, self._spans, strict=True)]
        self._inside: dict[Span, list[Place]] = {}
        """The marks that touch a stretch."""
        self._last: dict[int, Span] = {}
        """The stretch that a mark ends in."""
        for stretch in (stretch for each in self._stretches for stretch in each):
            self._inside[stretch] = [each for each in places if each.start <= stretch.end and each.end > stretch.start]
            self._last.update((each.number, stretch) for each in self._inside[stretch])
        self.carried = self._last.keys()
        """The numbers of the marks that are shown."""

    def items(self) -> Iterator[Item]:
        paragraph = 0
        rows: list[int] = []
        for index, block in enumerate(self._blocks):
            is_row = block.kind is BlockKind.TABLE_ROW
            if rows and (not is_row or (block.header and not self._blocks[index - 1].header)):
                yield self._table(rows)
                rows = []
            paragraph += bool(block.text.strip())
            if is_row:
                rows.append(index)
            elif block.kind is BlockKind.IMAGE:
                picture = self._material.illustrations.get(index)
                yield from [picture] if picture else []
            else:
                yield self._paragraph(index, paragraph if block.text.strip() else 0)
        if rows:
            yield self._table(rows)

    def _paragraph(self, index: int, number: int) -> Paragraph:
        block = self._blocks[index]
        counter = (TextRun("　" * block.level + block.marker + " "),) if block.marker else ()
        runs = self._runs(index, self._spans[index])
        return Paragraph((*counter, *runs), _FORMS.get(block.kind, Form.TEXT), number)

    def _table(self, rows: Sequence[int]) -> Table:
        """The first row gives the headings, as it does in print."""
        width = max(len(self._stretches[row]) for row in rows)
        nothing = (TextRun(""),)
        runs = [[self._runs(row, cell) for cell in self._stretches[row]] for row in rows]
        filled = tuple((*cells, *[nothing] * (width - len(cells))) for cells in runs)
        header, *texts = (tuple("".join(run.text for run in cell) for cell in cells) for cells in filled)
        longest = [max(len(row[column]) for row in (header, *texts)) for column in range(width)]
        has_marks = any(run.marks for cells in filled for cell in cells for run in cell)
        return Table(
            "",
            header,
            tuple(texts),
            tuple(min(_WIDEST, max(_NARROWEST, length)) for length in longest),
            self._say("paper.fulltext.table"),
            filled if has_marks else (),
        )

    def _runs(self, index: int, stretch: Span) -> tuple[TextRun, ...]:
        """A block or a cell of it, cut where marks and bold type begin and end."""
        block, base = self._blocks[index], self._spans[index].start
        bold = [Span(base + run.start, base + run.end) for run in block.runs if run.style is RunStyle.BOLD]
        inside = self._inside[stretch]
        edges = {stretch.start, stretch.end}
        edges.update(at for each in (*bold, *inside) for at in each[-2:] if stretch.start < at < stretch.end)
        runs = [
            TextRun(
                block.text[start - base : end - base],
                strong=any(each.start <= start and end <= each.end for each in bold),
                marks=tuple(each.number for each in inside if each.start <= start and end <= each.end),
            )
            for start, end in pairwise(sorted(edges))
        ]
        # A mark that begins with the line break holds nothing here but the end of the line.
        empty = tuple(each.number for each in inside if not runs or each.start == stretch.end)
        if empty or not runs:
            runs.append(TextRun("", marks=empty))
        return tuple(self._ended(runs, stretch))

    def _ended(self, runs: Sequence[TextRun], stretch: Span) -> Iterator[TextRun]:
        """The runs, and of each which marks end with it."""
        last = {number: at for at, run in enumerate(runs) for number in run.marks if self._last[number] == stretch}
        for at, run in enumerate(runs):
            yield run._replace(ends=tuple(number for number in run.marks if last.get(number) == at))


def _stretches(block: Block, span: Span) -> Iterator[Span]:
    """What of the text stands in one piece on paper: the cells of a table row, a block of any other kind."""
    if block.kind is BlockKind.IMAGE:
        return
    start = span.start
    for cell in block.text.split(CELL_SEPARATOR) if block.kind is BlockKind.TABLE_ROW else [block.text]:
        yield Span(start, start + len(cell))
        start += len(cell) + len(CELL_SEPARATOR)
