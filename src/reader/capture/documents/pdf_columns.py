"""Pages set in two columns, as journals are: their lines as if there were one."""

from collections.abc import Sequence
from statistics import median

from reader.capture.documents.pdf import PdfLine

_MOST = 0.7
_SOME = 0.15
"""Shares of the lines: within either half of the page for it to have two columns, and within each half."""


def in_one_column(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines in their order, those of a right column moved over the left one; all of them as they are if there is
    one column only."""
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2
    first = [line for line in lines if line.right < middle + line.size]
    second = [line for line in lines if line.left > middle - line.size]
    if len(first) + len(second) < _MOST * len(lines) or min(len(first), len(second)) < _SOME * len(lines):
        return list(lines)
    offset = _edge(second) - _edge(first)
    moved = {id(line) for line in second}
    return [
        line._replace(left=line.left - offset, right=line.right - offset) if id(line) in moved else line
        for line in lines
    ]


def _edge(lines: Sequence[PdfLine]) -> float:
    """The left edge of a column: the least, but for the few that stick out."""
    lefts = sorted(line.left for line in lines)
    return median(lefts[: 1 + len(lefts) // 5])
