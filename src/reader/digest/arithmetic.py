"""Arithmetic among the figures of a report, for a person to judge: 65 = 37 + 28; 448 × 300; parts of the model."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.digest.report import Report
from reader.model.digest import Figure, FigureKind, HeadlineModel, Hint, HintKind

_SUMS, _PRODUCTS = 4, 3
"""Hints of a kind at most: a person is to judge each of them."""
_SUMMED = {FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE}
_MOST_ADDENDS = 6
_LEAST_TOTAL = 10
"""Among small numbers something always adds up."""
_LEAST_PRODUCT = 100
_APART = 40
"""Characters between addends: 37家牵头包社区单位、28家联建单位."""
_TOTALS = 8
"""Figures of the same value that are tried as the total."""
_NEARBY = tuple(step * side for step in range(1, 9) for side in (-1, 1))
"""Of the figures around a standard those among which what it applies to is looked for, the nearest first."""
_KIN = 2
"""Characters of the noun at the end that make two objects kin: 包社区单位, 联建单位."""
_TOTAL = re.compile(r"共|总|合计|其中|分别|分为|包括")
_EACH = re.compile(r"每[一1]?([个名位户家所处条支辆亩台套座间栋块人头只村组])?([^\W\d每]{0,10})$")
_TO_EACH = re.compile(r"(?:左右|以内|以下|上下)?[为成][一1]个?([^\W\d]{1,4})")
_COUNTED_ALONE = frozenset("户人亩村组头只")
"""Measure words that say what is meant without a noun: 每户补贴500元."""
_BEFORE, _AFTER = 16, 12
"""Characters around a figure in which 每个网格 or 为一个网格 makes it a standard."""
_LETTERS = re.compile(r"\W+")


def hints(report: Report, figures: Sequence[Figure], model: HeadlineModel | None) -> list[Hint]:
    """What adds up, what multiplied is worth knowing, and whether the model has as many parts as it says; few."""
    return [
        *_parts(model),
        *islice(_sums(report, figures), _SUMS),
        *islice(_products(report, figures), _PRODUCTS),
    ]


def _parts(model: HeadlineModel | None) -> Iterator[Hint]:
    if model and model.number and model.parts:
        yield Hint(HintKind.PARTS, value=len(model.parts), expected=model.number)


# ---- sums


def _sums(report: Report, figures: Sequence[Figure]) -> Iterator[Hint]:
    """Figures that stand side by side, and one of the same unit and family that is their sum."""
    places: defaultdict[tuple[str, float], list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        if _is_exact(figure):
            places[figure.unit, figure.value].append(index)
    seen: set[tuple[float, ...]] = set()
    for addends in _side_by_side(figures):
        total = round(sum(figures[index].value for index in addends), 6)
        values = (total, *sorted(figures[index].value for index in addends))
        if total < _LEAST_TOTAL or values in seen:
            continue
        for index in places.get((figures[addends[0]].unit, total), ())[:_TOTALS]:
            if index not in addends and _belong_together(report, figures, index, addends):
                seen.add(values)
                yield Hint(HintKind.SUM, (index, *addends), total)
                break


def _is_exact(figure: Figure) -> bool:
    return figure.kind in _SUMMED and not figure.approx and figure.value2 is None and figure.unit != ""


def _side_by_side(figures: Sequence[Figure]) -> Iterator[tuple[int, ...]]:
    """Runs of two to six exact figures of one unit that follow one another in a sentence."""
    for first, figure in enumerate(figures):
        if not _is_exact(figure):
            continue
        for last in range(first + 1, min(first + _MOST_ADDENDS, len(figures))):
            before, after = figures[last - 1], figures[last]
            if not _is_exact(after) or after.unit != figure.unit or after.sentence != figure.sentence:
                break
            if after.start - before.end > _APART or after.value < 2:
                break
            yield tuple(range(first, last + 1))


def _belong_together(report: Report, figures: Sequence[Figure], total: int, addends: Sequence[int]) -> bool:
    """Whether total and addends count things of one family, or one sentence says that it counts them together."""
    nouns = {_LETTERS.sub("", figures[index].object)[-_KIN:] for index in (total, *addends)}
    if len(nouns) == 1 and nouns != {""}:
        return True
    first, last = sorted((figures[total], figures[addends[0]]), key=lambda figure: figure.start)
    if first.sentence != last.sentence or last.start - first.end > _APART:
        return False
    start = max(first.start - 2, first.sentence.start)
    return bool(_TOTAL.search(report.shadow, start, last.start)) and figures[total] is first


# ---- products


def _products(report: Report, figures: Sequence[Figure]) -> Iterator[Hint]:
    """A standard (每个网格300户) and the number of what it applies to (网格448个)."""
    seen: set[tuple[float, float]] = set()
    for index, standard in enumerate(figures):
        if standard.value2 is not None or standard.kind in (FigureKind.PERCENT, FigureKind.STRUCTURAL):
            continue
        each = _each(report, standard)
        counted = _counted(figures, index, *each) if each else None
        if counted is None:
            continue
        other = figures[counted]
        product = round(other.value * standard.value, 6)
        if product >= _LEAST_PRODUCT and (other.value, standard.value) not in seen:
            seen.add((other.value, standard.value))
            yield Hint(HintKind.PRODUCT, tuple(sorted((index, counted))), product)


def _each(report: Report, figure: Figure) -> tuple[str, str] | None:
    """Measure word and noun of what a figure is the standard for: ("个", "网格覆盖") of 每个网格覆盖300户."""
    low = max(figure.start - _BEFORE, figure.sentence.start)
    if match := _EACH.search(report.shadow[low : figure.start]):
        return match[1] or "", match[2]
    if match := _TO_EACH.match(report.shadow[figure.end : figure.end + _AFTER]):
        return "", match[1]
    return None


def _counted(figures: Sequence[Figure], standard: int, measure: str, noun: str) -> int | None:
    """The nearest figure that counts what the standard applies to."""
    for index in (standard + step for step in _NEARBY if 0 <= standard + step < len(figures)):
        other = figures[index]
        if other.kind is not FigureKind.COUNT or other.value < 2 or other.value2 is not None:
            continue
        named = _LETTERS.sub("", other.object)
        if "每" in named:
            continue
        if _is_named(noun, named) or (measure in _COUNTED_ALONE and measure == other.unit):
            return index
    return None


def _is_named(noun: str, named: str) -> bool:
    """Whether a noun, with what may follow it, is the end of an object: 网格覆盖 or 格, 社区网格."""
    if not named or not noun:
        return False
    sizes = range(min(_KIN, len(named)), min(len(named), len(noun)) + 1)
    return named.endswith(noun) or any(noun.startswith(named[-size:]) for size in sizes)
