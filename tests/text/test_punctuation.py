"""Half-width punctuation in Chinese text."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.punctuation import to_fullwidth, to_fullwidth_outside_quotes


def test_full_width_punctuation_beside_chinese_only() -> None:
    assert to_fullwidth("开原市:“一二三”,好(不)?") == "开原市：“一二三”，好（不）？"
    assert to_fullwidth("a: b, 3:2 (c)") == "a: b, 3:2 (c)"


def test_what_is_quoted_stays_as_it_is() -> None:
    assert to_fullwidth_outside_quotes("他说“甲,乙”,对。「丙:丁」:好") == "他说“甲,乙”，对。「丙:丁」：好"
    assert to_fullwidth_outside_quotes("没有完的“甲,乙") == "没有完的“甲，乙", "a mark without its partner"


def test_a_dot_that_ends_a_chinese_line_is_a_full_stop() -> None:
    assert to_fullwidth_outside_quotes("程序管用.\n见 a.甲 1.2 甲.乙 “完.”.") == "程序管用。\n见 a.甲 1.2 甲.乙 “完.”。"
    assert to_fullwidth_outside_quotes("甲... 乙 etc.") == "甲... 乙 etc."
    assert to_fullwidth_outside_quotes("“甲.\n乙”") == "“甲.\n乙”"


@given(st.text(alphabet="甲乙ab,.:()“”「」 1\n", max_size=40))
def test_no_character_is_lost_or_added(text: str) -> None:
    narrow = str.maketrans("，：；？！（）。", ",:;?!().")
    assert to_fullwidth_outside_quotes(text).translate(narrow) == text
