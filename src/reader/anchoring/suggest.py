"""Where an orphan might belong: less than certain, so a person decides."""

from reader.anchoring.anchor import aligned, occurrences, trim
from reader.model.annotation import Selectors, TextQuoteSelector
from reader.model.blocks import Span
from reader.text.passages import Passages

LEAST_SIMILARITY = 0.35
"""Below this share of equal characters a stretch is not offered for the quote's sake."""

LIKE_ENOUGH = 0.9
"""From this share on, words elsewhere are the quote, moved, though its surroundings still stand where they were."""

HOLD = 8
"""Characters of prefix or suffix that must stand to say "it was here"; the text must have them once only."""

GAP = 4
"""Between prefix and suffix there may be so many times the length of the quote, or a sentence of SHORT characters."""
SHORT = 60


def suggest(
    text: str, selectors: Selectors, passages: Passages | None = None, stood: Span | None = None
) -> Span | None:
    """The likeliest place of a quote that `anchor` did not find, or refused: the words that are most like it, else
    what stands now between its prefix and its suffix, else the sentence next to them. None when nothing is left of it.

    `passages` of `text`, when there are many quotes to look for; `stood` is what stands now where the quote stood, when
    an older text is at hand.
    """
    quote = selectors.quote
    if not quote.exact.strip() or not text:
        return None
    between, like = stood or _between(text, quote), _like(text, quote)
    least = LIKE_ENOUGH if between else LEAST_SIMILARITY
    if like and similarity(text, like, quote.exact) >= least:
        return like
    return between or _beside(text, quote, passages or Passages(text))


def similarity(text: str, span: Span, exact: str) -> float:
    """The share of equal characters (Indel) of a place and a quote, 0 to 1."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(exact, text[slice(*span)])


def _like(text: str, quote: TextQuoteSelector) -> Span | None:
    """The stretch that is most like the quote, of those with its surroundings and those without."""
    spans = [span for span in aligned(text, quote) if span.end > span.start]
    exact = occurrences(text, quote.exact)
    return max((*exact[:1], *spans), key=lambda span: similarity(text, span, quote.exact), default=None)


def _once(text: str, words: str) -> int:
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else -1


def _hold(text: str, words: str, *, is_prefix: bool) -> int:
    """Where the prefix ends (or the suffix begins) in the text, by the longest part next to the quote; -1 nowhere."""
    for length in range(len(words), HOLD - 1, -1):
        at = _once(text, words[-length:] if is_prefix else words[:length])
        if at >= 0:
            return at + length if is_prefix else at
    return -1


def _between(text: str, quote: TextQuoteSelector) -> Span | None:
    start, end = _hold(text, quote.prefix, is_prefix=True), _hold(text, quote.suffix, is_prefix=False)
    if start < 0 or not start < end <= start + max(SHORT, GAP * len(quote.exact)):
        return None
    found = trim(text, Span(start, end))
    return found if found.end > found.start else None


def _beside(text: str, quote: TextQuoteSelector, passages: Passages) -> Span | None:
    """The sentence before or after the place where the words stood, whichever is more like them."""
    start, end = _hold(text, quote.prefix, is_prefix=True), _hold(text, quote.suffix, is_prefix=False)
    places = [at for at in (start - 1, end) if 0 <= at < len(text)]
    sentences = [sentence for at in places if (sentence := passages.at(at))]
    spans = [trim(text, Span(sentence.start, sentence.end)) for sentence in sentences]
    return max(spans, key=lambda span: similarity(text, span, quote.exact), default=None)
