"""The two forms in which quotations are compared: lengths, origins, and what makes no difference."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.wording import as_written, words, words_of

TEXT = st.text(st.sampled_from("党建引领，,。.3 5%“”\n\u3000⼾户e\u0301é\u200b-A"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("⼾籍⺠警", "户籍民警"),
        ("cafe\u0301", "café"),
        ("党建引领\n基层治理", "党建引领基层治理"),
        ("党建\u200b引领", "党建引领"),
        ("the pilot\n programme", "the pilot programme"),
    ],
)
def test_what_nobody_sees_makes_no_difference(one: str, other: str) -> None:
    assert as_written(one).text == as_written(other).text


@pytest.mark.parametrize("pair", [("，", ","), ("“一”", "「一」"), ("A", "Ａ"), ("一 二", "一二")])
def test_width_marks_and_blanks_are_seen_but_are_no_words(pair: tuple[str, str]) -> None:
    one, other = pair
    assert as_written(one).text != as_written(other).text
    assert words(one) == words(other)


@pytest.mark.parametrize("pair", [("3.5", "35"), ("98.6%", "98.6"), ("3-5", "35"), ("+5", "5"), ("3—5", "35")])
def test_what_changes_a_figure_is_a_word(pair: tuple[str, str]) -> None:
    assert words(pair[0]) != words(pair[1])


@given(TEXT)
def test_every_character_of_a_form_has_its_origin(text: str) -> None:
    for form in (as_written(text), words_of(as_written(text))):
        assert len(form.origins) == len(form.text) + 1
        assert list(form.origins) == sorted(form.origins) and form.origins[-1] == len(text)
    assert words_of(as_written(text)).text == words(text)


@given(TEXT)
def test_normal_forms_are_one(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))
