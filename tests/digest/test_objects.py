"""What a figure counts: after it, before it, dealt out by 分别, or what the sentence was already about."""

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.measures import measures
from reader.digest.objects import objects
from reader.text.shadow import shadow

PIECES = (
    "1 23 45% 3万 个 名 项 户 人次 元 % 分别 占 每个 每 的 同比增长 从 至 较 共 约 近 “网格” 《通知》 （村） "
    "( ) “ ” 、 ， 。 社区 党员 解决 问题 增加 减少 等 或 率 \n \t 24小时 𠮷"
)


def counted(text: str) -> list[str]:
    """One line a figure: its words, and what it counts."""
    folded = shadow(text)
    found = measures(folded)
    names = objects(text, folded, found, rjieba.tag)
    return [f"{text[each.start : each.end]} {name}" for each, name in zip(found, names, strict=True)]


def only(text: str) -> list[str]:
    return [line.partition(" ")[2] for line in counted(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("动员组织300余名快递小哥化身基层治理宣传员", "快递小哥"),
        ("37家牵头包社区单位共确定任务", "牵头包社区单位"),
        ("14个职能部门的负责人兼任委员", "职能部门"),
        ("先后召开2次对接会议，", "对接会议"),
        ("组建1.3万余人的网格员队伍", "网格员队伍"),
        ("招募1200名来自各地的志愿者参加", "志愿者"),
        ("解决156个群众反映的问题", "群众反映的问题"),
        ("打造15个“邻里驿站”，", "“邻里驿站”"),
        ("80%以上社区（村）实现全年无访", "社区（村）"),
        ("设立1个党支部或党小组，", "党支部或党小组"),
        ("形成市、区、街道、社区四级联动指挥机制", "联动指挥机制"),
        ("90%以上的事项当场办结", "事项"),
    ],
)
def test_the_noun_after_a_figure_ends_where_something_is_done(text: str, name: str) -> None:
    assert only(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("划分网格448个，", "网格"),
        ("解决民生问题1.5万余件。", "民生问题"),
        ("社区事务减少130余项，", "社区事务"),
        ("打造“快递小哥爱心驿站”15个、", "“快递小哥爱心驿站”"),
        ("建成乡镇（街道）服务站14个、", "乡镇（街道）服务站"),
        ("全市存续商事主体422.3万户，", "存续商事主体"),
        ("居民满意度达98.6%。", "居民满意度"),
        ("开展宣讲、培训等活动300余场次，", "活动"),
        ("改造老旧小区45个惠及居民1.2万户", "老旧小区"),
        ("立案1840件，", "立案"),
        ("大讨论开展四个多月来，", "大讨论开展"),
        ("党员干部占比62%，", "党员干部占比"),
        ("本级收入占全区比重为62%。", "本级收入占全区比重"),
        ("办理时限压缩至3天，", "办理时限"),
    ],
)
def test_the_noun_before_a_figure(text: str, name: str) -> None:
    assert only(text)[0] == name


def test_a_standard_is_of_each() -> None:
    assert only("按照每个网格300户的标准，每村不少于2人，以每个站点覆盖100—300户为标准") == [
        "每个网格",
        "每村",
        "每个站点",
    ]
    assert only("救助标准提高到每人每月1395元，") == ["救助标准"]
    assert only("按照每个婴幼儿每月2000元的标准扣除") == ["每个婴幼儿"]


def test_growth_is_of_what_was_counted_before() -> None:
    assert only(
        "一般公共预算收入完成123.4亿元，同比增长8.1%，增速比上半年快0.1个百分点，高于全国（6.9%）1.2个百分点。"
    ) == [*("一般公共预算收入", "一般公共预算收入同比增长", "增速比上半年快", "增速高于全国", "增速高于全国（6.9%）")]
    assert only("监察对象达到99.7万人，较改革前增加78.7万人；处置问题线索6766件，同比上升29.7%。") == [
        *("监察对象", "监察对象较改革前增加", "问题线索", "问题线索同比上升")
    ]


def test_a_sentence_begins_anew() -> None:
    assert only("划分网格448个。同比增长8.1%。") == ["网格", "同比增长"]


def test_from_one_value_to_the_next_is_of_the_same() -> None:
    assert only("审批事项从2147项压减至377项，群众满意度由89.6%上升到97.3%。") == [
        *("审批事项", "审批事项", "群众满意度", "群众满意度")
    ]


def test_two_figures_of_one_thing() -> None:
    assert only("采取措施16批次，限制出境179批次633人。") == ["措施", "限制出境", "限制出境"]
    assert only("部署6方面33项措施，") == ["措施", "措施"]


def test_dealt_out_in_their_order() -> None:
    assert counted("解决率、满意率分别从53%、65%大幅提升至97%。") == ["53% 解决率", "65% 满意率", "97% 解决率、满意率"]
    assert only("城镇、农村居民人均可支配收入分别增长5.1%和6.6%。") == [
        *("城镇居民人均可支配收入增长", "农村居民人均可支配收入增长")
    ]
    assert only("接待游客320万人次、实现旅游收入28亿元，分别增长15.3%和18.6%。")[2:] == ["游客增长", "旅游收入增长"]
    assert only("响应率、解决率、满意率均达到100%。") == ["响应率、解决率、满意率"]


def test_what_else_says_it() -> None:
    assert only("实行分级响应（最快2小时处置）") == ["处置"]
    assert only("不到24小时，隐患就被清除了。") == ["隐患"]
    assert only("2017年1至8月，3省（市）已开具文书") == ["省（市）"]
    assert only("班子成员、基层负责人共计50余人参加会议。") == ["参加会议"]
    assert only("社会物流总额稳定，超过300万亿元。") == ["社会物流总额"]


def test_the_words_are_those_of_the_text() -> None:
    assert only("建立「红色驿站」１５个,覆盖⽹格（村）") == ["「红色驿站」"], "as stored, not as folded"


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=14).map("".join))
def test_there_is_an_object_or_none_for_every_figure(text: str) -> None:
    folded = shadow(text)
    found = measures(folded)
    names = objects(text, folded, found, rjieba.tag)
    assert len(names) == len(found) and all("\n" not in name for name in names)
