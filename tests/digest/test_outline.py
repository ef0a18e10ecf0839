"""The outline of whole reports: what stands in the tree, in which words, and how deep."""

# ruff: noqa: E501  reports are read by lines

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.digest.reports import REST, article, heading, outlined, paragraph, written

from reader.digest import digest_article, digest_text
from reader.digest.outline import outline
from reader.digest.report import plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, canonical_text

EXPERIENCE = """清河市:“一二三”工作法激活基层治理

  近年来,清河市坚持党建引领,探索“一二三”工作法,构建共建共治共享的治理格局。

  构建“一张网格”服务群众零距离。为夯实治理根基,清河市划分网格448个,配备网格员1200名。

  加强“两支队伍”跑出治理“加速度”。市里注重建强队伍,充分发挥网格员作用。一是全面推行区域化联建,采取“1+N”的方式,组织37家单位与社区结对。二是持续深化网格化管理,将党员编入网格,实现精细化治理。

  落实“三项机制”服务更有温度。市里健全机制,凝聚合力。一是推出“清单化”服务,列出“需求清单”,办实事156件。二是在职党员到社区“双报到”,认领“微心愿”。三是引导新就业群体参与治理,建成驿站15个。
"""

WORK_REPORT = f"""清河市2024年政府工作报告
政 府 工 作 报 告
——2024年1月16日在清河市第八届人民代表大会第三次会议上
清河市人民政府市长　林青

各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，全市上下攻坚克难，完成了全年主要目标任务。
——经济总体回升向好。全市生产总值增长6.1%，居全省前列。
——民生保障有力有效。城镇新增就业3.2万人。
一是加大项目建设力度，推动经济运行持续好转。全年实施重点项目326个。
二是依靠创新引领产业升级。全社会研发投入增长12%。
三是深化改革扩大开放，持续改善营商环境，推动一批首创性改革举措在全市各领域落地见效并形成长效机制。出台政策40条。
各位代表！我们也清醒看到存在的问题：一是经济回升基础不牢，二是财政收支矛盾突出。
二、2024年重点工作
（一）大力推进现代化产业体系建设。以科技创新推动产业创新。
推动产业链供应链优化升级。保持工业经济平稳运行，实施制造业高质量发展行动。
积极培育新兴产业。实施产业创新工程，完善产业生态。
（二）着力扩大内需
{REST}
各位代表！让我们更加紧密地团结起来，为建设现代化清河而努力奋斗！
"""

PLAN = f"""清河市“十四五”基层治理规划

目　录
第一章　总则……1
第一节　规划背景……1
第二章　主要任务……5

第一章　总则
第一节　规划背景
{REST}
第二节　指导思想
{REST}
第二章　主要任务
专栏1　网格提升工程
到2025年，全市网格党支部实现全覆盖。
第三节　健全机制
1.完善议事协商机制。每个社区每月召开一次议事会。
2.完善矛盾化解机制。建立调解员队伍500人。
（1）建立台账。各镇建立矛盾纠纷台账，定期销号。
（2）定期回访。对已化解的矛盾三个月内回访。
附件：1.重点任务分工表
2.指标体系表

清河市人民政府
2021年5月17日
"""

CASES = {
    "topic sentences with enumerators inside": (
        EXPERIENCE,
        [
            "|构建“一张网格”服务群众零距离",
            "|加强“两支队伍”跑出治理“加速度”",
            "  一是|全面推行区域化联建",
            "  二是|持续深化网格化管理",
            "|落实“三项机制”服务更有温度",
            "  一是|推出“清单化”服务",
            "  二是|在职党员到社区“双报到”",
            "  三是|引导新就业群体参与治理",
        ],
    ),
    "a government work report": (
        WORK_REPORT,
        [
            "一、|2023年工作回顾",
            "  ——|经济总体回升向好",
            "  ——|民生保障有力有效",
            "  一是|加大项目建设力度，推动经济运行持续好转",
            "  二是|依靠创新引领产业升级",
            "  三是|深化改革扩大开放",
            "  一是|经济回升基础不牢",
            "  二是|财政收支矛盾突出",
            "二、|2024年重点工作",
            "  （一）|大力推进现代化产业体系建设",
            "  （二）|着力扩大内需",
        ],
    ),
    "a plan: contents, boxes and attachments are no nodes": (
        PLAN,
        [
            "第一章|总则",
            "  第一节|规划背景",
            "  第二节|指导思想",
            "第二章|主要任务",
            "  第三节|健全机制",
            "    1.|完善议事协商机制",
            "    2.|完善矛盾化解机制",
            "      （1）|建立台账",
            "      （2）|定期回访",
        ],
    ),
    "lines of their own, kicker and head": (
        f"近年来，石桥区探索网格治理，取得了明显成效。\n一网格一支部\n四级组织一贯到底\n{REST}\n强化数智赋能\n夯实治理硬支撑\n{REST}",
        ["|一网格一支部 四级组织一贯到底", "|强化数智赋能 夯实治理硬支撑"],
    ),
    "a number in its line, the title below": (
        f"小网格托起大民生\n01\n党建引领聚合力\n{REST}\n02\n多元共治解难题\n{REST}",
        ["01|党建引领聚合力", "02|多元共治解难题"],
    ),
    "Markdown": (
        f"# 东岭镇治理经验\n## 一、基本情况\n{REST}\n## 二、主要做法\n### （一）党建引领\n**建强堡垒。** {REST}\n**选好头雁。** {REST}\n## 三、启示\n①要坚持党的领导；②要坚持群众路线。",
        [
            "## 一、|基本情况",
            "## 二、|主要做法",
            "  ### （一）|党建引领",
            "    |建强堡垒",
            "    |选好头雁",
            "## 三、|启示",
            "  ①|要坚持党的领导",
            "  ②|要坚持群众路线",
        ],
    ),
    "parts without a number above numbers that begin anew": (
        f"东区新闻\n二○二三年工作回顾\n{REST}\n一、经济稳中有进\n{REST}\n二、民生持续改善\n{REST}\n二○二四年工作安排\n{REST}\n一、抓项目\n{REST}\n二、抓民生\n{REST}",
        [
            "|二○二三年工作回顾",
            "  一、|经济稳中有进",
            "  二、|民生持续改善",
            "|二○二四年工作安排",
            "  一、|抓项目",
            "  二、|抓民生",
        ],
    ),
    "a speech: words of order, one series inside the other": (
        "在全县基层治理会议上的讲话\n同志们：\n第一，提高认识，增强责任感。各级各部门要高度重视这项工作，把它抓在手上。\n首先，要认识到形势的紧迫性。其次，要认识到任务的艰巨性。\n第二，突出重点，抓好落实。要聚焦短板弱项，一项一项地推进，一个一个地解决。\n一要抓组织体系。二要抓队伍建设。三是抓服务保障。\n第三，加强领导，严格考核。把治理成效纳入年度考核。\n谢谢大家！",
        [
            "第一，|提高认识，增强责任感",
            "  首先，|要认识到形势的紧迫性",
            "  其次，|要认识到任务的艰巨性",
            "第二，|突出重点，抓好落实",
            "  一要|抓组织体系",
            "  二要|抓队伍建设",
            "  三是|抓服务保障",
            "第三，|加强领导，严格考核",
        ],
    ),
    "line breaks of headings lost": (
        "青禾县环境整治方案\n一、指导思想以“爱国卫生月”为契机，全面动员，系统落实，解决群众关心的突出问题，努力改善城乡面貌。\n二、实施步骤：分两个阶段(一)第一阶段:宣传发动阶段(4月1日-4月8日)要广泛宣传。(二)第二阶段:集中整治阶段(4月9日-5月8日)要全面清理。",
        ["一、|指导思想", "二、|实施步骤", "  (一)|第一阶段:宣传发动阶段", "  (二)|第二阶段:集中整治阶段"],
    ),
    "numbers inside the lead": (
        "社区减负有实招\n清河市提出以下三个方面要求:一、减事项，清理事务130项。二、减报表，数量压减六成。三、减会议，设立无会日。",
        ["一、|减事项", "二、|减报表", "三、|减会议"],
    ),
    "1.1 and 1.1.1": (
        f"石桥镇数字治理报告\n1 总体情况\n{REST}\n1.1 平台建设\n{REST}\n1.2 运行机制，闭环管理\n{REST}\n1.2.1 上报\n{REST}\n1.2.2 分派\n{REST}\n2 主要问题\n{REST}",
        ["1|总体情况", "  1.1|平台建设", "  1.2|运行机制，闭环管理", "    1.2.1|上报", "    1.2.2|分派", "2|主要问题"],
    ),
    "topic sentences under numbered headings": (
        f"青禾县：“网格+”破题\n一、强化组织引领\n建强网格支部。{REST}\n压实网格责任。{REST}\n二、强化机制保障\n坚持问题导向。{REST}\n坚持群众满意。{REST}",
        ["一、|强化组织引领", "  |建强网格支部", "  |压实网格责任", "二、|强化机制保障", "  |坚持问题导向", "  |坚持群众满意"],
    ),
    "steps": (
        "“五步”议事有章法\n社区推行“五步”议事。第一步:找事。网格员入户收集。第二步:议事。党支部召集协商。第三步:办事。物业限期办结。",
        ["第一步:|找事", "第二步:|议事", "第三步:|办事"],
    ),
    "a series that begins anew in the next paragraph": (
        "什么是“三新”经济\n新产业表现为：一是新技术催生的新产业；二是传统产业形成的新产业。\n新业态表现为：一是以互联网为依托的经营；二是商业流程的创新。",
        ["一是|新技术催生的新产业", "二是|传统产业形成的新产业", "一是|以互联网为依托的经营", "二是|商业流程的创新"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_outline_of_a_text(text, expected):
    assert outlined(text) == expected


TRAPS = {
    "industries and other ordinals": "第一产业增加值增长3%，第二产业增长5%，第一书记全部到岗，第一时间处置。",
    "on the one hand": "一方面抓队伍，另一方面抓保障，既抓当前，又抓长远。",
    "holidays": "五一、十一、春节期间，各镇都安排人员值班。",
    "unified": "做到三个统一是前提，唯一是群众满意。",
    "one marker alone": "主要是两点，一是要抓早抓小，其余从略。",
    "references to clauses": "依照第五条第(一)项和第六条第(二)项办理。",
    "titles of documents": "《若干规定（一）》《若干规定（二）》相继出台。",
    "openings of minutes": "会议指出，开局良好。会议内容很多。\n会议强调，再接再厉。各单位要落实。\n会议要求，抓紧部署。全镇要行动。",
    "openings of news": "林青走进社区。她看望了三户居民，了解他们的生活情况。\n何田来到广场。他和居民一起打扫卫生，清理小广告。",
    "a statistical table": "全年产量稳定，居全省前列，完成了目标任务。\n产品名称\n计量单位\n产量\n原煤\n万吨\n120\n生产形势总体稳定，好于上年同期，也好于全省。",
    "notes": "全年产量稳定，居全省前列，完成了目标任务。\n注：\n1.本公报数据为初步统计数。\n2.部分数据因四舍五入存在误差。",
    "who signs": "特此通知，请各单位认真组织实施，务求取得实效。\n清河市人民政府\n2024年3月20日",
    "salutations": "各位代表！\n过去一年的成绩来之不易，这是市委坚强领导的结果。\n各位代表！\n今年的任务十分繁重，我们要坚定信心，奋力前行。",
    "fields": "时间：5月22日\n全镇干部参加了会议，会议由镇长主持，开了半天。\n地点：镇政府\n会后大家参观了网格驿站，听取了情况介绍，很受启发。",
    "document numbers": "现将有关事项通知如下，请结合实际认真贯彻落实。\n清政发〔2024〕12号\n各镇要高度重视，加强领导，确保各项任务按期完成。\n清政办发〔2024〕3号\n各部门要密切配合，形成合力，做好各项保障工作。",
}  # fmt: skip


@pytest.mark.parametrize("body", TRAPS.values(), ids=TRAPS.keys())
def test_what_divides_nothing_is_no_node(body):
    assert outlined(f"清河市工作情况\n{body}\n以上就是全部情况，请领导审阅，并提出宝贵意见。") == []


def test_headings_of_a_page_and_what_the_text_says_make_one_tree():
    report = article(
        heading("一、强化组织引领"),
        paragraph(REST + "一是建强支部，二是选好头雁，三是管好队伍。"),
        heading("（一）织密网格", 3),
        paragraph("第一段讲网格。" + REST),
        heading("结语"),
        paragraph(REST),
    )
    assert written(outline(report)) == [
        "一、|强化组织引领", "  一是|建强支部", "  二是|选好头雁", "  三是|管好队伍", "  （一）|织密网格", "|结语",
    ]  # fmt: skip


def test_numbers_decide_where_a_page_gives_all_headings_one_level():
    report = article(
        heading("前言"), paragraph(REST), heading("一、做法"), heading("（一）织密网格"), paragraph(REST),
        heading("（二）压实责任"), paragraph(REST), heading("二、成效"), paragraph(REST), heading("结语"), paragraph(REST),
    )  # fmt: skip
    assert written(outline(report)) == [
        "|前言", "一、|做法", "  （一）|织密网格", "  （二）|压实责任", "二、|成效", "|结语",
    ]  # fmt: skip


def test_levels_that_a_page_leaves_out_are_closed_up():
    report = article(heading("甲部分工作", 2), paragraph(REST), heading("乙项工作", 5), paragraph(REST))
    assert [node.level for node in outline(report)] == [1, 2]


def test_bold_sentences_are_labels_even_below_the_second_level():
    report = article(
        heading("一、做法", 2), heading("（一）织密网格", 3),
        paragraph("建强堡垒。" + REST, bold=5), paragraph("选好头雁。" + REST, bold=5),
    )  # fmt: skip
    assert written(outline(report))[2:] == ["    |建强堡垒", "    |选好头雁"]


def test_the_headline_once_more_above_the_text_is_no_node():
    same = article(heading("清河市：小网格托起大民生", 1), paragraph(REST), heading("做法"), paragraph(REST))
    other = article(
        heading("清河：网格托起民生", 1), heading("做法"), paragraph(REST), heading("成效"), paragraph(REST)
    )
    assert [written(outline(report)) for report in (same, other)] == [["|做法"], ["|做法", "|成效"]]


def test_captions_cells_and_what_stands_below_a_picture_are_no_nodes():
    report = article(
        paragraph(REST), Block(BlockKind.IMAGE, image="a" * 64), paragraph("网格员入户走访"), paragraph(REST),
        Block(BlockKind.IMAGE), Block(BlockKind.CAPTION, "一、网格驿站"), Block(BlockKind.TABLE_ROW, "一、网格\t448"),
        Block(BlockKind.TABLE_ROW, "二、支部\t326"), Block(BlockKind.IMAGE), paragraph("驿站一角"), paragraph(REST),
    )  # fmt: skip
    assert outline(report) == []


def test_offsets_of_an_article_count_in_its_canonical_text():
    blocks = [paragraph(REST), heading("一、做法"), paragraph("内容是一是建网格，二是强支部。")]
    nodes = digest_article(Metadata(title="清河市：小网格"), blocks).outline
    text = canonical_text(blocks)
    assert [text[node.start : node.end] for node in nodes] == ["一、做法", "一是建网格", "二是强支部"][: len(nodes)]
    assert nodes[0].text == "一、做法"


PIECES = st.sampled_from(
    ["一、", "（一）", "二、", "（二）", "1.", "2.", "第一章 ", "第二章 ", "一是", "二是", "首先，", "其次，", "——", "①", "②", "## ", "#", "**",
     "强化治理", "织密网格。", REST, "，", "。", "；", "“", "”", "\n", "　　", "01\n", "目录\n", "附件：", "1.1 ", "1.2 ", "\u200b", "⺠", "𬭎"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_node_stands_where_it_says_and_no_level_is_left_out(text):
    nodes = digest_text(text).outline
    assert all(text[node.start : node.end] == node.text and node.title for node in nodes)
    assert [node.start for node in nodes] == sorted(node.start for node in nodes)
    levels = [0, *(node.level for node in nodes)]
    assert all(1 <= after <= before + 1 for before, after in pairwise(levels))


BLOCKS = st.one_of(
    st.builds(heading, st.sampled_from(["一、做法", "（一）织密网格", "成效", "1.建网格", "2.强支部"]), st.integers(1, 6)),
    st.builds(paragraph, st.sampled_from([REST, "二、成效", "建强堡垒。" + REST, "一是甲，二是乙。", ""]), st.sampled_from([0, 5])),
    st.builds(Block, st.sampled_from(list(BlockKind)), st.sampled_from(["一、甲事", "乙事", REST, ""])),
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=14))
def test_every_article_has_a_tree_without_gaps(blocks):
    text, nodes = canonical_text(blocks), digest_article(Metadata(title="清河"), blocks).outline
    assert all(text[node.start : node.end] == node.text for node in nodes)
    levels = [0, *(node.level for node in nodes)]
    assert all(1 <= after <= before + 1 for before, after in pairwise(levels))


def test_the_folded_forms_of_printed_pages_are_understood():
    assert outlined(f"情况\n一、⺠生⼯作\n{REST}\n⼆、基层治理\n{REST}") == ["一、|⺠生⼯作", "⼆、|基层治理"]
    assert outline(plain_report("")) == []
