"""Markers and the series they form."""

# ruff: noqa: E501  tables of cases are read by rows

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.labels import paragraphs
from reader.digest.markers import markers
from reader.digest.report import plain_report
from reader.digest.series import series


def found(body: str) -> list[str]:
    """The series of a text, each as its markers."""
    report = plain_report(f"标题\n{body}\n正文到此为止。")
    marked = markers(report.shadow, report.body, paragraphs(report))
    return ["".join(report.text[marker.start : marker.end] for marker in each) for each in series(marked)]


SERIES = {
    "both widths": ("１．甲事办好。\n2.乙事办好。\n3．丙事办好。", ["１．2.3．"]),
    "circles": ("包括①建网格②强支部③优服务。", ["①②③"]),
    "是 and 要 together": ("一要建网格。二要强支部。三是优服务。", ["一要二要三是"]),
    "one inside the other": ("一是甲：一是丙，二是丁；二是乙。", ["一是二是", "一是二是"]),
    "anew": ("一是甲，二是乙。\n一是丙，二是丁。", ["一是二是", "一是二是"]),
    "begun inside, gone on at the head": (
        "有三点:一、甲事要办好。\n二、乙事要办好。\n三、丙事要办好。",
        ["一、二、三、"],
    ),
    "an excerpt": ("二、乙事要办好。\n三、丙事要办好。", ["二、三、"]),
    "above twenty": ("\n".join(f"第{n}条 甲事要办好。" for n in ("十九", "二十", "二十一")), ["第十九条第二十条第二十一条"]),
    "first and last": ("首先，甲。其次，乙。最后，丙。", ["首先其次最后"]),
    "a gap": ("一是甲，三是丙。", []),
    "the last word of a speech": ("首先，甲。其次，乙。" + "\n说明情况。" * 9 + "\n最后，祝大家工作顺利。", ["首先其次"]),
    "decimals": ("1.5亿件\n2.5亿元", []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SERIES.values(), ids=SERIES.keys())
def test_what_counts_on(body, expected):
    assert found(body) == expected


PIECES = ["一是", "二是", "三是", "一、", "二、", "1.", "2.", "①", "②", "首先，", "其次，", "最后，", "——", "甲", "。", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_marker_is_in_two_series_and_each_counts_up(body):
    report = plain_report(f"标题\n{body}")
    every = [marker for each in series(markers(report.shadow, report.body, paragraphs(report))) for marker in each]
    assert len({marker.start for marker in every}) == len(every)
    for each in series(markers(report.shadow, report.body, paragraphs(report))):
        numbers = [marker.ordinal for marker in each if marker.ordinal]
        assert all(later - earlier in (0, 1) for earlier, later in pairwise(numbers))
