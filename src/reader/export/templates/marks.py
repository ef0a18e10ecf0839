"""The annotations that a paper shows."""

from collections.abc import Sequence
from dataclasses import replace

from reader.export.templates.material import Material, Options, Say
from reader.export.templates.places import place_in_words
from reader.model.annotation import Annotation, Kind
from reader.model.summary import Item, ListEntry, NumberedList, Quotation


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
        kinds, tags = self._options.kinds, self._options.tags
        if annotation.deleted or (kinds is not None and annotation.kind not in kinds):
            return False
        return not tags or bool(set(tags) & set(annotation.tags))

    def of(self, *kinds: Kind) -> list[tuple[int, Annotation]]:
        """Annotations of these kinds with the number of their article, in order."""
        return [
            (number, annotation)
            for number, material in enumerate(self.materials, 1)
            for annotation in material.annotations
            if annotation.kind in kinds
        ]

    def keywords(self) -> tuple[str, ...]:
        """The tags of articles and marks, each once."""
        names = [tag for material in self.materials for tag in material.article.tags]
        names += [tag for material in self.materials for each in material.annotations for tag in each.tags]
        return tuple(dict.fromkeys(names))

    def quotation(self, annotation: Annotation, number: int, count: int = 0) -> Quotation:
        """A mark of article `number` on paper, the `count`-th of its section (0: not counted)."""
        shown = annotation.quote if self._options.with_quotes or not annotation.note else ""
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
