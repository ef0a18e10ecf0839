"""The annotations that a paper shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from reader.export.dates import written_date
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.places import place_in_words
from reader.model.annotation import Annotation, Kind
from reader.model.digest import Field
from reader.model.summary import Item, ListEntry, NumberedList, Quotation
from reader.text.folding import one_line

Mark: TypeAlias = tuple[int, Annotation]
"""An annotation with the number of its article, from 1."""


class Marks:
    """The wanted marks of some articles, as quotations."""

    def __init__(self, materials: Sequence[Material], options: Options, say: Say) -> None:
        self._options, self._say = options, say
        self.materials = tuple(
            replace(material, annotations=tuple(filter(self._is_wanted, material.annotations)))
            for material in materials
        )
        """The articles with nothing but the wanted marks."""

    def _is_wanted(self, annotation: Annotation) -> bool:
        wanted = self._options
        if annotation.deleted or (wanted.kinds is not None and annotation.kind not in wanted.kinds):
            return False
        if wanted.creators and annotation.creator not in wanted.creators:
            return False
        return not wanted.tags or bool(set(wanted.tags) & set(annotation.tags))

    def of(self, *kinds: Kind) -> list[Mark]:
        """Annotations of these kinds with the number of their article, in order."""
        return [
            (number, annotation)
            for number, material in enumerate(self.materials, 1)
            for annotation in material.annotations
            if annotation.kind in kinds
        ]

    def all(self) -> tuple[Quotation, ...]:
        """Every wanted mark, as `Summary.marks` has them."""
        return tuple(
            self.quotation(annotation, number, shows_quote=True)
            for number, material in enumerate(self.materials, 1)
            for annotation in material.annotations
        )

    def groups(self, *kinds: Kind) -> list[tuple[str, list[Item]]]:
        """The marks of these kinds under headings, as the order of the options wants them; each is counted in its
        group, and a group may be empty."""
        counted: list[tuple[str, list[Item]]] = []
        for heading, found in self.grouped(self.of(*kinds), self._options.order, kinds):
            counted.append((heading, [self.quotation(each, at, count) for count, (at, each) in enumerate(found, 1)]))
        return counted

    def grouped(
        self, found: Sequence[Mark], order: str, kinds: Sequence[Kind] = ()
    ) -> list[tuple[str, list[Mark]]]:
        """Marks with the numbers of their articles under headings, in one of ORDERS; a group may be empty."""
        made: dict[tuple[int, str], list[Mark]] = {
            (0, heading): [] for heading in self._headings(order, kinds)
        }
        if order == "outline":
            # What stands in no division is said of the whole, and comes first.
            found = sorted(found, key=lambda mark: (mark[0], bool(self._division(*mark))))
        for number, annotation in found:
            for heading in self._headings_of(number, annotation, order):
                # Two articles may have one title, or divisions that are called the same.
                place = (number if order in ("text", "outline") else 0, heading)
                made.setdefault(place, []).append((number, annotation))
        return [(heading, group) for (_, heading), group in made.items()]

    def _headings(self, order: str, kinds: Sequence[Kind]) -> Sequence[str]:
        if order == "kind":
            return [self._say(f"paper.kind.{kind}") for kind in kinds]
        return self.keywords() if order == "tag" else ()

    def _headings_of(self, number: int, annotation: Annotation, order: str) -> list[str]:
        """What a mark stands under; under each of its tags where they are the order."""
        say = self._say
        if order == "creator":
            return [annotation.creator or say("paper.group.nobody")]
        if order == "tag":
            return [*annotation.tags] or [say("paper.group.untagged")]
        title = say("paper.origin.title", title=self.materials[number - 1].article.title)
        if order == "text":
            return [title]
        if order == "outline":
            where = say("paper.place_in", number=number, place="") if len(self.materials) > 1 else ""
            return [where + (self._division(number, annotation) or say("paper.group.opening"))]
        return [say(f"paper.kind.{annotation.kind}")]

    def _division(self, number: int, annotation: Annotation) -> str:
        """The top division of the article's outline that a mark stands in; "" before the first."""
        digest = self.materials[number - 1].digest
        if digest is None or annotation.start is None:
            return ""
        nodes = [node for node in digest.outline if node.field is Field.BODY]
        top = min((node.level for node in nodes), default=0)
        before = [node for node in nodes if node.level == top and node.start <= annotation.start]
        return one_line(before[-1].title) if before else ""

    def keywords(self) -> tuple[str, ...]:
        """The tags of articles and marks, each once."""
        names = [tag for material in self.materials for tag in material.article.tags]
        names += [tag for material in self.materials for each in material.annotations for tag in each.tags]
        return tuple(dict.fromkeys(names))

    def quotation(
        self, annotation: Annotation, number: int, count: int = 0, *, shows_quote: bool = False
    ) -> Quotation:
        """A mark of article `number` on paper, the `count`-th of its section (0: not counted). `shows_quote` has the
        quoted words even where the options want the note alone."""
        shown = annotation.quote if shows_quote or self._options.with_quotes or not annotation.note else ""
        return Quotation(
            kind=annotation.kind,
            text=shown,
            number=count,
            passage=annotation.passage,
            place=self._say("paper.place", place=self.where(annotation, number)),
            note=annotation.note,
            tags=annotation.tags,
            creator=annotation.creator if self._options.with_creator else "",
            article=number,
            orphan=annotation.orphan,
            id=annotation.id,
            pictures=self.materials[number - 1].pictures.get(annotation.id, ()) if shown else (),
            owner=annotation.owner or "",
            due=annotation.due or "",
            created=annotation.created,
            author=annotation.creator,
        )

    def questions(self) -> list[Item]:
        """All questions as one numbered list; nothing when there are none."""
        return self.listed(self.of(Kind.QUESTION))

    def listed(self, found: Sequence[Mark], *, shows_quotes: bool = True) -> list[Item]:
        """Marks as one numbered list of their notes (with who shall do it by when), under each the words it is about
        if these are to be shown; nothing when there are none."""
        entries = []
        for number, annotation in found:
            quotation = replace(self.quotation(annotation, number), owner="", due="")
            duty = duty_in_words(annotation, self._say)
            if annotation.note:
                shown = quotation if shows_quotes else replace(quotation, text="", pictures=())
                entries.append(ListEntry(annotation.note + duty, replace(shown, note="")))
            elif duty:
                entries.append(ListEntry(annotation.quote + duty, replace(quotation, text="")))
            else:
                entries.append(ListEntry("", quotation))
        return [NumberedList(tuple(entries))] if entries else []

    def where(self, annotation: Annotation, number: int) -> str:
        """The passage in words, with the number of the article where there are several."""
        where = place_in_words(annotation, self._say)
        several = len(self.materials) > 1
        return self._say("paper.place_in", number=number, place=where) if several else where


def duty_in_words(annotation: Annotation, say: Say) -> str:
    """（责任人：小林；时限：2026年12月5日）; "" where nobody and no day is named."""
    facts = duty_facts(annotation, say)
    return say("paper.duty", text=say("paper.duty_separator").join(facts)) if facts else ""


def duty_facts(annotation: Annotation, say: Say) -> list[str]:
    """责任人：小林 and 时限：2026年12月5日, as far as they are named."""
    due = written_date(annotation.due, say) if annotation.due else ""
    facts = (("owner", one_line(annotation.owner or "")), ("due", due))
    return [say(f"paper.word.{word}") + say("paper.word.colon") + fact for word, fact in facts if fact]
