"""Carrying places from one version of a text to the next by laying the two side by side.

The words of a mark may stand in many places of a report ("37个"). Searching alone would put a mark whose words were
taken out on the next best copy of them; so what is found by searching is refused when it stood there before, as a copy,
or when the mark's own surroundings are still where they were, and only the words are gone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.anchoring.anchor import MINIMUM_SIMILARITY, anchor, trim
from reader.anchoring.differences import Alignment
from reader.anchoring.rewording import Step
from reader.model.annotation import CONTEXT, Selectors, TextQuoteSelector
from reader.model.blocks import Span

SURROUNDINGS = 8
"""Characters on each side, within the paragraph, that say whether the place of a mark still stands."""

KNOWN_CONTEXT = 0.7
"""Similarity of prefix or suffix from which the surroundings of a place are the mark's own. Strangers reach 0.3."""

UNMISTAKABLE = 24
"""A quote of so many characters that is found whole needs no surroundings to be known again."""


class Transfer:
    """Carries spans of an old text to a new one; exact for everything around the changes."""

    def __init__(self, old: str, new: str) -> None:
        alignment = Alignment(old, new, by_words=False)
        self._old, self._new = old, new
        self._steps = [step for number in range(len(alignment.rows)) for step in alignment.steps(number)]
        self._old_ends = [step.old.end for step in self._steps]
        self._new_ends = [step.new.end for step in self._steps]

    def carry(self, selectors: Selectors) -> Span | None:
        """Where the selectors of the old text point in the new one; None: the annotation is an orphan."""
        own = Span(selectors.position.start, selectors.position.end) if selectors.position else None
        if own and (found := self.span(own)):
            return found
        found = anchor(self._new, selectors)
        if found is None or (own and self._stands(own)) or self._is_copy(found, own):
            return None
        return found if is_surrounded(self._new, found, selectors.quote) else None

    def span(self, span: Span) -> Span | None:
        """The place of `span` by the alignment alone; None when too little of it is left there."""
        from rapidfuzz.distance import Indel

        moved = self._moved(self._over(span), span)
        quote, found = self._old[slice(*span)], self._new[slice(*moved)]
        if not found or Indel.normalized_similarity(quote, found) < MINIMUM_SIMILARITY:
            return None
        return moved

    def stretch(self, span: Span) -> Span | None:
        """What stands now where `span` stood, however little is left of it, with what was put in its place."""
        over = self._over(span)
        first = bisect_right(self._old_ends, span.start)
        # What replaced the words may be told as inserted before or after them.
        while over and not over[0].is_equal and first and not self._steps[first - 1].is_equal:
            first -= 1
            over.insert(0, self._steps[first])
        moved = self._moved(over, span)
        return moved if moved.end > moved.start else None

    def _moved(self, over: Sequence[Step], span: Span) -> Span:
        """From the first to the last character that `span` became; an empty span when nothing is left."""
        ends = [end for step in over for end in _image(step, span)]
        return trim(self._new, Span(ends[0], ends[-1])) if ends else Span(0, 0)

    def _over(self, span: Span) -> list[Step]:
        """The steps that share a character with a span of the old text."""
        first = bisect_right(self._old_ends, span.start)
        last = first
        while last < len(self._steps) and self._steps[last].old.start < span.end:
            last += 1
        return self._steps[first:last]

    def _kept(self, span: Span) -> int:
        """How many characters of a span of the old text are the same in the new one."""
        return sum(_shared(step.old, span) for step in self._over(span) if step.is_equal)

    def _stands(self, own: Span) -> bool:
        """Whether what surrounds the place within its paragraph is unchanged on every side where there is some."""
        before = _line_end(self._old[max(0, own.start - SURROUNDINGS) : own.start])
        after = _line_start(self._old[own.end : own.end + SURROUNDINGS])
        around = Span(own.start - len(before), own.start), Span(own.end, own.end + len(after))
        return bool(before or after) and all(self._kept(side) == side.end - side.start for side in around)

    def _is_copy(self, place: Span, own: Span | None) -> bool:
        """Whether most of a place of the new text stood in the old one already, as something else than the mark."""
        kept = 0
        for step in self._steps[bisect_left(self._new_ends, place.start + 1) :]:
            if step.new.start >= place.end:
                break
            if step.is_equal and not (own and _shared(step.old, own)):
                kept += _shared(step.new, place)
        return 2 * kept >= place.end - place.start


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _image(step: Step, span: Span) -> tuple[int, ...]:
    """Where the part of `span` that lies in `step` begins and ends in the new text; nothing when it was deleted."""
    length = step.new.end - step.new.start
    if not length:
        return ()
    first, last = max(span.start, step.old.start) - step.old.start, min(span.end, step.old.end) - step.old.start
    end = length if span.end >= step.old.end else min(last, length)
    return step.new.start + min(first, length), step.new.start + end


def is_surrounded(text: str, place: Span, quote: TextQuoteSelector) -> bool:
    """Whether a place that was not there before is the mark's: by its words or by what stands around them."""
    from rapidfuzz.distance import Indel

    if text[slice(*place)] == quote.exact and len(quote.exact) >= UNMISTAKABLE:
        return True
    before, after = text[max(0, place.start - CONTEXT) : place.start], text[place.end : place.end + CONTEXT]
    sides = (
        (_line_end(quote.prefix)[::-1], _line_end(before)[::-1]),
        (_line_start(quote.suffix), _line_start(after)),
    )
    if all(own == here for own, here in sides):
        return True
    nearest = [(own[: len(here)], here[: len(own)]) for own, here in sides]
    return any(
        len(own) >= SURROUNDINGS // 2 and Indel.normalized_similarity(own, here) >= KNOWN_CONTEXT
        for own, here in nearest
    )


def _line_end(text: str) -> str:
    return text.rpartition("\n")[2]


def _line_start(text: str) -> str:
    return text.partition("\n")[0]
