"""Where orphans might belong in the newest version of their article."""

from collections.abc import Iterable

from reader.anchoring import similarity, suggest
from reader.library import Library
from reader.model.annotation import Annotation, Suggestion
from reader.services.annotating import selectors
from reader.text.passages import Passages


class Suggesting:
    """Looks for the likeliest places; reads only. A suggestion is taken up by `Annotating.edit` with its ends."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def suggest(self, annotations: Iterable[Annotation]) -> dict[str, Suggestion]:
        """Suggestions by annotation, for those that are orphans and have one. Some milliseconds each."""
        texts: dict[str, tuple[str, Passages]] = {}
        found = {}
        for annotation in annotations:
            if not annotation.orphan:
                continue
            if annotation.article not in texts:
                text = self._library.articles.content(annotation.article).text
                texts[annotation.article] = text, Passages(text)
            text, passages = texts[annotation.article]
            span = suggest(text, selectors(annotation), passages)
            if span is not None:
                alike = round(similarity(text, span, annotation.quote), 2)
                found[annotation.id] = Suggestion(*span, passages.number(*span), text[slice(*span)], alike)
        return found
