"""Where annotations out of a file stand in an article of the library."""

from collections.abc import Sequence
from dataclasses import replace

from reader.anchoring import Transfer, occurrences
from reader.anchoring.anchor import context_score
from reader.anchoring.transfer import is_surrounded
from reader.model.annotation import Annotation, TextQuoteSelector
from reader.model.blocks import Span
from reader.services.annotating import placed, selectors
from reader.text.passages import Passages


class Placer:
    """Finds places in one text. What is not certain is left to a person: an orphan keeps its words and is listed."""

    def __init__(self, text: str, origin: str | None) -> None:
        """`origin` is the text that the annotations' offsets count in, where it is known."""
        self._text, self._origin = text, origin
        self._passages = Passages(text)
        self._transfer = Transfer(origin, text) if origin is not None and origin != text else None
        self._solid: tuple[str, list[int]] | None = None

    def place(self, annotation: Annotation) -> Annotation:
        """`annotation` where its words stand, with quote, context and passage of that place, or as an orphan."""
        if not annotation.quote.strip():
            return replace(annotation, quote="", start=None, end=None, passage=None, orphan=False)
        span = self._span(annotation)
        if span is None:
            return replace(annotation, start=None, end=None, passage=None, orphan=True)
        return placed(annotation, self._text, span, self._passages)

    def _span(self, annotation: Annotation) -> Span | None:
        if self._origin is not None and annotation.start is not None and annotation.end is not None:
            own = Span(annotation.start, annotation.end)
            if self._origin[slice(*own)] == annotation.quote:
                return self._transfer.carry(selectors(annotation)) if self._transfer else own
        if annotation.orphan and self._origin == self._text:
            # Whoever has this very text has looked already.
            return None
        return self._search(annotation)

    def _search(self, annotation: Annotation) -> Span | None:
        """By the words, then by the words whatever blanks stand between them; among several by context and offset.

        Where the surroundings are known they must be there: the words alone may be another copy.
        """
        quote = TextQuoteSelector(annotation.quote, annotation.prefix, annotation.suffix)
        spans = occurrences(self._text, quote.exact) or self._loose(quote.exact)
        if not spans:
            return None
        scores = [context_score(self._text, span, quote) for span in spans]
        highest = max(scores)
        best = [span for span, score in zip(spans, scores, strict=True) if score == highest]
        if len(best) > 1 and annotation.start is None:
            return None
        nearest = min(best, key=lambda span: abs(span.start - (annotation.start or 0)))
        has_context = bool(quote.prefix.strip() or quote.suffix.strip())
        return nearest if not has_context or is_surrounded(self._text, nearest, quote) else None

    def _loose(self, quote: str) -> Sequence[Span]:
        if self._solid is None:
            kept = [at for at, character in enumerate(self._text) if not character.isspace()]
            self._solid = "".join(self._text[at] for at in kept), kept
        solid, origins = self._solid
        found = occurrences(solid, "".join(quote.split()))
        return [Span(origins[span.start], origins[span.end - 1] + 1) for span in found]
