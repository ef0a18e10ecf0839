"""Folding: what counts as the same when texts are searched and compared."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import clean, fold, fold_with_map, letters, one_line, squeeze

UNWANTED = "\x00\x08\x0b\x0c\r\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\ufffe\uffff\ud800\udfff"


def test_clean_removes_what_no_text_may_hold() -> None:
    assert clean("网" + UNWANTED + "格") == "网格"
    assert clean("一\t二\n三　四") == "一\t二\n三　四"
    assert clean("37\xa0个") == "37 个"
    assert clean("𬭎 e\u0301 👩‍🌾") == "𬭎 e\u0301 👩‍🌾"


@given(st.text())
def test_what_is_clean_can_be_stored_and_stays(text: str) -> None:
    once = clean(text)
    once.encode()
    assert clean(once) == once


def test_width_case_and_radicals_do_not_matter() -> None:
    assert fold("ＡＰＰ２０２６") == fold("app2026")
    assert fold("⼤⺠") == "大" + fold("⺠")
    assert fold("Straße") == fold("STRASSE")
    assert fold("，：！") == ",:!"


@given(st.text())
def test_every_folded_character_has_its_origin(text: str) -> None:
    folded, origins = fold_with_map(text)
    assert len(origins) == len(folded) + 1
    assert origins[-1] == len(text) and origins == sorted(origins)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x9FFF, exclude_categories=["Cs", "Mn", "Mc", "Me"])))
def test_a_found_piece_folds_to_what_was_sought(text: str) -> None:
    folded, origins = fold_with_map(text)
    for index in range(len(folded)):
        start, end = origins[index], next(origin for origin in origins[index:] if origin > origins[index])
        assert folded[index] in fold(text[start:end])


def test_a_character_that_folds_to_several_keeps_its_place() -> None:
    folded, origins = fold_with_map("约㎏网")
    assert folded == "约kg网" and origins == [0, 1, 1, 2, 3]


@given(st.text(), st.text(" \t\n　\xa0"))
def test_quotations_are_compared_without_blanks(text: str, blanks: str) -> None:
    middle = len(text) // 2
    if middle < len(text) and not unicodedata.combining(text[middle]):
        assert squeeze(text[:middle] + blanks + text[middle:]) == squeeze(squeeze(text[:middle]) + text[middle:])
    assert not any(character.isspace() for character in squeeze(text))


def test_one_line() -> None:
    assert one_line("  青禾区：\n　“一网”\t四到家 ") == "青禾区： “一网” 四到家"


def test_letters_are_what_is_left_without_punctuation_and_layout() -> None:
    assert letters("“一网三联”，\n　　APP_１号（试行）……") == "一网三联app1号试行"
    assert letters("，。！\ud800 ") == ""
