"""Cells that every spreadsheet takes, and words it would run."""

import math

import pytest

from reader.export.sheet import LARGEST, LONGEST_CELL, is_exact, looks_like_formula, plain


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5℃", "@SUM(A1)", "\t=1", "\r=1", " =1", "　=1", "＝1", "－5", "＠x"])
def test_what_begins_a_formula(text: str) -> None:
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", ["", "448个", "1-5", "——标题", "“=1”", "户=家"])
def test_what_does_not(text: str) -> None:
    assert not looks_like_formula(text)


def test_text_is_printable_and_fits_a_cell() -> None:
    assert plain("a\x00b\ud800c\u202ed") == "abcd"
    assert plain("网" * 40_000) == "网" * LONGEST_CELL


def test_numbers_are_numbers_as_far_as_a_spreadsheet_can_count() -> None:
    assert plain(448) == 448 and plain(98.5) == 98.5 and plain(None) is None
    assert [is_exact(value) for value in (LARGEST - 1, LARGEST, math.inf, math.nan)] == [True, False, False, False]
    assert plain(10**400) == "" and plain(math.nan) == ""
