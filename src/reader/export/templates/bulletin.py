"""工作简报: a masthead without a document number, what is done, what came of it, what to learn, and what comes next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.export.dates import written_date
from reader.export.templates.excerpts import Excerpts
from reader.export.templates.front import paper
from reader.export.templates.marks import Mark, Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import source_lines
from reader.export.templates.tables import figures_table
from reader.export.templates.template import (
    Head,
    Need,
    Part,
    Template,
    labelled,
    sections,
    titled,
    written_heading,
)
from reader.model.annotation import Annotation, Kind
from reader.model.digest import Reason
from reader.model.summary import Form, Imprint, Item, Masthead, Paragraph, Quotation, Summary, TextRun

_OWN_LINE = re.compile("(?:主送|抄送|抄报|报|送|发)[：:]")
"""How an addressee begins who says himself in which of the lines of the 版记 he stands (报：…, 送：…, 发：…)."""


def bulletin(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper. Its masthead has the name, number, unit and day; it never has what only an issued document has: 红头,
    文号, 密级, 印章."""
    marks = Marks(materials, options, say)
    made = sections("bulletin", _Bulletin(marks, options, say).parts(), options, say)
    whole = paper(TEMPLATE, made, marks, options, say)
    # Unit and day stand in the masthead, and not once more under the title.
    unit, people = options.unit.strip(), options.people.strip()
    return replace(
        whole,
        # A bulletin ends with its 版记, and not like a treatise.
        lists_references=False,
        subtitle=say("paper.subtitle", text=people) if unit and people else "",
        masthead=_masthead(unit or people, options, say),
        imprint=_imprint(options, say),
    )


def _masthead(unit: str, options: Options, say: Say) -> Masthead:
    issue = options.issue.strip()
    return Masthead(
        name=options.masthead.strip() or say("paper.bulletin.name"),
        # Somebody may have written "第3期（总第15期）" out.
        issue=say("paper.bulletin.issue", number=issue) if issue.isdigit() else issue,
        unit=unit,
        date=written_date(options.date, say) if options.date.strip() else "",
        remark=say("paper.bulletin.internal"),
    )


def _imprint(options: Options, say: Say) -> Imprint | None:
    """A line for those who are named with it (报：…), and one for all the others."""
    names = [name for each in options.copies_to if (name := each.strip().rstrip("。."))]
    own = [name for name in names if _OWN_LINE.match(name)]
    others = [name for name in names if name not in own]
    joined = [say("paper.bulletin.sent", names=say("paper.clause_separator").join(others))] if others else []
    copies = say("paper.bulletin.copies", count=options.copies) if options.copies else ""
    lines = [line + say("paper.stop") for line in [*own, *joined]]
    return Imprint(tuple(lines), copies) if lines or copies else None


class _Bulletin:
    def __init__(self, marks: Marks, options: Options, say: Say) -> None:
        self._marks, self._options, self._say = marks, options, say
        self._excerpts = Excerpts(marks.materials, say)
        self._is_several = len(marks.materials) > 1

    def parts(self) -> list[Part]:
        return [
            Part("contents", self._origins() if self._is_several else (), head=Head.PLAIN),
            Part("remark", self._remark(), head=Head.NONE),
            Part("lead", self._lead(), head=Head.NONE),
            self._practices(),
            Part("results", self._results()),
            Part("lessons", self._lessons()),
            Part("next", self._marks.listed(_untagged(self._marks.of(Kind.ACTION)))),
        ]

    def _origins(self) -> list[Item]:
        # [1] is said by the footnote, where there is one.
        is_numbered = self._is_several and not self._options.with_sources
        return [*source_lines(self._marks.materials, self._options, self._say, numbered=is_numbered)]

    def _remark(self) -> list[Item]:
        """编者按：… in one paragraph or more; a heading that a person wrote replaces the label."""
        lines = [line.strip() for line in self._options.remark.splitlines() if line.strip()]
        items: list[Item] = [Paragraph((TextRun(line),), Form.REMARK) for line in lines]
        if items and not written_heading("remark", self._options):
            items[0] = replace(labelled(self._say("paper.bulletin.remark"), lines[0], self._say), form=Form.REMARK)
        return items

    def _lead(self) -> list[Item]:
        """What is told about, and the sentence of each article that says what its model is."""
        items: list[Item] = []
        if not self._is_several:
            about = source_lines(self._marks.materials, self._options, self._say, numbered=False)
            for line in about:
                first = line.runs[0]._replace(text=self._say("paper.bulletin.from", origin=line.runs[0].text))
                items.append(replace(line, runs=(first, *line.runs[1:])))
        for number in range(1, len(self._marks.materials) + 1):
            said = [each for each in self._excerpts.key(number) if each.reason is Reason.MODEL]
            items += [self._excerpts.paragraph(number, each) for each in said[:1]]
        return items

    def _practices(self) -> Part:
        """The words that were marked as a key point or worth borrowing; where none were, what the article says.
        Every kind has a section of its own, so the order by kinds is that of the outline here."""
        order = "outline" if self._options.order == "kind" else self._options.order
        groups = []
        for heading, found in self._marks.grouped(self._marks.of(Kind.KEY, Kind.BORROW), order):
            quotations = [self._practice(number, annotation) for number, annotation in found if annotation.quote]
            shown = [each for each in quotations if each.text or each.note]
            groups.append((heading, [replace(each, number=count) for count, each in enumerate(shown, 1)]))
        filled = [(heading, items) for heading, items in groups if items]
        if not filled:
            return Part("practices", groups=self._excerpts.outline())
        # A single heading below a heading divides nothing.
        return Part("practices", filled[0][1]) if len(filled) == 1 else Part("practices", groups=filled)

    def _practice(self, number: int, annotation: Annotation) -> Quotation:
        quotation = replace(self._marks.quotation(annotation, number), tags=())
        return replace(quotation, note="") if annotation.kind is Kind.BORROW else quotation

    def _results(self) -> list[Item]:
        """The figures, and what was noted on them."""
        noted = [
            replace(self._marks.quotation(annotation, number), text="", pictures=())
            for number, annotation in _untagged(self._marks.of(Kind.DATA))
            if annotation.note
        ]
        return [*figures_table(self._marks, self._say), *noted]

    def _lessons(self) -> list[Item]:
        """What was noted on words worth borrowing, and on the article as a whole."""
        found = _untagged(self._marks.of(Kind.KEY, Kind.BORROW))
        noted = [(at, each) for at, each in found if each.note and (each.kind is Kind.BORROW or not each.quote)]
        return self._marks.listed(noted, shows_quotes=False)


def _untagged(found: Sequence[Mark]) -> list[Mark]:
    """Tags help whoever works with marks, and say nothing to the readers of a bulletin."""
    return [(number, replace(annotation, tags=())) for number, annotation in found]


TEMPLATE = Template(
    "bulletin",
    ("contents", "remark", "lead", "practices", "results", "lessons", "next"),
    bulletin,
    titled("bulletin"),
    kinds=(Kind.KEY, Kind.BORROW, Kind.DATA, Kind.ACTION),
    needs=Need.DIGEST,
    is_grouped=True,
)
