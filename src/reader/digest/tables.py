"""Figures in the tables of an article: a cell that is a number counts what the heads of its row and column say."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.digest.measures import Measure
from reader.digest.numerals import ARABIC, MAGNITUDE, value_of, whole
from reader.digest.report import Report
from reader.digest.units import UNIT, kind_of, plain_unit
from reader.model.blocks import CELL_SEPARATOR, BlockKind

_BARE = re.compile(rf"-?{ARABIC}{MAGNITUDE}*")
_UNIT = re.compile(rf"({MAGNITUDE}*)({UNIT})")
_UNIT_OF_HEAD = re.compile(rf" ?[(:,](?:单位:)? ?({MAGNITUDE}*)({UNIT})\)?$")
_NAMES_SOMETHING = re.compile("序号|编号|号码|电话|邮编|代码|年份|年度|日期|时间|排名|名次|位次|单位$")
"""Heads of columns whose numbers are no figures."""
_SAYS_NOTHING = re.compile("数量|数值|数据|数目|数|指标值?|合计|总计|小计|完成情况|完成数?|目标值?|实际|[0-9年月季度上下半—-]*")
"""Heads that do not say what is counted."""


class _Cell(NamedTuple):
    """A cell without the blanks around it; code points of the text."""

    start: int
    end: int
    text: str


class _Row(NamedTuple):
    """A row with figures: the heads of its columns, and the cell that says what it is about."""

    cells: list[_Cell]
    heads: list[str]
    about: str
    unit: str
    """What a column for units says."""


def table_figures(report: Report, content: str, found: Sequence[Measure]) -> tuple[list[Measure], dict[int, str]]:
    """`found` with the numbers that stand alone in cells, and what the figures that fill a cell count, by their start.

    `content` is the report's content with all that is no figure blanked out.
    """
    measures = {measure.start: measure for measure in found}
    objects: dict[int, str] = {}
    for row in _rows(report):
        for cell, head in zip(row.cells, row.heads, strict=True):
            is_figure = content.startswith(cell.text, cell.start)
            measure = measures.get(cell.start) or (_bare(cell, head, row) if is_figure else None)
            if measure is not None and measure.end == cell.end:
                measures[cell.start] = measure
                objects[cell.start] = _object(row.about, _UNIT_OF_HEAD.sub("", head))
    return sorted(measures.values()), objects


def _rows(report: Report) -> Iterator[_Row]:
    for is_table, lines in groupby(report.lines, lambda line: line.kind is BlockKind.TABLE_ROW):
        rows = [_cells(report.content, line.start, line.end) for line in lines] if is_table else []
        if not rows:
            continue
        heads = [] if any(_BARE.fullmatch(cell.text) for cell in rows[0]) else [cell.text for cell in rows[0]]
        for cells in rows[1:] if heads else rows:
            # Blanks around a row are no part of its line, nor is the empty cell that its heads begin with.
            padded = ([""] * len(cells) + heads)[-len(cells) :] if len(heads) < len(cells) else heads[: len(cells)]
            about = next((cell.text for cell in cells if cell.text and not _is_number(cell.text)), "")
            units = (cell.text for cell, head in zip(cells, padded, strict=True) if head.endswith("单位"))
            yield _Row(cells, padded, about, next(units, ""))


def _cells(content: str, start: int, end: int) -> list[_Cell]:
    cells = []
    for text in content[start:end].split(CELL_SEPARATOR):
        left = start + len(text) - len(text.lstrip())
        cells.append(_Cell(left, left + len(text.strip()), text.strip()))
        start += len(text) + 1
    return cells


def _is_number(text: str) -> bool:
    return text[0] in "-0123456789"


def _bare(cell: _Cell, head: str, row: _Row) -> Measure | None:
    """The figure of a cell that is nothing but a number; its unit stands at a head, or in a column of its own."""
    is_first = cell is row.cells[0]
    if not _BARE.fullmatch(cell.text) or _NAMES_SOMETHING.search(head) or not (head or (row.about and not is_first)):
        return None
    values = value_of(cell.text.removeprefix("-"))
    if values is None:
        return None
    unit = _UNIT_OF_HEAD.search(head) or _UNIT.fullmatch(row.unit) or _UNIT_OF_HEAD.search(row.about)
    value = values[0] * (value_of(unit[1]) or (1, None))[0] if unit else values[0]
    name = plain_unit(unit[2]) if unit else ""
    value = whole(-value if cell.text[0] == "-" else value)
    return Measure(cell.start, cell.end, value, None, name, "", kind_of(name))


def _object(about: str, head: str) -> str:
    """东城街道 and 网格数: 东城街道网格数."""
    about = _UNIT_OF_HEAD.sub("", about)
    return about or head if _SAYS_NOTHING.fullmatch(head) or head == about else about + head
