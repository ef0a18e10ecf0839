"""Numerals, as reports write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.numerals import ARABIC, CHINESE, value_of

DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """A number below 10,000 in Chinese, as schools teach it: 1050 is 一千零五十."""
    words, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
        gap = not digit
    return words


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        *(("448", 448), ("1,234", 1234), ("1,234,567.5", 1234567.5), ("7.66", 7.66), ("1 万", 10_000)),
        *(("1.5亿", 150_000_000), ("3.51万亿", 3_510_000_000_000), ("1.4万", 14_000), ("99.7万", 997_000)),
        *(("1亿2000万", 120_000_000), ("5千", 5_000), ("2百万", 2_000_000)),
        *(("三", 3), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("两千零五十", 2050)),
        *(("三百五", 350), ("一万五", 15_000), ("一万三千亿", 1_300_000_000_000), ("两亿三千万", 230_000_000)),
        *(("百", 100), ("千万", 10_000_000), ("万亿", 10**12), ("一点五亿", 150_000_000), ("十四点一", 14.1)),
        *(("三分之二", 0.666667), ("五分之一", 0.2), ("半", 0.5)),
    ],
)
def test_values(numeral: str, value: float) -> None:
    assert value_of(numeral) == (value, None)
    assert type(value_of(numeral)[0]) is type(value), "whole numbers are int"  # type: ignore[index]


@pytest.mark.parametrize(
    ("numeral", "low", "high"), [("三四十", 30, 40), ("十五六", 15, 16), ("两三", 2, 3), ("七八千", 7000, 8000)]
)
def test_two_digits_in_a_row_are_a_range(numeral: str, low: float, high: float) -> None:
    assert value_of(numeral) == (low, high)


@pytest.mark.parametrize("words", ["", " ", "二〇二二", "五五", "9" * 19, "1" + "亿" * 4, "零分之一"])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert value_of(words) is None


@given(st.integers(1, 9999))
def test_every_number_is_read_as_it_is_spelled(number: int) -> None:
    assert value_of(spelled(number)) == (number, None)
    assert value_of(spelled(number) + "万") == (number * 10_000, None)
    assert value_of(f"{number:,}") == (number, None)


@given(st.text("0123456789,.百千万亿零一二两三四五六七八九十点〇 ", max_size=20))
def test_whatever_the_expressions_match_has_a_value_or_none(words: str) -> None:
    for expression in (ARABIC, CHINESE):
        for match in re.finditer(expression, words):
            found = value_of(match[0])
            assert found is None or (found[0] >= 0 and (found[1] is None or found[0] < found[1]))
