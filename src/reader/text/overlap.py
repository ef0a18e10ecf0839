"""How much two texts have in common, in a number that a person can check against them.

A unit is a Han character or a word of an alphabet, whatever its punctuation, width and case. A unit is common when it
stands in a run of RUN units that the other text has too, wherever: moved paragraphs stay common, and one altered
character costs one character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.text.folding import fold

RUN = 5
"""Units. Unrelated reports share set phrases of four characters all over, runs of five in one unit of a hundred."""

# Han, kana and Hangul count one by one; in other scripts it is words that mean something.
_UNITS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]|"
                    "[^\\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]+")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts have in common."""

    share: float
    """Of both texts together, 0 to 1: 0.98 is "98 % the same"."""
    contained: float
    """Of the shorter text, 0 to 1: 1.0 is "all of it stands in the longer one"."""


def overlap(a: str, b: str) -> Overlap:
    """Compare two texts; the order of the two does not matter. Takes about 1 ms for each 1,000 characters."""
    if a == b:
        return Overlap(1.0, 1.0)
    ours, theirs = _UNITS.findall(fold(a)), _UNITS.findall(fold(b))
    if not ours or not theirs:
        return Overlap(0.0, 0.0)
    if ours == theirs:
        return Overlap(1.0, 1.0)
    our_runs, their_runs = _runs(ours), _runs(theirs)
    common = set(our_runs) & set(their_runs)
    in_ours, in_theirs = _covered(our_runs, common), _covered(their_runs, common)
    shorter, length = (in_ours, len(ours)) if len(ours) <= len(theirs) else (in_theirs, len(theirs))
    return Overlap((in_ours + in_theirs) / (len(ours) + len(theirs)), shorter / length)


def _runs(units: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(units[start:] for start in range(RUN)), strict=False))


def _covered(runs: list[tuple[str, ...]], common: set[tuple[str, ...]]) -> int:
    """How many units stand in at least one of the common runs."""
    count = reached = 0
    for start, run in enumerate(runs):
        if run in common:
            count += start + RUN - max(start, reached)
            reached = start + RUN
    return count
