"""Page dumps: which lines are title, metadata, body and furniture."""

# ruff: noqa: E501  lists of cases are read by rows

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.text.dumps import Part, parse_dump

DUMP = """云岭资讯网

欢迎来到云岭资讯网!
当前所在:首页 > 基层治理 > 正文

青禾县:“三张清单”破题 一网统管见效

发布时间:2024-05-06 来源: 云岭先锋 作者:佚名

　　近年来,青禾县坚持以清单管理破解基层难题,取得明显成效。

　　一是列出“需求清单”。全县收集群众需求326件。
  二是列出“资源清单”。

原文链接:https://www.ylxf.example/html/43140.html
[免责声明] 本文来源于网络转载,仅供学习交流使用。
云岭资讯网 ylzx.example 版权所有。
联系电话:0000-56212745
"""


def parts(text: str, part: Part) -> list[str]:
    return [line.text for line in parse_dump(text).lines if line.part is part]


def test_a_dump_comes_apart():
    dump = parse_dump(DUMP)
    assert dump.is_dump
    assert dump.title == "青禾县:“三张清单”破题 一网统管见效"
    assert (dump.published, dump.source, dump.author) == ("2024-05-06", "云岭先锋", None)
    assert dump.original_url == "https://www.ylxf.example/html/43140.html"
    assert dump.body == [
        "近年来,青禾县坚持以清单管理破解基层难题,取得明显成效。",
        "一是列出“需求清单”。全县收集群众需求326件。",
        "二是列出“资源清单”。",
    ]


def test_every_line_has_its_part():
    assert parts(DUMP, Part.FURNITURE) == [
        "云岭资讯网",
        "欢迎来到云岭资讯网!",
        "当前所在:首页 > 基层治理 > 正文",
        "[免责声明] 本文来源于网络转载,仅供学习交流使用。",
        "云岭资讯网 ylzx.example 版权所有。",
        "联系电话:0000-56212745",
    ]
    assert parts(DUMP, Part.METADATA) == [
        "发布时间:2024-05-06 来源: 云岭先锋 作者:佚名",
        "原文链接:https://www.ylxf.example/html/43140.html",
    ]


def test_the_title_is_the_line_above_the_byline_not_the_buttons():
    text = "云岭网\n青禾县：小网格托起大民生\n【字体：大 中 小】\n2024-05-06 来源：云岭网\n正文第一段，在这里。\n正文第二段。"
    assert parse_dump(text).title == "青禾县：小网格托起大民生"


def test_windows_line_ends_and_offsets():
    text = DUMP.replace("\n", "\r\n")
    for line in parse_dump(text).lines:
        assert text[line.start : line.end] == line.text


def test_an_ordinary_text_is_no_dump():
    dump = parse_dump(
        "网格札记\n\n今天去了东岭镇，看了三个网格。\n来源清楚、去向明白，是办事的规矩，也是群众最关心的事情之一。"
    )
    assert not dump.is_dump
    assert dump.title == "网格札记"
    assert len(dump.body) == 2


def test_a_text_whose_first_line_is_a_sentence_has_no_title():
    dump = parse_dump("今天去了东岭镇，看了三个网格。\n收获很大。")
    assert (dump.title, len(dump.body)) == ("", 2)


def test_a_date_in_the_text_does_not_make_it_a_dump():
    assert not parse_dump("工作总结\n2024年5月6日，全县召开会议，部署工作。\n会后各镇行动迅速。").is_dump


def test_a_disclaimer_in_the_first_line_of_the_body_is_kept():
    dump = parse_dump(
        "标题\n2024-05-06 10:00 来源：云岭网\n本站部分内容由用户提供的说法，引起了讨论。\n第二段，在这里。"
    )
    assert len(dump.body) == 2


def test_empty():
    assert parse_dump("").lines == ()
    assert parse_dump(" \n　\n").lines == ()


LINES = st.lists(
    st.sampled_from(
        ["标题一行", "2024-05-06 来源：云岭网", "　　正文的一段，写在这里。", "责任编辑：何田", "", "  ", "首页 > 要闻", "原文链接：http://a.example/b",
         "版权所有", "𬭎 字", "\u2028", "\t"]
    ),
    max_size=20,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\u2028"]))
def test_every_visible_line_is_there_once_at_its_place(lines, end):
    text = end.join(lines)
    found = parse_dump(text).lines
    assert [line.text for line in found] == [
        piece.strip() for piece in text.replace("\u2028", "\n").splitlines() if piece.strip()
    ]
    for line in found:
        assert text[line.start : line.end] == line.text
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_byline_at_the_end_takes_no_text_with_it():
    text = "第一段写的是网格工作，做法很多，成效也很明显。\n第二段写的是服务群众，办了不少实事。\n来源：青禾先锋\n文字：林青\n编辑：何田"
    dump = parse_dump(text)
    assert dump.body == text.split("\n")[:2]
    assert (dump.source, dump.author) == ("青禾先锋", "林青")


def test_a_tail_line_early_in_a_text_takes_nothing_with_it():
    text = "网格札记\n" + "相关阅读\n" + "正文写在这里，有很多字，说的是网格工作的做法和成效。\n" * 8
    assert len(parse_dump(text).body) == 9


def test_invisible_characters_make_no_line():
    assert [line.text for line in parse_dump("\u200b\n\ufeff标题\u200b\n\u200b　\n正文在这里。").lines] == [
        "标题",
        "正文在这里。",
    ]


def test_the_author_as_printed_is_kept_beside_who_it_is():
    dump = parse_dump(DUMP)
    assert (dump.author, dump.signed) == (None, "佚名")
    assert parse_dump("标题\n2024-05-06 作者：林青\n正文在这里。").signed == "林青"
    assert parse_dump("标题\n正文在这里，有一句。\n来源：清河网").signed is None


NOTE = """---
title: 清河市关于印发基层治理规划的通知
publish_date: 2022-05-17
source: 清河市人民政府
---

清河市关于印发

基层治理规划的通知

各镇要认真贯彻落实，确保各项任务按期完成。
"""


def test_front_matter_is_metadata_and_gives_the_title_over_its_lines():
    dump = parse_dump(NOTE)
    assert dump.is_dump
    assert (dump.title, dump.published, dump.source) == (
        "清河市关于印发基层治理规划的通知",
        "2022-05-17",
        "清河市人民政府",
    )
    assert parts(NOTE, Part.TITLE) == ["清河市关于印发", "基层治理规划的通知"]
    assert parts(NOTE, Part.METADATA)[0] == "---"
    assert dump.body == ["各镇要认真贯彻落实，确保各项任务按期完成。"]


def test_the_marks_of_a_markdown_title_are_no_part_of_it():
    assert parse_dump("# 东岭镇治理经验\n东岭镇辖12个村，人口3.2万人。").title == "东岭镇治理经验"


def test_who_made_it_is_metadata_and_no_furniture():
    text = "活动纪实\n第一段写的是网格工作，做法很多，成效也很明显。\n来源：青禾先锋\n文字：林青\n图片：何田\n审核：高原"
    assert parts(text, Part.FURNITURE) == []
    assert parts(text, Part.METADATA) == ["来源：青禾先锋", "文字：林青", "图片：何田", "审核：高原"]
