"""Pieces of text around a finding."""

from hypothesis import given
from hypothesis import strategies as st

from reader.library.snippets import BEFORE, ELLIPSIS, LENGTH, of_text, spans
from reader.library.tokens import is_plain, parse
from reader.text.folding import fold

TEXTS = st.text("党建社区３7Ａaé⼤ﬁßi\u0307\u0301\U0002cb4e。 \n", max_size=200)


@given(TEXTS, st.text("党建社区37aes⼤大", min_size=1, max_size=3), st.text("党建社区", min_size=1, max_size=2))
def test_hits_lie_in_the_snippet_and_the_place_in_the_text(text: str, word: str, other: str) -> None:
    terms = parse(f"{word} {other}").wanted
    plain = is_plain(text) and all(term.is_han for term in terms)
    shown = of_text(text, terms, is_plain=plain)
    assert len(shown.text) <= LENGTH + 2
    assert "\n" not in shown.text
    for start, end in shown.hits:
        assert 0 <= start < end <= len(shown.text)
    if shown.start is not None and shown.end is not None:
        place = shown.hits[0]
        assert shown.text[place.start : place.end] == text[shown.start : shown.end]
        assert any(term.text in fold(text[shown.start : shown.end]) for term in terms)
    elif plain:
        assert not any(term.text in text for term in terms)


def test_a_long_paragraph_is_cut_on_both_sides() -> None:
    text = "前" * 200 + "党建" + "后" * 200
    for plain in (True, False):
        shown = of_text("首段\n" + text, parse("党建").wanted, is_plain=plain)
        assert shown.text == ELLIPSIS + "前" * BEFORE + "党建" + "后" * (LENGTH - BEFORE - 2) + ELLIPSIS
        assert (shown.start, shown.end) == (203, 205)


def test_overlapping_words_become_one_span() -> None:
    assert spans("党建引领", parse("党建引 建引领").wanted) == [(0, 4)]
    assert spans("ﬁve", parse("fi").wanted) == [(0, 1)]
