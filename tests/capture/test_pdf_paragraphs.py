"""The lines of a PDF as paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.parsing import Source, parse
from reader.capture.pdf import PdfLine
from reader.capture.pdf_paragraphs import joined, read_pdf, to_html, without_running_lines

from .report import FIRST, ITEMS, LAST, SECOND, TITLE, data


def test_a_document_of_libreoffice():
    found = parse(data("report.pdf"), Source(name="report.pdf"))
    texts = [(block["kind"], block["text"]) for block in found.blocks]
    assert texts[:6] == [
        ("paragraph", FIRST),
        ("heading", "织密一张网"),
        ("paragraph", SECOND),
        *(("list_item", item) for item in ITEMS),
    ]
    assert texts[-1] == ("paragraph", LAST)
    assert (found.title, found.published, found.source, found.author) == (TITLE, "2026-03-18", "云岭党建在线", "林晚")
    assert not found.truncated


def line(
    text: str, *, left: float = 60, right: float = 500, bottom: float = 700, size: float = 12, page: int = 0
) -> PdfLine:
    return PdfLine(text, left, right, bottom, bottom + size, size, page, 842)


def paragraphs(lines: list[PdfLine]) -> list[str]:
    return re.findall(r"<(?:p|h1|h2|li)>(.*?)</", to_html(lines))


def test_an_indented_line_begins_a_paragraph_and_so_does_one_after_a_short_one():
    lines = [
        line("第一段的第一行，写满了一整行的字，还没有写完", left=84, bottom=700),
        line("第一段的第二行，也写满了一整行的字，还没写完呢，", bottom=680),
        line("结尾。", right=120, bottom=660),
        line("第二段没有缩进，但是上一行没有写满，所以另起一段", bottom=640),
        line("第三段有缩进，写满了一整行的字，写满了一整行的字", left=84, bottom=620),
    ]
    assert [text[:3] for text in paragraphs(lines)] == ["第一段", "第二段", "第三段"]


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    lines = [
        line("写到页底还没有写完的一整行字，写到页底还没有写完", bottom=90),
        line("接着写完。", right=200, bottom=760, page=1),
    ]
    assert len(paragraphs(lines)) == 1


def test_running_heads_and_page_numbers_go():
    lines = []
    for page in range(4):
        lines.append(line("云岭市基层治理年报", bottom=800, page=page, right=200))
        lines.append(line(f"这是第{page}页上的一行正文，写了不少的字在这里。", bottom=400, page=page))
        lines.append(line(f"— {page + 1} —", bottom=40, left=280, right=320, page=page))
    assert [each.text[:4] for each in without_running_lines(lines, 4)] == ["这是第0", "这是第1", "这是第2", "这是第3"]


def test_what_a_browser_prints_at_the_edges_goes_and_its_address_is_kept():
    lines = [
        line("2026/11/27 09:20 青禾区：一张网托起大民生", bottom=820),
        line("正文在这里，写了一整行的字，写了一整行的字。", bottom=400),
        line("https://www.yunling.example/a.html 1/2", bottom=12),
    ]
    assert len(without_running_lines(lines, 1)) == 1


def test_lines_in_the_middle_stay_whatever_they_look_like():
    lines = [line("12", bottom=400), line("12", bottom=300, page=1), line("12", bottom=300, page=2)]
    assert len(without_running_lines(lines, 3)) == 3


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["基层", "治理"], "基层治理"),
        (["the town", "council"], "the town council"),
        (["gover-", "nance"], "governance"),
        (["第3-", "5条"], "第3-5条"),
        (["GDP", "增长"], "GDP增长"),
    ],
)
def test_lines_are_joined_as_they_are_read(lines, text):
    assert joined(lines) == text


LINES = st.builds(
    line,
    st.text("字一2a，。• ", min_size=1, max_size=30).filter(str.strip),
    left=st.floats(0, 300),
    bottom=st.floats(0, 800),
    size=st.floats(4, 40),
    page=st.integers(0, 3),
)


def bare(text: str) -> str:
    """Without blanks and bullets."""
    return re.sub(r"[\s•]", "", text)


@given(st.lists(LINES, max_size=30))
def test_no_character_is_lost(lines):
    assert bare(re.sub(r"<[^>]+>", "", to_html(lines))) == bare("".join(each.text for each in lines))


def test_a_partly_scanned_document_is_marked():
    from .test_pdf import scanned

    assert read_pdf(scanned(1, "with")).truncated
