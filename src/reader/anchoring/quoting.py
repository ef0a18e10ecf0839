"""Where the words of a quotation stand in a text, or nearly stand, and in what the two differ."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from reader.anchoring.anchor import aligned
from reader.anchoring.rewording import joined, steps
from reader.model.annotation import TextQuoteSelector
from reader.model.blocks import Span
from reader.model.verification import Difference, DifferenceKind
from reader.text.length import visible_characters
from reader.text.passages import Passages
from reader.text.wording import Wording, as_written, words, words_of

PIECE = 4
"""Characters of the stretches by which the place of changed words is looked for; of short quotations two."""
STRETCHES = 32
"""So many of a long quotation are enough."""
REPEATS = 20
"""Places of one stretch that are counted."""
ENDS = 6
"""By how many characters at once the ends of a place found by alignment are tried further out and in."""
LONGEST = 20_000
"""Words of a quotation that may be looked for other than exactly."""

_INNER = str.maketrans("‘’", "“”")


class QuotedText:
    """A text prepared for many quotations."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)

    @cached_property
    def _map(self) -> Wording:
        return words_of(as_written(self.text))

    @cached_property
    def passages(self) -> Passages:
        """The numbered sentences."""
        return Passages(self.text)

    def places(self, pieces: Sequence[str]) -> Iterator[list[Span]]:
        """All places where the words of the pieces of a quotation stand one after the other; marks alone have none."""
        wanted = [words(piece) for piece in pieces]
        if not all(wanted):
            return
        at = self.words.find(wanted[0])
        while at >= 0:
            found = [Span(at, at + len(wanted[0]))]
            for piece in wanted[1:]:
                place = self.words.find(piece, found[-1].end)
                if place < 0:
                    return
                found.append(Span(place, place + len(piece)))
            yield [self._with_marks(piece, span) for piece, span in zip(pieces, found, strict=True)]
            at = self.words.find(wanted[0], at + 1)

    def nearest(self, pieces: Sequence[str]) -> list[Span]:
        """The places most like the pieces of a quotation, one after the other; nothing where one has none."""
        found: list[Span] = []
        after = 0
        for piece in pieces:
            near = self._nearest(words(piece), after)
            if near is None:
                return []
            after = near.end
            found.append(self._with_marks(piece, near))
        return found

    def _nearest(self, piece: str, after: int) -> Span | None:
        """Where in `words` the words are most like a piece, which has some."""
        if not piece:
            return None
        at = self.words.find(piece, after)
        if at >= 0:
            return Span(at, at + len(piece))
        about = self._about(piece, after)
        if about is None or len(piece) > LONGEST:
            return None
        room = _room(piece) + len(piece) // 3
        low = max(after, about - room)
        window = self.words[low : about + len(piece) + room]
        span = next(aligned(window, TextQuoteSelector(piece)), None)
        if span is None:
            return None
        start, end = _tightened(window, piece, span)
        return Span(low + start, low + end)

    def _about(self, piece: str, after: int) -> int | None:
        """Where the words begin, to `_room` characters, by the stretches that they have in common with the text."""
        size = PIECE if len(piece) >= 3 * PIECE else 2
        shifts: Counter[int] = Counter()
        room = _room(piece)
        for start in range(0, len(piece) - size + 1, 1 + len(piece) // STRETCHES):
            at = self.words.find(piece[start : start + size], after)
            for _ in range(REPEATS):
                if at < 0:
                    break
                shifts.update({(at - start) // room, (at - start) // room + 1})
                at = self.words.find(piece[start : start + size], at + 1)
        best = max(shifts, key=lambda shift: (shifts[shift], -shift), default=None)
        return None if best is None else max(0, best * room)

    def _with_marks(self, piece: str, span: Span) -> Span:
        """A span of the words in the text, with as many marks at its ends as the piece has there."""
        start, end = self._map.span(*span)
        own = words_of(as_written(piece))
        first, last = own.span(0, len(own.text))
        before, after = piece[:first].lstrip()[::-1], piece[last:].rstrip()
        return Span(self._reached(start, before, -1), self._reached(end, after, 1))

    def _reached(self, at: int, marks: str, way: int) -> int:
        """From `at`, an end of some words, over as many marks as there are, blanks only where those have some."""
        blanks = any(map(str.isspace, marks))
        wanted, here = visible_characters(marks), at
        while wanted and 0 < here + (way > 0) <= len(self.text):
            character = self.text[here if way > 0 else here - 1]
            here += way
            if not character.isspace():
                if words(character):
                    break
                at, wanted = here, wanted - 1
            elif not blanks:
                break
        return at


def _room(piece: str) -> int:
    """By how many characters stretches may be shifted against each other where something was put in or left out."""
    return max(8, len(piece) // 4)


def _tightened(text: str, piece: str, span: Span) -> Span:
    """The ends nearby that leave least to change; of equals, those that leave the length as it is."""
    from rapidfuzz.distance import Levenshtein

    def cost(start: int, end: int) -> tuple[int, int]:
        return Levenshtein.distance(piece, text[start:end]), abs(end - start - len(piece))

    before = None
    start, end = span
    while before != (start, end):
        before = start, end
        starts = range(max(0, start - ENDS), min(end, start + ENDS + 1))
        start = min(starts, key=lambda each: (cost(each, end), abs(each - start)))
        ends = range(max(start + 1, end - ENDS), min(len(text), end + ENDS) + 1)
        end = min(ends, key=lambda each: (cost(start, each), abs(each - end)))
    return Span(start, end)


def similarity(quote: str, found: str, *, is_nested: bool) -> float:
    """Share of equal characters (Indel) as written, 0 to 1; `is_nested` as for `differences`."""
    from rapidfuzz.distance import Indel

    one, other = (_comparable(as_written(text).text, is_nested) for text in (quote, found))
    return float(Indel.normalized_similarity(one, other))


def differences(quote: str, found: str, *, is_nested: bool) -> tuple[Difference, ...]:
    """In what a quotation differs from the words of its source; nothing when it is exact.

    `is_nested`: the quotation stands between double marks, so that ‘ ’ inside stand for the “ ” of the source
    (GB/T 15834-2011, 4.8.3.3).
    """
    here, there = as_written(quote), as_written(found)
    one, other = _comparable(here.text, is_nested), _comparable(there.text, is_nested)
    if one == other:
        return ()
    kept_here, kept_there = _kept(one), _kept(other)
    made = []
    for step in joined(steps(one, other, by_words=True)):
        if step.is_equal:
            continue
        (a, b), (c, d) = step.old, step.new
        is_same = _words_in(one, kept_here, a, b) == _words_in(other, kept_there, c, d)
        start, end = here.span(a, b) if b > a else (here.origins[a], here.origins[a])
        first, last = there.span(c, d) if d > c else (there.origins[c], there.origins[c])
        kind = DifferenceKind.PUNCTUATION if is_same else DifferenceKind.WORDS
        made.append(Difference(start, end, found[first:last], kind, first))
    return tuple(made)


def _comparable(written: str, is_nested: bool) -> str:
    return written.translate(_INNER) if is_nested else written


def _kept(text: str) -> dict[int, str]:
    """The words of a text, by the offsets of their characters."""
    form = words_of(Wording(text, range(len(text) + 1)))
    return dict(zip(form.origins, form.text, strict=False))


def _words_in(text: str, kept: dict[int, str], start: int, end: int) -> str:
    return "".join(kept.get(at, "") for at in range(start, end))
