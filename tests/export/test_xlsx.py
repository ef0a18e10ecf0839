"""Excel workbooks, read back as the XML that Excel reads."""

import io
import zipfile
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.sheet import Cell, Column, Sheet
from reader.export.xlsx import render

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = (Column("数值", 9), Column("统计对象", 20), Column("原句", 60, wraps=True))
ROWS: tuple[tuple[Cell, ...], ...] = ((448, "网格", "划分网格448个。"), (98.5, "=1+1", "<&>"), (None, "", "第二句"))


def part(data: bytes, name: str) -> Any:
    from lxml import etree

    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def cells(data: bytes, sheet: int = 1) -> list[list[tuple[str, str]]]:
    """(type, value) of every cell, shared strings looked up."""
    strings = ["".join(each.itertext()) for each in part(data, "xl/sharedStrings.xml").iter(f"{NS}si")]
    rows = []
    for row in part(data, f"xl/worksheets/sheet{sheet}.xml").iter(f"{NS}row"):
        found = []
        for cell in row.iter(f"{NS}c"):
            value = cell.findtext(f"{NS}v") or ""
            is_string = cell.get("t") == "s"
            found.append(("s" if is_string else "n", strings[int(value)] if is_string else value))
        rows.append(found)
    return rows


def test_numbers_are_numbers_and_text_is_text() -> None:
    data = render([Sheet("数据", COLUMNS, ROWS)], "报告")
    assert cells(data) == [
        [("s", "数值"), ("s", "统计对象"), ("s", "原句")],
        [("n", "448"), ("s", "网格"), ("s", "划分网格448个。")],
        [("n", "98.5"), ("s", "=1+1"), ("s", "<&>")],
        [("s", ""), ("s", "第二句")],
    ]
    assert part(data, "xl/worksheets/sheet1.xml").find(f".//{NS}f") is None  # no formula anywhere


def test_a_formula_stays_text_when_its_cell_is_edited() -> None:
    data = render([Sheet("数据", COLUMNS, ROWS)])
    style = part(data, "xl/worksheets/sheet1.xml").find(f".//{NS}c[@r='B3']").get("s")
    formats = part(data, "xl/styles.xml").find(f"{NS}cellXfs")
    assert formats[int(style)].get("quotePrefix") == "1"


def test_the_heading_stays_in_sight_and_filters() -> None:
    page = part(render([Sheet("数据", COLUMNS, ROWS)]), "xl/worksheets/sheet1.xml")
    assert page.find(f".//{NS}pane").get("state") == "frozen"
    assert page.find(f"{NS}autoFilter").get("ref") == "A1:C4"


def test_sheets_have_names_that_excel_takes() -> None:
    data = render([Sheet("a/b[c]:*?\\'" + "长" * 40, COLUMNS, ()), Sheet("核算", COLUMNS[:1], (("65家 = 37家",),))])
    names = [sheet.get("name") for sheet in part(data, "xl/workbook.xml").iter(f"{NS}sheet")]
    assert names == ["abc" + "长" * 28, "核算"]
    assert cells(data, 2)[1] == [("s", "65家 = 37家")]


@settings(max_examples=40)
@given(st.lists(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.none()), max_size=8))
def test_any_cell_makes_a_file_that_opens(values: list[Cell]) -> None:
    data = render([Sheet("x", COLUMNS[:1], tuple((value,) for value in values))])
    assert part(data, "xl/worksheets/sheet1.xml") is not None
    assert part(data, "xl/worksheets/sheet1.xml").find(f".//{NS}f") is None
