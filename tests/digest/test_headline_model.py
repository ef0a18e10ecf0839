"""The headline model: which name is the article's own, and that there may be none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.headline_model import headline_model
from reader.digest.report import article_report, plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind


def model_of(text: str) -> str | None:
    found = headline_model(plain_report(text), ())
    if found is None:
        return None
    assert found.text == text[found.start : found.end]
    return found.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("近年来,清河市积极探索建立“一二三”党建引领基层治理模式,成效明显。", "“一二三”党建引领基层治理模式"),
        ("柳林镇围绕阵地建设,全面推行“五整合”“四统一”“三健全”的“543”工作法,提升组织力。", "“543”工作法"),
        ("清河市围绕乡村振兴,制定了“1234+N”的三年工作计划,逐项落实。", "“1234+N”的三年工作计划"),
        ("南关街道创新打造“石榴红”党建品牌，服务群众。", "“石榴红”党建品牌"),
        ("清河市深化「接访直达」改革，效果很好。", "「接访直达」改革"),
        ("3月2日，学院第一支部前往南关社区开展**“心连心，手拉手”**社区志愿活动。", "“心连心，手拉手”**社区志愿活动"),
        ("柳林镇创新推行“六步工作法”，化解矛盾。", "“六步工作法”"),
        ("清河区创新探索工业园区的治理模式，解决产业工人的难题。", "工业园区的治理模式"),
    ],
)
def test_a_method_or_campaign_is_named_in_the_lead(text: str, name: str) -> None:
    assert model_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "关于召开全市基层党建工作会议的通知\n定于3月5日召开会议，请各单位落实“第一书记”制度，做好准备。",
        "一季度，清河市生产总值210.3亿元，同比增长5.2%。全市推进“十四五”规划项目和“一带一路”建设。",
        "清河市人民政府关于印发《“十四五”养老服务体系建设规划》的通知\n各县（区）人民政府：\n为推进“健康清河”行动，制定本规划。",
        "清河市以新型工业化为方向，统筹推进“10+3”先进制造业集群和未来产业发展计划，加快转型。",
        "为深入开展“我为群众办实事”实践活动，清河区召开动员会，听取了各部门汇报。",
        "李明说，“我们要把工作做好。”建设美丽清河是大家的心愿。",
        "清河市：“数字”让日子更好\n“数字”农业、“数字”治理，无一不在书写这座城市的新故事。",
        "南关街道的居民喜欢“石榴红”项目，周末常去参加。",
        "清河市创新探索现代农业发展模式，粮食连年丰收。",
        "清河市积极探索新模式，经济社会发展取得新进展，人民生活水平有了新提高。",
        "",
        "\n \n",
    ],
)
def test_a_text_without_a_model_has_none(text: str) -> None:
    assert model_of(text) is None


def test_of_several_names_the_one_in_the_headline_is_the_model() -> None:
    text = (
        "清河市：“三联三促”激活治理末梢\n近年来，清河市落实“放管服”改革要求，推动“平安细胞”建设，基层更加稳定。\n"
        "在南关街道，“三联三促”工作机制把党员、楼长和商户联在一起。\n创新实施“三联三促”工作机制以来，纠纷减少。\n"
    )
    assert model_of(text) == "“三联三促”工作机制"


def test_the_first_full_mention_is_taken_though_a_later_one_says_more() -> None:
    text = "南关街道“石榴红”品牌有了新内容，居民称赞。\n街道创新打造“石榴红”品牌，建成驿站8个，服务群众。\n"
    found = headline_model(plain_report(text), ())
    assert found is not None and found.start == text.index("“石榴红”")


def test_a_name_that_only_the_headline_has_is_taken_from_there() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, "南关街道把党员、楼长和商户联在一起，办成了一批实事，居民称赞。")]
    title = "南关街道推行“楼长制”治理模式"
    found = headline_model(article_report(Metadata(title=title), blocks), ())
    assert found is not None and (found.text, found.start) == ("“楼长制”治理模式", title.index("“"))


def test_the_name_of_a_paper_is_no_mention() -> None:
    text = "清河市印发《关于推行“楼长制”治理模式的意见》，随后创新推行“楼长制”治理模式，覆盖全部社区。"
    found = headline_model(plain_report(text), ())
    assert found is not None and found.start == text.rindex("“楼长制”")


def test_far_from_lead_and_headline_only_an_own_name_often_repeated_counts() -> None:
    start = "清河市地处山区，人口不多，经济以农业为主，近年来旅游业也有了较快的发展，道路更加通畅。\n" * 3
    once = start + "其中，南关街道创新推行“石榴红”工作法，受到欢迎。\n"
    assert model_of(once) is None
    assert model_of(once + "“石榴红”越叫越响。\n“石榴红”走进企业，服务职工。\n") == "“石榴红”工作法"


@given(st.text(alphabet="“”‘一二三543+N模式探索推行的改革、，。：\n 《》*\ud800", max_size=60))
def test_any_text_is_read_and_the_place_is_exact(text: str) -> None:
    found = headline_model(plain_report(text), ())
    assert found is None or (found.text and found.text == text[found.start : found.end])
    assert headline_model(plain_report(text), ()) == found
