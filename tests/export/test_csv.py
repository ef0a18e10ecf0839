"""Comma-separated values for Excel and WPS."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from reader.export.csv import render, safe_text
from reader.export.sheet import Column, Sheet, looks_like_formula, plain

COLUMNS = (Column("数值", 9), Column("原句", 40))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_excel_reads_it_by_a_double_click() -> None:
    data = render(Sheet("数据", COLUMNS, ((448, "划分网格448个，“微心愿”,1,200个"), (98.5, 'a"b'))))
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert read(data) == [["数值", "原句"], ["448", "划分网格448个，“微心愿”,1,200个"], ["98.5", 'a"b']]


def test_nothing_runs_and_negative_numbers_stay_numbers() -> None:
    data = render(Sheet("数据", COLUMNS, ((-5, "=cmd|'/C calc'!A0"), (None, "+1"))))
    assert read(data)[1:] == [["-5", "'=cmd|'/C calc'!A0"], ["", "'+1"]]


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_every_text_comes_back_and_none_is_a_formula(texts: list[str]) -> None:
    rows = tuple((number, text) for number, text in enumerate(texts))
    found = read(render(Sheet("x", COLUMNS, rows)))[1:]
    for text, (_, cell) in zip(texts, found, strict=True):
        written = str(plain(text))
        assert cell == (f"'{written}" if looks_like_formula(written) else written)
        assert not looks_like_formula(cell)


def test_a_cell_for_the_clipboard_is_one_line() -> None:
    assert safe_text("a\tb\nc") == "a b c" and safe_text(None) == "" and safe_text("=1") == "'=1"
