"""Links in lists of all kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.links import links_amid, links_of_list

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<DL><p><DT><H3 ADD_DATE="1">治理</H3><DL><p>
<DT><A HREF="https://qinghe.example/1?a=1&amp;b=2" ADD_DATE="1">第一篇 https://not.example/</A>
<DT><A HREF="javascript:void(0)">脚本</A><DT><A href='http://yunling.example/2'>第二篇</A>
<DT><A HREF="https://qinghe.example/1?a=1&amp;b=2">又一次</A></DL></DL>"""


def test_bookmarks_of_a_browser() -> None:
    assert links_of_list(BOOKMARKS.encode()) == ["https://qinghe.example/1?a=1&b=2", "http://yunling.example/2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_of_titles_and_links(encoding: str) -> None:
    text = "三月学习材料\n一、网格：https://a.example/1。\nhttps://a.example/2,3.html\n\nhttps://a.example/1\n"
    assert links_of_list(text.encode(encoding)) == ["https://a.example/1", "https://a.example/2,3.html"]


def test_a_table() -> None:
    table = "标题,链接,日期\n甲,https://a.example/1,2026-03-01\n乙,https://a.example/2,2026-03-02\n"
    assert links_of_list(table.encode()) == ["https://a.example/1", "https://a.example/2"]


def test_the_stop_after_a_link_is_none_of_it() -> None:
    assert links_amid("See (https://a.example/x). 又见“https://a.example/y”！") == [
        "https://a.example/x", "https://a.example/y",
    ]  # fmt: skip


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_only_links_come_out(data: bytes) -> None:
    assert all(link.lower().startswith(("http://", "https://")) for link in links_of_list(data))
