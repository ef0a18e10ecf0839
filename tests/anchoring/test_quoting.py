"""The place of a quotation in a text, and its differences, whatever was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring.quoting import QuotedText, differences, similarity
from reader.model.verification import DifferenceKind

TEXT = (
    "近年来，云岭市青禾区探索建立“一网三联”治理模式，全力构建基层治理新格局。\n"
    "成立了37个社区党委，选派37名骨干担任第一书记；结合实际，建立了4项工作制度。\n"
    "一是推行区域化联建，在37个社区划分网格448个。二是开展“双报到”，认领“微心愿”1,200个。"
)
OTHERS = "甲乙丙丁戊己庚辛壬癸"


def test_the_words_are_found_with_the_marks_the_quotation_has() -> None:
    text = QuotedText(TEXT)
    for quote, found in (
        ("构建基层治理新格局。", "构建基层治理新格局。"),
        ("构建基层治理新格局", "构建基层治理新格局"),
        ("选派37名骨干担任第一书记，", "选派37名骨干担任第一书记；"),
        ("「一网三联」治理模式", "“一网三联”治理模式"),
    ):
        ((span,),) = list(text.places([quote]))
        assert TEXT[slice(*span)] == found


def test_pieces_are_found_one_after_the_other() -> None:
    text = QuotedText(TEXT)
    assert [TEXT[slice(*span)] for span in next(text.places(["37个社区", "448个"]))] == ["37个社区", "448个"]
    assert next(text.places(["448个", "一网三联"]), None) is None, "in the wrong order"


def test_inner_marks_are_those_of_the_source() -> None:
    assert differences("建立‘一网三联’模式", "建立“一网三联”模式", is_nested=True) == ()
    made = differences("建立‘一网三联’模式", "建立“一网三联”模式", is_nested=False)
    assert [each.kind for each in made] == [DifferenceKind.PUNCTUATION] * 2


def test_punctuation_and_words_are_told_apart() -> None:
    (mark,) = differences("选派37名骨干,建立制度", "选派37名骨干，建立制度", is_nested=True)
    assert (mark.start, mark.end, mark.found, mark.kind) == (7, 8, "，", DifferenceKind.PUNCTUATION)
    (figure,) = differences("满意度达98.5%", "满意度达98.6%", is_nested=True)
    assert (figure.found, figure.kind) == ("98.6%", DifferenceKind.WORDS)
    (point,) = differences("增长35%", "增长3.5%", is_nested=True)
    assert point.kind is DifferenceKind.WORDS


@st.composite
def changed(draw: st.DrawFn) -> tuple[int, int, str, list[int]]:
    """A stretch of the text, and the same with some Chinese characters replaced that the text does not have."""
    start = draw(st.integers(0, len(TEXT) - 30))
    end = draw(st.integers(start + 24, min(len(TEXT), start + 60)))
    quote = TEXT[start:end]
    letters = [at for at, each in enumerate(quote) if "一" <= each <= "龥"]
    count = draw(st.integers(0, max(1, len(letters) // 6)))
    places = draw(st.lists(st.sampled_from(letters), min_size=count, max_size=count, unique=True))
    written = list(quote)
    for at in places:
        written[at] = draw(st.sampled_from(OTHERS))
    return start, end, "".join(written), places


@given(changed())
def test_changed_characters_are_found_out(case: tuple[int, int, str, list[int]]) -> None:
    _, _, quote, places = case
    text = QuotedText(TEXT)
    exact = next(text.places([quote]), None)
    (span,) = exact or text.nearest([quote])
    found = TEXT[slice(*span)]
    made = differences(quote, found, is_nested=True)
    put_right, at = "", 0
    for each in made:
        put_right += quote[at : each.start] + each.found
        assert found[each.found_start : each.found_end] == each.found
        at = each.end
    put_right += quote[at:]
    assert put_right.replace("\n", "") == found.replace("\n", ""), "the differences lead from one to the other"
    touched = {at for each in made for at in range(each.start, each.end)}
    assert touched >= set(places), "every changed character is shown"
    assert bool(made) == bool(places) and (exact is None) == bool(places)
    assert similarity(quote, found, is_nested=True) >= 1 - 2 * len(places) / len(quote)


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_two_texts_can_be_compared(quote: str, other: str) -> None:
    text = QuotedText(other)
    for span in text.nearest([quote]) if quote.strip() else []:
        found = other[slice(*span)]
        assert 0 <= span.start < span.end <= len(other)
        made = differences(quote, found, is_nested=True)
        ends = [end for each in made for end in (each.start, each.end)]
        assert ends == sorted(ends) and 0 <= min(ends, default=0) <= max(ends, default=0) <= len(quote)
        assert all(found[each.found_start : each.found_end] == each.found for each in made)


@pytest.mark.parametrize("quote", ["", "，。", "\x1b", "……"])
def test_marks_alone_stand_nowhere(quote: str) -> None:
    for text in ("", TEXT):
        assert list(QuotedText(text).places([quote])) == [] == QuotedText(text).nearest([quote])
