"""What no document may hold is taken out of every part of a paper."""

from reader.export.clean import cleaned, printable
from reader.model.annotation import Kind
from reader.model.summary import ListEntry, NumberedList, Paragraph, Quotation, Section, Summary, Table, TextRun

BAD = "a\x00b\x0b\x1f\ud800\udfff\u202e\u2066\ufffe\uffff\ufffc\x85c\u2028d\r\ne\tf"
GOOD = "ab\nc\nd\ne\tf"


def test_controls_surrogates_and_overrides_go_and_line_breaks_are_newlines() -> None:
    assert printable(BAD) == GOOD
    kept = "大户⼤𬭎😀\u200d\u3000\xa0“—…”\n\t"
    assert printable(kept) == kept


def test_no_part_of_a_paper_is_forgotten() -> None:
    quotation = Quotation(Kind.KEY, BAD, note=BAD, tags=(BAD,), creator=BAD, place=BAD)
    items = (Paragraph((TextRun(BAD, strong=True, footnote=1),)), quotation, Table(BAD, (BAD,), ((BAD,),), (1,), BAD))
    paper = Summary((BAD,), BAD, (Section(BAD, 2, (*items, NumberedList((ListEntry(BAD, quotation),)))),), author=BAD)
    clean = cleaned(paper)
    assert repr(clean).count(repr(GOOD)[1:-1]) == repr(paper).count(repr(BAD)[1:-1])
    assert "\\x00" not in repr(clean) and clean.sections[0].level == 2
    assert isinstance(clean.sections[0].items[1], Quotation) and clean.sections[0].items[1].kind is Kind.KEY
