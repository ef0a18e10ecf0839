"""Head and tail of a body."""

# ruff: noqa: E501  lists of cases are read by rows

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.trimming import repeats, trim

from .extraction import FIRST, HEADING, SECOND, body_lines, page, shown


def test_attachments_stay_and_other_links_go():
    links = "".join(f"<p><a href='/{i}.html'>云岭市召开第{i}次会议</a></p>" for i in range(4))
    found = body_lines(
        page(f"{HEADING}<div><p>{FIRST}</p><p>{SECOND}</p><p>附件：<a href=/a.docx>办法.docx</a></p>{links}</div>")
    )
    assert found[2:] == ["附件：办法.docx"]


def kept(markup: str, title: str = "云岭市：小网格托起大民生") -> list[str]:
    """The lines that are left of a body."""
    return [line.text for line in trim(shown(f"<div>{markup}</div>"), title)]


BODY = [FIRST, SECOND]
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"

HEADS = {
    "the title": "云岭市：小网格托起大民生",
    "a part of the title": "小网格托起大民生",
    "the title over two lines": "云岭市：小网格<br>托起大民生",
    "the byline": "2025-03-18 09:20 来源：云岭日报",
    "a subtitle before the byline": "基层治理观察<br>2025-03-18 09:20",
    "buttons": "【字体：大 中 小】",
    "a credit": "本报记者 林青",
    "the title elsewhere": "原标题：小网格里的大民生",
    "signs alone": "| 1 / 2 |",
    "a link elsewhere": "<a href=/list>云岭要闻</a>",
}
TAILS = {
    "editors": "责任编辑：何田",
    "what is cut with them": "责任编辑：何田<br>欢迎来信",
    "where it comes from": "原文链接：https://www.qinghe.example/a/1.html",
    "a credit": "（记者 林青）",
    "the end": "（完）",
    "page numbers": "上一页 1 2 下一页",
    "tags": "#基层治理#",
    "a link elsewhere": "<a href=/list>更多要闻在这里</a>",
    "icons under furniture": "分享<img src=a.png><img src=b.png>",
}


@pytest.mark.parametrize("reason", HEADS)
def test_what_stands_above_goes(reason):
    assert kept(f"<p>{HEADS[reason]}</p>{TEXT}") == BODY


@pytest.mark.parametrize("reason", TAILS)
def test_what_stands_below_goes(reason):
    assert kept(f"{TEXT}<p>{TAILS[reason]}</p>") == BODY


@pytest.mark.parametrize(
    "line",
    ["一、背景", "同志们：", "附件：1.名单", "<a href=/a.docx>名单</a>", "云岭市人民政府", "2025年3月18日"],
)
def test_what_belongs_to_the_article_stays(line):
    text = line if "<" not in line else "名单"
    assert kept(f"<p>{line}</p>{TEXT}") == [text, *BODY]
    assert kept(f"{TEXT}<p>{line}</p>") == [*BODY, text]


def test_a_disclaimer_in_the_middle_cuts_nothing():
    assert kept(f"<p>{FIRST}</p><p>声明：以上数字为初步统计。</p>{TEXT * 3}").count(SECOND) == 3


def test_the_table_above_a_document_goes():
    rows = {"索引号": "QH-2025-12", "发文机关": "青禾县人民政府", "成文日期": "2025-03-18", "发文字号": "青政发〔2025〕3号"}
    table = "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in rows.items())
    assert kept(f"<table>{table}</table>{TEXT}") == BODY
    empty = table.replace("青政发〔2025〕3号", "")
    assert kept(f"<table>{empty}</table>{TEXT}") == BODY, "a value that is missing takes no paragraph with it"


def test_a_text_that_a_page_holds_twice_is_read_once():
    long = [f"第{number}段。{FIRST}{SECOND}" for number in range(3)]
    once = "".join(f"<p>{each}</p>" for each in long)
    assert kept(once + once) == long


def test_links_between_paragraphs_go_and_a_single_one_stays():
    links = "".join(f"<p><a href=/{number}>青禾县召开第{number}次会议</a></p>" for number in range(3))
    assert kept(f"<p>{FIRST}</p>{links}<p>{SECOND}</p>") == BODY
    assert kept(f"<p>{FIRST}</p><p><a href=/1>青禾县召开会议</a></p><p>{SECOND}</p>") == [FIRST, "青禾县召开会议", SECOND]


def test_a_picture_at_the_end_of_the_text_stays():
    lines = trim(shown(f"<div>{TEXT}<p><img src=a.jpg></p></div>"), "")
    assert lines[-1].image is not None


@given(st.text("云岭市小网格 ：“”AB", max_size=12), st.text("云岭市小网格 ：“”AB", max_size=12))
def test_a_title_repeats_itself_whatever_its_signs(text, more):
    signs = text.replace("：", "").replace(" ", "").replace("“", "").replace("”", "")
    assert repeats(f"《{text}》", text) == bool(signs)
    assert repeats(text, more) or text != more or not signs


def test_long_menus_in_the_box_of_the_body_end_with_the_byline():
    menu = "".join(f"<div>{name} 要闻 图片 视频 专题 访谈</div>" for name in ["新闻", "财经", "观点", "文化", "国情", "智库", "民生", "教育", "科技", "体育", "旅游", "法治"] * 3)
    head = "<div>云岭市：小网格托起大民生</div><div>2025-03-18 09:20 来源：云岭日报</div>"
    text = [f"{number}.{FIRST}{SECOND}" for number in range(9)]
    body = "".join(f"<div>{line}</div>" for line in text)
    markup = f"<html><title>云岭网</title><body>{menu}{head}{body}</body></html>"
    assert body_lines(markup) == text


def test_a_byline_below_running_text_cuts_nothing():
    markup = f"<html><title>云岭网</title><body><p>{FIRST}</p><p>2025-03-18 09:20 来源：云岭日报</p><p>{SECOND}</p></body></html>"
    assert FIRST in body_lines(markup)
