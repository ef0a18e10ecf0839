"""Points in time with parts missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.stamps import Period, Stamp, day_after, in_order, month_after, stamp_of


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        (Stamp(2019), "2019"),
        (Stamp(2018, 5), "2018-05"),
        (Stamp(2018, 5, 3), "2018-05-03"),
        (Stamp(None, 8, 4), "--08-04"),
        (Stamp(None, 8), "--08"),
        (Stamp(None, None, 28), "---28"),
        (Stamp(), ""),
    ],
)
def test_it_is_written_as_iso_8601(stamp: Stamp, iso: str) -> None:
    assert str(stamp) == iso


@given(st.dates())
def test_what_is_written_is_read_again(day: date) -> None:
    assert stamp_of(day.isoformat()).first_day() == day


@pytest.mark.parametrize("nothing", [None, "", "近日", "2019-01-02-03", "--08"])
def test_what_is_no_date_is_empty(nothing: str | None) -> None:
    assert stamp_of(nothing) == Stamp()


def test_it_is_completed_with_larger_units_only() -> None:
    assert Stamp(None, 8, 4).or_from(Stamp(2019, 3, 1)) == Stamp(2019, 8, 4)
    assert Stamp(None, None, 4).or_from(Stamp(2019, 3, 1)) == Stamp(2019, 3, 4)
    assert Stamp(None, 8).or_from(Stamp(2019, 3, 1)) == Stamp(2019, 8)
    assert Stamp(None, None, 4).or_from(Stamp(2019)) == Stamp(None, None, 4)
    assert Stamp(2020).or_from(Stamp(2019, 3, 1)) == Stamp(2020)


def test_its_days() -> None:
    assert (Stamp(2024, 2).first_day(), Stamp(2024, 2).last_day()) == (date(2024, 2, 1), date(2024, 2, 29))
    assert Stamp(2023, 2, 30).last_day() == date(2023, 2, 28)
    assert Stamp(None, 2).first_day() is None


def test_days_and_months_later() -> None:
    assert day_after(Stamp(2024, 3, 1), -1) == Stamp(2024, 2, 29)
    assert day_after(Stamp(1, 1, 1), -1) == Stamp()
    assert month_after(Stamp(2024, 1, 31), -1) == Stamp(2023, 12)


def test_a_winter_begins_in_the_year_before() -> None:
    assert str(in_order(Period(Stamp(2025, 12), Stamp(2025, 3)))) == "2024-12/2025-03"
    assert str(in_order(Period(Stamp(2025, 1), Stamp(2025, 3)))) == "2025-01/2025-03"
