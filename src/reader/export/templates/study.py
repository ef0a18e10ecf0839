"""学习研讨材料: what was read, the figures, quotations with notes, questions to discuss, and who does what by when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.export.citations import DEFAULT_STYLE, cite, cited_url, is_reprint, reprint_note
from reader.export.dates import written_date
from reader.export.templates.figures import figures
from reader.export.templates.headings import numbered
from reader.export.templates.places import passage_in_words, place_in_words
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.summary import (
    Item,
    ListEntry,
    NumberedList,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Section,
    Summary,
    Table,
    TextRun,
    Words,
)
from reader.text.folding import one_line

__all__ = ["Material", "Options", "passage_in_words", "study"]

Say = Callable[..., str]
"""`messages.Messages`: the sentence of a key in the language of the paper."""

SHORT_TITLE = 12
"""Characters of an article's title that leave room for the rest of the paper's title on the line."""

QUOTED_KINDS = (Kind.KEY, Kind.BORROW, Kind.DATA)
"""What stands under 摘录与批注; questions and actions have sections of their own."""


@dataclass(frozen=True, slots=True)
class Material:
    """An article with its marks in text order; `fetched` is when its newest version was read, UTC ISO 8601."""

    article: Article
    fetched: str
    annotations: tuple[Annotation, ...] = ()
    pictures: Mapping[str, tuple[Picture, ...]] = field(default_factory=dict)
    """What marks are about besides words, by the annotation's id."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chooses for a paper."""

    title: str = ""
    """"" proposes one; newlines break it into lines."""
    kinds: tuple[Kind, ...] | None = None
    """None means all."""
    tags: tuple[str, ...] = ()
    """Annotations that have any of these; none named means all."""
    people: str = ""
    date: str = ""
    """YYYY-MM-DD, with a time if wanted, or any text."""
    language: str = "zh_CN"
    style: str = DEFAULT_STYLE
    """Of the citations, one of citations.STYLES."""
    group_by: str = "kind"
    """"kind" or "article": how quotations are grouped."""
    with_quotes: bool = True
    """False leaves the quoted words out wherever there is a note instead."""
    with_sources: bool = True
    """Source, date, citation and the list of references."""
    with_creator: bool = False
    author: str = ""
    """The name in the properties of the document."""


def study(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; sections without content are left out and the others numbered in order."""
    paper = _Study(materials, options, say)
    title = options.title.strip() or _proposed_title(materials, say)
    return Summary(
        title=tuple(line.strip() for line in title.splitlines() if line.strip()),
        subtitle=_subtitle(options, say),
        sections=paper.sections(),
        references=paper.references() if options.with_sources else (),
        language=options.language,
        words=Words(**{name: say(f"paper.word.{name}") for name in Words.__dataclass_fields__}),
        subject=say("paper.study.name"),
        keywords=paper.keywords(),
        author=options.author,
        date=options.date,
        people=options.people,
    )


def _proposed_title(materials: Sequence[Material], say: Say) -> str:
    if len(materials) == 1:
        title = materials[0].article.title
        # A title that does not fit on one line with the rest has lines of its own.
        return say("paper.study.title_one" if len(title) <= SHORT_TITLE else "paper.study.title_lines", title=title)
    return say("paper.study.title_many", count=len(materials))


def _subtitle(options: Options, say: Say) -> str:
    parts = [written_date(options.date, say) if options.date.strip() else "", options.people.strip()]
    filled = [part for part in parts if part]
    return say("paper.subtitle", text=say("paper.subtitle_gap").join(filled)) if filled else ""


class _Study:
    def __init__(self, materials: Sequence[Material], options: Options, say: Say) -> None:
        self._options, self._say = options, say
        self._materials = tuple(
            replace(material, annotations=tuple(filter(self._is_wanted, material.annotations)))
            for material in materials
        )

    def _is_wanted(self, annotation: Annotation) -> bool:
        kinds, tags = self._options.kinds, self._options.tags
        if annotation.deleted or (kinds is not None and annotation.kind not in kinds):
            return False
        return not tags or bool(set(tags) & set(annotation.tags))

    def _of(self, *kinds: Kind) -> list[tuple[int, Annotation]]:
        """Annotations of these kinds with the number of their article, in order."""
        return [
            (number, annotation)
            for number, material in enumerate(self._materials, 1)
            for annotation in material.annotations
            if annotation.kind in kinds
        ]

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

    def keywords(self) -> tuple[str, ...]:
        names = [tag for material in self._materials for tag in material.article.tags]
        names += [tag for material in self._materials for each in material.annotations for tag in each.tags]
        return tuple(dict.fromkeys(names))

    def references(self) -> tuple[Reference, ...]:
        return tuple(
            Reference(
                number=number,
                text=cite(material.article.metadata, material.fetched, self._options.style, id=material.article.id),
                note=self._reprint(material),
                url=cited_url(material.article.metadata),
            )
            for number, material in enumerate(self._materials, 1)
        )

    def _reprint(self, material: Material) -> str:
        # The other styles have a field of their own for it.
        return reprint_note(material.article.metadata) if self._options.style.startswith("gbt") else ""

    # --- one method a section ---

    def _sources(self) -> list[Item]:
        several = len(self._materials) > 1
        items: list[Item] = []
        for number, material in enumerate(self._materials, 1):
            footnote = number if self._options.with_sources else None
            label = f"[{number}]" if several and footnote is None else ""
            origin = TextRun(label + self._origin(material), footnote=footnote)
            items.append(Paragraph((origin, TextRun(self._say("paper.stop")))))
        if any(annotation.quote for material in self._materials for annotation in material.annotations):
            items.append(Paragraph((TextRun(self._say("paper.study.legend")),)))
        return items

    def _origin(self, material: Material) -> str:
        say, about = self._say, material.article.metadata
        clauses = [say("paper.origin.title", title=about.title)]
        if self._options.with_sources:
            if about.author:
                clauses.append(say("paper.origin.author", author=about.author))
            if about.published:
                clauses.append(say("paper.origin.published", date=written_date(about.published, say)))
            if about.source:
                clauses.append(say("paper.origin.source", source=about.source))
            if is_reprint(about) and about.site:
                clauses.append(say("paper.origin.reprint", site=about.site))
        return say("paper.clause_separator").join(clauses)

    def _figures(self) -> list[Item]:
        rows: list[tuple[str, ...]] = []
        for number, annotation in self._of(Kind.DATA):
            if not annotation.quote:
                continue
            found = figures(annotation.quote)
            # One line a figure in both columns, so that every unit stands beside its value.
            values, units = "\n".join(each.value for each in found), "\n".join(each.unit for each in found)
            where = self._where(annotation, number)
            rows.append((str(len(rows) + 1), one_line(annotation.quote), values, units, where))
        return self._table("figures", ("number", "figure", "value", "unit", "place"), (9, 41, 17, 14, 19), rows)

    def _quotes(self) -> list[Section]:
        say = self._say
        found = self._of(*QUOTED_KINDS)
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
                tuple(self._quotation(each, number, count) for count, (number, each) in enumerate(group, 1)),
            )
            for order, (heading, group) in enumerate(filled, 1)
        ]

    def _questions(self) -> list[Item]:
        entries = []
        for number, annotation in self._of(Kind.QUESTION):
            quotation = self._quotation(annotation, number)
            if annotation.note:
                entries.append(ListEntry(annotation.note, replace(quotation, note="")))
            else:
                entries.append(ListEntry("", quotation))
        return [NumberedList(tuple(entries))] if entries else []

    def _actions(self) -> list[Item]:
        """The table, and under it the words each row is based on: in a narrow cell they could not be read back."""
        rows: list[tuple[str, ...]] = []
        basis: list[Item] = []
        for count, (number, annotation) in enumerate(self._of(Kind.ACTION), 1):
            quotation = replace(self._quotation(annotation, number, count), note="")
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

    def _quotation(self, annotation: Annotation, number: int, count: int = 0) -> Quotation:
        shown = annotation.quote if self._options.with_quotes or not annotation.note else ""
        return Quotation(
            kind=annotation.kind,
            text=shown,
            number=count,
            passage=annotation.passage,
            place=self._say("paper.place", place=self._where(annotation, number)),
            note=annotation.note,
            tags=annotation.tags,
            creator=annotation.creator if self._options.with_creator else "",
            article=number,
            orphan=annotation.orphan,
            id=annotation.id,
            pictures=self._materials[number - 1].pictures.get(annotation.id, ()) if shown else (),
        )

    def _where(self, annotation: Annotation, number: int) -> str:
        where = place_in_words(annotation, self._say)
        several = len(self._materials) > 1
        return self._say("paper.place_in", number=number, place=where) if several else where
