"""The parts of a model: what its number word promises, and what the text names."""

import pytest

from reader.digest.headline_model import headline_model
from reader.digest.model_parts import model_number
from reader.model.digest import HeadlineModel

from .items import Page


def model(page: Page, *titles: str) -> HeadlineModel:
    found = headline_model(page.report, [page.node(title) for title in titles])
    assert found is not None
    for part in found.parts:
        assert part.text == page.report.text[part.start : part.end]
    return found


def names(found: HeadlineModel) -> list[str]:
    return [part.text for part in found.parts]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("六个一", 6),
        ("五联五创", 5),
        ("三项举措", 3),
        ("四到家", 4),
        ("两化驱动", 2),
        ("双报到", 2),
        ("一二三", None),
        ("543", None),
        ("1+10+N", None),
        ("一核多圈、多委合一", None),
        ("一网三联四到家", None),
        ("七彩虹桥", None),
        ("一网统管", None),
        ("石榴红", None),
        ("12345", None),
    ],
)
def test_a_number_word_promises_parts_when_it_is_one_and_counts(name: str, number: int | None) -> None:
    assert model_number(name) == number


def test_a_part_for_each_numeral_in_the_topic_sentences() -> None:
    first, second, third = "构建“一套机制”聚合力", "加强“两网融合”提效率", "落实三项行动暖民心"
    page = Page(
        "近年来，清河市探索建立“一二三”党建引领治理模式，破解难题。\n"
        f"{first}。清河市落实“三个清单”，建立“一套班子”。\n{second}。上级派来“两支队伍”。\n{third}。效果好。\n"
    )
    assert names(model(page, first, second, third)) == ["一套机制", "两网融合", "三项行动"]


def test_a_part_for_each_numeral_next_to_the_name() -> None:
    page = Page("柳林镇围绕阵地建设做文章，全面推行“五整合”“四统一”“三健全”的“543”工作法，提升组织力。")
    assert names(model(page)) == ["五整合", "四统一", "三健全"]


def test_what_a_numeral_counts_must_be_in_the_part() -> None:
    page = Page("清河市推行“一网三联”工作法，织密“一张网”，过去的“三个清单”作废，落实“三联机制”。")
    assert names(model(page)) == ["一张网", "三联机制"]


def test_so_many_of_one_kind_in_a_list() -> None:
    page = Page(
        "清河市推进“六个一”改革，形成政务服务“一网清”、数据共享“一表通”、审批“一章管”、热线“一号答”、"
        "执法“一队管”、监督“一码查”的格局。"
    )
    found = model(page)
    assert (found.number, names(found)) == (6, ["一网清", "一表通", "一章管", "一号答", "一队管", "一码查"])


def test_a_list_may_have_less_than_the_name_promises() -> None:
    page = Page("柳林镇推行“五联五创”模式，做到组织联建、队伍联管、活动联办、服务联做。效果好。")
    found = model(page)
    assert (found.number, names(found)) == (5, ["组织联建", "队伍联管", "活动联办", "服务联做"])


def test_so_many_of_one_kind_in_the_outline() -> None:
    parts = "一是政策宣讲到家。好。\n二是代办服务到家。好。\n三是关爱帮扶到家。好。\n"
    page = Page("南关社区探索“三到家”工作法。\n" + parts)
    found = headline_model(page.report, page.nodes("政策宣讲到家 代办服务到家 关爱帮扶到家"))
    assert found is not None and names(found) == ["政策宣讲到家", "代办服务到家", "关爱帮扶到家"]


@pytest.mark.parametrize(
    "text",
    [
        "清河市创新打造“石榴红”党建品牌，建成“红色驿站”“暖心驿站”“爱心驿站”。",
        "清河市推行“三联”工作法，听取群众意见、企业意见、专家意见。",
        "清河市推行“一二三”工作法，编制“一张清单”。",
    ],
)
def test_what_is_not_clear_is_left_out(text: str) -> None:
    assert names(model(Page(text))) == []
