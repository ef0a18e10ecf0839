"""Dates as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.lists.link_dates import date_in, date_of_address


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[2026-03-02]", "2026-03-02"),
        ("发布时间：2026年3月2日 09:00", "2026-03-02"),
        ("2026/3/2", "2026-03-02"),
        ("2026.03.02", "2026-03-02"),
        ("02 2026-03", "2026-03-02"),
        ("15 2026.3", "2026-03-15"),
        ("2日 2026年3月", "2026-03-02"),
        ("2026-02-30", None),
        ("电话 0571-2026-0302", None),
        ("03-02", None),
        ("", None),
    ],
)
def test_dates_in_text(text, day):
    assert date_in(text) == day


def test_month_and_day_need_a_year():
    assert date_in("(03-02)", "2026") == "2026-03-02"
    assert date_in("2025-12-31", "2026") == "2025-12-31"
    assert date_in("3.14.1", "2026") is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("202603/t20260302_12345.html", "2026-03-02"),
        ("2026-03/02/c_123.htm", "2026-03-02"),
        ("2026/03/02/x.html", "2026-03-02"),
        ("art/2026/3/2/art_1_2.html", "2026-03-02"),
        ("n1/2026/0302/c1-40001234.html", "2026-03-02"),
        ("20260302/d59c39d4160a/c.html", "2026-03-02"),
        ("202603/1.html", None),
        ("2026/03/12.html", None),
        ("c/20269999.html", None),
        ("c/12.html?d=2026-03-02", None),
    ],
)
def test_dates_in_addresses(path, day):
    assert date_of_address(f"http://www.yunling.example/{path}") == day


@given(st.text(max_size=60))
def test_whatever_is_found_is_a_date(text):
    from datetime import date

    for found in (date_in(text, "2026"), date_of_address(text)):
        assert found is None or date.fromisoformat(found).isoformat() == found


@given(st.dates())
def test_every_date_is_found(day):
    if day.year >= 1900:
        assert date_in(f"（{day.isoformat()}）") == (day.isoformat() if day.year < 2100 else None)
