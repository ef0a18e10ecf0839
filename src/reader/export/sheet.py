"""A table for spreadsheets: what both writers of it get, and which words a spreadsheet would take for a formula."""

import math
import re
from dataclasses import dataclass

from reader.export.clean import printable

Cell = str | int | float | None

LONGEST_CELL = 32_767
"""UTF-16 units that a cell holds (Excel specifications and limits)."""
LARGEST = 10**15
"""From here on a spreadsheet, which counts with 15 digits, would show another number."""

# What begins a formula, after blanks of every kind; some programs take the full-width forms alike.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("[ \n\xa0\u3000\u200b\ufeff]*[=+\\-@\t\r＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters of Latin letters, and whether its text is broken into lines."""

    heading: str
    width: int
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows are as long as `columns`. Numbers stay numbers, None is an empty cell."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plain(cell: Cell) -> Cell:
    """A cell that every spreadsheet takes: text printable and not too long, a number that it can count with."""
    if isinstance(cell, str):
        return pieces(printable(cell))[0]
    return cell if cell is None or is_exact(cell) else ""


def pieces(text: str) -> list[str]:
    """A text cut so that each part fits into a cell; one part where all of it does."""
    # Characters beyond the first plane take two units.
    length = LONGEST_CELL if text.isascii() or max(text) <= "\uffff" else LONGEST_CELL // 2
    return [text[at : at + length] for at in range(0, len(text), length)] or [""]


def is_exact(value: float) -> bool:
    """Whether a spreadsheet shows this number as it is; others are written as the text says them."""
    return abs(value) < LARGEST and math.isfinite(value)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run this text; blanks before it do not help."""
    return bool(_FORMULA.match(text))
