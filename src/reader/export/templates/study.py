"""学习研讨材料: what was read, the figures, quotations with notes, questions to discuss, and who does what by when."""

from collections.abc import Sequence
from dataclasses import replace

from reader.export.dates import written_date
from reader.export.templates.figures import figures
from reader.export.templates.front import paper
from reader.export.templates.headings import numbered
from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.places import passage_in_words
from reader.export.templates.sources import source_lines
from reader.model.annotation import Kind
from reader.model.summary import Item, Paragraph, Quotation, Section, Summary, Table, TextRun
from reader.text.folding import one_line

__all__ = ["Material", "Options", "passage_in_words", "study"]

SHORT_TITLE = 12
"""Characters of an article's title that leave room for the rest of the paper's title on the line."""

QUOTED_KINDS = (Kind.KEY, Kind.BORROW, Kind.DATA)
"""What stands under 摘录与批注; questions and actions have sections of their own."""


def study(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; sections without content are left out and the others numbered in order."""
    marks = Marks(materials, options, say)
    sections = _Study(marks, options, say).sections()
    return paper("study", _proposed_title(materials, say), sections, marks, options, say)


def _proposed_title(materials: Sequence[Material], say: Say) -> str:
    if len(materials) == 1:
        title = materials[0].article.title
        # A title that does not fit on one line with the rest has lines of its own.
        return say("paper.study.title_one" if len(title) <= SHORT_TITLE else "paper.study.title_lines", title=title)
    return say("paper.study.title_many", count=len(materials))


class _Study:
    def __init__(self, marks: Marks, options: Options, say: Say) -> None:
        self._marks, self._options, self._say = marks, options, say
        self._materials = marks.materials

    def sections(self) -> tuple[Section, ...]:
        parts: list[tuple[str, list[Item], list[Section]]] = [
            ("sources", self._sources(), []),
            ("figures", self._figures(), []),
            ("quotes", [], self._quotes()),
            ("questions", self._questions(), []),
            ("actions", self._actions(), []),
        ]
        filled = [part for part in parts if part[1] or part[2]]
        sections: list[Section] = []
        for number, (name, items, below) in enumerate(filled, 1):
            heading = numbered(1, number, self._say(f"paper.study.{name}"), self._say)
            sections.extend([Section(heading, 1, tuple(items)), *below])
        return tuple(sections)

    # --- one method a section ---

    def _sources(self) -> list[Item]:
        # [1] is said by the footnote, where there is one.
        is_numbered = len(self._materials) > 1 and not self._options.with_sources
        items: list[Item] = [*source_lines(self._materials, self._options, self._say, numbered=is_numbered)]
        if any(annotation.quote for material in self._materials for annotation in material.annotations):
            items.append(Paragraph((TextRun(self._say("paper.study.legend")),)))
        return items

    def _figures(self) -> list[Item]:
        rows: list[tuple[str, ...]] = []
        for number, annotation in self._marks.of(Kind.DATA):
            if not annotation.quote:
                continue
            found = figures(annotation.quote)
            # One line a figure in both columns, so that every unit stands beside its value.
            values, units = "\n".join(each.value for each in found), "\n".join(each.unit for each in found)
            where = self._marks.where(annotation, number)
            rows.append((str(len(rows) + 1), one_line(annotation.quote), values, units, where))
        return self._table("figures", ("number", "figure", "value", "unit", "place"), (9, 41, 17, 14, 19), rows)

    def _quotes(self) -> list[Section]:
        say = self._say
        found = self._marks.of(*QUOTED_KINDS)
        if self._options.group_by == "article" and len(self._materials) > 1:
            titles = [say("paper.origin.title", title=material.article.title) for material in self._materials]
            groups = [(title, [pair for pair in found if pair[0] == number]) for number, title in enumerate(titles, 1)]
        else:
            groups = [
                (say(f"paper.kind.{kind}"), [pair for pair in found if pair[1].kind is kind]) for kind in QUOTED_KINDS
            ]
        filled = [(heading, group) for heading, group in groups if group]
        return [
            Section(
                numbered(2, order, heading, say),
                2,
                tuple(self._marks.quotation(each, number, count) for count, (number, each) in enumerate(group, 1)),
            )
            for order, (heading, group) in enumerate(filled, 1)
        ]

    def _questions(self) -> list[Item]:
        return self._marks.questions()

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
