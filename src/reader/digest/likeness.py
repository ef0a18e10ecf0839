"""How like two names of things are: 党支部 and 网格党支部, 化解矛盾纠纷 and 矛盾纠纷化解, 工作人员 and 工作者.

The noun that says what a thing is stands at the end of a Chinese name, so names that end otherwise are of different
things (社区 and 社区工作者), however many characters they share.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.text.folding import letters
from reader.text.shadow import shadow

SAME, TURNED, COVERED = 1.0, 0.9, 0.5
"""Equal names; names of the same characters in another order; from here on, one is the general name of the other."""
_LIKE = 2 / 3
"""Of their pairs of characters two names of one thing share at least so many, if neither is within the other."""
_WITHIN = 1 / 2
"""And so many if one is the other with words put in (网格党支部, 网格功能性党支部)."""
_SHORTEST = 1 / 3
"""A name at the end of another is at least so much of it: 活动 is too general a name for 讲党课、文艺汇演等活动."""
_COMMON = 50
"""A pair of characters that so many names share tells none of them apart."""

_ENDS = (("工作人员", "工作者"), ("队伍", "队"), ("的数量", ""), ("总数", ""), ("人数", ""), ("数量", ""))
"""Ends that do not change what is counted, and what is compared instead."""


@lru_cache(maxsize=8192)
def core(name: str) -> str:
    """The form in which names are compared: folded letters without 的 and without an end that says nothing."""
    folded = letters(shadow(name))
    for end, instead in _ENDS:
        if folded.endswith(end) and len(folded) > len(end):
            folded = folded[: -len(end)] + instead
            break
    return folded.replace("的", "") or folded


def likeness(one: str, other: str) -> float:
    """0 to SAME for two cores; 0 means that they are of different things."""
    if one == other:
        return SAME if one else 0.0
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < 2:
        return 0.0
    is_turned = len(short) == len(long) and sorted(short) == sorted(long)
    if short[-2:] != long[-2:] and not is_turned:
        return 0.0
    if len(short) >= _SHORTEST * len(long) and long.endswith(short):
        return COVERED + 0.3 * len(short) / len(long)
    shared = _shared(one, other)
    if is_turned and shared >= _WITHIN:
        return TURNED
    if shared >= _WITHIN and _is_within(short, long):
        return COVERED + 0.3 * len(short) / len(long)
    return 0.4 * shared if shared >= _LIKE and short[-2:] == long[-2:] else 0.0


@lru_cache(maxsize=8192)
def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters."""
    return frozenset(map(str.__add__, text, text[1:]))


def _shared(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters."""
    ours, theirs = bigrams(one), bigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def candidates(cores: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places i < j whose cores, all different, may be alike: a superset of those that are, of modest size.

    Names of which one ends with the other, names of the same characters, and names that share one of their rarer pairs
    of characters: of n pairs a name shares at least n/3 with a name that is like it, so one of the rest and one more.
    """
    place_of = {name: place for place, name in enumerate(cores)}
    found: set[tuple[int, int]] = set()
    turned: defaultdict[str, list[int]] = defaultdict(list)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(cores):
        shortest = max(2, -(-len(name) // 3))
        ends = (place_of.get(name[start:]) for start in range(1, len(name) - shortest + 1))
        found.update((min(place, other), max(place, other)) for other in ends if other is not None)
        turned["".join(sorted(name))].append(place)
        for pair in bigrams(name):
            holders[pair].append(place)
    for group in turned.values():
        found.update((one, other) for number, one in enumerate(group[:8]) for other in group[number + 1 : 8])
    for place, name in enumerate(cores):
        found.update(_sharing(place, name, holders))
    return iter(sorted(found))


def _sharing(place: int, name: str, holders: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    rarest = sorted(bigrams(name), key=lambda pair: (len(holders[pair]), pair))
    for pair in rarest[: len(rarest) - -(-len(rarest) // 3) + 1]:
        if len(holders[pair]) > _COMMON:
            break
        yield from ((place, other) for other in holders[pair] if other > place)


_CHANGE = re.compile(
    "(?:同比|环比|较.{0,6}|比.{0,6}|[一二三四五六七八九十0-9]+月)?"
    "(?:实现|累计)?(?:增长|上升|下降|增加|减少|提高|提升|降低|压减|回落|降幅|增幅|增速|涨幅|占比|比重)+率?"
)


def is_mere_change(name: str) -> bool:
    """Whether a core says how something changed and not what: 同比增长, 较改革前增加."""
    return _CHANGE.fullmatch(name) is not None
