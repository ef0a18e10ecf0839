"""What is said of marks, and which line each is underlined on."""

from reader.export.marked import details, ended, has_note, lanes, mark_label
from reader.model.annotation import Kind
from reader.model.summary import Paragraph, Quotation, Section, Summary, Table, TextRun, Words


def test_the_label_is_the_seal_and_the_number() -> None:
    assert mark_label(12, Quotation(Kind.DATA)) == "数12"


def test_who_and_when_are_told_and_nothing_that_is_empty() -> None:
    mark = Quotation(Kind.ACTION, tags=("议事", "待核"), owner="小林", due="2026-12-05")
    assert details(mark, Words()) == [("标签", "议事、待核"), ("责任人", "小林"), ("时限", "2026-12-05")]
    assert has_note(mark, Words()) and not has_note(Quotation(Kind.KEY, note=" \n"), Words())


def test_marks_that_overlap_have_lines_of_their_own_and_a_free_line_is_used_again() -> None:
    runs = [TextRun("a", marks=(1,)), TextRun("b", marks=(1, 2)), TextRun("c", marks=(2,)), TextRun("d", marks=(2, 3))]
    cell = TextRun("e", marks=(4,), ends=(4,))
    items = (Paragraph(tuple(runs)), Table("", ("e",), (), (1,), runs=(((cell,),),)))
    assert lanes(Summary(("题",), sections=(Section("文", 1, items),))) == {1: 0, 2: 1, 3: 0, 4: 0}
    assert ended(items[1]) == [4]
