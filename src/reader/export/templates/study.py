"""学习研讨材料: what was read, the figures, quotations with notes, questions to discuss, and who does what by when."""

from collections.abc import Sequence
from dataclasses import replace

from reader.export.dates import written_date
from reader.export.templates.front import paper
from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import source_lines
from reader.export.templates.template import Part, Template, sections
from reader.export.templates.values import written_value
from reader.model.annotation import Kind
from reader.model.summary import Item, Paragraph, Quotation, Summary, Table, TextRun
from reader.text.folding import one_line

SHORT_TITLE = 12
"""Characters of an article's title that leave room for the rest of the paper's title on the line."""

QUOTED_KINDS = (Kind.KEY, Kind.BORROW, Kind.DATA)
"""What stands under 摘录与批注; questions and actions have sections of their own."""


def study(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; sections without content are left out and the others numbered in order."""
    marks = Marks(materials, options, say)
    made = sections("study", _Study(marks, options, say).parts(), options, say)
    return paper(TEMPLATE, made, marks, options, say)


def _proposed_title(titles: Sequence[str], say: Say) -> str:
    if len(titles) == 1:
        # A title that does not fit on one line with the rest has lines of its own.
        key = "paper.study.title_one" if len(titles[0]) <= SHORT_TITLE else "paper.study.title_lines"
        return say(key, title=titles[0])
    return say("paper.study.title_many", count=len(titles))


class _Study:
    def __init__(self, marks: Marks, options: Options, say: Say) -> None:
        self._marks, self._options, self._say = marks, options, say
        self._materials = marks.materials

    def parts(self) -> list[Part]:
        return [
            Part("sources", self._sources()),
            Part("figures", self._figures()),
            Part("quotes", groups=self._marks.groups(*QUOTED_KINDS)),
            Part("questions", self._marks.questions()),
            Part("actions", self._actions()),
        ]

    # --- one method a section ---

    def _sources(self) -> list[Item]:
        # [1] is said by the footnote, where there is one.
        is_numbered = len(self._materials) > 1 and not self._options.with_sources
        items: list[Item] = [*source_lines(self._materials, self._options, self._say, numbered=is_numbered)]
        if any(annotation.quote for material in self._materials for annotation in material.annotations):
            items.append(Paragraph((TextRun(self._say("paper.study.legend")),)))
        return items

    def _figures(self) -> list[Item]:
        """A row a figure; where nobody can tell what it counts, or the mark has none, with the words of the mark."""
        rows: list[tuple[str, ...]] = []
        for number, annotation in self._marks.of(Kind.DATA):
            words, where = one_line(annotation.quote), self._marks.where(annotation, number)
            found = self._materials[number - 1].figures.get(annotation.id, ())
            cells = [(one_line(each.object) or words, written_value(each), each.unit) for each in found]
            for each in cells or [(words, "", "")] * bool(words):
                rows.append((str(len(rows) + 1), *each, where))
        return self._table("figures", ("number", "figure", "value", "unit", "place"), (9, 41, 17, 14, 19), rows)

    def _actions(self) -> list[Item]:
        """The table, and under it the words each row is based on: in a narrow cell they could not be read back."""
        rows: list[tuple[str, ...]] = []
        basis: list[Item] = []
        for count, (number, annotation) in enumerate(self._marks.of(Kind.ACTION), 1):
            quotation = replace(self._marks.quotation(annotation, number, count), note="")
            what = one_line(annotation.note or annotation.quote)
            if quotation.text:
                basis.append(quotation)
            else:
                what += quotation.place + self._after(quotation)
            due = written_date(annotation.due, self._say) if annotation.due else ""
            rows.append((str(count), what, one_line(annotation.owner or ""), due))
        return self._table("actions", ("number", "action", "owner", "due"), (9, 51, 17, 23), rows) + basis

    # --- pieces ---

    def _after(self, quotation: Quotation) -> str:
        say, words = self._say, []
        if quotation.tags:
            tags = say("paper.list_separator").join(quotation.tags)
            words.append(say("paper.word.tags") + say("paper.word.colon") + tags)
        if quotation.creator:
            words.append(say("paper.word.creator") + say("paper.word.colon") + quotation.creator)
        return "".join("\n" + word for word in words)

    def _table(
        self, name: str, columns: Sequence[str], shares: tuple[int, ...], rows: Sequence[tuple[str, ...]]
    ) -> list[Item]:
        """Nothing without rows. A newline in a cell separates its parts, and stands nowhere else in it."""
        if not rows:
            return []
        caption, description = self._say(f"paper.study.{name}_caption"), self._say(f"paper.study.{name}_description")
        header = tuple(self._say(f"paper.column.{column}") for column in columns)
        return [Table(caption, header, tuple(rows), shares, description)]


TEMPLATE = Template(
    "study", ("sources", "figures", "quotes", "questions", "actions"), study, _proposed_title, is_grouped=True
)
