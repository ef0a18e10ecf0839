"""What stands above and below the body, and by how much the signature and the date are indented."""

import pytest

from reader.export.flow import flow
from reader.export.flow_frame import attachment_heading, closing, imprint, masthead, recipient
from reader.export.gbt9704 import SIGNATURE_INDENT, STYLES, TEXT_WIDTH, Role
from reader.export.lines import Line, Mark, nominal_width
from reader.model.summary import Closing, Imprint, Masthead, Section, Summary, Words

from .meeting_papers import bulletin

EM = STYLES[Role.BODY].em


def lines(paper: Summary) -> list[tuple[Role, str]]:
    return [(item.role, item.text) for item in flow(paper) if isinstance(item, Line)]


def test_the_parts_stand_in_the_order_of_the_standard() -> None:
    roles = [role for role, _ in lines(bulletin())]
    order = (
        *(Role.REMARK, Role.MASTHEAD, Role.ISSUE, Role.EDITOR, Role.MASTHEAD_RULE, Role.TITLE, Role.RECIPIENT),
        *(Role.HEADING_1, Role.ATTACHMENT, Role.SIGNATURE, Role.ATTACHMENT_NUMBER, Role.ATTACHMENT_TITLE),
    )
    places = [roles.index(role) for role in order]
    assert places == sorted(places)
    assert list(flow(bulletin()))[-1] == bulletin().imprint
    assert roles[roles.index(Role.RECIPIENT) - 1] is Role.BLANK


def test_a_masthead_has_only_what_is_filled() -> None:
    assert [line.role for line in masthead(Masthead("简报"))] == [Role.MASTHEAD, Role.MASTHEAD_RULE]
    (editor,) = (line for line in masthead(Masthead("简报", date="2026年11月2日")) if line.role is Role.EDITOR)
    assert (editor.pieces, editor.end) == ((), "2026年11月2日")


@pytest.mark.parametrize("typed", ["各乡镇党委", "各乡镇党委：", "各乡镇党委:"])
def test_the_recipient_ends_with_one_colon(typed: str) -> None:
    assert recipient(typed, Words()).text == "各乡镇党委："


def signed(signature: str, date: str) -> tuple[Line, Line]:
    items = [item for item in closing(Closing((), signature, date), Words()) if isinstance(item, Line)]
    assert [item.role for item in items] == [Role.BLANK, Role.SIGNATURE, Role.SIGNATURE]
    return items[1], items[2]


@pytest.mark.parametrize("signature", ["党校", "青禾县委", "青禾县委党校", "中共青禾县委党校第二学习小组"])
def test_the_date_begins_two_characters_right_of_the_signature(signature: str) -> None:
    first, second = signed(signature, "2026年11月2日")
    starts = [TEXT_WIDTH - each.edges.right - nominal_width(each) for each in (first, second)]
    assert abs(starts[1] - starts[0] - SIGNATURE_INDENT) <= 1
    longer = nominal_width(second) > nominal_width(first)
    assert (second if longer else first).edges.right == SIGNATURE_INDENT
    assert min(first.edges.right, second.edges.right) >= 0


def test_a_signature_as_wide_as_the_page_leaves_the_date_on_it() -> None:
    for line in signed("中共青禾县委党校" * 6, "2026年11月2日"):
        assert 0 <= line.edges.right < TEXT_WIDTH


def test_attachments_are_counted_where_there_are_several_and_hang_below_their_names() -> None:
    def names(*attached: str) -> list[Line]:
        items = [item for item in closing(Closing(attached), Words()) if isinstance(item, Line)]
        assert items[0].role is Role.BLANK
        return items[1:]

    (one,) = names("名单。")
    assert one.text == "附件：名单" and (one.edges.left + one.edges.first, one.edges.left) == (2 * EM, 5 * EM)
    first, second = names("名单", "数据表")
    assert (first.text, second.text) == ("附件：1.名单", "2.数据表")
    assert first.edges.left == second.edges.left and first.edges.left + first.edges.first == 2 * EM
    assert second.edges.left + second.edges.first == 5 * EM
    many = names(*"名" * 11)
    assert {line.edges.left for line in many} == {many[0].edges.left}


def test_everything_below_the_body_is_kept_with_it() -> None:
    items = list(closing(Closing(("名单", "表"), "党校", "2026年11月2日"), Words()))
    assert items[::2] == [Mark.KEEP] * (len(items) // 2) and Mark.KEEP not in items[1::2]
    assert not list(closing(Closing(), Words()))


@pytest.mark.parametrize(
    ("heading", "parts"),
    [("附件2：数据表", ("附件2", "数据表")), ("附件：原文", ("附件", "原文")), ("二、报告：题", None), ("附件", None)],
)
def test_the_heading_of_an_attachment_is_its_number_and_its_title(heading: str, parts: tuple[str, str] | None) -> None:
    assert attachment_heading(heading, Words()) == parts
    paper = Summary(("题",), sections=(Section(heading, starts_page=True),))
    begins = [item for item in flow(paper) if isinstance(item, Line) and item.starts_page]
    assert [line.text for line in begins] == [parts[0] if parts else heading]


def test_names_in_an_imprint_begin_behind_the_colon() -> None:
    (first, second), (copies,) = imprint(Imprint(("报：县委常委", "各乡镇党委"), "共印30份"))
    em = STYLES[Role.IMPRINT].em
    assert (first.label, first.edges.left, first.edges.left + first.edges.first) == ("报：", 3 * em, em)
    assert second.label == "" and copies.end == "共印30份"
    assert len(imprint(Imprint(("送：各乡镇党委",)))) == 1


def test_no_page_is_turned_for_nothing() -> None:
    wide = [Section("一", is_wide=True), Section("二", is_wide=True)]
    marks = [item for item in flow(Summary(("题",), sections=tuple(wide))) if isinstance(item, Mark)]
    assert marks == [Mark.WIDE]
    both = [item for item in flow(Summary(("题",), sections=(*wide, Section("三")))) if isinstance(item, Mark)]
    assert both == [Mark.WIDE, Mark.UPRIGHT]
