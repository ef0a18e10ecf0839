"""Words around a figure, and the parts they play."""

import rjieba
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.roles import words_of


def test_quotations_and_brackets_are_one_word() -> None:
    text = "建成“一站、多点”（含村）驿站"
    words = words_of(text.replace("（", "(").replace("）", ")"), 0, len(text), rjieba.tag)
    pieces = [text[start:end] for start, end in zip(words.starts, words.starts[1:], strict=False)]
    assert ("“一站、多点”", "q") in list(zip(pieces, words.roles, strict=True))
    assert ("（含村）", "k") in list(zip(pieces, words.roles, strict=True))


def test_the_vocabulary_of_reports_is_set_right() -> None:
    assert words_of("选派干部的诉求增长", 0, 9, rjieba.tag).roles == "vnunc"
    assert words_of("解决问题", 0, 4, rjieba.tag).roles == "vn", "one phrase to jieba"


@given(st.text("建成“”《》()社区网格价格上涨的12个 \n𠮷ab", max_size=30), st.integers(0, 5))
def test_words_cover_their_stretch(text: str, start: int) -> None:
    start = min(start, len(text))
    words = words_of(text, start, len(text), rjieba.tag)
    assert len(words.starts) == len(words.roles) + 1 and words.starts[-1] == len(text)
    assert words.starts == sorted(words.starts) and words.starts[0] == start
