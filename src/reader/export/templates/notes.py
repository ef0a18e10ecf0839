"""读书摘记: what was read and when, what it is about, excerpts with notes, thoughts, doubts and uses."""

from collections.abc import Sequence
from dataclasses import replace

from reader.export.dates import local_day, written_date
from reader.export.templates.excerpts import Excerpts
from reader.export.templates.front import paper
from reader.export.templates.marks import Mark, Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.sources import references, source_lines
from reader.export.templates.tables import table
from reader.export.templates.template import Need, Part, Template, arranged, sections, titled
from reader.model.annotation import Kind
from reader.model.summary import Form, Item, Paragraph, Summary, TextRun
from reader.text.folding import one_line, squeeze

ABSTRACT = 200
"""Characters of an abstract, white space not counted."""
TERMS = 10
"""Terms of an article in the table of concepts, the most frequent."""
PLACES = 3
"""Places of a concept that are named; of more it is said how many there are."""


def notes(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; every mark stands in one section of it, and tags in the table of concepts too."""
    marks = Marks(materials, options, say)
    made = sections("notes", _Notes(marks, options, say).parts(), options, say)
    whole = paper(TEMPLATE, made, marks, options, say)
    # The record is the list of references already.
    return replace(whole, references=()) if _is_shown("record", options) else whole


def _is_shown(name: str, options: Options) -> bool:
    return any(block.name == name and block.is_shown for block in arranged(TEMPLATE.blocks, options.blocks))


class _Notes:
    def __init__(self, marks: Marks, options: Options, say: Say) -> None:
        self._marks, self._options, self._say = marks, options, say
        self._excerpts = Excerpts(marks.materials, say)
        self._is_several = len(marks.materials) > 1

    def parts(self) -> list[Part]:
        thoughts = [(number, each) for number, each in self._marks.of(Kind.KEY, Kind.DATA) if not each.quote]
        abstract = self._abstract()
        if not abstract and _is_shown("abstract", self._options):
            told, thoughts = self._short(thoughts)
            abstract = self._paragraphs(told)
        return [
            Part("record", self._record()),
            Part("abstract", abstract),
            self._quotes(),
            Part("concepts", self._concepts()),
            Part("reflections", self._paragraphs(thoughts)),
            Part("doubts", self._marks.questions()),
            Part("uses", self._marks.listed(self._marks.of(Kind.BORROW, Kind.ACTION))),
        ]

    def _record(self) -> list[Item]:
        """Citation and day of reading of each article; without sources, its title."""
        materials = self._marks.materials
        if not self._options.with_sources:
            return [*source_lines(materials, self._options, self._say, numbered=self._is_several)]
        items: list[Item] = []
        for reference, material in zip(references(materials, self._options), materials, strict=True):
            label = f"[{reference.number}] " if self._is_several else ""
            day = written_date(local_day(material.fetched), self._say)
            read = self._say("paper.place", place=self._say("paper.notes.read", date=day)) if day else ""
            items.append(Paragraph((TextRun(label + reference.text + reference.note + read),), Form.CITATION))
        return items

    def _abstract(self) -> list[Item]:
        """What a person wrote, else the first sentences worth marking that fit, in the article's own words."""
        if self._options.abstract.strip():
            lines = self._options.abstract.splitlines()
            return [Paragraph((TextRun(line.strip()),)) for line in lines if line.strip()]
        items: list[Item] = []
        for number in range(1, len(self._marks.materials) + 1):
            left = room = ABSTRACT // len(self._marks.materials)
            for each in self._excerpts.key(number):
                length = len(squeeze(each.text))
                if length <= left:
                    left -= length
                    items.append(self._excerpts.paragraph(number, each))
                elif left < room:
                    break
        return items

    def _short(self, found: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
        """The notes that an abstract has room for, and the others."""
        told: list[Mark] = []
        for number, each in found:
            if sum(len(squeeze(mark.note)) for _, mark in told) + len(squeeze(each.note)) <= ABSTRACT:
                told.append((number, each))
        return told, [mark for mark in found if mark not in told]

    def _quotes(self) -> Part:
        """摘录: every quotation of a key point or figure, its note under it."""
        groups = []
        quoted = [(number, each) for number, each in self._marks.of(Kind.KEY, Kind.DATA) if each.quote]
        for heading, found in self._marks.grouped(quoted, self._options.order, (Kind.KEY, Kind.DATA)):
            counted = enumerate(found, 1)
            groups.append((heading, [self._marks.quotation(each, number, count) for count, (number, each) in counted]))
        return Part("quotes", groups=groups)

    def _concepts(self) -> list[Item]:
        """Tags and terms, and where they stand."""
        places: dict[str, list[str]] = {}
        for number, annotation in self._marks.of(*Kind):
            for tag in annotation.tags:
                places.setdefault(one_line(tag), []).append(self._marks.where(annotation, number))
        for number, term in self._excerpts.terms(TERMS):
            found = places.setdefault(one_line(term.text), [])
            found += [self._excerpts.where(number, *span) for span in term.places]
        rows = [(concept, self._places(where)) for concept, where in places.items()]
        return table("concepts", ("concept", "places"), (30, 70), rows, self._say)

    def _places(self, places: Sequence[str]) -> str:
        each = list(dict.fromkeys(places))
        joined = self._say("paper.list_separator").join(each[:PLACES])
        return self._say("paper.notes.and_more", places=joined, count=len(each)) if len(each) > PLACES else joined

    def _paragraphs(self, found: Sequence[Mark]) -> list[Item]:
        """Notes as running text, a paragraph a line, the article (where there are several) and the name behind the
        last."""
        items: list[Item] = []
        for number, annotation in found:
            quotation = self._marks.quotation(annotation, number)
            lines = [line.strip() for line in annotation.note.splitlines() if line.strip()]
            lines[-1:] = [line + (quotation.place if self._is_several else "") for line in lines[-1:]]
            if lines and quotation.creator:
                lines[-1] += self._say("paper.by", creator=quotation.creator)
            items += [Paragraph((TextRun(line),)) for line in lines]
        return items


TEMPLATE = Template(
    "notes",
    ("record", "abstract", "quotes", "concepts", "reflections", "doubts", "uses"),
    notes,
    titled("notes"),
    needs=Need.DIGEST,
    is_grouped=True,
)
