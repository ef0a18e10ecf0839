"""Selectors of a place (describe) and the place of selectors (anchor).

Cheap first, checked always, then dear, as the Hypothesis client does it
(https://github.com/hypothesis/client, src/annotator/anchoring): position, exact quote, fuzzy quote, and at every rung
the text that was found is compared with the quote.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.model.annotation import CONTEXT, Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.blocks import Span

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

MINIMUM_SIMILARITY = 0.6
"""Below this share of equal characters (Indel similarity of the quotes) a place is not taken for the quote's."""

MINIMUM_FUZZY = 4
"""Quotes shorter than this are only placed exactly: three of four characters alike say nothing."""


def describe(text: str, start: int, end: int) -> Selectors:
    """Selectors of text[start:end] with CONTEXT characters around it; ValueError for an empty or foreign span."""
    if not 0 <= start < end <= len(text):
        raise ValueError((start, end, len(text)))
    quote = TextQuoteSelector(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )
    return Selectors(quote, TextPositionSelector(start, end))


def occurrences(text: str, quote: str) -> list[Span]:
    """All places of `quote` in `text`, overlapping ones too."""
    spans: list[Span] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        spans.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return spans


def context_score(text: str, span: Span, quote: TextQuoteSelector) -> int:
    """How many characters of the prefix (from its end) and of the suffix (from its start) stand around `span`."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return _common(before[::-1], quote.prefix[::-1]) + _common(after, quote.suffix)


def _common(left: str, right: str) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length


def fitting_places(text: str, quote: TextQuoteSelector) -> list[Span]:
    """The places of the quote whose surroundings agree with prefix and suffix as given; all when none was given."""
    return [
        span
        for span in occurrences(text, quote.exact)
        if text[: span.start].endswith(quote.prefix) and text.startswith(quote.suffix, span.end)
    ]


def anchor(text: str, selectors: Selectors) -> Span | None:
    """The place the selectors mean in `text`, or None: then the annotation is an orphan."""
    quote, position = selectors.quote, selectors.position
    if not quote.exact:
        return None
    spans = occurrences(text, quote.exact)
    if position is not None:
        here = Span(position.start, position.end)
        # The right words at the right place among strangers may be another copy of them: then the context decides.
        full = len(quote.prefix) + len(quote.suffix)
        if here in spans and (len(spans) == 1 or context_score(text, here, quote) == full):
            return here
    if spans:
        return _best(text, spans, selectors)
    return _fuzzy(text, selectors)


def _best(text: str, spans: list[Span], selectors: Selectors) -> Span:
    """Among exact repeats: the best context, then the nearest to the old position, then the first."""
    expected = selectors.position.start if selectors.position else 0
    return max(
        spans, key=lambda span: (context_score(text, span, selectors.quote), -abs(span.start - expected), -span.start)
    )


def _fuzzy(text: str, selectors: Selectors) -> Span | None:
    """The most similar stretch; one that was found by its surroundings too wins over one found by its words alone."""
    from rapidfuzz.distance import Indel

    quote = selectors.quote
    if len(quote.exact) < MINIMUM_FUZZY:
        return None
    for span in aligned(text, quote):
        if Indel.normalized_similarity(quote.exact, text[span.start : span.end]) >= MINIMUM_SIMILARITY:
            return span
    return None


def aligned(text: str, quote: TextQuoteSelector) -> Iterator[Span]:
    """Where the best alignments of prefix + quote + suffix, then of the quote alone, put the quote's own ends."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import partial_ratio_alignment

    needle = quote.prefix + quote.exact + quote.suffix
    for pattern, offset in ((needle, len(quote.prefix)), (quote.exact, 0)):
        alignment = partial_ratio_alignment(pattern, text)
        if alignment is None or alignment.src_end == alignment.src_start:
            continue
        # The pattern may be the longer of the two; give the window room for insertions.
        slack = len(pattern) // 3
        low, high = max(0, alignment.dest_start - slack), min(len(text), alignment.dest_end + slack)
        span = trim(text, _map(Levenshtein.opcodes(pattern, text[low:high]), offset, offset + len(quote.exact), low))
        if span.end > span.start:
            yield span


def _map(opcodes: "Iterable[Opcode]", start: int, end: int, shift: int) -> Span:
    """Where the pattern's [start, end) went: ends are taken from the characters that were kept."""
    kept: list[tuple[int, int]] = []
    for code in opcodes:
        if code.tag in ("equal", "replace"):
            shift_here = code.dest_start - code.src_start
            kept.extend((at, at + shift_here) for at in range(max(code.src_start, start), min(code.src_end, end)))
    if not kept:
        return Span(shift, shift)
    return Span(shift + kept[0][1], shift + kept[-1][1] + 1)


def trim(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
