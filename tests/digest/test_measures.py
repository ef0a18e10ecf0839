"""Numbers that count or measure, with their units; and numbers that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.measures import measures
from reader.model.digest import FigureKind
from reader.text.shadow import shadow


def read(text: str) -> list[tuple[str, float, str, str]]:
    """Words, value, unit and approximator of what counts in `text`."""
    folded = shadow(text)
    return [(folded[each.start : each.end], each.value, each.unit, each.approx) for each in measures(folded)]


def ranges(text: str) -> list[tuple[str, float, float | None]]:
    folded = shadow(text)
    return [(folded[each.start : each.end], each.value, each.value2) for each in measures(folded)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("划分网格448个", ("448个", 448, "个", "")),
        ("开展活动120余次，", ("120余次", 120, "次", "余")),
        ("组建1.3万余人的队伍", ("1.3万余人", 13_000, "人", "余")),
        ("走访6800多场次", ("6800多场次", 6800, "场次", "多")),
        ("投入３０００余万元", ("3000余万元", 30_000_000, "元", "余")),
        ("产值1,234.5亿元", ("1,234.5亿元", 123_450_000_000, "元", "")),
        ("90岁以上老人", ("90岁以上", 90, "岁", "以上")),
        ("10天左右", ("10天左右", 10, "天", "左右")),
        ("近8万名党员", ("8万名", 80_000, "名", "近")),
        ("服务近8万余人次", ("8万余人次", 80_000, "人次", "近…余")),
        ("不少于5人", ("5人", 5, "人", "不少于")),
        ("不到24小时，", ("24小时", 24, "小时", "不到")),
        ("服务超万人次", ("万人次", 10_000, "人次", "超")),
        ("收入首破万亿元", ("万亿元", 10**12, "元", "破")),
        ("点赞上万，", ("万", 10_000, "", "上")),
        ("阅读量破百万", ("百万", 1_000_000, "", "破")),
        ("百余家单位", ("百余家", 100, "家", "余")),
        ("百万元以上的村", ("百万元以上", 1_000_000, "元", "以上")),
        ("开展四个多月来", ("四个多月", 4, "个月", "多")),
        ("两个半小时", ("两个半小时", 2.5, "小时", "")),
        ("三年多来", ("三年多", 3, "年", "多")),
        ("十二字寄语", ("十二字", 12, "字", "")),
        ("一万三千亿斤以上", ("一万三千亿斤以上", 1_300_000_000_000, "斤", "以上")),
        ("至少提升一倍", ("一倍", 1, "倍", "")),
        ("百分之八十的党员", ("百分之八十", 80, "%", "")),
        ("三分之二以上的小区", ("三分之二以上", 0.666667, "", "以上")),
        ("近一半小区", ("一半", 0.5, "", "近")),
        ("浓度30微克/立方米", ("30微克/立方米", 30, "微克/立方米", "")),
        ("装机800万千瓦", ("800万千瓦", 8_000_000, "千瓦", "")),
        ("年末人口3.6万人口", ("3.6万人口", 36_000, "人", "")),
        ("指数升至103.5，", ("103.5", 103.5, "", "")),
        ("教育部等7部门", ("7", 7, "", "")),
        ("气温-3.5℃", ("-3.5℃", -3.5, "℃", "")),
        ("21 名干部", ("21 名", 21, "名", "")),
        ("目前3名队员", ("3名", 3, "名", "")),
        ("三点意见", ("三点", 3, "点", "")),
        ("收于3979.33点", ("3979.33点", 3979.33, "点", "")),
    ],
)
def test_value_unit_and_approximator(text: str, found: tuple[str, float, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每个网格100—300户", [("100—300户", 100, 300)]),
        ("10-20户、3～5天", [("10-20户", 10, 20), ("3~5天", 3, 5)]),
        ("5%至5.25%，12岁到13岁", [("5%至5.25%", 5, 5.25), ("12岁到13岁", 12, 13)]),
        ("奖励3—5万元", [("3—5万元", 30_000, 50_000)]),
        ("500万—1000万元", [("500万—1000万元", 5_000_000, 10_000_000)]),
        ("每组5、6个人，两三个部门", [("5、6个", 5, 6), ("两三个", 2, 3)]),
        ("从5%到9%", [("5%", 5, None), ("9%", 9, None)]),
        ("上调0.6个百分点至1%", [("0.6个百分点", 0.6, None), ("1%", 1, None)]),
        ("解决率53%、65%", [("53%", 53, None), ("65%", 65, None)]),
        ("限制出境179批次633人", [("179批次", 179, None), ("633人", 633, None)]),
    ],
)
def test_ranges_and_what_is_none(text: str, found: list[tuple[str, float, float | None]]) -> None:
    assert ranges(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "2022年9月1日，2019年底，1998年，二〇二二年",
        "20时许，12时30分，9:30开会，晚上9点，8点半",
        "第122次，第一书记，第3个，第十四届，五届二次全会，前10名，前11个月，二次开发，2301级学生",
        "一个新的，一批，一条龙，一次性，一站式，一项项，一点一点",
        "12345热线，交管12123，5G，4A级，A320系列，PM2.5，93(01)班，2.0版",
        "电话010-88886666，QQ群123456789，京ICP备05012345号",
        "1+10+N，6+1，7×24小时，12.5:1，3:2",
        "两委，两新，三会一课，四风，十四五，二十大，党的十九大，五位一体，三农，四个意识，两个维护，六个一，八项规定",
        "三级医院，四级警长，二级市场，三年级，90年代，三门峡市，七台河，五棵树镇，八家子村，四周，四面八方",
        "几十个，数百名，若干，成千上万，千家万户，百年，千方百计，万名，百个",
        "八小时以外，八小时之外，4栋 607",
        "建国70周年，三位数，两位数",
        "9" * 30 + "个",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    for part in text.split("，"):
        # Years are dates, which callers blank out; without their unit nothing is left of them.
        assert read(part) == [], part


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("三级网格架构", FigureKind.STRUCTURAL),
        ("五大功能", FigureKind.STRUCTURAL),
        ("4项工作制度", FigureKind.STRUCTURAL),
        ("五个方面", FigureKind.STRUCTURAL),
        ("四个方面着力", FigureKind.STRUCTURAL),
        ("四个社区", FigureKind.COUNT),
        ("12项措施", FigureKind.COUNT),
    ],
)
def test_few_of_a_kind_are_the_shape_of_a_model(text: str, kind: FigureKind) -> None:
    assert [each.kind for each in measures(text)] == [kind]


@given(
    st.text(
        "0123456789,.%万亿千百十一二两三半分之点个名人次户年月天元多余近约超过不少于至到—-~、和每 \n第前上以左右",
        max_size=40,
    )
)
def test_figures_stand_in_order_and_do_not_overlap(text: str) -> None:
    done = 0
    for each in measures(shadow(text)):
        assert done <= each.start < each.end <= len(text)
        assert each.value2 is None or each.value < each.value2
        done = each.end
