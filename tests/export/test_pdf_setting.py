"""Text set into lines: where lines begin and end, and what stays together."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from reader.export.flow import Line, Piece
from reader.export.gbt9704 import LINES, PITCH, STYLES, TEXT_WIDTH, Role
from reader.export.pdf_setting import Typesetter
from reader.model.summary import Table

from .conftest import written

HEIGHT = LINES * PITCH
ONE = STYLES[Role.BODY].em


def lines(setter: Typesetter, *pieces: Piece, role: Role = Role.BODY) -> list[str]:
    """The lines of a paragraph as they are read."""
    bands = setter.paragraph(Line(role, pieces), TEXT_WIDTH)
    return ["".join(map(written, band.strokes)) for band in bands]


def test_a_paragraph_begins_two_characters_in_and_fills_28(setter: Typesetter) -> None:
    bands = setter.paragraph(Line(Role.BODY, (Piece("正" * 60),)), TEXT_WIDTH)
    assert [band.strokes[0].x for band in bands] == [2 * ONE, 0, 0]
    assert [len(written(band.strokes[0])) for band in bands] == [26, 28, 6]
    assert {band.height for band in bands} == {PITCH}


def test_an_empty_paragraph_is_an_empty_line(setter: Typesetter) -> None:
    (band,) = setter.paragraph(Line(Role.BLANK), TEXT_WIDTH)
    assert band.height == PITCH and not band.strokes


def test_the_slack_of_a_line_lies_between_all_its_characters(setter: Typesetter) -> None:
    """Qt alone puts it into the few spaces of a Chinese line, which then gape."""
    bands = setter.paragraph(Line(Role.BODY, (Piece("各村 各社区共同确定项目清单 5 张，" * 6),)), TEXT_WIDTH)
    *full, last = [stroke.x + stroke.width for band in bands for stroke in band.strokes]
    assert full and all(abs(end - TEXT_WIDTH) < ONE / 8 for end in full)
    assert last < TEXT_WIDTH


def test_a_line_that_is_far_from_full_is_not_stretched(setter: Typesetter) -> None:
    """Programs that read a PDF would see blanks between its characters."""
    bands = setter.paragraph(Line(Role.BODY, (Piece("见 原文："), Piece("a" * 48))), TEXT_WIDTH)
    stroke = bands[0].strokes[0]
    assert written(stroke) == "见 原文："
    image = QImage(TEXT_WIDTH // 10, PITCH // 10, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    stroke.draw(painter, QPointF())
    painter.end()
    rows = [bytes(image.constScanLine(y))[: image.width()].rstrip(b"\xff") for y in range(image.height())]
    assert 0 < max(map(len, rows)) * 10 <= stroke.x + stroke.width


@pytest.mark.parametrize("count", range(24, 30))
def test_the_mark_of_a_note_never_begins_a_line(setter: Typesetter, count: int) -> None:
    read = lines(setter, Piece("字" * count, footnote=12))
    assert "".join(read) == "字" * count + "12" and read[-1].startswith("字")


@pytest.mark.parametrize("count", range(22, 28))
def test_what_belongs_together_is_not_divided(setter: Typesetter, count: int) -> None:
    label = "〔要〕3.第12段"
    read = lines(setter, Piece("字" * count), Piece(label, unbroken=True), Piece("字" * 9))
    assert any(label in line for line in read), read


def test_notes_and_headings_are_told_to_the_page(setter: Typesetter) -> None:
    bands = setter.paragraph(Line(Role.BODY, (Piece("字" * 60, footnote=1),)), TEXT_WIDTH)
    assert [band.footnotes for band in bands] == [(), (), (1,)]
    (band,) = setter.paragraph(Line(Role.HEADING_2, (Piece("（一）要点"),)), TEXT_WIDTH)
    assert (band.heading, band.level) == ("（一）要点", 2)


def test_an_accent_is_set_with_its_letter(setter: Typesetter) -> None:
    assert lines(setter, Piece("e\u0301中\ufe0f👩\u200d👧")) == ["e\u0301中\ufe0f👩\u200d👧"]


def test_a_table_row_longer_than_a_page_is_divided_and_whole(setter: Typesetter) -> None:
    header, *rows = setter.table(Table("表", ("甲", "乙"), (("文" * 2000, "短"),), (3, 1)), TEXT_WIDTH, HEIGHT)
    assert header.keep_with_next and len(rows) > 1
    for row in rows:
        assert row.height <= HEIGHT - header.height
        assert row.repeated is not None and row.repeated.content is header.content
    read = "".join(written(stroke) for row in rows for stroke in row.content.strokes)
    assert read.count("文") == 2000 and read.count("短") == 1


def test_no_page_has_a_single_row_of_a_longer_table(setter: Typesetter) -> None:
    header, *rows = setter.table(Table("表", ("甲",), (("文",),) * 5, (1,)), TEXT_WIDTH, HEIGHT)
    assert [row.keep_with_next for row in (header, *rows)] == [True, True, False, False, True, False]
