"""Marked words in a PDF: seen by line and label, not heard of in the text."""

import io
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from reader.export import pdf, pdf_marks
from reader.export.flow import Line, Piece
from reader.export.fonts import Families
from reader.export.gbt9704 import LINES, PITCH, TEXT_WIDTH, Role
from reader.export.marked import Sign
from reader.export.pdf_setting import Typesetter
from reader.export.templates.fulltext import fulltext
from reader.export.templates.material import Options
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.blocks import Block, BlockKind
from reader.model.summary import Paragraph, Summary
from reader.text.folding import squeeze

from .conftest import copied, paragraphs, whole

pytestmark = pytest.mark.usefixtures("chinese_font")
LONG = "把党的工作做到群众家门口，逐步形成县、乡、村三级联动的治理格局。" * 12
SIGNS = {1: Sign("要1", Kind.KEY), 2: Sign("数2", Kind.DATA, 1)}


def marked(text: str, *spans: tuple[int, int]) -> Line:
    edges = sorted({0, len(text), *(at for span in spans for at in span)})
    pieces = []
    for start, end in pairwise(edges):
        inside = [number for number, span in enumerate(spans, 1) if span[0] <= start and end <= span[1]]
        ends = tuple(number for number in inside if spans[number - 1][1] == end)
        pieces.append(Piece(text[start:end], marks=tuple(inside), ends=ends))
    return Line(Role.BODY, tuple(pieces), number=1)


def test_lines_break_as_they_do_without_marks(families: Families) -> None:
    plain = Typesetter(families).paragraph(Line(Role.BODY, (Piece(LONG),)), TEXT_WIDTH)
    noted = Typesetter(families, SIGNS).paragraph(marked(LONG, (3, 70), (20, 200)), TEXT_WIDTH)
    assert [band.strokes[0].span for band in plain] == [band.strokes[0].span for band in noted]
    assert [band.ended for band in noted if band.ended] == [(1,), (2,)]
    assert noted[0].ended == () and len(noted[1].strokes[0].underlines) == 2


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_line_that_differs_in_black_and_white(kind: Kind) -> None:
    def drawn(which: Kind) -> bytes:
        image = QImage(1500, 120, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        pdf_marks.draw(painter, Sign("", which), 20, 1400, 0, 320)
        painter.end()
        assert min(bytes(image.constBits())) == 0
        return bytes(image.constBits())

    assert [each for each in Kind if drawn(each) == drawn(kind)] == [kind]


def test_the_text_of_the_article_is_copied_as_if_nobody_had_marked_it(
    annotated: Summary, annotated_hostile: Summary
) -> None:
    for paper in (annotated, annotated_hostile):
        text = squeeze(copied(pdf.render(paper).data))
        # Pages part what stands on them, and notes stand at their feet.
        parts = [each for each in paper.sections[0].items[1:] if isinstance(each, Paragraph) and len(each.text) < 200]
        assert not [each.text for each in parts if squeeze(each.text) not in text]
        assert not [mark.note for mark in paper.marks if squeeze(mark.note) not in text]


def test_a_mark_is_found_whole_by_other_programs(annotated: Summary, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (tmp_path / "a.pdf").write_bytes(pdf.render(annotated).data)
    done = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True, text=True)
    text = squeeze(done.stdout)
    assert "逐步形成县、乡、村三级联动的治理格局。" in text
    assert "群众的事群众商量着办。" in text and "要1" not in text


def test_a_note_stands_on_the_page_where_its_mark_ends(say: Messages) -> None:
    text = "\n".join([LONG] * 6)
    spans = [(at, at + 40) for at in range(0, len(text) - 40, 90)]
    paper = fulltext([whole(*paragraphs(text), marks=spans)], Options(), say)
    layout = pdf.Layout(paper)
    ended = 0
    for page in layout._pages:
        marks = [number for _, row in page.rows for number in row.content.ended]
        assert [key for key in page.footnotes if isinstance(key, tuple)] == [(number, 0) for number in marks]
        ended += len(marks)
    assert ended == len(paper.marks)


def test_very_long_notes_neither_run_off_the_page_nor_get_lost(say: Messages) -> None:
    note = "".join(f"第{number}行，先搭架子、再建制度，可对照本县情况提交讨论。" for number in range(300))
    text = "\n".join([LONG] * 3)
    paper = fulltext([whole(*paragraphs(text), marks=[(0, 9), (50, 60), (500, 520)], note=note)], Options(), say)
    layout = pdf.Layout(paper)
    for page in layout._pages:
        foot = sum(band.height for key in page.footnotes for band in layout._notes[key])
        assert sum(row.height for _, row in page.rows) + foot <= LINES * PITCH
    said = copied(pdf.render(paper).data)
    assert all(said.count(f"第{number}行，") == 3 for number in range(0, 300, 7))
    assert max(len(page.rows) for page in layout._pages[:-1]) > 8


def test_marks_in_a_table_are_underlined_and_noted(annotated: Summary) -> None:
    layout = pdf.Layout(annotated)
    rows = [row for page in layout._pages for _, row in page.rows if len(row.content.strokes) == 2]
    assert [[len(stroke.underlines) for stroke in row.content.strokes] for row in rows] == [[1, 0], [1, 1]]
    assert all(row.content.ended and row.footnotes for row in rows)


def test_headings_of_the_article_stand_in_the_outline(say: Messages) -> None:
    made = whole(Block(BlockKind.HEADING, "一、健全组织", level=2), *paragraphs("正文。"))
    data = pdf.render(fulltext([made], Options(), say)).data
    with pikepdf.open(io.BytesIO(data)) as document, document.open_outline() as outline:
        assert [child.title for child in outline.root[0].children] == ["一、健全组织"]
