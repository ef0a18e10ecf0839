"""Points in time as a text gives them: a year, month and day, each of which may be missing."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple


class Stamp(NamedTuple):
    """What is known of a point in time. A day never stands without knowing its month, except alone (28日)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO 8601, shortened: 2019, 2018-05, 2018-05-03; without the year --08-04 and --08, without month ---28."""
        if self.year is None:
            ends = "" if self.day is None else f"-{self.day:02}"
            return f"--{self.month:02}{ends}" if self.month else ends and f"--{ends}"
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in self[1:] if part is not None)])

    def first_day(self) -> date | None:
        """The first day of the year or month, or the day; None without a year or outside the calendar."""
        return _date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date | None:
        """The last day of the year or month, or the day; None without a year or outside the calendar."""
        return _date(self.year, self.month or 12, self.day or 31)

    def or_from(self, other: "Stamp") -> "Stamp":
        """Completed with the larger units of `other`: --08-04 in 2019 is 2019-08-04.

        Nothing is made more exact, and a day whose month neither knows stays as it is.
        """
        if self.year is not None or self == Stamp():
            return self
        month = other.month if self.month is None and self.day is not None else self.month
        return self if self.day is not None and month is None else Stamp(other.year, month, self.day)


class Period(NamedTuple):
    """From the beginning of `first` to the end of `last`; of a point in time both are the same."""

    first: Stamp
    last: Stamp

    def __str__(self) -> str:
        """2019-01/2019-06, of a point in time 2019-06; "" when an end is not known."""
        first, last = str(self.first), str(self.last)
        return first if first == last else f"{first}/{last}" if first and last else ""

    def or_from(self, other: Stamp) -> "Period":
        """Both ends completed with the larger units of `other`."""
        return Period(self.first.or_from(other), self.last.or_from(other))


def _date(year: int | None, month: int, day: int) -> date | None:
    """A day that its month does not have is the last one of it: texts do write 2月30日."""
    if year is None or not 1 <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    return date(year, month, max(1, min(day, monthrange(year, month)[1])))


def stamp_of(iso: str | None) -> Stamp:
    """The stamp of 2019, 2018-05 or 2018-05-03; an empty one when it is nothing of that kind."""
    try:
        return Stamp(*(int(part) for part in (iso or "").split("-")))
    except (TypeError, ValueError):
        return Stamp()


def day_after(stamp: Stamp, days: int) -> Stamp:
    """The day that is so many days later; an empty stamp when that is outside the calendar."""
    try:
        later = (stamp.first_day() or date.max) + timedelta(days)
    except OverflowError:
        return Stamp()
    return Stamp(later.year, later.month, later.day)


def month_after(stamp: Stamp, months: int) -> Stamp:
    """The month that is so many months later; the month of a bare year is its first."""
    count = 12 * (stamp.year or 0) + (stamp.month or 1) - 1 + months
    return Stamp(count // 12, count % 12 + 1)


def in_order(period: Period) -> Period:
    """12月至3月 was completed with one year for both ends; it begins in the year before."""
    first, last = period
    begins, ends = first.first_day(), last.last_day()
    if not begins or not ends or begins <= ends:
        return period
    return Period(Stamp(begins.year - 1, first.month, first.day), last)
