"""The time line that is made of the dates of a report."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reader.digest.dates import dates
from reader.digest.report import plain_report
from reader.digest.timeline import timeline
from reader.model.blocks import Span
from reader.model.digest import Date

TEXT = (
    "清河市治理经验\n2023年，网格成立，8月4日试点。2021年，立项，2023年推广。\n近日，居民满意。2023年1—8月，办结9件。\n"
    "2023年5月，验收。"
)


def dated(start: int, resolved: str) -> Date:
    return Date(text="今", start=start, end=start + 1, resolved=resolved, sentence=Span(start, start + 1))


def test_moments_stand_in_the_order_in_which_things_happened() -> None:
    moments = timeline(dates(plain_report(TEXT)))
    assert [moment.when for moment in moments] == ["2021", "2023", "2023-01/2023-08", "2023-05", "2023-08-04"]
    assert (moments[2].first, moments[2].last) == (date(2023, 1, 1), date(2023, 8, 31))


def test_a_moment_has_all_its_dates_and_each_sentence_once() -> None:
    report = plain_report(TEXT)
    year = next(moment for moment in timeline(dates(report)) if moment.when == "2023")
    assert [report.text[date.start : date.end] for date in year.dates] == ["2023年", "2023年"]
    assert [report.text[slice(*sentence)] for sentence in year.sentences] == [
        "2023年，网格成立，8月4日试点。",
        "2021年，立项，2023年推广。",
    ]
    assert len(timeline([dated(0, "2020"), dated(0, "2020")])[0].sentences) == 1


def test_what_is_no_day_of_the_calendar_is_left_out() -> None:
    assert timeline([dated(0, ""), dated(1, "2023-13"), dated(2, "0000-01"), dated(3, "2023/")]) == timeline(
        [dated(3, "2023/")]
    )


@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from(["2019", "2020-02", "2020/2021", "2020-02-30", ""]))))
def test_it_is_sorted_and_loses_nothing(pairs: list[tuple[int, str]]) -> None:
    found = [dated(start, when) for start, when in pairs]
    moments = timeline(found)
    assert [moment.first for moment in moments] == sorted(moment.first for moment in moments)
    assert sum(len(moment.dates) for moment in moments) == sum(bool(date.resolved) for date in found)
    assert all(moment.first <= moment.last for moment in moments)
