"""数据对照: what several reports count, one row for what means the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from reader.digest.likeness import COVERED, candidates, core, is_mere_change, likeness
from reader.digest.readings import Reading
from reader.digest.unit_families import are_compatible
from reader.model.contrast import Cell, Mention, Row
from reader.model.digest import Field, Figure, FigureKind
from reader.text.folding import one_line

_LEAD = 6
"""Code points before a figure among which its leading approximator (近, 不少于) stands."""
_CLAUSE = 16
"""Code points of a clause that stand for the name of what is counted where the digest found none."""
_ENDS_CLAUSE = "，。；：！？、,;:!?\n"
_AND = re.compile("、|和|与|及")


@dataclass(eq=False, slots=True)
class _Thing:
    """What one report counts under one name with units that go together."""

    report: int
    core: str
    name: str
    unit: str
    mentions: list[Mention] = field(default_factory=list)
    units: dict[str, None] = field(default_factory=dict)
    order: tuple[int, int] = (0, 0)
    """(report, offset of the first mention)."""


def figure_rows(readings: Sequence[Reading]) -> tuple[Row, ...]:
    """Rows that more reports have first, then in the order of the texts; every figure stands in at least one."""
    alone = _alone(readings)
    things = [thing for number, reading in enumerate(readings) for thing in _things(number, reading, alone)]
    rows = [(_row(group, len(readings)), min(thing.order for thing in group)) for group in _groups(things)]
    return tuple(row for row, order in sorted(rows, key=lambda pair: (-pair[0].count, pair[1])))


def _alone(readings: Sequence[Reading]) -> frozenset[str]:
    """What is counted by itself somewhere: only such names are taken out of 解决率、满意率."""
    return frozenset(core(figure.object) for reading in readings for figure in reading.digest.figures)


# ---- what one report counts


def _things(number: int, reading: Reading, alone: frozenset[str]) -> list[_Thing]:
    by_core: defaultdict[str, list[_Thing]] = defaultdict(list)
    found: list[_Thing] = []
    subject: Figure | None = None
    for figure in reading.digest.figures:
        mention = _mention(figure, reading)
        if subject is not None and subject.sentence != figure.sentence:
            subject = None
        for name in _names(figure, reading, subject, alone):
            key = core(name)
            for thing in by_core[key]:
                if all(are_compatible(unit, figure.unit) for unit in thing.units):
                    break
            else:
                thing = _Thing(number, key, name, figure.unit, order=(number, figure.start))
                by_core[key].append(thing)
                found.append(thing)
            thing.mentions.append(mention)
            thing.units[figure.unit] = None
        if figure.object and not is_mere_change(core(figure.object)):
            subject = figure
    return found


def _names(figure: Figure, reading: Reading, subject: Figure | None, alone: frozenset[str]) -> list[str]:
    """What a figure counts: usually one thing, several where a rate is said of each."""
    name = one_line(figure.object)
    if not core(name):
        return [_clause(figure, reading)]
    if subject is not None and is_mere_change(core(name)):
        return [one_line(subject.object) + name]
    parts = [part for part in _AND.split(name) if part]
    # Only rates: 党员、群众500名 are neither 500 党员 nor 500 群众.
    is_of_each = figure.kind in (FigureKind.PERCENT, FigureKind.RATE) and len(parts) > 1
    return parts if is_of_each and all(core(part) in alone for part in parts) else [name]


def _clause(figure: Figure, reading: Reading) -> str:
    """The words around a figure, up to the marks of punctuation, where nothing else says what it counts."""
    source = reading.source(figure)
    start, end = figure.start, figure.end
    while start > 0 and source[start - 1] not in _ENDS_CLAUSE and figure.end - start < _CLAUSE:
        start -= 1
    while end < len(source) and source[end] not in _ENDS_CLAUSE and end - start < _CLAUSE:
        end += 1
    return one_line(source[start:end]) or figure.text


def _mention(figure: Figure, reading: Reading) -> Mention:
    """The figure as written, its approximator included wherever that stands."""
    source, start = reading.source(figure), figure.start
    leading = figure.approx.split("…")[0]
    if leading and leading not in figure.text:
        before = source.rfind(leading, max(0, start - _LEAD - len(leading)), start)
        if before >= 0 and not set(source[before:start]) & set(_ENDS_CLAUSE):
            start = before
    return Mention(
        text=source[start : figure.end],
        start=start,
        end=figure.end,
        field=figure.field,
        passage=reading.passage(figure),
        wording=one_line(figure.object),
    )


# ---- what means the same


def _groups(things: Sequence[_Thing]) -> list[list[_Thing]]:
    """Things of different reports that mean the same: each group has at most one of a report, and all of its members
    are alike, so that a chain of small likenesses does not join what is different."""
    group_of: dict[_Thing, list[_Thing]] = {thing: [thing] for thing in things}
    for one, other in _pairs(things):
        ours, theirs = group_of[one], group_of[other]
        if ours is theirs or {thing.report for thing in ours} & {thing.report for thing in theirs}:
            continue
        if all(_are_alike(left, right) for left, right in product(ours, theirs)):
            ours += theirs
            for thing in theirs:
                group_of[thing] = ours
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group, key=lambda thing: thing.order) for group in unique.values()]


def _pairs(things: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Pairs of things that may be one, the likest first."""
    by_core: defaultdict[str, list[_Thing]] = defaultdict(list)
    for thing in things:
        if thing.core:
            by_core[thing.core].append(thing)
    cores = list(by_core)
    scored = [(1.0, place, place) for place in range(len(cores)) if len(by_core[cores[place]]) > 1]
    for one, other in candidates(cores):
        score = _named_alike(cores[one], cores[other])
        if score:
            scored.append((score, one, other))
    for _, one, other in sorted(scored, key=lambda each: (-each[0], each[1:])):
        ours, theirs = by_core[cores[one]], by_core[cores[other]]
        pairs = combinations(ours, 2) if one == other else product(ours, theirs)
        yield from ((left, right) for left, right in pairs if left.report != right.report)


def _named_alike(one: str, other: str) -> float:
    # 同比增长 alone may be of anything: it is no general name for 进出口同比增长.
    return 0.0 if is_mere_change(one) or is_mere_change(other) else likeness(one, other)


def _are_alike(one: _Thing, other: _Thing) -> bool:
    units = product(one.units, other.units)
    same = one.core == other.core or _named_alike(one.core, other.core) > 0
    return same and all(are_compatible(ours, theirs) for ours, theirs in units)


# ---- rows


def _row(group: Sequence[_Thing], reports: int) -> Row:
    cells: list[Cell | None] = [None] * reports
    for thing in group:
        mentions = sorted(thing.mentions, key=lambda each: (each.field is Field.BODY, each.start))
        cells[thing.report] = Cell(tuple(mentions))
    units = dict.fromkeys(unit for thing in group for unit in thing.units if unit)
    return Row(_label(group), tuple(cells), "、".join(units))


def _label(group: Sequence[_Thing]) -> str:
    """The shortest name, if the others are more exact names of the same; else the noun that all of them end with."""
    shortest = min(group, key=lambda thing: (len(thing.core), thing.order))
    if all(likeness(shortest.core, thing.core) >= COVERED for thing in group):
        return shortest.name
    return _common_end([thing.core for thing in group]) or shortest.name




def _common_end(cores: Sequence[str]) -> str:
    """The whole words that all names end with; "" when there is none of two characters."""
    import rjieba

    words = [rjieba.cut(each) for each in cores]
    end: list[str] = []
    while all(len(each) > len(end) and each[-1 - len(end)] == words[0][-1 - len(end)] for each in words):
        end.insert(0, words[0][-1 - len(end)])
    common = "".join(end)
    return common if len(common) >= 2 else ""
