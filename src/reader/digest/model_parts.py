"""The parts of a headline model: how many its number word promises, and which of them the text names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.digest.report import Report
from reader.model.digest import Item, OutlineNode

_NUMERALS = dict(zip("一二三四五六七八九十两双", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 2), strict=True))
_TOKEN = re.compile(r"([一二三四五六七八九十两双]|\d)(个一|[^\W\d一二三四五六七八九十两双N]{0,6})")
_LEXICAL = re.compile(r"[七五]彩|七色|五星|四季|三农|八一|七一|五四|九九|一心|双手|[一二三四五六七八九十]五规划")
"""Numerals that count nothing."""
_PLAIN_DIGITS = re.compile(r"\d{2,6}(?:\+N)?")
_FORMULA = re.compile(r"\w\+\w")
_MEASURE = re.compile(r"[个项大种类套张条步]")
_QUOTED = re.compile(r"“([^“”\n]{2,30})”")
_NUMBERED = re.compile(r"([一二三四五六七八九十两双]|\d)(?!\d)([^\W\d]{1,9})")
_LABEL = re.compile(r"([一二三四五六七八九十两双])([个项大套张种类支化级条])[^\W\d]{2}")
"""三项举措 in a label without quotation marks: number, measure word, and a noun of two characters."""
_RUN = re.compile(r"“[^“”\n]{2,20}”(?:[^“”。\n]{0,8}“[^“”\n]{2,20}”)+")
_LIST = re.compile(r"[^\W]{2,12}(?:、[^\W]{2,12})+")
_INTRODUCED = re.compile(r".*(?:即|通过|包括|包含|实现|推行|开展|实施|做到|以|是)")
_NEAR = 3
"""Sentences, from the one with the model on, in which its parts are listed; the one before is looked at, too."""
_MOST = 12


class _Number(NamedTuple):
    value: int
    kernel: str
    """What is counted, in the words of the name: “四到家” counts 到家."""


def model_number(core: str) -> int | None:
    """How many parts the number word in a model's name promises; None for no number, and for more than one."""
    values = {number.value for number in _numbers(core)}
    value = values.pop() if len(values) == 1 else 1
    return value if value > 1 and not _PLAIN_DIGITS.fullmatch(core) else None


def _numbers(core: str) -> list[_Number]:
    if _FORMULA.search(core) and not _PLAIN_DIGITS.fullmatch(core):
        return []
    found = [_Number(_value(match[1]), match[2]) for match in _TOKEN.finditer(_LEXICAL.sub("、", core))]
    return [number for number in found if number.value > 0]


def _value(numeral: str) -> int:
    return _NUMERALS.get(numeral) or int(numeral)


def model_parts(report: Report, core: str, start: int, nodes: Sequence[OutlineNode]) -> list[Item]:
    """The parts of the model called `core` that stands at `start`, in text order; [] when they are not clear."""
    numbers = _numbers(core)
    value = model_number(core)
    if value is not None:
        found = _counted(report, _Number(value, _MEASURE.sub("", numbers[0].kernel, count=1)), start, nodes)
    elif len({number.value for number in numbers}) > 1:
        found = _digit_by_digit(report, core, numbers, start, nodes)
    else:
        found = []
    places = sorted(set(found))[:_MOST]
    return [Item(text=report.text[first:last], start=first, end=last) for first, last in places]


# ---- “一二三”: one part for each number


def _digit_by_digit(
    report: Report, core: str, numbers: Sequence[_Number], start: int, nodes: Sequence[OutlineNode]
) -> list[tuple[int, int]]:
    """For each number of the name a phrase that begins with it: “一套体系”, “两化驱动”, “三项举措”."""
    near = _nearby(report, start)
    places = [*_labels(report, nodes), *_quotes(report, *near)]
    places = [place for place in places if core not in report.shadow[slice(*place)]]
    found = [next((place for place in places if _fits(report, place, number)), None) for number in numbers]
    clear = [place for place in found if place is not None]
    return clear if len(clear) >= max(2, len(numbers) - 1) else []


def _fits(report: Report, place: tuple[int, int], number: _Number) -> bool:
    match = _NUMBERED.match(report.shadow, *place)
    if not match or _value(match[1]) != number.value:
        return False
    return all(sign in match[2] for sign in number.kernel[:2])


def _labels(report: Report, nodes: Sequence[OutlineNode]) -> Iterator[tuple[int, int]]:
    """Phrases with a number in the labels of the outline, quoted ones first."""
    for node in nodes:
        yield from _quotes(report, node.start, node.end)
    for node in nodes:
        for match in _LABEL.finditer(report.shadow, node.start, node.end):
            yield match.span()


def _quotes(report: Report, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(report.shadow, start, end):
        yield match.span(1)


def _nearby(report: Report, start: int) -> tuple[int, int]:
    """From the sentence before the model to the third from it on."""
    index = next((n for n, sentence in enumerate(report.sentences) if sentence.end > start), 0)
    first, last = max(index - 1, 0), min(index + _NEAR, len(report.sentences)) - 1
    return report.sentences[first].start, report.sentences[last].end


# ---- “六个一”, “四到家”: so many of one kind


def _counted(report: Report, number: _Number, start: int, nodes: Sequence[OutlineNode]) -> list[tuple[int, int]]:
    """Labels of the outline that belong together, else a list near the model."""
    for siblings in _siblings(nodes):
        alike = [node for node in siblings if number.kernel and number.kernel in node.title]
        if len(alike) >= max(2, number.value // 2) or len(siblings) == number.value > 2:
            chosen = alike if len(alike) >= max(2, number.value // 2) else siblings
            return [(node.start + _marker(report, node), node.end) for node in chosen]
    first, last = _nearby(report, start)
    for match in _RUN.finditer(report.body, first, last):
        quoted = list(_quotes(report, *match.span()))
        if _is_the_list([report.shadow[a:b] for a, b in quoted], number):
            return quoted
    for match in _LIST.finditer(report.body, first, last):
        pieces = _pieces(match)
        if number.kernel and _is_the_list([report.shadow[a:b] for a, b in pieces], number):
            return pieces
    return []


def _marker(report: Report, node: OutlineNode) -> int:
    rest = report.shadow[node.start + len(node.marker) : node.end]
    return len(node.marker) + len(rest) - len(rest.lstrip(" ,、"))


def _siblings(nodes: Sequence[OutlineNode]) -> list[list[OutlineNode]]:
    """Nodes of one level that follow one another with nothing of a higher level between them."""
    groups: list[list[OutlineNode]] = []
    open_at: dict[int, list[OutlineNode]] = {}
    for node in nodes:
        for level in [level for level in open_at if level > node.level]:
            del open_at[level]
        if node.level not in open_at:
            open_at[node.level] = []
            groups.append(open_at[node.level])
        open_at[node.level].append(node)
    return groups


def _is_the_list(words: Sequence[str], number: _Number) -> bool:
    """Whether a list is that of the parts: as many as promised, or most of them with the word that is counted."""
    alike = sum(bool(number.kernel) and number.kernel in word for word in words)
    if number.kernel:
        return len(words) > 1 and alike > len(words) // 2
    return len(words) == number.value > 2


def _pieces(match: re.Match[str]) -> list[tuple[int, int]]:
    """The members of a list with 、; the first without what introduces it."""
    pieces: list[tuple[int, int]] = []
    at = match.start()
    for piece in match[0].split("、"):
        lead = _INTRODUCED.match(piece)
        skipped = lead.end() if lead and not pieces and len(piece) - lead.end() > 1 else 0
        pieces.append((at + skipped, at + len(piece)))
        at += len(piece) + 1
    return pieces
