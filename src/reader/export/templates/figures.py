"""The numbers in a quoted sentence with their units, for the table of figures.

Arabic numerals only, and only what stands next to them: what is counted is left to the quotation itself, which the
table prints whole.
"""

import re
from typing import NamedTuple

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MAGNITUDE = r"(?:余|多)?(?:百|千|万|亿|万亿|百万|千万)?(?:余|多)?"
# Measure words that reports count with; longer ones first so that 平方米 is not read as 平.
_LONG_UNITS = "平方公里|平方米|立方米|个百分点|万元|亿元|公里|千米|公斤|公顷|小时|分钟|美元|人次|件次|户次|场次"
_UNITS = "个名家张户次项人件条份种类支处座间所套台辆部批期场篇册本位对级层栋幢片块只头株棵亩吨米元年月日天岁%％‰倍成"
_FIGURE = re.compile(rf"(?<![\d.+A-Za-z-])({_NUMBER})({_MAGNITUDE})({_LONG_UNITS}|[{_UNITS}])?(?![\d+A-Za-z]|-\d)")
_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}")


class Figure(NamedTuple):
    """A number as it is written, with its magnitude ("1.3万", "300余"), and its unit ("" when none follows)."""

    value: str
    unit: str


def figures(text: str) -> list[Figure]:
    """The figures of `text` in order; dates are none."""
    blanked = _DATE.sub(lambda match: " " * len(match[0]), text)
    found = (match for match in _FIGURE.finditer(blanked) if match[3] or _stands_in_chinese(blanked, match))
    return [Figure(match[1] + match[2], match[3] or "") for match in found]


def _stands_in_chinese(text: str, match: re.Match[str]) -> bool:
    around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
    return any(character > "\u2e80" for character in around)
