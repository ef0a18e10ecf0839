"""Which stretches of a document are quotations, and what never hangs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.quotations import SHORTEST, find_quotations, pieces

LONG = "全区坚持党建引领基层治理"


def found(text: str, quote_lines: tuple[int, ...] = ()) -> list[str]:
    return [each.text for each in find_quotations(text, quote_lines).quoted]


@pytest.mark.parametrize("marks", ["“”", "「」", "『』", '""'])
def test_what_stands_between_marks_is_a_quotation(marks: str) -> None:
    assert found(f"会议指出，{marks[0]}{LONG}{marks[1]}。") == [LONG]


def test_short_expressions_are_counted_not_checked() -> None:
    quotations = find_quotations(f"“一二三”“微心愿”“{'长' * SHORTEST}”“{'短' * (SHORTEST - 1)}”")
    assert [each.text for each in quotations.quoted] == ["长" * SHORTEST] and quotations.terms == 3


def test_a_short_one_with_its_passage_is_a_quotation() -> None:
    (quoted,) = find_quotations("要有“四项制度”（第2段第2句）。").quoted
    assert quoted.text == "四项制度" and quoted.stated == "2-2"


@pytest.mark.parametrize(
    ("place", "passage"),
    [
        ("（第3段第5句）", "3-5"),
        ("（[2]第3段第5句）", "3-5"),
        ("（第3段第5至7句）", "3-5..3-7"),
        ("（第3段第5句至第4段第1句）", "3-5..4-1"),
        ("（《青禾区的做法》，云岭日报，2026年3月2日，第3段第5句）", "3-5"),
        (" (paragraph 3, sentence 5)", "3-5"),
        (" ([2] paragraph 3, sentences 5 to 7)", "3-5..3-7"),
        (" (paragraph 3, sentence 5 to paragraph 4, sentence 1)", "3-5..4-1"),
        ("（第3季度第5名）", None),
    ],
)
def test_the_passage_behind_it_is_read(place: str, passage: str | None) -> None:
    (quoted,) = find_quotations(f"“{LONG}”{place}。").quoted
    assert quoted.stated == passage


def test_titles_are_none_and_what_is_quoted_in_them_neither() -> None:
    assert found(f"《关于“{LONG}”的意见》和〈{LONG}〉") == []
    assert found(f"“{LONG}见《意见》全文”") == [f"{LONG}见《意见》全文"]


def test_nested_marks_belong_to_the_outer_quotation() -> None:
    assert found(f"“坚持‘一网三联’，{LONG}”") == [f"坚持‘一网三联’，{LONG}"]
    assert found(f"“坚持“一网三联”，{LONG}”") == [f"坚持“一网三联”，{LONG}"]


def test_marks_without_a_partner_are_passed_over() -> None:
    assert found(f"“一个没有关上的引号，“{LONG}”。") == [LONG]
    assert found(f"多余的”，“{LONG}”") == [LONG]
    assert found(f"“没有关上\n后一段，“{LONG}”\n又多一个”") == [LONG]


def test_a_quotation_of_several_paragraphs_opens_each_of_them() -> None:
    assert found(f"他说：“{LONG}。\n“{LONG}！\n“{LONG}？”") == [f"{LONG}。", f"{LONG}！", f"{LONG}？"]


def test_a_pasted_line_break_does_not_end_a_quotation() -> None:
    assert found("指出“全区坚持党建引领\n基层治理新格局”。") == ["全区坚持党建引领\n基层治理新格局"]


def test_lines_of_markdown_are_one_block_quote_without_their_marks() -> None:
    text = f"> [!quote] 要点\n> 1. 〔要〕{LONG}，\n> 再上台阶（第1段第2句）\n\n> 另一段引文"
    quotations = find_quotations(text).quoted
    assert [each.text for each in quotations] == [f"{LONG}，\n再上台阶", "另一段引文"]
    assert quotations[0].stated == "1-2"


def test_what_is_said_of_a_mark_below_it_is_no_quotation() -> None:
    lines = ("[!quote] 1. 〔要〕 全区坚持党建引领（第1段第1句）", "批注：可以借鉴", "标签：#机制")
    assert found("\n".join(lines), (0, 1, 2)) == ["全区坚持党建引领"]
    pasted = "> [!quote] 1\\. 〔要〕\n> 全区坚持党建引领（第1段第1句）\n>\n> **批注**：可以借鉴"
    assert found(pasted) == ["全区坚持党建引领"]


def test_a_note_before_its_quotation_is_none() -> None:
    assert found("[!question] 1. 〔问〕怎样考核？\n走访群众3万余户（第3段第2句）", (1,)) == ["走访群众3万余户"]


def test_block_quotes_of_a_document_are_given_by_their_lines() -> None:
    assert found(f"前文\n{LONG}\n后文", (1,)) == [LONG]
    assert found(f"“{LONG}”", (0,)) == [LONG], "marks around a block are none of its words"


def test_a_seal_begins_and_a_passage_ends_what_our_papers_quote() -> None:
    text = f"1.〔要〕{LONG}。\n再上台阶。（第1段第2至3句）\n〔批注〕这是笔记（第9段第9句）\n2.〔数〕37个（第2段第1句）"
    quotations = find_quotations(text).quoted
    assert [(each.text, each.stated) for each in quotations] == [
        (f"{LONG}。\n再上台阶。", "1-2..1-3"),
        ("37个", "2-1"),
    ]


def test_a_note_on_the_whole_article_quotes_nothing() -> None:
    assert found("〔问〕经费从哪里来？（全文）") == []


def test_pieces_stand_between_ellipses() -> None:
    quote = "健全组织体系……完善机制[…]夯实基础..."
    assert [quote[slice(*span)] for span in pieces(quote)] == ["健全组织体系", "完善机制", "夯实基础"]


@given(st.text(st.sampled_from('“”「」『』《》"\n>〔要〕（第3段第5句） 党建…'), max_size=300))
def test_offsets_hold_and_quotations_do_not_overlap(text: str) -> None:
    last = 0
    for each in find_quotations(text).quoted:
        assert last <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end] or ">" in text
        last = each.end


@pytest.mark.parametrize(
    "text",
    [
        "“" * 1_000_000,
        "”" * 1_000_000,
        '"' * 1_000_000,
        "“" * 1_000 + "深" + "”" * 1_000,
        "“\n" * 300_000,
        "《“》”" * 200_000,
        "> " * 500_000,
        ">\n" * 300_000,
        "〔要〕\n" * 200_000,
        "〔要〕" + "\n" * 500_000,
        "（第" * 300_000,
        "\u202e“" + "文" * 20 + "”\u2066",
        "“" + "\ud800" * 20 + "”",
        "…" * 1_000_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_text_comes_to_an_end(text: str) -> None:
    found = find_quotations(text, range(0, 1000, 3)).quoted
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
