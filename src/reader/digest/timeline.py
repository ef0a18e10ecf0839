"""The time line of a report: its dates in the order in which things happened."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from reader.digest.stamps import stamp_of
from reader.model.digest import Date, Moment


def timeline(dates: Iterable[Date]) -> list[Moment]:
    """Dates with a `resolved` value, one moment for each value, by their first days; of those that begin together the
    longest first: 2023, then 2023-01. What is no day of the calendar is left out."""
    groups: defaultdict[str, list[Date]] = defaultdict(list)
    for found in sorted(dates, key=lambda found: found.start):
        groups[found.resolved].append(found)
    moments = [moment for when, group in groups.items() if (moment := _moment(when, group))]
    return sorted(moments, key=lambda moment: (moment.first, -moment.last.toordinal(), moment.when))


def _moment(when: str, group: list[Date]) -> Moment | None:
    days = _days(when)
    if days is None:
        return None
    sentences = tuple(dict.fromkeys(found.sentence for found in group))
    return Moment(when, *days, tuple(group), sentences)


def _days(when: str) -> tuple[date, date] | None:
    begins, _, ends = when.partition("/")
    first, last = stamp_of(begins).first_day(), stamp_of(ends or begins).last_day()
    return (first, last) if first and last else None
