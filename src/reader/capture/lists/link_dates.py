"""The date of a link as lists of portals write it, near it or in its address."""

import re

_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
DATE = re.compile(rf"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?({_MONTH})\s?[-/.月]\s?({_DAY})(?!\d)日?")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>{_DAY})\s{{0,3}}日?\s{{0,3}}(?P<year>20\d\d)\s?[-/.年]\s?(?P<month>{_MONTH})(?!\d)月?"
)
"""A calendar leaf: the day in large figures, year and month below."""
NO_YEAR = re.compile(rf"(?<![\d.])({_MONTH})[-/.月]({_DAY})(?![\d.])日?")
_TWO = r"(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])"
_IN_ADDRESS = (
    re.compile(rf"[/_t](20\d\d)[-_/]?{_TWO}(?=[/_.\-c]|$)"),
    re.compile(rf"/(20\d\d)[-/]?({_MONTH})/({_DAY})/"),
)
"""/202603/t20260302_1.html, /n1/2026/0302/c1-1.html; /2026-03/02/, /art/2026/3/2/art_1.html. The last is no day."""


def date_in(text: str, year: str = "") -> str | None:
    """The first whole date of a text, ISO 8601; `year` completes one of month and day."""
    if match := DATE.search(text):
        return _iso(*match.groups())
    if match := _DAY_FIRST.search(text):
        return _iso(match["year"], match["month"], match["day"])
    match = NO_YEAR.search(text) if year else None
    return _iso(year, *match.groups()) if match else None


def _iso(year: str, month: str, day: str) -> str | None:
    from datetime import date

    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def date_of_address(address: str) -> str | None:
    """The day that an address names, ISO 8601."""
    path = address.split("?")[0]
    matches = (match for pattern in _IN_ADDRESS for match in pattern.finditer(path))
    return next(filter(None, (_iso(*match.groups()) for match in matches)), None)
