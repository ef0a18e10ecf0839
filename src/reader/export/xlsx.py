"""Excel workbooks: typed cells, a heading row that stays, a filter; text is text, whatever it begins with."""

import io
from collections.abc import Sequence
from typing import Any

from reader.export.clean import printable
from reader.export.sheet import Sheet, looks_like_formula, plain

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "top"}
_NAME_LENGTH, _NAME_FORBIDDEN = 31, str.maketrans("", "", "[]:*?/\\'")
"""What Excel allows in the name of a sheet."""


def render(sheets: Sequence[Sheet], title: str = "", author: str = "") -> bytes:
    """The workbook with these sheets in their order."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": str(plain(title)), "author": str(plain(author))})
    formats = {
        "head": book.add_format({**_FONT, "bold": True, "bottom": 1}),
        "number": book.add_format({**_FONT, "num_format": "#,##0.##########;-#,##0.##########"}),
        "whole": book.add_format({**_FONT, "num_format": "#,##0"}),
        "text": book.add_format({**_FONT, "num_format": "@"}),
        "wrapped": book.add_format({**_FONT, "num_format": "@", "text_wrap": True}),
        # As if typed after an apostrophe: it stays text when somebody edits the cell.
        "quoted": book.add_format({**_FONT, "num_format": "@", "text_wrap": True, "quote_prefix": True}),
    }
    for name, sheet in zip(_names(sheets), sheets, strict=True):
        _write(book.add_worksheet(name), sheet, formats)
    book.close()
    return out.getvalue()


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Names that Excel takes: short, without its marks, not empty, and no two alike but for capitals."""
    names: dict[str, str] = {}
    for number, sheet in enumerate(sheets, 1):
        plain_name = " ".join(printable(sheet.name).translate(_NAME_FORBIDDEN).split())
        name = plain_name[:_NAME_LENGTH].strip() or str(number)
        while name.casefold() in names or name.casefold() == "history":
            name, number = f"{name[: _NAME_LENGTH - 6].strip()} ({number})", number + 1
        names[name.casefold()] = name
    return list(names.values())


def _write(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, str(plain(column.heading)), formats["head"])
    for line, row in enumerate(sheet.rows, 1):
        for place, (cell, column) in enumerate(zip(map(plain, row), sheet.columns, strict=True)):
            if isinstance(cell, str):
                style = "quoted" if looks_like_formula(cell) else "wrapped" if column.wraps else "text"
                page.write_string(line, place, cell, formats[style])
            elif cell is not None:
                page.write_number(line, place, cell, formats["whole" if cell == int(cell) else "number"])
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
