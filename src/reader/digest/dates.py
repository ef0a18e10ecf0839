"""Dates with their normal forms, and where they belong on a time line."""

import re
from collections.abc import Iterable

from reader.digest.date_forms import Mention, mentions
from reader.digest.documents import titles
from reader.digest.report import Report
from reader.digest.stamps import Period, Stamp, day_after, in_order, month_after, stamp_of
from reader.model.blocks import Span
from reader.model.digest import Date, DateKind

_ADDRESS = re.compile(r"https?://[!-~]+")
"""Portals number their pages by days; nobody says those."""
_MONTHS_AHEAD = 4
_DAYS_AHEAD = 14
"""So far ahead of the day of publishing a date without its year or month may lie; farther, it is past."""


def dates(report: Report) -> list[Date]:
    """In text order; those within a title 《…》 belong to its document and are left out."""
    resolver = _Resolver(report)
    return [_date(report, mention, resolver.resolved(mention)) for mention in _outside_titles(report)]


def _date(report: Report, mention: Mention, period: Period) -> Date:
    start, end, kind = mention[:3]
    sentence = report.sentence_at(start)
    return Date(
        text=report.text[start:end],
        start=start,
        end=end,
        norm=str(mention.period) if kind is DateKind.EXPLICIT else "",
        kind=kind,
        resolved=str(period),
        sentence=sentence if start < sentence.end else Span(start, end),
    )


def _outside_titles(report: Report) -> Iterable[Mention]:
    addresses = (Span(*match.span()) for match in _ADDRESS.finditer(report.dated))
    ends, last = sorted([*titles(report), *addresses], reverse=True), 0
    for mention in mentions(report.dated):
        while ends and ends[-1].start <= mention.start:
            last = max(last, ends.pop().end)
        if mention.start >= last:
            yield mention


class _Resolver:
    """Completes dates in text order: within a paragraph from what was said before, else from the day of publishing."""

    def __init__(self, report: Report) -> None:
        self._text = report.dated
        self._published = stamp_of(report.meta.published)
        self._here = self._last = self._latest = Stamp()
        """What was said last in this paragraph and in the text, and the latest year that was said."""
        self._done = 0

    def resolved(self, mention: Mention) -> Period:
        """The period of a mention, as complete as can be known; to be called in text order."""
        if "\n" in self._text[self._done : mention.start]:
            self._here = Stamp()
        self._done = mention.end
        period = in_order(self._completed(mention))
        if period.first.year is None or period.last.year is None:
            return Period(Stamp(), Stamp())
        if not self._is_goal(mention.start, period.last.year):
            self._here = self._last = period.last
            self._latest = max(self._latest, Stamp(period.last.year), key=lambda stamp: stamp.year or 0)
        return period

    def _completed(self, mention: Mention) -> Period:
        if mention.writing is not None:
            return _counted(mention.period, mention.writing, self._published)
        if mention.said is not None and self._last.year is not None:
            return mention.period.or_from(Stamp(self._last.year + mention.said))
        if self._here.year is not None:
            return mention.period.or_from(self._here)
        if self._published.year is not None:
            return mention.period.or_from(_nearest(mention.period.last, self._published))
        return mention.period.or_from(self._latest)  # a report tells of its own year, and mentions earlier ones

    def _is_goal(self, start: int, year: int) -> bool:
        """到2035年 says where things go; what comes after it is not said to be in 2035."""
        before = self._text[max(0, start - 2) : start]
        ahead = self._published.year is None or year > self._published.year
        return ahead and before.endswith(("到", "至", "展望", "力争")) and before != "截至"


def _counted(period: Period, writing: Stamp, published: Stamp) -> Period:
    """The period so many years, months or days from the day of publishing."""
    if published.year is None:
        return Period(Stamp(), Stamp())
    if writing.year is not None:
        there = Stamp(published.year + writing.year)
    elif writing.month is not None:
        there = month_after(published, writing.month)
    else:
        there = day_after(published, writing.day or 0)
    return period.or_from(there) if period.first != Stamp() else Period(there, there)


def _nearest(stamp: Stamp, published: Stamp) -> Stamp:
    """The year, or for a day alone the month, that is meant: reports look back rather than ahead."""
    if stamp.month is not None:
        is_past = stamp.month > (published.month or 12) + _MONTHS_AHEAD
        return Stamp((published.year or 0) - is_past)
    is_past = (stamp.day or 0) > (published.day or 31) + _DAYS_AHEAD
    return month_after(published, -1 if is_past else 0)
