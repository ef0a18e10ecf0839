"""Which paragraph of a new text is which of the old one: unchanged ones first, then look-alikes between them.

Paragraphs that stand once in both texts are fixed points (the "patience" diff of Bram Cohen), so that a repeated line
is never taken for another one; between them paragraphs are paired by likeness, in order. A moved paragraph counts as
deleted and inserted. All work is bounded, whatever the texts.
"""

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

LIKENESS = 0.4
"""Indel similarity from which two paragraphs are one that was reworded. Two reports on the same subject share about a
quarter of the characters of any two paragraphs in order."""

LOOKED_AT = 400
"""Characters at each end of a long paragraph that are compared: enough to know it again."""

PAIRS = 2_500
"""In a gap of so many pairs of paragraphs each is compared, a microsecond or two; in larger ones those that share a
rare stretch of SHARED characters."""

SHARED = 6

DEPTH = 40
"""How often fixed points are looked for between fixed points."""

Pair = tuple[int, int]


class _Gap(NamedTuple):
    """Paragraphs [i1, i2) of the old text and [j1, j2) of the new one that have no partner yet."""

    i1: int
    i2: int
    j1: int
    j2: int


def align_paragraphs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs (index in old, index in new), ascending in both; what is in no pair was deleted or inserted."""
    pairs: list[Pair] = []
    for first, second in ((old, new), ([_letters(each) for each in old], [_letters(each) for each in new])):
        for gap in list(_gaps(pairs, len(old), len(new))):
            pairs += _fixed_points(first, second, gap)
        pairs.sort()
    for gap in list(_gaps(pairs, len(old), len(new))):
        pairs += _likest(old, new, _candidates(old, new, gap))
    return sorted(pairs)


def _letters(paragraph: str) -> str:
    """What stays when only punctuation, width or spacing was changed; other paragraphs stay as they are."""
    folded = unicodedata.normalize("NFKC", paragraph).casefold()
    return "".join(character for character in folded if character.isalnum()) or paragraph


def _gaps(pairs: Sequence[Pair], n: int, m: int) -> Iterator[_Gap]:
    i, j = 0, 0
    for here, there in (*pairs, (n, m)):
        if here > i and there > j:
            yield _Gap(i, here, j, there)
        i, j = here + 1, there + 1


def _fixed_points(old: Sequence[str], new: Sequence[str], gap: _Gap) -> list[Pair]:
    """Equal paragraphs of a gap: those at its ends, and those that stand once on each side, again and again."""
    found: list[Pair] = []
    waiting = [(gap, 0)]
    while waiting:
        (i1, i2, j1, j2), depth = waiting.pop()
        while i1 < i2 and j1 < j2 and old[i1] == new[j1]:
            found.append((i1, j1))
            i1, j1 = i1 + 1, j1 + 1
        while i1 < i2 and j1 < j2 and old[i2 - 1] == new[j2 - 1]:
            i2, j2 = i2 - 1, j2 - 1
            found.append((i2, j2))
        if i1 == i2 or j1 == j2 or depth == DEPTH:
            continue
        points = ascending(once_in_both(old[i1:i2], new[j1:j2]))
        found += [(i + i1, j + j1) for i, j in points]
        if points:
            for a, b, c, d in _gaps(points, i2 - i1, j2 - j1):
                waiting.append((_Gap(a + i1, b + i1, c + j1, d + j1), depth + 1))
    return found


def once_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs of places of what stands once on each side, in the order of the first."""
    here, there = Counter(old), Counter(new)
    places = {each: at for at, each in enumerate(new)}
    return [(i, places[each]) for i, each in enumerate(old) if here[each] == 1 and there.get(each) == 1]


def ascending(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs that ascends in both; pairs come in the order of their first."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(at[length - 1] if length else -1)
        tails[length:length + 1] = [j]
        at[length:length + 1] = [number]
    run: list[Pair] = []
    number = at[-1] if at else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _candidates(old: Sequence[str], new: Sequence[str], gap: _Gap) -> list[Pair]:
    """The pairs of a gap that are worth comparing."""
    if (gap.i2 - gap.i1) * (gap.j2 - gap.j1) <= PAIRS:
        return [(i, j) for i in range(gap.i1, gap.i2) for j in range(gap.j1, gap.j2)]
    here, there = _rare(old, gap.i1, gap.i2), _rare(new, gap.j1, gap.j2)
    return list({(i, there[stretch]) for stretch, i in here.items() if i >= 0 and there.get(stretch, -1) >= 0})


def _rare(paragraphs: Sequence[str], start: int, end: int) -> dict[str, int]:
    """Every stretch of SHARED characters to the one paragraph it stands in; -1 for those that stand in several."""
    found: dict[str, int] = {}
    for number in range(start, end):
        paragraph = paragraphs[number]
        for at in range(len(paragraph) - SHARED + 1):
            stretch = paragraph[at : at + SHARED]
            found[stretch] = number if found.get(stretch, number) == number else -1
    return found


def _likest(old: Sequence[str], new: Sequence[str], candidates: Sequence[Pair]) -> list[Pair]:
    """Of the candidates that are alike, the ascending run in which most characters are kept."""
    from rapidfuzz.distance import Indel

    def ends(paragraph: str) -> str:
        return paragraph if len(paragraph) <= 2 * LOOKED_AT else paragraph[:LOOKED_AT] + paragraph[-LOOKED_AT:]

    here = {i: ends(old[i]) for i in {i for i, _ in candidates}}
    there = {j: ends(new[j]) for j in {j for _, j in candidates}}
    weighed = []
    for i, j in candidates:
        likeness = Indel.normalized_similarity(here[i], there[j], score_cutoff=LIKENESS)
        if likeness:
            weighed.append((i, j, likeness * (len(old[i]) + len(new[j]) + 1)))
    return _heaviest(weighed)


def _heaviest(weighed: Sequence[tuple[int, int, float]]) -> list[Pair]:
    """The ascending run of pairs with the greatest weight, by a Fenwick tree of maxima over the second index."""
    if not weighed:
        return []
    low = min(j for _, j, _ in weighed)
    size = max(j for _, j, _ in weighed) - low + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = [-1] * len(weighed)
    best = (0.0, -1)
    # Of one row, later columns first: two pairs of one row must not follow each other.
    for number in sorted(range(len(weighed)), key=lambda each: (weighed[each][0], -weighed[each][1])):
        _, j, weight = weighed[number]
        sum_before, at = (0.0, -1), j - low
        while at > 0:
            sum_before = max(sum_before, tree[at])
            at -= at & -at
        before[number] = sum_before[1]
        total = (sum_before[0] + weight, number)
        best = max(best, total)
        at = j - low + 1
        while at <= size:
            tree[at] = max(tree[at], total)
            at += at & -at
    run: list[Pair] = []
    number = best[1]
    while number >= 0:
        run.append(weighed[number][:2])
        number = before[number]
    return run[::-1]
