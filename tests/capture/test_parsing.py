"""Bytes of every format to blocks and metadata."""

# ruff: noqa: E501  lists of cases are read by rows

import pytest

from reader.capture import capture
from reader.capture.parsing import Source, parse
from reader.model.blocks import BlockKind


def test_markdown(parser):
    text = "# 调研笔记\n\n青禾县**网格**工作。\n\n- 一条\n- 两条\n\n| 镇 | 户 |\n|---|---|\n| 东岭 | 12 |\n\n<script>x</script>\n"
    article = capture("notes.md", data=text.encode(), parser=parser)
    assert article.metadata.title == "调研笔记"
    assert [block.kind for block in article.blocks[:3]] == [
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert "东岭\t12" in article.text
    assert "<script" not in article.html
    assert "**网格**" in article.markdown


def test_plain_text(parser):
    text = "网格工作札记\r\n\r\n　　第一段，写在这里。\r\n　　第二段，也在这里。\r\n"
    article = capture("-", data=text.encode("gb18030"), parser=parser)
    assert article.metadata.title == "网格工作札记"
    assert article.text == "第一段，写在这里。\n第二段，也在这里。"
    assert article.encoding == "gb18030"


def test_a_page_dump(parser):
    dump = (
        "云岭政务网\n当前位置：首页 > 经验交流 > 正文\n青禾县：一网统管见实效\n发布时间：2024-05-06 来源：云岭发布 作者：佚名\n"
        "　　第一段，写的是网格。\n　　第二段，写的是服务。\n原文链接：https://www.yunling.example/info/1.html\n"
        "免责声明：本文来源于网络。\n云岭政务网 版权所有\n"
    )
    article = capture("dump.txt", data=dump.encode(), parser=parser)
    found = article.metadata
    assert (found.title, found.published, found.source, found.author, found.original_url, found.url) == (
        "青禾县：一网统管见实效", "2024-05-06", "云岭发布", None, "https://www.yunling.example/info/1.html", None
    )  # fmt: skip
    assert article.text == "第一段，写的是网格。\n第二段，写的是服务。"


def test_another_charset_can_be_chosen(parser):
    data = "<p>青禾县推进网格工作，成效明显。</p>".encode("big5", "ignore")
    assert capture("-", data=data, parser=parser, encoding="big5").encoding == "big5hkscs"


def parsed(data: str | bytes, **source: str):
    return parse(data.encode() if isinstance(data, str) else data, Source(**source))


def test_no_page_can_guess_the_names_of_images():
    page = "<p>基层治理，<img src='lib:00-0'><img src=a.png><img src=a.png><img src='javascript:x'>要抓实。</p>"
    found = parsed(page, media_type="text/html")
    assert found.images == ["a.png"]
    assert found.html.count(f"lib:{found.token}-0") == 2
    assert "lib:00-" not in found.html
    assert parsed(page, media_type="text/html").token != found.token


def test_links_and_images_count_from_the_address_of_the_page():
    page = "<p>见<a href='b.html'>附件</a>和<a href='http://[::1'>别处</a>，<img src='../1.png'>要抓实。</p>"
    found = parsed(page, media_type="text/html", url="http://www.qinghe.example/a/")
    assert found.images == ["http://www.qinghe.example/1.png"]
    assert found.blocks[0]["runs"][0][3] == "http://www.qinghe.example/a/b.html"


def test_a_page_that_is_too_long_says_so(monkeypatch):
    monkeypatch.setattr("reader.capture.parsing.SOURCE_LIMIT", 2000)
    assert parsed("<p>基层治理，要抓实。</p>" * 200, media_type="text/html").truncated
    assert not parsed("<p>基层治理，要抓实。</p>" * 20, media_type="text/html").truncated


def test_titles_and_names_are_one_line_of_text():
    found = parsed("<title>青禾县\ufffc：\n  一网\u2028统管</title><p>基层治理，要抓实。</p>", media_type="text/html")
    assert found.title == "青禾县： 一网统管"


@pytest.mark.parametrize(
    ("name", "text", "blocks"),
    [
        ("a.txt", "<b>不是标记</b> &amp; 只是文字。", "<b>不是标记</b> &amp; 只是文字。"),
        ("a.md", "# 题\n\n<b>不是标记</b> \\& 只是文字。", "<b>不是标记</b> & 只是文字。"),
        ("a.html", "<b>是标记</b> &amp; 也是文字。", "是标记 & 也是文字。"),
    ],
)
def test_markup_is_markup_only_in_html(name, text, blocks):
    assert [block["text"] for block in parsed(text, name=name).blocks] == [blocks]
