"""学习研讨材料: what was read, what it says is done, figures, quotations with notes, questions, and who does what."""

from collections.abc import Sequence
from dataclasses import replace

from reader.export.dates import written_date
from reader.export.templates.excerpts import Excerpts
from reader.export.templates.front import paper
from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import source_lines
from reader.export.templates.tables import figures_table, table
from reader.export.templates.template import Need, Part, Template, sections, titled
from reader.model.annotation import Kind
from reader.model.summary import Item, Paragraph, Quotation, Summary, TextRun
from reader.text.folding import one_line

QUOTED_KINDS = (Kind.KEY, Kind.BORROW, Kind.DATA)
"""What stands under 摘录与批注; questions and actions have sections of their own."""


def study(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; sections without content are left out and the others numbered in order."""
    marks = Marks(materials, options, say)
    made = sections("study", _Study(marks, options, say).parts(), options, say)
    return paper(TEMPLATE, made, marks, options, say)


class _Study:
    def __init__(self, marks: Marks, options: Options, say: Say) -> None:
        self._marks, self._options, self._say = marks, options, say
        self._materials = marks.materials

    def parts(self) -> list[Part]:
        return [
            Part("sources", self._sources()),
            Part("practices", groups=Excerpts(self._materials, self._say).outline()),
            Part("figures", figures_table(self._marks, self._say)),
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
        return [*table("actions", ("number", "action", "owner", "due"), (9, 51, 17, 23), rows, self._say), *basis]

    # --- pieces ---

    def _after(self, quotation: Quotation) -> str:
        say, words = self._say, []
        if quotation.tags:
            tags = say("paper.list_separator").join(quotation.tags)
            words.append(say("paper.word.tags") + say("paper.word.colon") + tags)
        if quotation.creator:
            words.append(say("paper.word.creator") + say("paper.word.colon") + quotation.creator)
        return "".join("\n" + word for word in words)


TEMPLATE = Template(
    "study",
    ("sources", "practices", "figures", "quotes", "questions", "actions"),
    study,
    titled("study"),
    needs=Need.DIGEST,
    is_grouped=True,
)
