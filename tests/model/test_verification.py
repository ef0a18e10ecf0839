"""What is said of a checked quotation."""

from reader.model.verification import Checked, Difference, DifferenceKind, Verdict, Verification

WORDS, MARKS = DifferenceKind.WORDS, DifferenceKind.PUNCTUATION


def checked(verdict: Verdict, *kinds: DifferenceKind, **more: int) -> Checked:
    return Checked("网格", 0, 2, verdict, differences=tuple(Difference(0, 1, "风", each, 4) for each in kinds), **more)


def test_only_marks_differ_when_no_word_does() -> None:
    assert checked(Verdict.DIFFERS, MARKS, MARKS).is_punctuation
    assert not checked(Verdict.DIFFERS, MARKS, WORDS).is_punctuation and not checked(Verdict.EXACT).is_punctuation


def test_words_of_an_older_version_are_old() -> None:
    assert checked(Verdict.EXACT, version=1, newest=2).is_old
    assert not checked(Verdict.EXACT, version=2, newest=2).is_old and not checked(Verdict.NOT_FOUND).is_old


def test_verdicts_are_counted_and_stretches_end_where_their_words_do() -> None:
    found = Verification("", (checked(Verdict.EXACT), checked(Verdict.DIFFERS, WORDS), checked(Verdict.EXACT)))
    assert [found.count(each) for each in (Verdict.EXACT, Verdict.DIFFERS, Verdict.NOT_FOUND)] == [2, 1, 0]
    assert [each.is_sound for each in found.checked] == [True, False, True]
    assert found.checked[1].differences[0].found_end == 5
