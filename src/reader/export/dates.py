"""Dates as papers print them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}:\d{2}))?")


def written_date(text: str, say: Callable[..., str]) -> str:
    """ "2026-11-02" as 2026年11月2日 (GB/T 9704: no zero padding), a time after it kept; other text as it is."""
    match = _ISO.fullmatch(text.strip())
    if not match:
        return text
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    try:
        date(year, month, day)
    except ValueError:
        return text
    written = say("paper.date", year=year, month=month, day=day, month_name=say(f"paper.month.{month}"))
    return f"{written} {match[4]}" if match[4] else written


def local_day(moment: str) -> str:
    """The calendar day, YYYY-MM-DD, of a UTC moment where the user is; a plain date stays; "" when it is neither."""
    text = moment.strip()
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        when = datetime.fromisoformat(text)
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
