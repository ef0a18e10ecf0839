"""The whole comparison, and what columns are called."""

import pytest
from tests.side_by_side import reading, readings

from reader.digest.contrast import contrast, short_name


def test_columns_are_the_reports_in_their_order() -> None:
    found = contrast(readings())
    assert [report.name for report in found.reports] == ["清河市", "白石县", "推进数字治理的实…"]
    assert all(len(row.cells) == 3 for row in (*found.figures, *found.practices))
    assert found.figures and found.practices and found == contrast(readings())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("清河市：“一张网”织密基层治理", "清河市"),
        ("“清河市白石县”试点", "清河市白石县"),
        ("白石镇“板凳会”把问题解决在家门口", "白石镇"),
        ("清河：“数字”刷新治理", "清河"),
        ("支部建在楼栋上 服务走进万家门——清河区推进城市基层党建综述", "清河区"),
        ("清河区探索市域治理", "清河区"),
        ("书记市长这一周", "书记市长这一周"),
        ("市场监管改革三年行动", "市场监管改革三年…"),
        ("社区治理的探索", "社区治理的探索"),
        ("区域化联建", "区域化联建"),
        ("加强社区治理", "加强社区治理"),
        ("城市基层治理", "城市基层治理"),
        ("村级组织建设", "村级组织建设"),
        ("", ""),
    ],
)
def test_a_report_is_called_by_its_place_or_its_first_words(title: str, name: str) -> None:
    assert short_name(title) == name


def test_odd_characters_do_no_harm() -> None:
    odd = reading("\ud800\u202e{}", "# \u202e\ud800“\n{\ud800|3\u200f个|个}、{“”|4个|个}。")
    found = contrast([odd, odd, *readings()])
    assert sum(row.count for row in found.figures) >= 4
