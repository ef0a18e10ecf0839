"""Levels: which label stands below which, from the devices they use and from which series holds which."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.digest.headings import BOLD, PAGE, PLAIN
from reader.digest.labels import Label, Paragraph
from reader.digest.markers import DEVICES, SPOKEN
from reader.digest.topic_sentences import LEAD, TOPIC

_UNMARKED = (*(f"{PAGE}{level}" for level in range(1, 7)), BOLD, PLAIN, LEAD, TOPIC)
"""Devices without a marker, from the widest division down; how they stand to markers, the text itself tells."""
_WIDTH = {device.name: 10.0 * place for place, device in enumerate(DEVICES)}
"""Markers by width: 章 before 一、 before （一）."""
_PARAGRAPH = 1000.0
"""From here on: what divides single paragraphs, —— and 一是 at their heads."""
_INSIDE = 2000.0
"""From here on: what stands inside a paragraph."""
_INNER = ("cn", "paren", "arabic", "say", "bracket", "half", "circle")
"""Markers inside a paragraph by width; words of speech are of one."""
_FRAME = re.compile(r"(?:前言|引言|序言|导言|导语|结语|结束语|后记|附则|背景)$")
_TOP = -100.0


@dataclass(slots=True)
class _Series:
    device: str
    first: int
    last: int
    has_head: bool = False
    depth: int = 0
    """In so many spoken series it lies."""


def is_within_paragraph(label: Label) -> bool:
    """Whether it divides no more than its paragraph: 一是 …, ——…。…"""
    return (label.device in SPOKEN or label.device == "dash" or not label.opens) and not label.is_alone


def levels(shadow: str, lines: Sequence[Paragraph], labels: Sequence[Label]) -> list[int]:
    """The level of each label, 1 for the widest division; none is more than one below the label before it."""
    runs = _series(labels)
    ranks = _ranks(shadow, lines, labels, runs)
    path: list[tuple[float, Label]] = []
    found = []
    for rank, label in zip(ranks, labels, strict=True):
        while path and (path[-1][0] >= rank or _is_over(path[-1][1], label, runs)):
            path.pop()
        path.append((rank, label))
        found.append(len(path))
    return found


def _is_over(above: Label, label: Label, runs: Mapping[int, _Series]) -> bool:
    """Whether the paragraph that `above` divides has ended, and its series too: 第一 may be followed by 首先."""
    is_other = above.paragraph != label.paragraph and is_within_paragraph(above)
    return is_other and (not above.series or not above.opens or runs[above.series].last < label.start)


def _ranks(
    shadow: str, lines: Sequence[Paragraph], labels: Sequence[Label], runs: Mapping[int, _Series]
) -> list[float]:
    unmarked = _unmarked_ranks(shadow, lines, labels, [run for run in runs.values() if _is_wide(run)])
    return [unmarked[label.device] if not label.series else _rank(runs[label.series]) for label in labels]


def _series(labels: Iterable[Label]) -> dict[int, _Series]:
    """By number; a series of —— ends where a wider division begins."""
    runs: dict[int, _Series] = {}
    for label in labels:
        if label.series:
            run = runs.setdefault(label.series, _Series(label.device, label.start, label.start))
            run.last = label.start
            run.has_head = run.has_head or label.opens
    open_ends: list[int] = []
    for run in runs.values():
        if run.device in SPOKEN:
            while open_ends and open_ends[-1] < run.first:
                open_ends.pop()
            run.depth = len(open_ends)
            open_ends.append(run.last)
    return runs


def _is_wide(run: _Series) -> bool:
    return run.has_head and run.device not in SPOKEN and run.device != "dash"


def _rank(run: _Series) -> float:
    if _is_wide(run):
        return _WIDTH[run.device]
    if run.has_head:
        return _PARAGRAPH + run.depth
    return _INSIDE + 100 * _INNER.index("say" if run.device in SPOKEN else run.device) + run.depth


def _unmarked_ranks(
    shadow: str, lines: Sequence[Paragraph], labels: Sequence[Label], runs: Sequence[_Series]
) -> dict[str, float]:
    """Headings and topic sentences: below the series in which they lie, above those that begin anew under them."""
    places, words = defaultdict(list), defaultdict(list)
    for label in labels:
        if not label.series:
            places[label.device].append(label.start)
            words[label.device].append(shadow[label.title : label.end])
    page = _page_levels(lines, labels)
    again = Counter(run.device for run in runs)
    found: dict[str, float] = {}
    least = _TOP
    for device in _UNMARKED:
        if device not in places:
            continue
        around = [_WIDTH[run.device] for run in runs if _is_inside(places[device], run, device)]
        level = int(device[-1]) if device.startswith(PAGE) else 0
        around += [_WIDTH[name] for name, other in page.items() if level and other < level]
        equal = [_WIDTH[name] for name, other in page.items() if other == level and again[name] == 1]
        if all(_FRAME.match(title) for title in words[device]):
            equal += [_WIDTH[name] for name in again]
        rank = max(around) + 5 if around else min(equal, default=least)
        found[device] = max(rank, least)
        least = found[device] + 0.1
    return found


def _is_inside(places: Sequence[int], run: _Series, device: str) -> bool:
    """Whether one of the ascending `places` lies between the first and the last of the series; sentences that divide
    lie in it also when they all come after its last."""
    place = bisect_right(places, run.first)
    return place < len(places) and (places[place] < run.last or (place == 0 and device in (LEAD, TOPIC)))


def _page_levels(lines: Sequence[Paragraph], labels: Iterable[Label]) -> Mapping[str, int]:
    """Of marked labels that the page prints as headings: at which of its levels, most often."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for label in labels:
        if label.series and label.opens:
            counts[label.device][lines[label.paragraph].page_level] += 1
    usual = {device: count.most_common(1)[0][0] for device, count in counts.items()}
    return {device: level for device, level in usual.items() if level and device in _WIDTH}
