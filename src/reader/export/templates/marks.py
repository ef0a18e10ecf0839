"""The annotations that a paper shows."""

from collections.abc import Sequence
from dataclasses import replace

from reader.export.templates.material import Material, Options, Say
from reader.export.templates.places import place_in_words
from reader.model.annotation import Annotation, Kind
from reader.model.digest import Field
from reader.model.summary import Item, ListEntry, NumberedList, Quotation
from reader.text.folding import one_line


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

    def of(self, *kinds: Kind) -> list[tuple[int, Annotation]]:
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
        made: dict[tuple[int, str], list[Item]] = {(0, heading): [] for heading in self._headings(kinds)}
        by_article = self._options.order in ("text", "outline")
        for number, annotation in self.of(*kinds):
            for heading in self._heading_of(number, annotation):
                # Two articles may have one title, or divisions that are called the same.
                group = made.setdefault((number if by_article else 0, heading), [])
                group.append(self.quotation(annotation, number, len(group) + 1))
        return [(heading, group) for (_, heading), group in made.items()]

    def _headings(self, kinds: Sequence[Kind]) -> list[str]:
        if self._options.order == "kind":
            return [self._say(f"paper.kind.{kind}") for kind in kinds]
        if self._options.order in ("text", "outline"):
            return []
        named = self.keywords() if self._options.order == "tag" else ()
        return [*named]

    def _heading_of(self, number: int, annotation: Annotation) -> list[str]:
        """What a mark stands under; under each of its tags where they are the order."""
        order, say = self._options.order, self._say
        if order == "creator":
            return [annotation.creator or say("paper.group.nobody")]
        if order == "tag":
            return [*annotation.tags] or [say("paper.group.untagged")]
        title = say("paper.origin.title", title=self.materials[number - 1].article.title)
        if order == "text":
            return [title]
        if order == "outline":
            return [self._division(number, annotation) or title]
        return [say(f"paper.kind.{annotation.kind}")]

    def _division(self, number: int, annotation: Annotation) -> str:
        """The nearest division of the article's outline that a mark stands in; "" before the first."""
        digest = self.materials[number - 1].digest
        if digest is None or annotation.start is None:
            return ""
        before = [node for node in digest.outline if node.field is Field.BODY and node.start <= annotation.start]
        if not before:
            return ""
        where = self._say("paper.place_in", number=number, place="") if len(self.materials) > 1 else ""
        return where + one_line(before[-1].title)

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
        entries = []
        for number, annotation in self.of(Kind.QUESTION):
            quotation = self.quotation(annotation, number)
            if annotation.note:
                entries.append(ListEntry(annotation.note, replace(quotation, note="")))
            else:
                entries.append(ListEntry("", quotation))
        return [NumberedList(tuple(entries))] if entries else []

    def where(self, annotation: Annotation, number: int) -> str:
        """The passage in words, with the number of the article where there are several."""
        where = place_in_words(annotation, self._say)
        several = len(self.materials) > 1
        return self._say("paper.place_in", number=number, place=where) if several else where
