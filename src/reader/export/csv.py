"""Comma-separated values that Excel and WPS open by a double click, and that run nothing."""

import csv
import io

from reader.export.sheet import Cell, Sheet, looks_like_formula, plain

_MARK = "\ufeff"
"""Without a byte order mark Excel reads UTF-8 in the system's charset."""


def render(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, RFC 4180 line ends; a text that looks like a formula gets an apostrophe before it.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(column.heading) for column in sheet.columns])
    writer.writerows([_safe(cell) for cell in row] for row in sheet.rows)
    return (_MARK + out.getvalue()).encode()


def safe_text(cell: Cell) -> str:
    """A cell on one line of text without tabs, as a spreadsheet takes it from the clipboard."""
    return " ".join(str("" if cell is None else _safe(cell)).split())


def _safe(cell: Cell) -> Cell:
    cell = plain(cell)
    return f"'{cell}" if isinstance(cell, str) and looks_like_formula(cell) else cell
