"""Finding in the open article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.blocks import Block, BlockKind, Span, canonical_text
from reader.text.folding import fold
from reader.ui.reading.find import Finder


def find(words, *texts, match_case=False):
    """What is found, as text."""
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    text = canonical_text(blocks)
    return [text[start:end] for start, end in Finder(blocks).find(words, match_case)]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("网格", "网格员在网格里", ["网格", "网格"]),
        ("app", "反诈APP和ＡＰＰ和App", ["APP", "ＡＰＰ", "App"]),
        ("ＡＰＰ", "app", ["app"]),
        ("1+1", "１＋１", ["１＋１"]),
        ("大", "⼤", ["⼤"]),
        ("𬭎书记", "姓𬭎书记", ["𬭎书记"]),
        ("书记", "𬭎书记𬭎书记", ["书记", "书记"]),
        ("strasse", "Straße", ["Straße"]),
        ("s", "Straße", ["S"]),
        ("k", "1㎞", []),
        ("哈哈", "哈哈哈哈哈", ["哈哈", "哈哈"]),
        ("没有", "网格", []),
        ("", "网格", []),
        ("  ", "网格  员", []),
    ],
)
def test_width_and_case_do_not_matter(words, text, found):
    assert find(words, text) == found


def test_case_matters_when_asked():
    assert find("APP", "app APP ＡＰＰ", match_case=True) == ["APP", "ＡＰＰ"]


def test_nothing_crosses_blocks_or_cells():
    assert find("甲乙", "丙甲", "乙丁") == []
    assert Finder([Block(BlockKind.TABLE_ROW, "甲\t乙")]).find("甲乙") == []


@given(
    st.lists(st.text("网格治理aA１1 𬭎", max_size=12), max_size=5), st.text("网格治理aA１1𬭎", min_size=1, max_size=3)
)
def test_spans_are_those_of_the_canonical_text(texts, words):
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    text = canonical_text(blocks)
    spans = Finder(blocks).find(words)
    assert all(fold(text[span.start : span.end]) == fold(words) for span in spans)
    assert spans == sorted(spans)
    assert len(spans) == sum(fold(each).count(fold(words)) for each in texts)
    assert all(isinstance(span, Span) for span in spans)
