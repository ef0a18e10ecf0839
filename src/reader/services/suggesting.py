"""Where orphans might belong in the newest version of their article."""

from collections.abc import Iterable, Iterator

from reader.anchoring import Transfer, fitting_places, similarity, suggest
from reader.library import Library
from reader.model.annotation import Annotation, Suggestion
from reader.model.blocks import Span
from reader.services.annotating import selectors
from reader.text.passages import Passages

LOOKED_AT = 4
"""Older versions in which the place of an orphan is looked for."""


class Suggesting:
    """Looks for the likeliest places; reads only. A suggestion is taken up by `Annotating.edit` with its ends."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def suggest(self, annotations: Iterable[Annotation]) -> dict[str, Suggestion]:
        """Suggestions by annotation, for those that are orphans and have one. Some milliseconds each, and for every
        article the time of comparing its versions.
        """
        texts: dict[str, _Text] = {}
        found = {}
        for annotation in annotations:
            if annotation.orphan:
                if annotation.article not in texts:
                    texts[annotation.article] = _Text(self._library, annotation.article)
                suggestion = texts[annotation.article].suggest(annotation)
                if suggestion is not None:
                    found[annotation.id] = suggestion
        return found


class _Text:
    """The newest text of an article, and its older ones as far as they are asked for."""

    def __init__(self, library: Library, article: str) -> None:
        self._library, self._article = library, article
        content = library.articles.content(article)
        self._text, self._number = content.text, content.version.number
        self._passages = Passages(self._text)
        self._older: dict[int, tuple[str, Transfer]] = {}

    def suggest(self, annotation: Annotation) -> Suggestion | None:
        """The likeliest place of one orphan."""
        stood = next(self._stood(annotation), None)
        span = suggest(self._text, selectors(annotation), self._passages, stood)
        if span is None:
            return None
        alike = round(similarity(self._text, span, annotation.quote), 2)
        return Suggestion(*span, self._passages.number(*span), self._text[slice(*span)], alike)

    def _stood(self, annotation: Annotation) -> Iterator[Span]:
        """What stands now where the words stood, by the newest older version that has them with their surroundings."""
        quote = selectors(annotation).quote
        for number in range(self._number - 1, max(0, self._number - 1 - LOOKED_AT), -1):
            text, transfer = self._version(number)
            places = fitting_places(text, quote)
            if places:
                now = transfer.stretch(places[0])
                yield from [now] if now else []
                return

    def _version(self, number: int) -> tuple[str, Transfer]:
        if number not in self._older:
            text = self._library.articles.content(self._article, number).text
            self._older[number] = text, Transfer(text, self._text)
        return self._older[number]
