"""Pages of the PDF: on their side, with a masthead and an imprint; and what is set only once."""

import dataclasses
import io
import threading
import unicodedata

import pikepdf
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from reader.export import pdf
from reader.export.clean import printable
from reader.export.gbt9704 import LINES, PAGE_HEIGHT, PAGE_WIDTH, PITCH, Role
from reader.export.lines import Line, Piece
from reader.model.annotation import Kind
from reader.model.summary import Closing, Imprint, Masthead, Paragraph, Quotation, Section, Summary, TextRun
from reader.text.folding import squeeze

from .conftest import PAGE_NUMBER, copied
from .meeting_papers import bulletin, five_articles, plain
from .test_pdf import ink

pytestmark = pytest.mark.usefixtures("chinese_font")


_BLACK = bytes(ord("x") if code < 128 else ord(" ") for code in range(256))


def shown(layout: pdf.Layout, index: int) -> QImage:
    return layout.image(index, 150)


def dark_rows(image: QImage) -> list[tuple[float, float]]:
    """The black rules of a page: mm from its top, and how long they are in mm."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    per_mm = image.width() / 210
    found = []
    for y in range(image.height()):
        row = bytes(grey.constScanLine(y))[: image.width()]
        longest = max(map(len, row.translate(_BLACK).split()), default=0)
        if longest > 100 * per_mm:
            found.append((y / per_mm, longest / per_mm))
    return found


def test_a_masthead_ends_with_a_rule_as_wide_as_the_text() -> None:
    rules = dark_rows(shown(pdf.Layout(bulletin(with_table=False)), 0))
    assert rules and all(155 < length < 157 for _, length in rules) and max(top for top, _ in rules) < 110


def test_an_imprint_stands_at_the_foot_of_the_last_page() -> None:
    layout = pdf.Layout(bulletin(with_table=False))
    rules = dark_rows(shown(layout, len(layout) - 1))
    assert all(155 < length < 157 for _, length in rules)
    assert 261 < rules[-1][0] < 262.5 and rules[0][0] < rules[-1][0] - 20
    assert not any(dark_rows(shown(layout, index)) for index in range(1, len(layout) - 1))
    assert "共印30份" in copied(pdf.render(bulletin()).data)


def test_a_wide_table_lies_on_its_side_and_the_page_number_does_not_move() -> None:
    layout = pdf.Layout(bulletin())
    (index, *_) = sorted(layout.wide)
    assert layout.size(index) == (PAGE_HEIGHT, PAGE_WIDTH) and layout.size(0) == (PAGE_WIDTH, PAGE_HEIGHT)
    image = layout.image(index, 300)
    assert image.width() > image.height()
    # On the sheet: turned back a quarter to the left.
    sheet = image.transformed(QTransform().rotate(-90))
    upright = layout.image(index - 2, 300)
    assert sheet.size() == upright.size()
    number, other = ink(sheet, 28, 264, 184, 280), ink(upright, 28, 264, 184, 280)
    assert number is not None and other is not None
    assert number[1] == pytest.approx(other[1], abs=0.3) and number[0] == pytest.approx(other[0], abs=3)
    table = ink(sheet, 0, 0, 210, 262)
    assert table is not None and 27 < table[0] < 34 and table[2] < 184.5 and table[1] > 36


def test_wide_pages_are_shown_as_they_are_read() -> None:
    rendered = pdf.render(bulletin())
    layout = pdf.Layout(bulletin())
    with pikepdf.open(io.BytesIO(rendered.data)) as document:
        turned = {number for number, page in enumerate(document.pages) if page.get("/Rotate", 0) == 90}
    assert turned == layout.wide and 0 < len(turned) < len(layout)
    assert copied(rendered.data).count("单位与口径") == len(turned)


def test_nothing_below_the_body_stands_alone_on_a_page() -> None:
    ends = Closing(("名单",), "青禾县委党校", "2026年11月2日")
    for count in range(12, 24):
        paper = Summary(("题",), sections=(Section("一", 1, (plain("字"),) * count),), closing=ends)
        texts = copied_pages(pdf.Layout(paper))
        assert texts[-1].startswith(("题", "字")) and texts[-1].endswith("附件：名单青禾县委党校2026年11月2日")


def copied_pages(layout: pdf.Layout) -> list[str]:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        return ["".join(layout.draw(painter, index)).split("—")[0] for index in range(len(layout))]
    finally:
        painter.end()


def test_an_attachment_has_its_title_on_the_third_line() -> None:
    layout = pdf.Layout(bulletin(with_table=False))
    page = next(each for each in layout._pages if each.rows[0][1].content.heading == "附件1")
    assert [top for top, _ in page.rows[:3]] == [0, PITCH, 2 * PITCH] and page.rows[2][1].content.heading
    titles = {heading.text: heading.level for heading in layout.headings()}
    assert titles["附件1"] == 1 and 2 in titles.values()


def test_what_a_former_layout_has_set_is_not_set_again() -> None:
    paper = five_articles(25)
    former = pdf.Layout(paper)
    changed = dataclasses.replace(paper, title=("改过的题目",))
    layout, fresh = pdf.Layout(changed, former=former), pdf.Layout(changed)
    known = {id(row.content) for page in former._pages for _, row in page.rows}
    new = [row.content for page in layout._pages for _, row in page.rows if id(row.content) not in known]
    assert len(new) == 1, "the title"
    for index in range(len(fresh)):
        assert layout.image(index, 50) == fresh.image(index, 50)
    assert len(former) == len(pdf.Layout(paper)), "it is as it was"


def test_a_layout_of_another_thread_is_left_alone() -> None:
    paper = five_articles(10)
    made: list[pdf.Layout] = []
    thread = threading.Thread(target=lambda: made.append(pdf.Layout(paper)))
    thread.start()
    thread.join()
    layout = pdf.Layout(paper, former=made[0])
    known = {id(row.content) for page in made[0]._pages for _, row in page.rows}
    assert not known & {id(row.content) for page in layout._pages for _, row in page.rows}


def test_a_page_full_of_text_shows_22_rows_in_black() -> None:
    layout = pdf.Layout(Summary(("题",), sections=(Section("一", 1, (plain("正" * 3000),)),)))
    image = layout.image(1, 300)
    per_mm = image.width() / 210
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    filled = [min(bytes(grey.constScanLine(y))) < 128 for y in range(int(36 * per_mm), int(263 * per_mm))]
    assert sum(now and not before for before, now in zip([False, *filled], filled, strict=False)) == LINES
    assert image.pixelColor(0, 0) == Qt.GlobalColor.white


def test_a_line_takes_28_characters_and_not_29() -> None:
    for count, rows in ((28, 1), (29, 2)):
        layout = pdf.Layout(Summary(("题",)))
        assert len(layout._rows(Line(Role.RECIPIENT, (Piece("正" * count),)), 8844, LINES * PITCH)) == rows


ANY = st.text(
    st.characters(codec="utf-8").filter(lambda c: unicodedata.bidirectional(c) not in {"R", "AL", "AN"})
    | st.sampled_from("：: 。、\n\t1—“”"),
    max_size=60,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY)
@example("：" + "字" * 60)
@example("字" * 60 + "：\n后")
@example("a" * 60)
def test_any_text_around_the_body_copies_as_it_was_written(text: str) -> None:
    text = f"前{text}后"
    # `copied` takes these for page numbers.
    assume(not PAGE_NUMBER.search(text))
    paper = Summary(
        ("题",),
        sections=(Section(f"附件1：{text}", 1, (plain("文"),), starts_page=True),),
        masthead=Masthead(text, text, text, text, text),
        recipient=text,
        closing=Closing((text, text), text, text),
        imprint=Imprint((text,), text),
    )
    read = squeeze(copied(pdf.render(paper).data))
    assert read.count(squeeze(printable(text))) >= 12


def test_marks_that_are_counted_anew_are_set_anew() -> None:
    """The same words with the same mark have another label where a mark stands before them."""

    def paper(first: Kind) -> Summary:
        marks = (Quotation(first, "甲", note="注"), Quotation(Kind.DATA, "乙", note="注"))
        runs = (TextRun("甲", marks=(1,), ends=(1,)), TextRun("乙", marks=(2,), ends=(2,)))
        items = tuple(Paragraph((run,), number=number) for number, run in enumerate(runs, 1))
        return Summary(("题",), sections=(Section("一", 1, items),), marks=marks)

    former, changed = pdf.Layout(paper(Kind.KEY)), paper(Kind.QUESTION)
    assert pdf.Layout(changed, former=former).image(0, 96) == pdf.Layout(changed).image(0, 96) != former.image(0, 96)
