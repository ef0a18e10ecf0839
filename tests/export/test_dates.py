"""Dates as papers print them."""

import time

import pytest

from reader.export.dates import local_day, written_date
from reader.messages import Messages


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("2026-11-02", "2026年11月2日", "2 November 2026"),
        ("2025-1-9", "2025年1月9日", "9 January 2025"),
        ("2025-11-28 14:00", "2025年11月28日 14:00", "28 November 2025 14:00"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
        ("下周三下午", "下周三下午", "下周三下午"),
    ],
)
def test_written(text: str, chinese: str, english: str) -> None:
    assert written_date(text, Messages("zh_CN")) == chinese
    assert written_date(text, Messages("en")) == english


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
def test_the_day_of_reading_is_the_readers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert local_day("2026-11-22T20:00:00Z") == "2026-11-23"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("moment", "day"), [("2026-11-22", "2026-11-22"), ("", ""), ("soon", ""), ("2026-13-01", "")])
def test_a_day_stays_and_nonsense_is_nothing(moment: str, day: str) -> None:
    assert local_day(moment) == day
