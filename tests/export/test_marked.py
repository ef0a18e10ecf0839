"""What is said of marks, and which line each is underlined on."""

from reader.export.marked import Sign, details, ended, has_note, signs
from reader.model.annotation import Kind
from reader.model.summary import Paragraph, Quotation, Section, Summary, Table, TextRun, Words


def test_who_and_when_are_told_and_nothing_that_is_empty() -> None:
    mark = Quotation(Kind.ACTION, tags=("议事", "待核"), owner="小林", due="2026-12-05")
    assert details(mark, Words()) == [("标签", "议事、待核"), ("责任人", "小林"), ("时限", "2026-12-05")]
    assert has_note(mark, Words()) and not has_note(Quotation(Kind.KEY, note=" \n"), Words())


def test_marks_that_overlap_have_lines_of_their_own_and_labels_count_what_is_shown() -> None:
    runs = [TextRun("a", marks=(1,)), TextRun("b", marks=(1, 2)), TextRun("c", marks=(2,)), TextRun("d", marks=(2, 4))]
    cell = TextRun("e", marks=(5,), ends=(5,))
    items = (Paragraph(tuple(runs)), Table("", ("e",), (), (1,), runs=(((cell,),),)))
    marks = tuple(map(Quotation, (Kind.KEY, Kind.BORROW, Kind.DATA, Kind.QUESTION, Kind.ACTION)))
    assert signs(Summary(("题",), sections=(Section("文", 1, items),), marks=marks)) == {
        1: Sign("要1", Kind.KEY, 0),
        2: Sign("鉴2", Kind.BORROW, 1),
        4: Sign("问3", Kind.QUESTION, 0),
        5: Sign("行4", Kind.ACTION, 0),
    }
    assert ended(items[1]) == [5]
