"""Bytes to text, whatever the page says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.charset import decode

TEXT = "<html><head>{meta}</head><body>青禾县委组织部推进基层治理，𬭎与㐂两位同志参加。</body></html>"


def page(charset: str) -> str:
    return TEXT.format(meta=f'<meta charset="{charset}">')


@pytest.mark.parametrize(
    ("declared", "real", "expected"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "gb18030", "gb18030"),
        ("gbk", "gb18030", "gb18030"),
        ("iso-8859-1", "utf-8", "utf-8"),
        ("no-such-charset", "gb18030", "gb18030"),
        ("utf-7", "utf-8", "utf-8"),
        ("utf-8", "utf-8-sig", "utf-8"),
        ("utf-16", "utf-16", "utf-16-le"),
    ],
)
def test_decodes_what_is_declared_rightly_and_wrongly(declared, real, expected):
    found = decode(page(declared).encode(real))
    assert found.encoding == expected
    assert found.text == page(declared)
    assert not found.damaged


def test_big5_when_declared():
    text = '<meta charset="big5"><p>雲嶺市推動社區治理，服務群眾。</p>'
    assert decode(text.encode("big5")) == (text, "big5hkscs", False)


def test_the_header_counts_too():
    text = "Московский район: новости"
    assert decode(text.encode("cp1251"), "text/html; charset=windows-1251").text == text


def test_utf_7_is_never_read():
    data = b"<meta charset=utf-7>+ADw-script+AD4-"
    assert decode(data).text == data.decode()


def test_a_page_cut_inside_a_character_is_still_utf_8():
    data = "青禾县基层治理".encode()
    assert decode(data[:-1]).text == "青禾县基层治"


def test_one_broken_byte_does_not_turn_a_page_into_another_script():
    data = page("utf-8").encode() * 20
    broken = data[:500] + b"\xff" + data[500:]
    assert decode(broken).text.count("青禾县") == 20


@given(st.binary(max_size=400), st.text(max_size=40))
def test_never_fails(data, header):
    assert isinstance(decode(data, header).text, str)


def test_a_page_that_says_in_ascii_that_it_is_utf_16_is_not():
    damaged = page("utf-16").encode().replace("县".encode(), b"\xe5\x8e") + b"\xff" * 400
    assert decode(damaged).encoding != "utf-16"
    assert "同志参加" in decode(damaged).text
