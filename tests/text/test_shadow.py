"""The shadow: as long as the text, folded for rules to read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.shadow import shadow


@given(st.text(st.characters()))
def test_it_is_as_long_as_the_text_and_keeps_its_line_breaks(text: str) -> None:
    folded = shadow(text)
    assert len(folded) == len(text)
    assert all((new == "\n") == (old == "\n") for new, old in zip(folded, text, strict=True))


@given(st.text(st.characters()))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert shadow(shadow(text)) == shadow(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２３，％（Ａ）", "123,%(A)"),
        ("⺠⻔⻓", "民门长"),  # radicals of the supplement, which NFKC leaves alone
        ("⼈⽼⾥", "人老里"),  # Kangxi radicals
        ("「一二三」『双报到』", "“一二三”‘双报到’"),
        ('"一" 和 "二"', "“一” 和 “二”"),
        ("第\u3000一\u200b章", "第 一 章"),
        ("100－300户", "100-300户"),
    ],
)
def test_what_reads_the_same_is_the_same(text: str, folded: str) -> None:
    assert shadow(text) == folded


@pytest.mark.parametrize("text", ["①第一", "10㎡", "½", "…", "、。", "——"])
def test_what_would_become_something_else_stays(text: str) -> None:
    """NFKC makes a number of ① and letters of ㎡: rules would count what nobody wrote."""
    assert shadow(text) == text


def test_every_kangxi_radical_becomes_its_ideograph() -> None:
    radicals = "".join(map(chr, range(0x2F00, 0x2FD6)))
    assert shadow(radicals) == unicodedata.normalize("NFKC", radicals)


def test_a_lone_surrogate_is_a_blank() -> None:
    assert shadow("\ud800a") == " a"
