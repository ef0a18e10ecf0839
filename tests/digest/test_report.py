"""The form in which layers read a report: what each line is, and what a page dump says about itself."""

from hypothesis import given
from hypothesis import strategies as st
from tests.digest.reports import paragraph

from reader.digest import digest_text
from reader.digest.report import Report, article_report, plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, Run, RunStyle, canonical_text
from reader.text.dumps import Part

DUMP = """首页 > 新闻 > 正文

清河市:“三联”模式走出新路

发布时间:2026-05-06 来源:清河日报 作者:李明

　　清河市建立“三联”工作法,服务群众１２００余人次。效果好。
　　全市划分网格88个,每个网格都有党支部,把走访、议事、办事三件事做在居民家门口,一年下来诉求明显减少,居民说变化就在身边。

责任编辑:王芳
版权所有 清河市人民政府办公室
"""


def test_furniture_is_blank_for_the_rules_and_body_keeps_its_place() -> None:
    report = plain_report(DUMP)
    assert len(report.content) == len(report.body) == len(report.dated) == len(DUMP)
    at = DUMP.index("１２００")
    assert report.body[at : at + 4] == "1200"
    assert "版权所有" not in report.content and "首页" not in report.content
    assert "三联”模式走出新路" in report.content and "三联”模式走出新路" not in report.body
    assert "2026-05-06" in report.dated and "2026-05-06" not in report.content


def test_sentences_stand_in_body_and_headline_without_their_indentation() -> None:
    report = plain_report(DUMP)
    said = [DUMP[sentence.start : sentence.end] for sentence in report.sentences]
    assert said == [
        "清河市:“三联”模式走出新路",
        "清河市建立“三联”工作法,服务群众１２００余人次。",
        "效果好。",
        "全市划分网格88个,每个网格都有党支部,把走访、议事、办事三件事做在居民家门口,一年下来诉求明显减少,居民说变化就在身边。",
    ]
    at = DUMP.index("余人次")
    found = report.sentence_at(at)
    assert found.start <= at < found.end


def test_an_article_is_its_headline_and_its_blocks() -> None:
    blocks = (
        Block(BlockKind.HEADING, "一、做法", level=2),
        Block(BlockKind.PARAGRAPH, "　　划分网格88个。"),
        Block(BlockKind.IMAGE),
        Block(BlockKind.TABLE_ROW, "网格\t88"),
    )
    report = article_report(Metadata("清河市的\n做法"), blocks)
    assert report.text[report.offset :] == canonical_text(blocks)
    assert report.title is not None and report.text[: report.title.end] == "清河市的 做法"
    shown = [(report.text[line.start : line.end], line.kind, line.level) for line in report.body_lines]
    assert shown == [
        ("一、做法", BlockKind.HEADING, 2),
        ("划分网格88个。", BlockKind.PARAGRAPH, 0),
        ("网格\t88", BlockKind.TABLE_ROW, 0),
    ]


@given(st.text(st.sampled_from("一二。\n \u3000\t1a“”《》：发布时间来源2026-")))
def test_every_line_is_where_it_says(text: str) -> None:
    report = plain_report(text)
    for line in report.lines:
        stored = text[line.start : line.end]
        assert stored and "\n" not in stored
        assert line.part in Part
        if line.part is Part.BODY:
            assert report.body[line.start : line.end] == report.shadow[line.start : line.end]
    _check_faces(report)


def _check_faces(report: Report) -> None:
    for face in (report.content, report.body, report.dated):
        assert len(face) == len(report.text)
        assert all(drawn in (" ", "\n", kept) for drawn, kept in zip(face, report.shadow, strict=True))


def test_the_author_is_given_as_printed_though_it_names_nobody() -> None:
    assert plain_report(DUMP).meta.author == "李明"
    assert plain_report(DUMP.replace("李明", "佚名")).meta.author == "佚名"
    assert plain_report("清河市今年修了路。").meta.author is None


PORTAL = """云岭资讯中心

欢迎来到云岭资讯网!
当前所在:首页 > 基层治理 > 正文

青禾县:“三张清单”破题

发布时间:2024-05-06 来源: 云岭先锋平台 作者:佚名

  近年来,青禾县坚持以清单管理破解基层难题,取得明显成效,群众满意度持续提升。
  一是列出“需求清单”。全县收集群众需求326件,办结率达到97%,形成了工作合力。

原文链接:https://www.ylxf.example/html/43140.html
[免责声明] 本文来源于网络转载,仅供学习交流使用,不构成商业目的。

本站部分信息由相应民事主体自行提供,该信息内容的真实性由该民事主体负责。
本网部分转载文章、图片等无法联系到权利人,请相关权利人联系本网站。
云岭网络技术有限公司主办 | 云岭全国信息一体化办公室 主管
云岭资讯网 ylzx.example 版权所有。
联系电话:0000-56212745,违法和不良信息举报电话:0000-57028685
第一办公区:清河市东街26号新闻大厦5层
邮箱:ylzx@ylzx.example  客服QQ:0000000000
"""


def test_what_a_dump_says_about_itself_is_complete():
    meta = digest_text(PORTAL).meta
    assert meta.title == "青禾县:“三张清单”破题"
    assert (meta.published, meta.source_name) == ("2024-05-06", "云岭先锋平台")
    assert meta.author == "佚名", "as printed"
    assert meta.original_url == "https://www.ylxf.example/html/43140.html"
    furniture = [line for line in PORTAL.split("\n") if line]
    furniture = furniture[:3] + furniture[8:]
    assert [PORTAL[span.start : span.end] for span in meta.boilerplate] == furniture
    assert len(furniture) == 11


def test_furniture_is_blank_to_the_layers_and_everything_stays_in_its_place():
    report = plain_report(PORTAL)
    assert len(report.body) == len(report.content) == len(report.shadow) == len(PORTAL)
    assert "免责声明" not in report.content and "青禾县:“三张清单”" not in report.body
    assert report.body.index("需求清单") == PORTAL.index("需求清单")


def test_the_bold_beginning_of_a_line_is_counted_without_its_indentation():
    block = Block(BlockKind.PARAGRAPH, "　建强堡垒。全县", runs=(Run(0, 3, RunStyle.BOLD), Run(3, 6, RunStyle.BOLD)))
    later = Block(BlockKind.PARAGRAPH, "全县建强堡垒", runs=(Run(2, 6, RunStyle.BOLD), Run(0, 6, RunStyle.ITALIC)))
    lines = article_report(Metadata(title="甲"), [block, later, paragraph("全粗", bold=2)]).body_lines
    assert [line.strong for line in lines] == [5, 0, 2]


def test_lines_right_below_a_picture_are_known():
    blocks = [Block(BlockKind.IMAGE), Block(BlockKind.PARAGRAPH, " "), paragraph("驿站一角"), paragraph("正文。")]
    lines = article_report(Metadata(title="甲"), blocks).body_lines
    assert [line.is_below_picture for line in lines] == [True, False]


@given(st.lists(st.sampled_from([*PORTAL.split("\n"), "---", "title: 甲", "\u2028", "　"]), max_size=12).map("\n".join))
def test_every_visible_line_has_its_place(text):
    report = plain_report(text)
    assert all(text[line.start : line.end].strip() for line in report.lines)
    assert all(report.lines[index].end <= line.start for index, line in enumerate(report.lines[1:]))
    assert {line.part for line in report.body_lines} <= {Part.BODY}
