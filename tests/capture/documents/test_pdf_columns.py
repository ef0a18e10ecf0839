"""Pages in two columns."""

from hypothesis import given
from hypothesis import strategies as st

from reader.capture.documents.pdf import PdfLine
from reader.capture.documents.pdf_columns import in_one_column
from reader.capture.documents.pdf_paragraphs import to_html


def line(text: str, left: float, right: float, bottom: float) -> PdfLine:
    return PdfLine(text, left, right, bottom, bottom + 12, 12, 0, 842)


def columns() -> list[PdfLine]:
    """A paragraph that begins at the foot of the left column and goes on at the head of the right one."""
    title = [line("两栏排版的一份刊物的标题", 150, 450, 760)]
    left = [line("左栏的一行写满了字，写满了", 60, 280, 700 - 20 * each) for each in range(10)]
    right = [line("右栏的一行写满了字，写满了", 320, 540, 700 - 20 * each) for each in range(10)]
    return [*title, *left, *right]


def test_a_paragraph_goes_on_in_the_next_column():
    lines = in_one_column(columns())
    assert {each.left for each in lines[1:]} == {60}
    assert to_html(lines).count("<p>") == 2


def test_one_column_stays_as_it_is():
    lines = [line("一行写满了字，写满了，写满了字，写满了", 60, 540, 700 - 20 * each) for each in range(10)]
    lines.append(line("短行。", 60, 100, 400))
    assert in_one_column(lines) == lines
    assert in_one_column([]) == []


@given(st.lists(st.builds(line, st.just("字"), st.floats(0, 300), st.floats(301, 600), st.floats(0, 800)), max_size=30))
def test_no_line_is_lost_or_moved_up_or_down(lines):
    assert [(each.text, each.bottom) for each in in_one_column(lines)] == [(each.text, each.bottom) for each in lines]
