"""What a double click takes: a sentence, for Chinese has no words to see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.selecting import sentence_at

TEXT = "青禾区推行“敲门日”。群众说：“好。”一年来，走访5,400户！\n下一步推广"


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("敲门日", "青禾区推行“敲门日”。"),
        ("群众", "群众说：“好。”"),
        ("走访", "一年来，走访5,400户！"),
        ("推广", "下一步推广"),
    ],
)
def test_the_sentence_around_a_character(word, sentence):
    span = sentence_at(TEXT, TEXT.index(word))
    assert TEXT[span.start : span.end].strip() == sentence


@given(st.text("青禾。！” \n𬭎a", max_size=40), st.integers(0, 40))
def test_a_sentence_holds_its_character_and_no_line_end(text, offset):
    span = sentence_at(text, offset)
    if span is not None:
        assert 0 <= span.start <= span.end <= len(text)
        assert "\n" not in text[span.start : span.end].strip("\n")
