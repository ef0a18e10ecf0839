"""做法对照: how several reports are divided, one row for divisions that are about the same."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reader.digest.likeness import bigrams, core
from reader.digest.readings import Reading
from reader.digest.themes import themes
from reader.model.contrast import Cell, Mention, Row
from reader.model.digest import Field, OutlineNode
from reader.text.folding import one_line
from reader.text.shadow import shadow

_ALIKE = 0.45
"""Two divisions are about the same from here on."""
_BY_THEME, _BY_TITLE, _BY_TERM = 0.7, 0.6, 0.12
"""What one theme, one title and each shared term (three at most) add to it."""
_READ = 1500
"""Code points of a division that are read for its themes: what follows repeats them."""
_READ_ALL = 20_000
"""And of all divisions of a report together."""
_MANY = 40
"""An outline with more divisions of a level than this is a list; past them only equal titles are put together."""
_NAMES_A_ROW = 0.7
"""Weight of a theme that is what a division is about."""


@dataclass(eq=False, slots=True)
class _Division:
    """A node of an outline and what stands under it."""

    report: int
    place: int
    """Among the divisions of its level, from 0."""
    title: str
    core: str
    mention: Mention
    themes: dict[str, float]
    terms: frozenset[str]
    parts: list["_Division"] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, int]:
        return self.report, self.place


def practice_rows(readings: Sequence[Reading]) -> tuple[Row, ...]:
    """Rows of level 1, those that more reports have first, then in the order of the texts; below each its parts, of
    level 2, in the same order. Every node of these levels stands in one row."""
    tops = [_divisions(number, reading) for number, reading in enumerate(readings)]
    return tuple(_rows(list(chain.from_iterable(tops)), len(readings), level=1))


def _rows(divisions: list[_Division], reports: int, level: int) -> Iterator[Row]:
    groups = _groups(divisions)
    groups.sort(key=lambda group: (-len(group), min(each.order for each in group)))
    taken: set[str] = set()
    for group in groups:
        label = _label(group, taken, level)
        taken.add(label)
        cells: list[Cell | None] = [None] * reports
        for each in group:
            cells[each.report] = Cell((each.mention,))
        yield Row(label, tuple(cells), level=level)
        if level == 1:
            yield from _rows([part for each in group for part in each.parts], reports, level=2)


# ---- the divisions of one report


def _divisions(number: int, reading: Reading) -> list[_Division]:
    nodes = [node for node in reading.digest.outline if node.level <= 2]
    seen = min(_READ, _READ_ALL // max(1, len(nodes)))
    terms = [(item.start, core(item.text)) for item in (*reading.digest.terms, *reading.digest.orgs)]
    terms += [(figure.start, core(figure.object)) for figure in reading.digest.figures if figure.object]
    terms.sort()
    found: list[_Division] = []
    for place, node in enumerate(nodes):
        later = (other for other in nodes[place + 1 :] if other.level <= node.level)
        end = next((other.start for other in later), len(reading.text))
        division = _division(number, place, node, end, seen, reading, terms)
        if node.level == 1 or not found:
            found.append(division)
        else:
            found[-1].parts.append(division)
    return found


def _division(
    number: int, order: int, node: OutlineNode, end: int, seen: int, reading: Reading, terms: list[tuple[int, str]]
) -> _Division:
    title = one_line(node.title)
    is_title = node.field is Field.TITLE
    section = "" if is_title else reading.text[node.end : min(end, node.end + seen)]
    inside = () if is_title else (term for start, term in terms if node.start <= start < end and len(term) > 1)
    place = reading.passage(node)
    mention = Mention(text=title, start=node.start, end=node.end, field=node.field, passage=place)
    return _Division(
        number, order, title, core(title), mention, themes(shadow(title), shadow(section)), frozenset(inside)
    )


# ---- what is about the same


def _groups(divisions: Sequence[_Division]) -> list[list[_Division]]:
    """Divisions of different reports that are about the same, at most one of a report in each group: the likest are
    put together first, and a group only grows by what is on average like its members."""
    likeness = _likeness(divisions)
    groups = {each: [each] for each in divisions}
    for _, one, other in _pairs(divisions, likeness):
        ours, theirs = groups[one], groups[other]
        if ours is theirs or {each.report for each in ours} & {each.report for each in theirs}:
            continue
        if math.fsum(likeness(left, right) for left in ours for right in theirs) >= _ALIKE * len(ours) * len(theirs):
            ours += theirs
            groups.update(dict.fromkeys(theirs, ours))
    unique = {id(group): group for group in groups.values()}
    return [sorted(group, key=lambda each: each.order) for group in unique.values()]


_Likeness = Callable[[_Division, _Division], float]


def _pairs(divisions: Sequence[_Division], likeness: _Likeness) -> list[tuple[float, _Division, _Division]]:
    scored = []
    counts: dict[int, int] = {}
    short = []
    for each in divisions:
        counts[each.report] = counts.get(each.report, 0) + 1
        if counts[each.report] <= _MANY:
            short.append(each)
    for place, one in enumerate(short):
        for other in short[place + 1 :]:
            if one.report != other.report and (score := likeness(one, other)) >= _ALIKE:
                scored.append((score, one, other))
    scored += [(1.0, one, other) for one, other in _namesakes(divisions)]
    return sorted(scored, key=lambda each: (-each[0], each[1].order, each[2].order))


def _namesakes(divisions: Sequence[_Division]) -> Iterator[tuple[_Division, _Division]]:
    first: dict[str, _Division] = {}
    for each in divisions:
        if not each.core:
            continue
        known = first.setdefault(each.core, each)
        if known.report != each.report:
            yield known, each


def _likeness(divisions: Sequence[_Division]) -> _Likeness:
    """Measures two divisions, 0 to 1. Of what every division is about (服务, 群众), only what is above half of the
    average counts: it tells them apart."""
    usual: dict[str, float] = {}
    for each in divisions:
        for theme, weight in each.themes.items():
            usual[theme] = usual.get(theme, 0.0) + weight / (2 * len(divisions))
    profiles = {each: _profile(each.themes, usual) for each in divisions}
    pairs = {each: bigrams(each.core) for each in divisions}

    def measure(one: _Division, other: _Division) -> float:
        if one.core and one.core == other.core:
            return 1.0
        theirs = profiles[other]
        by_theme = math.fsum(weight * theirs.get(theme, 0.0) for theme, weight in profiles[one].items())
        ours, others = pairs[one], pairs[other]
        by_title = 2 * len(ours & others) / (len(ours) + len(others)) if ours and others else 0.0
        by_term = min(3, len(one.terms & other.terms))
        return min(1.0, _BY_THEME * by_theme + _BY_TITLE * by_title + _BY_TERM * by_term)

    return measure


def _profile(themes: dict[str, float], usual: dict[str, float]) -> dict[str, float]:
    """What is above `usual`, as long as the square root of how sure it is."""
    above = {theme: weight - usual[theme] for theme, weight in themes.items() if weight > usual[theme]}
    length, sure = math.hypot(*above.values()), math.hypot(*themes.values())
    return {theme: weight * math.sqrt(sure) / length for theme, weight in above.items()} if length else {}


# ---- names of rows


def _label(group: Sequence[_Division], taken: set[str], level: int) -> str:
    """Equal titles; else the theme that they have most of; for a division alone its theme, if it is about little else.
    No name twice: then the next theme of all of them, and at last the title of the first."""
    first = group[0]
    if len({each.core for each in group}) == 1 and len(group) > 1:
        return first.title
    sums: dict[str, float] = {}
    for each in group:
        for theme, weight in each.themes.items():
            sums[theme] = sums.get(theme, 0.0) + weight / len(group)
    shared = [theme for theme in sums if theme not in taken and all(theme in each.themes for each in group)]
    theme = max(shared, key=sums.__getitem__, default="")
    is_clear = len(group) > 1 or (level == 1 and sums.get(theme, 0.0) >= _NAMES_A_ROW)
    return theme if theme and is_clear else first.title
