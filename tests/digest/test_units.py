"""Units, and what figures in them are."""

import re

import pytest

from reader.digest.units import UNIT, kind_of, plain_unit
from reader.model.digest import FigureKind


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        *(
            ("平方米的广场", "平方米"),
            ("个百分点", "个百分点"),
            ("人次", "人次"),
            ("件次", "件次"),
            ("吨标准煤", "吨标准煤"),
        ),
        *(("个多月来", "个多月"), ("个半小时", "个半小时"), ("个工作日", "个工作日"), ("微克/立方米", "微克/立方米")),
        *(("元/千瓦时", "元/千瓦时"), ("家企业", "家"), ("支队伍", "支"), ("项目标", "项")),
        *(
            ("位居民", "位"),
            ("家长期企业", "家"),
            ("种类型", "种"),
            ("亩产业园", "亩"),
            ("本科技书", "本"),
            ("年均保持", "年"),
        ),
        *(
            ("家庭", ""),
            ("人员", ""),
            ("户籍", ""),
            ("场所", ""),
            ("支部", ""),
            ("年级", ""),
            ("年代", ""),
            ("部门", ""),
        ),
        *(("位数", ""), ("台账", ""), ("升级", ""), ("处室", ""), ("类型", "")),
    ],
)
def test_the_longest_unit_that_does_not_run_into_a_word(words: str, unit: str) -> None:
    match = re.match(UNIT, words)
    assert (match[0] if match else "") == unit


@pytest.mark.parametrize(
    ("unit", "plain"),
    [
        ("个多月", "个月"),
        ("个半小时", "小时"),
        ("个小时", "小时"),
        ("个", "个"),
        ("元人民币", "元"),
        ("人口", "人"),
        ("亩", "亩"),
    ],
)
def test_what_stands_between_is_left_out(unit: str, plain: str) -> None:
    assert plain_unit(unit) == plain


@pytest.mark.parametrize(
    ("units", "kind"),
    [
        ("个 名 户 人次 场次 ", FigureKind.COUNT),
        ("% 个百分点 ‰", FigureKind.PERCENT),
        ("元 美元 元/吨", FigureKind.MONEY),
        ("年 个月 小时 个工作日 周", FigureKind.DURATION),
        ("公里 平方米 吨 微克/立方米", FigureKind.MEASURE),
        ("岁 周岁", FigureKind.AGE),
        ("倍 成 番", FigureKind.RATE),
    ],
)
def test_kinds(units: str, kind: FigureKind) -> None:
    assert {kind_of(unit) for unit in units.split(" ")} == {kind}
