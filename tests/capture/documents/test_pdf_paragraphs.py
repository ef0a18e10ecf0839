"""The lines of a PDF as paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.documents.pdf import PdfLine
from reader.capture.documents.pdf_paragraphs import joined, read_pdf, to_html, without_running_lines
from reader.capture.parsing import Source, parse

from ..report import FIRST, ITEMS, LAST, NOTE, NUMBERED, ROWS, TITLE, data


def test_a_document_of_libreoffice():
    """Two pages with running heads and numbers, a footnote at the foot of the first, a table on the second."""
    found = parse(data("report.pdf"), Source(name="report.pdf"))
    assert [(block["kind"], block["text"]) for block in found.blocks] == [
        ("paragraph", FIRST),
        ("heading", "织密一张网"),
        ("paragraph", NUMBERED),
        *(("list_item", item) for item in ITEMS),
        ("heading", "建强三联机制"),
        *(("table_row", row) for row in ROWS),
        ("paragraph", LAST),
        ("paragraph", NOTE),
    ]
    assert (found.title, found.published, found.source, found.author) == (TITLE, "2026-03-18", "云岭党建在线", "林晚")
    assert not found.truncated


def test_a_page_printed_by_a_browser():
    found = parse(data("printed.pdf"), Source(name="printed.pdf"))
    sentence = "青禾区有网格516个、网格员516名，格格有人，事事有人。"
    again = "网格员一人一格，人人有事，事事有人，青禾区516个网格有事一格一报。"
    assert [(block["kind"], block["text"]) for block in found.blocks] == [
        ("paragraph", sentence * 3),
        ("heading", "一格一人"),
        ("paragraph", again * 2),
        ("paragraph", "1.格格有人；"),
        ("paragraph", "2.事事有人。"),
        ("table_row", "区\t网格\t网格员"),
        ("table_row", "青禾区\t516个\t516名"),
        ("table_row", "一格\t1个\t1名"),
        ("paragraph", sentence * 2),
    ]
    assert (found.title, found.original_url) == ("青禾区网格一报", "http://www.yunling.example/printed.html")


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


def test_a_line_that_had_no_room_for_the_next_word_is_no_end():
    """Programs do not part figures, nor quotes from their words."""
    lines = [
        line("第一段的第一行，写满了一整行的字，还没有写完", left=84, bottom=700),
        line("这一行为了下一行的长数字提早结束了，前4个月增长", right=462, bottom=680),
        line("12,345.67%，这是这一段的结尾，写得差不多满一行了", right=470, bottom=660),
        line("第二段没有缩进，上一行放得下它的第一个字，所以另起", bottom=640),
    ]
    assert [text[:3] for text in paragraphs(lines)] == ["第一段", "第二段"]


def test_indented_paragraphs_of_one_full_line_are_several():
    first = line("有缩进的第一行，写满了一整行的字，还没写完", left=84)
    two = [first, line("第二行也写满了一整行的字，这是结尾了，写满了。")]
    one = line("只有一行的一段，正好写满了一整行的字，刚好。", left=84)
    lines = [each._replace(bottom=700 - 20 * number) for number, each in enumerate([*two, *two, one, one])]
    assert len(paragraphs(lines)) == 4


def test_paragraphs_set_apart_are_several():
    bottoms = (700, 680, 650, 630, 600, 580)
    lines = [line("没有缩进的段落，每一行都写满了一整行的字，都满了。", bottom=bottom) for bottom in bottoms]
    assert len(paragraphs(lines)) == 3


def test_notes_stand_at_the_end_with_their_numbers():
    lines = [
        line("这一行写满了一整行的字，这一行写满了一整行的字，满", bottom=140),
        line("写到页底还没有写完的一整行字[1]，写到页底还没有写完", bottom=120),
        line("1注释的内容在这里，", right=200, bottom=90, size=9),
        line("写了两行。", right=120, bottom=78, size=9),
        line("接着写完。", right=200, bottom=700, page=1),
        line("2026年的数据，没有编号的小字。", right=200, bottom=90, size=9, page=1),
    ]
    made = paragraphs(lines)
    assert made[0].endswith("满写到页底还没有写完的一整行字[1]，写到页底还没有写完接着写完。")
    assert made[-1] == "[1] 注释的内容在这里，写了两行。"
    assert len(made) == 3


def test_the_letterhead_of_an_official_document_is_not_its_title():
    lines = [
        line("云岭市人民政府文件", left=150, right=450, size=40),
        line("云政发〔2026〕3号", left=230, right=370, bottom=640),
        line("关于推进网格化治理的", left=180, right=420, bottom=600, size=22),
        line("实施意见", left=250, right=350, bottom=570, size=22),
        *(line("正文写满了一整行的字，正文写满了一整行的字，写满了", bottom=540 - 20 * each) for each in range(9)),
    ]
    assert "<h1>关于推进网格化治理的实施意见</h1>" in to_html(lines)
    assert to_html(lines).count("<h1>") == 1


def test_the_running_head_of_a_single_page_goes():
    lines = [
        line("政策研究材料汇编", bottom=810, right=160),
        line("关于网格的报告", bottom=760, size=22),
        line("正文写满了一整行的字，正文写满了一整行的字，写满了", bottom=700),
        line("正文写满了一整行的字，正文写满了一整行的字，写满了", bottom=680),
    ]
    assert without_running_lines(lines, 1) == lines[1:]


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


def test_the_number_of_an_official_page_goes_though_it_stands_a_little_higher():
    text = line("这是一行正文，写了不少的字在这里。", bottom=400)
    assert without_running_lines([text, line("— 2 —", bottom=78, size=14, left=420, right=470)], 3) == [text]
    assert len(without_running_lines([text, line("— 2 —", bottom=300)], 3)) == 2


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
