"""Tables among the lines of a PDF."""

import pytest

from reader.capture.documents.pdf import PdfLine
from reader.capture.documents.pdf_tables import table_at


def row(text: str, bottom: float, columns: tuple[float, ...] = (60, 200, 340), page: int = 0) -> PdfLine:
    return PdfLine(text, columns[0], 500, bottom, bottom + 12, 12, page, 842, columns if len(columns) > 1 else ())


def test_lines_whose_columns_stand_under_one_another_are_rows():
    lines = [row("机制\t单位\t数量", 700), row("联建\t区<委>\t84家", 680), row("正文。", 660, (60,))]
    end, markup = table_at(lines, 0)
    assert end == 2
    assert markup == (
        "<table><tr><td>机制</td><td>单位</td><td>数量</td></tr><tr><td>联建</td><td>区&lt;委&gt;</td><td>84家</td></tr></table>"
    )


def test_a_cell_of_several_lines_is_one():
    lines = [
        row("机制\t单位\t数量", 700),
        row("联建\t区委组织\t84家", 680),
        row("部和街道", 666, (200,)),
        row("联用\t民政局\t3项", 650),
    ]
    end, markup = table_at(lines, 0)
    assert (end, markup.count("<tr>")) == (4, 3)
    assert "<td>区委组织部和街道</td>" in markup


def test_a_table_goes_on_over_the_end_of_a_page():
    lines = [row("机制\t单位", 60, (60, 200)), row("联建\t区委", 700, (60, 200), page=1)]
    assert table_at(lines, 0)[0] == 2


@pytest.mark.parametrize(
    "lines",
    [
        [row("正文。", 700, (60,)), row("正文。", 680, (60,))],
        [row("林晚\t2026年3月", 700, (60, 300)), row("正文。", 680, (60,))],
        [row("a\tb", 700, (60, 300)), row("c\td", 680, (120, 420))],
    ],
)
def test_one_line_with_a_wide_gap_is_no_table(lines):
    assert table_at(lines, 0) == (0, "")
