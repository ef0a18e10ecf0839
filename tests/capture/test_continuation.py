"""The next page is found at the end of the body, and pagers are trimmed."""

# ruff: noqa: E501  lists of cases and pages are read by rows

import pytest
from lxml import html as lxml_html

from reader.capture.continuation import Beyond, find_beyond, is_pager, trim_pager
from reader.capture.lines import read_lines

URL = "http://www.yunling.example/a/123.html"
TEXT = "".join(f"<p>第{n}点，县委把网格作为基层治理的最小单元，选派网格员，走访群众，收集意见，限时办结。</p>" for n in range(6))
LINK = "<a href='123_2.html'>下一页</a>"


def beyond(after: str, *, before: str = "", text: str = TEXT, url: str | None = URL, is_further: bool = False) -> Beyond:
    body = lxml_html.fragment_fromstring(text, create_parent="div")
    markup = f"<html><body>{before}<div class=content>{text}</div>{after}</body></html>"
    return find_beyond(markup, url, body, is_further=is_further)


def test_below_the_body():
    assert beyond(f"<p>责任编辑：周舟</p><div>{LINK}</div>").next_page == URL.replace("123", "123_2")


@pytest.mark.parametrize(
    "after",
    [
        f"<h3>东岭镇</h3>{LINK}",
        f"<p>相关阅读</p>{LINK}",
        f"<p>全部评论</p>{LINK}",
        f"<p>某网友写道：青禾区的做法值得学习，希望能在全市推广开来，让更多群众得到实惠，感受到温暖，谢谢。</p>{LINK}",
        f"{'<p>链接</p>' * 40}{LINK}",
    ],
)
def test_beyond_other_things_it_is_theirs(after):
    assert beyond(after) == Beyond()


def test_above_the_body_it_is_not_looked_for():
    assert beyond("", before=f"<div>{LINK}</div>") == Beyond()


def test_a_page_with_little_text_is_not_continued():
    assert beyond(LINK, text="<p>三月，青禾区的田野里，农机正在耕作。</p>") == Beyond()


def test_a_picture_show_is_not_continued_whatever_its_captions():
    assert beyond(LINK, url="http://www.yunling.example/tuji/123.html") == Beyond()
    assert beyond(LINK, url="http://www.yunling.example/pinglun/123.html").next_page


def test_without_an_address_nothing_is_known():
    assert beyond(LINK, url=None) == Beyond()


def test_an_address_with_a_number_is_believed_when_the_first_page_is_linked():
    here, following = URL.replace("123", "123_2"), URL.replace("123", "123_3")
    link = "<a href='123_3.html'>下一页</a>"
    assert beyond(link, url=here) == Beyond()
    assert beyond(f"<a href='123.html'>上一页</a> {link}", url=here).next_page == following
    assert beyond(link, url=here, is_further=True).next_page == following


def test_numbers_alone():
    assert beyond("<div>1 <a href='123_2.html'>2</a> <a href='123_3.html'>3</a></div>").next_page.endswith("123_2.html")
    assert beyond("<div><a href='123_2.html'>7</a></div>") == Beyond()


def test_the_whole_page():
    found = beyond("<a href='123_all.html'>余下全文</a>" + LINK)
    assert found.whole_page == URL.replace("123", "123_all") and found.next_page
    assert beyond("<a href='124.html'>阅读全文</a>" + LINK).whole_page is None


@pytest.mark.parametrize(
    "line", ["上一页 1 2 3 下一页", "[1] [2] [3]", "【1】【2】 下一页 >>", "第1页 共3页", "1/3", "首页 | 上一页 | 下一页 | 尾页", "共3页 1 2 3"]
)
def test_what_a_pager_looks_like(line):
    assert is_pager(line)


@pytest.mark.parametrize("line", ["2026年", "第一，抓好落实。", "共3项措施", "（完）", "下一页讲述东岭镇的故事"])
def test_what_is_none(line):
    assert not is_pager(line)


def trimmed(markup: str, *repeated: str) -> list[str]:
    body = lxml_html.fragment_fromstring(markup, create_parent="div")
    trim_pager(body, repeated)
    return [line.text for line in read_lines(body) if line.text]


def test_pagers_go_above_and_below_and_stay_within():
    letters = "".join(f"<p>{letter}</p>" for letter in "甲乙丙丁戊己庚")
    markup = f"<p>1 2 3</p>{letters}<p>3</p>{letters}<p>[1] [2] 下一页</p>"
    assert trimmed(markup) == [*"甲乙丙丁戊己庚", "3", *"甲乙丙丁戊己庚"]


def test_what_is_repeated_goes_from_the_top_only():
    assert trimmed("<p>提要</p><p>甲</p><p>提要</p>", "提要") == ["甲", "提要"]
    assert trimmed("<p>提要</p><p>甲</p>", "提要", "甲") == ["提要", "甲"]


def test_articles_that_are_numbered_from_one_are_no_pages():
    """/news/12.html and /news/13.html; the column /news/ is linked from everywhere."""
    here = "http://www.yunling.example/news/12.html"
    assert beyond("<a href='/news/'>要闻</a><a href='13.html'>下一页</a>", url=here) == Beyond()
    assert beyond("<a href='../news.html'>1</a><a href='13.html'>下一页</a>", url=here).next_page is not None


@pytest.mark.parametrize("unit", ["1", "12", "1/", "1 ", "页", "第1页", "next ", "全文阅读", "上一页", " . "])
def test_a_long_line_is_no_trap(unit):
    assert not is_pager(unit * 20_000 + "甲")
