"""What attachments are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.file_names import name_of, suffix_of, type_of

ADDRESS = "http://a.example/P020260318.doc"
NAMED = "评分 表.doc"


def raw(name: str, codec: str) -> str:
    """As an HTTP library hands over bytes that a server sent without quoting them."""
    return f'attachment; filename="{name.encode(codec).decode("latin-1")}"'


@pytest.mark.parametrize(
    "disposition",
    [
        raw(NAMED, "gb18030"),
        raw(NAMED, "utf-8"),
        "attachment;filename=" + NAMED.encode("gb18030").decode("latin-1"),
        "attachment; filename*=UTF-8''%E8%AF%84%E5%88%86%20%E8%A1%A8.doc",
        "attachment; filename=\"x.doc\"; filename*=utf-8'zh'%E8%AF%84%E5%88%86%20%E8%A1%A8.doc",
        "attachment; filename*=GBK''%C6%C0%B7%D6%20%B1%ED.doc",
        'attachment; filename="%E8%AF%84%E5%88%86%20%E8%A1%A8.doc"',
        'attachment; filename="%C6%C0%B7%D6%20%B1%ED.doc"',
        'attachment; filename="=?UTF-8?B?6K+E5YiGIOihqC5kb2M=?="',
        'ATTACHMENT; FILENAME="C:\\\\temp\\\\' + NAMED.encode("gb18030").decode("latin-1") + '"',
        raw("../../etc/" + NAMED, "utf-8"),
    ],
)
def test_what_the_server_says(disposition):
    assert name_of(disposition, "附件1", ADDRESS, "") == NAMED


@pytest.mark.parametrize(
    ("text", "address", "media_type", "expected"),
    [
        ("附件1：评分表.docx", "http://a.example/3", "", "附件1：评分表.docx"),
        ("评分表.docx（共3页）", "http://a.example/3", "", "评分表.docx"),
        ("1.网格员评分表", ADDRESS, "", "1.网格员评分表.doc"),
        ("附件1", ADDRESS, "", "P020260318.doc"),
        ("点击下载（PDF版）", "http://a.example/全文.pdf", "", "全文.pdf"),
        ("", "http://a.example/%C6%C0%B7%D6.xls", "", "评分.xls"),
        ("下载", "http://a.example/down.jsp?path=/2026/名单.rar&x=1", "", "名单.rar"),
        ("评分表", "http://a.example/down?id=3", "application/pdf; charset=x", "评分表.pdf"),
        ("", "http://a.example/", "", "附件"),
    ],
)
def test_what_the_link_and_the_address_say(text, address, media_type, expected):
    assert name_of("", text, address, media_type) == expected


def test_media_types():
    assert type_of("a.docx", "application/octet-stream").endswith("wordprocessingml.document")
    assert type_of("a", "Text/Plain; charset=gbk") == "text/plain"
    assert type_of("a", "") == "application/octet-stream"
    assert suffix_of("http://a.example/a.PDF#page=2") == "pdf"
    assert suffix_of("http://[::1/a.html") == ""


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=100))
def test_a_name_is_one_line_and_no_path(disposition, text, address):
    name = name_of(f"attachment; filename={disposition}", text, f"http://a.example/{address}", "")
    assert name.strip()
    assert not set(name) & set("/\\\n\r\0")
    assert len(name) <= 220
