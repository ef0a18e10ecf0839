"""What was reworded inside one paragraph, and how it is put so that a person can read it."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.anchoring.alignment import ascending, once_in_both
from reader.model.blocks import Span

_WORD = r"0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
_TOKEN = re.compile(rf"[{_WORD}]+(?:[.,’'·-][{_WORD}]+)*%?|.[\u0300-\u036f\ufe00-\ufe0f]*", re.S)
"""Numbers and words of alphabets are changed as wholes; a Chinese character is a word of its own."""

_INSIDE = re.compile(rf"[{_WORD}]")
_EDGES = {**dict.fromkeys("。！？!?…；;", 3), **dict.fromkeys("，、：,:", 2)}
"""After which characters a change begins and ends well, and how well."""


class Step(NamedTuple):
    """From the old text to the new one: the same characters on both sides, or others."""

    is_equal: bool
    old: Span
    new: Span


LONG = 4_000_000
"""Product of two lengths up to which the shortest way is looked for; longer paragraphs are cut at stretches of
STRETCH words that stand once in both."""

STRETCH = 8


def steps(old: str, new: str, *, by_words: bool) -> list[Step]:
    """A short way from one paragraph to the other, character by character or in whole words; the steps tile both."""
    if old == new:
        return [Step(True, Span(0, len(old)), Span(0, len(new)))] if old else []
    here: Sequence[str] = _TOKEN.findall(old) if by_words else old
    there: Sequence[str] = _TOKEN.findall(new) if by_words else new
    old_at, new_at = (
        [0, *accumulate(map(len, tokens))] if by_words else range(len(tokens) + 1) for tokens in (here, there)
    )
    return [
        Step(is_equal, Span(old_at[i1], old_at[i2]), Span(new_at[j1], new_at[j2]))
        for is_equal, i1, i2, j1, j2 in _ways(here, there)
    ]


Way = tuple[bool, int, int, int, int]
"""Whether tokens [i1, i2) and [j1, j2) are the same, and these four."""


def _ways(here: Sequence[str], there: Sequence[str]) -> Iterator[Way]:
    """From one list of tokens to the other: fixed points first, then the shortest way between them."""
    head, tail = _ends(here, there)
    n, m = len(here) - tail, len(there) - tail
    i = j = 0
    for a, b, length in (*_runs(here, there, head, tail), (n, m, tail)):
        if (i, j) != (a, b):
            yield from _shortest(here, there, (i, a, j, b))
        yield True, a, a + length, b, b + length
        i, j = a + length, b + length


def _runs(here: Sequence[str], there: Sequence[str], head: int, tail: int) -> list[tuple[int, int, int]]:
    """Stretches (place, place, length) of tokens that are certainly the same, the common beginning first."""
    runs = [(0, 0, head)]
    for a, b in _fixed_points(here[head : len(here) - tail], there[head : len(there) - tail]):
        a, b = a + head, b + head
        i, j, length = runs[-1]
        if (i + length, j + length) == (a, b):
            runs[-1] = (i, j, length + 1)
        else:
            runs.append((a, b, 1))
    return runs


def _ends(here: Sequence[str], there: Sequence[str]) -> tuple[int, int]:
    """How many tokens are the same at the beginning and at the end."""
    shorter = min(len(here), len(there))
    head = next((at for at in range(shorter) if here[at] != there[at]), shorter)
    return head, next((at for at in range(shorter - head) if here[-1 - at] != there[-1 - at]), shorter - head)


def _fixed_points(here: Sequence[str], there: Sequence[str]) -> list[tuple[int, int]]:
    """Tokens of long lists that are certainly the same, ascending in both."""
    if len(here) * len(there) <= LONG:
        return []
    first, second = (
        [tokens[at : at + STRETCH] if isinstance(tokens, str) else "\0".join(tokens[at : at + STRETCH])
         for at in range(len(tokens))]
        for tokens in (here, there)
    )  # fmt: skip
    return ascending(once_in_both(first, second))


def _shortest(here: Sequence[str], there: Sequence[str], gap: tuple[int, int, int, int]) -> Iterator[Way]:
    from rapidfuzz.distance import Levenshtein

    i1, i2, j1, j2 = gap
    if (i2 - i1) * (j2 - j1) > LONG * 25:  # nothing in common to hold on to
        yield False, *gap
        return
    for code in Levenshtein.opcodes(here[i1:i2], there[j1:j2]):
        yield code.tag == "equal", code.src_start + i1, code.src_end + i1, code.dest_start + j1, code.dest_end + j1


def readable(old: str, new: str, found: Sequence[Step]) -> list[Step]:
    """The same way in fewer, longer steps: no crumbs of equal characters between changes, and changes that begin and
    end at punctuation where they may.

    The rules are those of "semantic cleanup" in Google's diff-match-patch.
    """
    merged = joined(found)
    while (fewer := _without_crumbs(merged)) != merged:
        merged = fewer
    return joined(_slid(old, new, merged))


def joined(found: Sequence[Step]) -> list[Step]:
    """Neighbours of one sort made one; empty steps dropped."""
    merged: list[Step] = []
    for step in found:
        if step.old.start == step.old.end and step.new.start == step.new.end:
            continue
        if merged and merged[-1].is_equal == step.is_equal:
            last = merged.pop()
            step = Step(step.is_equal, Span(last.old.start, step.old.end), Span(last.new.start, step.new.end))
        merged.append(step)
    return merged


def _size(step: Step) -> int:
    return max(step.old.end - step.old.start, step.new.end - step.new.start)


def _without_crumbs(merged: Sequence[Step]) -> list[Step]:
    """An equal stretch that is no longer than the changes on both of its sides is part of the change."""
    kept = []
    for number, step in enumerate(merged):
        is_inner = step.is_equal and 0 < number < len(merged) - 1
        if is_inner and _size(step) <= min(_size(merged[number - 1]), _size(merged[number + 1])):
            step = Step(False, step.old, step.new)
        kept.append(step)
    return joined(kept)


def _slid(old: str, new: str, merged: Sequence[Step]) -> list[Step]:
    """Pure insertions and deletions moved along repeated characters to where they read best."""
    slid = list(merged)
    for number in range(1, len(slid) - 1):
        step = slid[number]
        one_sided = (step.old.start == step.old.end) != (step.new.start == step.new.end)
        if step.is_equal or not one_sided:
            continue
        text, side = (new, step.new) if step.old.start == step.old.end else (old, step.old)
        before, after = slid[number - 1], slid[number + 1]
        by = _best_shift(text, side, before.old.end - before.old.start, after.old.end - after.old.start)
        if by:
            slid[number - 1] = Step(True, _end_by(before.old, by), _end_by(before.new, by))
            slid[number] = Step(False, _by(step.old, by), _by(step.new, by))
            slid[number + 1] = Step(True, _start_by(after.old, by), _start_by(after.new, by))
    return slid


def _by(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _end_by(span: Span, by: int) -> Span:
    return Span(span.start, span.end + by)


def _start_by(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end)


def _best_shift(text: str, side: Span, room_before: int, room_after: int) -> int:
    """By how many characters the stretch can be moved and reads best; what is marked stays the same change."""
    start, end = side
    left = 0
    while left < room_before and text[start - left - 1] == text[end - left - 1]:
        left += 1
    right = 0
    while right < room_after and text[start + right] == text[end + right]:
        right += 1
    shifts = range(-left, right + 1)
    return max(shifts, key=lambda by: (_edge(text, start + by) + _edge(text, end + by), -abs(by)))


def _edge(text: str, at: int) -> int:
    """How well a change begins or ends between text[at - 1] and text[at]; worst inside of a number or word."""
    if at == 0 or at == len(text) or "\n" in (text[at - 1], text[at]):
        return 4
    if _INSIDE.match(text[at - 1]) and _INSIDE.match(text[at]):
        return -9
    return _EDGES.get(text[at - 1], 0)
