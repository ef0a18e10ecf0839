"""段-句 numbers: the rule by which papers cite, which must never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.passages import Passages, parse_passage

REPORT = "一、总体情况\n青禾区有42个社区。居民“有事找谁？”网格员说：“找我！”大家放心；事情不出网格…\n\n  \n收尾"
TEXTS = st.text(st.sampled_from("。！？!?…”’）》\n\t 　网格a1，；“（"), max_size=80)


def numbered(text: str) -> list[tuple[str, str]]:
    return [(each.number, text[each.start : each.end]) for each in Passages(text).sentences]


def test_sentences_end_as_people_count_them() -> None:
    assert numbered(REPORT) == [
        ("1-1", "一、总体情况"),
        ("2-1", "青禾区有42个社区。"),
        ("2-2", "居民“有事找谁？”"),
        ("2-3", "网格员说：“找我！”"),
        ("2-4", "大家放心；事情不出网格…"),
        ("3-1", "收尾"),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他说：“好。”走了。", 2),
        ("真的？！是的。", 2),
        ("（见附件。）下一句。", 2),
        ("省略……还有。", 2),
        ("增长3.2个百分点", 1),
        ("Done. Really? Yes", 2),
        ("“三联机制。”』】后", 2),
        ("", 0),
        (" \n　\n", 0),
    ],
)
def test_ends_of_sentences(text: str, sentences: int) -> None:
    assert len(Passages(text).sentences) == sentences


def test_numbers_of_spans() -> None:
    passages = Passages(REPORT)
    start = REPORT.index("居民")
    assert passages.number(start, start + 2) == "2-2"
    assert passages.number(start, REPORT.index("收尾") + 1) == "2-2..3-1"
    assert passages.number(0, 1) == "1-1"
    # The end is exclusive: a span that ends where the next sentence begins does not touch it.
    assert passages.number(REPORT.index("青禾区"), start) == "2-1"
    assert Passages("").number(0, 0) is None


@given(TEXTS)
def test_sentences_cover_everything_that_is_visible(text: str) -> None:
    covered: set[int] = set()
    for each in Passages(text).sentences:
        span = range(each.start, each.end)
        assert text[each.start : each.end].strip() and "\n" not in text[each.start : each.end]
        assert covered.isdisjoint(span)
        covered.update(span)
    assert {index for index, character in enumerate(text) if not character.isspace()} <= covered


@given(TEXTS)
def test_numbers_count_on_without_gaps(text: str) -> None:
    before = (0, 0)
    for each in Passages(text).sentences:
        assert (each.paragraph, each.sentence) in {(before[0], before[1] + 1), (before[0] + 1, 1)}
        before = (each.paragraph, each.sentence)


@given(TEXTS, st.integers(0, 90))
def test_every_visible_character_is_in_the_sentence_found_for_it(text: str, offset: int) -> None:
    found = Passages(text).at(offset)
    if offset < len(text) and not text[offset].isspace():
        assert found is not None and found.start <= offset < found.end


def test_passages_are_parsed() -> None:
    assert parse_passage("3-5") == (3, 5, 3, 5)
    assert parse_passage("3-5..4-1") == (3, 5, 4, 1)
    for wrong in ("", "3", "3-5..4", "a-b", "3-5 "):
        with pytest.raises(ValueError) as refused:
            parse_passage(wrong)
        assert refused.value.args == (wrong,)
