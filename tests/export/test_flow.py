"""A paper as paragraphs and tables, in the order of the page."""

import dataclasses

import pytest

from reader.export.flow import Line, Mark, flow, title_lines
from reader.export.gbt9704 import Role
from reader.model.annotation import Kind
from reader.model.summary import Paragraph, Quotation, Reference, Section, Summary, TextRun


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("十一月学习会", ["十一月学习会"]),
        ("一" * 20, ["一" * 20]),
        ("一" * 21, ["一" * 10, "一" * 11]),
        ("开原市:“一二三”模式开创党建引领基层治理新局面", ["开原市:“一二三”模式", "开创党建引领基层治理新局面"]),
        ("A study of governance in the counties of the north", ["A study of governance in the counties of the north"]),
    ],
)
def test_long_titles_break_where_it_disturbs_least(title: str, lines: list[str]) -> None:
    broken = title_lines((title,))
    assert "".join(broken) == title
    if len(lines) == 1:
        assert broken == lines
    assert all(not line.startswith(tuple("”，、。的")) and not line.endswith(tuple("“《（")) for line in broken)


def test_the_lines_a_person_chose_are_kept() -> None:
    assert title_lines(("关于开原市", "学习材料")) == ["关于开原市", "学习材料"]
    assert "".join(title_lines(("一" * 95,))) == "一" * 95


def test_a_quotation_is_followed_by_its_note_tags_and_name() -> None:
    quotation = Quotation(Kind.KEY, "引文", 3, "1-1", "（第1段第1句）", "注", ("甲", "乙"), "周岚")
    paper = Summary(("题",), sections=(Section("一、摘录", 1, (quotation,)),))
    lines = [(item.role, item.text) for item in flow(paper) if isinstance(item, Line)]
    assert lines[-2:] == [
        (Role.QUOTE, "3.〔要〕引文（第1段第1句）"),
        (Role.NOTE, "〔批注〕注〔标签〕甲、乙〔批注人〕周岚"),
    ]


def test_no_paragraph_but_a_title_has_line_breaks(paper: Summary) -> None:
    for item in flow(paper):
        assert not isinstance(item, Line) or item.role is Role.TITLE or "\n" not in item.text


def test_what_announces_the_next_thing_is_kept_with_it() -> None:
    items = (Paragraph((TextRun("依据："),)), Quotation(Kind.KEY, "摸清底数"), Paragraph((TextRun("完。"),)))
    shown = list(flow(Summary(("题",), sections=(Section("一、总", 1, items),))))
    at = next(at for at, each in enumerate(shown) if isinstance(each, Line) and each.text == "依据：")
    assert shown[at + 1] is Mark.KEEP and shown.count(Mark.KEEP) == 1


def test_references_that_notes_give_may_not_be_listed_again() -> None:
    references = (Reference(1, "文献一。"), Reference(2, "文献二。"))
    section = Section("一、总", 1, (Paragraph((TextRun("甲", footnote=1),)),))
    paper = Summary(("题",), sections=(section,), references=references)

    def listed(summary: Summary) -> list[str]:
        return [each.text for each in flow(summary) if isinstance(each, Line) and each.role is Role.REFERENCE]

    assert listed(paper) == ["[1] 文献一。", "[2] 文献二。"]
    assert listed(dataclasses.replace(paper, lists_references=False)) == ["[2] 文献二。"], "no note gives it"
