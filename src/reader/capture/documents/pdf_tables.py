"""Rows of tables among the lines of a PDF: lines with columns that stand under one another."""

from collections.abc import Sequence
from html import escape

from reader.capture.documents.pdf import PdfLine

_LEAST_ROWS = 2
_ASIDE = 1.5
"""Of the size of the letters: how far columns may be out of line; cells may be centred."""


def table_at(lines: Sequence[PdfLine], start: int) -> tuple[int, str]:
    """Where the table that begins with line `start` ends, and its HTML; (`start`, "") when there is none.

    A line with one column below another with several goes on with the cell above it.
    """
    rows: list[list[str]] = []
    end, above = start, lines[start]
    for index in range(start, len(lines)):
        line = lines[index]
        if line.columns and (not rows or _is_aligned(line, above)):
            rows.append(line.text.split("\t"))
            end, above = index + 1, line
        elif rows and not line.columns and (column := _column_of(line, above)) is not None:
            rows[-1][column] += line.text
        else:
            break
    if len(rows) < _LEAST_ROWS:
        return start, ""
    return end, "<table>" + "".join(_row(cells) for cells in rows) + "</table>"


def _row(cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell.strip())}</td>" for cell in cells) + "</tr>"


def _is_aligned(line: PdfLine, above: PdfLine) -> bool:
    """Whether at least half of a line's columns stand under columns of the line above."""
    under = sum(any(abs(left - other) < _reach(line) for other in above.columns) for left in line.columns)
    return line.page != above.page or 2 * under >= len(line.columns)


def _reach(line: PdfLine) -> float:
    return _ASIDE * line.size


def _column_of(line: PdfLine, above: PdfLine) -> int | None:
    """The column, not the first, that a line below a row stands in."""
    if line.page != above.page or above.bottom - line.bottom > 2 * line.size or above.bottom < line.bottom:
        return None
    places = [number for number, left in enumerate(above.columns) if abs(left - line.left) < line.size / 2]
    return places[-1] if places and places[-1] else None
