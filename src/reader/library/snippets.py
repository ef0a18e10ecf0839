"""The piece of a text that shows a finding, and where the words stand in it."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.library import tokens
from reader.library.tokens import Term
from reader.model.blocks import Span
from reader.text.folding import fold, fold_with_map

LENGTH = 80
"""Code points of a snippet, without the ellipses."""

BEFORE = 24
"""Of these, how many before the first word."""

ELLIPSIS = "…"


class Snippet(NamedTuple):
    """A piece of one paragraph; `hits` count in `text`, `start` and `end` in the whole text."""

    text: str
    hits: tuple[Span, ...]
    start: int | None = None
    end: int | None = None


def spans(text: str, terms: Sequence[Term], *, is_plain: bool = False) -> list[Span]:
    """Where the words stand in an unfolded text: code points, half-open, in order; overlapping ones are joined."""
    if is_plain or (all(term.is_han for term in terms) and tokens.is_plain(text)):
        found = [Span(*match.span()) for term in terms for match in term.pattern.finditer(text)]
    else:
        found = _folded_spans(text, terms)
    merged: list[Span] = []
    for span in sorted(found):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _folded_spans(text: str, terms: Sequence[Term]) -> list[Span]:
    folded, origins = fold_with_map(text)
    found = []
    for term in terms:
        for match in term.pattern.finditer(folded):
            end = match.end()
            # A character that folds to several counts whole.
            while end < len(origins) - 1 and origins[end] == origins[end - 1]:
                end += 1
            found.append(Span(origins[match.start()], origins[end]))
    return found


def of_whole(text: str, terms: Sequence[Term]) -> Snippet:
    """A title: shown whole."""
    return Snippet(text, tuple(spans(text, terms)))


def of_text(text: str, terms: Sequence[Term], *, is_plain: bool) -> Snippet:
    """The first place of a word with what stands around it; `is_plain`: the words can be sought unfolded."""
    start, end = _piece(text, terms, is_plain)
    piece = text[start:end]
    found = spans(piece, terms, is_plain=is_plain)
    if not found:
        return Snippet(_cut(piece, 0)[0], ())
    snippet, offset = _cut(piece, found[0].start)
    shown = tuple(
        Span(span.start + offset, min(span.end + offset, len(snippet)))
        for span in found
        if 0 <= span.start + offset < len(snippet)
    )
    return Snippet(snippet, shown, start + found[0].start, start + found[0].end)


def _piece(text: str, terms: Sequence[Term], is_plain: bool) -> tuple[int, int]:
    """The span of `text` to look at closely: some of a paragraph around the first place, or that paragraph."""
    if is_plain:
        place = min((at for term in terms if (at := text.find(term.text)) >= 0), default=0)
        line = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        return max(line, place - LENGTH), min(len(text) if end < 0 else end, place + 2 * LENGTH)
    folded = fold(text)
    places = [match.start() for term in terms if (match := term.pattern.search(folded))]
    # Folding makes and removes no newline: the same paragraph has the same number in both.
    number = folded.count("\n", 0, min(places, default=0))
    start = 0
    for _ in range(number):
        start = text.index("\n", start) + 1
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end


def _cut(piece: str, place: int) -> tuple[str, int]:
    """LENGTH code points with `place` among them, and what to add to an offset in `piece`."""
    start = max(0, min(place - BEFORE, len(piece) - LENGTH))
    end = start + LENGTH
    before, after = ELLIPSIS if start else "", ELLIPSIS if end < len(piece) else ""
    return before + piece[start:end] + after, len(before) - start
