"""Which address is the page after which."""

# ruff: noqa: E501  lists of cases and pages are read by rows

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.lists.paging import (
    NEXT_LABEL,
    WHOLE_LABEL,
    absolute,
    first_address,
    follows,
    is_whole,
    key_of,
    scripted_next,
)

HOST = "http://www.yunling.example"


@pytest.mark.parametrize(
    ("present", "other", "number"),
    [
        ("/a/123.html", "/a/123_2.html", 2),
        ("/a/123.html", "/a/123_1.html", 2),
        ("/a/123_1.html", "/a/123_2.html", 2),
        ("/a/123_9.html", "/a/123_10.html", 10),
        ("/n1/2026/0302/c1-40001234.html", "/n1/2026/0302/c1-40001234-2.html", 2),
        ("/a/t20260302_5.shtml", "/a/t20260302_5_1.shtml", 2),
        ("/a/123.html", "/a/123(2).html", 2),
        ("/list/", "/list/index_1.html", 2),
        ("/a.aspx?id=5", "/a.aspx?id=5&page=2", 2),
        ("/a.aspx?id=5&page=2", "/a.aspx?page=3&id=5", 3),
        ("/a.aspx?pageIndex=0", "/a.aspx?pageIndex=1", 2),
        ("/art/5.html", "/art/5/2.html", 2),
        ("/art/5/2.html", "/art/5/3.html", 3),
        ("/blog/5/", "/blog/5/2/", 2),
        ("/blog/", "/blog/page/2/", 2),
        ("/a/123.html", "/a/123_3.html", None),
        ("/a/123_2.html", "/a/123_4.html", None),
        ("/a/123_2.html", "/a/123.html", None),
        ("/a/123.html", "/a/124.html", None),
        ("/a/123.html", "/b/123_2.html", None),
        ("/a/123.html", "/a/123_2.shtml", None),
        ("/a/123.html", "/a/123_02.html", None),
        ("/a/123.html", "/a/123_202.html", None),
        ("/a/123_98.html", "/a/123_99.html", None),
        ("/a.aspx?id=5", "/a.aspx?id=6&page=2", None),
        ("/a.aspx?id=5", "/a.aspx?id=6", None),
        ("/a/123.html", "/a/123.html", None),
        ("/a/123.html", "http://other.example/a/123_2.html", None),
    ],
)
def test_which_page_follows_which(present, other, number):
    other = other if other.startswith("http") else HOST + other
    assert follows(HOST + present, other) == number


def test_the_scheme_makes_no_difference():
    assert follows(HOST + "/a/1.html", HOST.replace("http", "https") + "/a/1_2.html") == 2


@given(st.text(alphabet="ab12_-(./?=&page%[]:", max_size=30), st.text(alphabet="ab12_-(./?=&page%[]:", max_size=30))
def test_no_address_breaks_it(one, other):
    for address in (absolute(f"{HOST}/{one}", other), absolute(HOST, one)):
        if address is not None:
            follows(f"{HOST}/x.html", address)
            is_whole(f"{HOST}/x.html", address)
            first_address(address)
            assert follows(address, address) is None


@given(st.integers(2, 49))
def test_following_page_by_page_counts_up(number):
    for form in ("/a/123_{}.html", "/a/c1-4000123-{}.htm", "/a?id=7&page={}", "/a/123/{}.html"):
        here, there = (HOST + form.format(n) for n in (number, number + 1))
        assert follows(here, there) == number + 1
        assert follows(there, here) is None


def test_what_the_first_page_is_called():
    assert key_of(HOST + "/a/123.html") in first_address(HOST + "/a/123_2.html")
    assert key_of(HOST + "/a?id=5") in first_address(HOST + "/a?id=5&page=2")
    assert key_of(HOST + "/a?id=5&page=1") in first_address(HOST + "/a?id=5&page=2")
    assert first_address(HOST + "/a/123.html") == first_address(HOST + "/a?id=5&page=1") == set()


@pytest.mark.parametrize(
    ("present", "other", "expected"),
    [
        ("/a/AB12.html", "/a/AB12_all.html", True),
        ("/a/AB12_2.html", "/a/AB12_all.html", True),
        ("/a/12.html?x=1", "/a/12.html?x=1&page=all", True),
        ("/a/12.shtml", "/a/12_0.shtml", True),
        ("/a/12.html", "/a/13.html", False),
        ("/a/12.html", "/b/12_all.html", False),
        ("/a/12.html", "/a/12.html?page=2", False),
        ("/a/12.html", "/a/12.html", False),
    ],
)
def test_the_whole_on_one_page(present, other, expected):
    assert is_whole(HOST + present, HOST + other) is expected


@pytest.mark.parametrize("label", ["下一页", "下页", "[下一页]", "下一页 >>", "下一页»", "后一页", "Next", "next page", ">", "››"])
def test_what_links_to_the_next_page_say(label):
    assert NEXT_LABEL.fullmatch(label)


@pytest.mark.parametrize("label", ["下一篇", "下一条", "上一页", "下一页：东岭镇", "点击图片进入下一页", "Next article", "尾页", ""])
def test_what_they_do_not_say(label):
    assert not NEXT_LABEL.fullmatch(label)


@pytest.mark.parametrize("label", ["余下全文", "阅读全文", "在本页阅读全文", "全文阅读", "【单页阅读】", "显示全文>>"])
def test_what_links_to_the_whole_say(label):
    assert WHOLE_LABEL.fullmatch(label)


def test_a_label_of_the_whole_may_not_be_a_sentence():
    assert not WHOLE_LABEL.fullmatch("扫码阅读全文") and not WHOLE_LABEL.fullmatch("阅读全文：青禾区")


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('createPageHTML(3, 0, "t20260302_12", "html");', "/a/t20260302_12_1.html"),
        ("createPageHTML('page', 3, 1, 't20260302_12', 'html')", "/a/t20260302_12_2.html"),
        ('createPageHTML(3, 2, "t20260302_12", "html");', None),
        ('createPageHTML(1, 0, "t20260302_12", "html");', None),
        ("function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}", None),
        ('var currentPage = 0; var countPage = 3; href=\\"t20260302_12"+"_" + nextPage', "/a/t20260302_12_1.html"),
        ('var currentPage = 2; var countPage = 3; href=\\"t20260302_12"+"_" + nextPage', None),
        ('var currentPage = 0; var countPage = 3; href=\\"other"+"_" + nextPage', None),
    ],
)
def test_pagers_written_by_script(script, expected):
    found = scripted_next(f"<script>{script}</script>", HOST + "/a/t20260302_12.html")
    assert found == (HOST + expected if expected else None)


@pytest.mark.parametrize("href", ["javascript:next()", "#top", "", "mailto:a@b.example", "http://[::1", "ftp://a.example/x"])
def test_what_is_no_web_address(href):
    assert absolute(HOST, href) is None


def test_addresses_become_absolute_without_their_fragment():
    assert absolute(HOST + "/a/b.html", " ./c.html#x ") == HOST + "/a/c.html"


def test_a_short_number_for_a_name_may_be_a_page_of_its_folder():
    assert key_of(HOST + "/art/5.html") in first_address(HOST + "/art/5/2.html")
    assert key_of(HOST + "/art/5/") not in first_address(HOST + "/art/5/2.html")
