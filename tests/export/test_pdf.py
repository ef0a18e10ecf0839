"""PDF: the pages of an official paper, whose text is found and copied as it was written."""

import io
import re
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontDatabase, QImage

from reader.export import pdf
from reader.export.clean import printable
from reader.export.gbt9704 import LINES
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Paragraph, Reference, Section, Summary, Table, TextRun
from reader.text.folding import squeeze

from .conftest import PAGE_NUMBER, copied, one

pytestmark = pytest.mark.usefixtures("chinese_font")


def extracted(data: bytes, tmp_path: Path) -> str:
    """What pdftotext finds, page numbers removed."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (tmp_path / "paper.pdf").write_bytes(data)
    found = subprocess.run(["pdftotext", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    return PAGE_NUMBER.sub("", found.stdout.decode())


def test_every_text_comes_out_as_it_was_written(
    paper: Summary, printed: Callable[[Summary], list[str]], tmp_path: Path
) -> None:
    data = pdf.render(paper).data
    for text in (squeeze(copied(data)), squeeze(extracted(data, tmp_path))):
        # The lines of two narrow columns may be read across; a quotation never has a line break of its own there.
        lines = [each if "。" in each else line for each in printed(paper) for line in each.split("\n")]
        assert not [each for each in lines if squeeze(each) not in text]
        assert not re.search("[\u2e80-\u2fdf]", text), "radicals instead of characters"


def test_nothing_is_drawn_twice(paper: Summary) -> None:
    text = squeeze(copied(pdf.render(paper).data))
    for heading in (section.heading for section in paper.sections):
        assert text.count(squeeze(heading)) == 1
    assert text.count("跨段的一处。") == 1


def test_one_glyph_for_several_characters_still_copies_as_each() -> None:
    written = "大⼤户⼾民⺠二⼆·‧Ω\u2126-\u2010——⸺ÅÅ" * 3
    assert written in copied(pdf.render(one(written)).data)


def test_hostile_text_is_only_text(hostile: Summary, printed: Callable[[Summary], list[str]]) -> None:
    data = pdf.render(hostile).data
    text = squeeze(copied(data))
    lines = [line for each in printed(hostile) for line in each.split("\n")]
    assert not [line for line in lines if squeeze(line) not in text]
    with pikepdf.open(io.BytesIO(data)) as document:
        assert not [annotation for page in document.pages for annotation in page.get("/Annots", [])]
        assert "/OpenAction" not in document.Root and "/AcroForm" not in document.Root


def test_characters_without_a_font_are_boxes_that_copy_as_themselves() -> None:
    written = "汉𬭎𠮷😀👩\u200d👧नमस्ते ไทย שלום العربية \ue000\U0010fffd e\u0301\u0323 中️"
    text = squeeze(copied(pdf.render(one(written, "后")).data))
    for word in ("汉𬭎𠮷", "😀", "\ue000", "\U0010fffd", "后"):
        assert word in text
    for character in "नमसשלוםไทย":
        assert character in text


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x0b\ud800",
        "",
        " ",
        "\n",
        "\n\n字\n",
        "\u200b",
        "\u0301",
        "\t",
        "字" * 3000,
        "a" * 500,
        "\u3000" * 50,
        "a-" * 90,
    ],
)
def test_strange_texts_make_a_paper(text: str) -> None:
    assert squeeze(printable(text)).strip("\u200b") in squeeze(copied(pdf.render(one(text, "后")).data))


LEFT_TO_RIGHT = st.characters(codec="utf-8").filter(lambda c: unicodedata.bidirectional(c) not in {"R", "AL", "AN"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(LEFT_TO_RIGHT | st.sampled_from("治理𬭎𠮷-— ,。“”《》1a\u0301\ufe0f😀"), min_size=1, max_size=120))
@example("𬭎" * 100 + "-a" * 60)
@example("\u0301\u0301中\u0301")
def test_any_text_copies_as_it_was_written(text: str) -> None:
    assert squeeze(printable(text)) in squeeze(copied(pdf.render(one(f"前{text}后")).data))


def test_no_line_ends_with_a_hyphen(tmp_path: Path) -> None:
    written = [f"{'字' * count}https://e.example/site-5-6-7-8/info-4-3-1-4-0.html后面还有字" for count in range(8, 26)]
    english = ["a well-known state-of-the-art thing " * 8]
    text = squeeze(extracted(pdf.render(one(*written, *english)).data, tmp_path))
    assert not [each for each in [*written, *english] if squeeze(each) not in text]


def test_a_page_has_22_rows_of_28_characters() -> None:
    layout = pdf.Layout(Summary(("题",), sections=(Section("一", 1, (Paragraph((TextRun("正" * 3000),)),)),)))
    rows = [row for _, row in layout._pages[1].rows]
    assert len(rows) == LINES
    stroke = rows[5].content.strokes[0]
    assert stroke.span[1] - stroke.span[0] == 28


def ink(
    image: QImage, left: float, top: float, right: float, bottom: float
) -> tuple[float, float, float, float] | None:
    """The box of what is dark within a box, all in mm."""
    per_mm = image.width() / 210
    first, last = int(left * per_mm), int(right * per_mm)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lit = {code: " " if code >= 128 else "x" for code in range(256)}
    dark = []
    for y in range(int(top * per_mm), int(bottom * per_mm)):
        row = bytes(grey.constScanLine(y)).decode("latin-1").translate(lit)[first:last].rstrip()
        if row:
            dark.append((first + len(row) - len(row.lstrip()), y, first + len(row) - 1))
    if not dark:
        return None
    starts, rows, ends = zip(*dark, strict=True)
    return min(starts) / per_mm, min(rows) / per_mm, max(ends) / per_mm, max(rows) / per_mm


def test_page_numbers_stand_where_the_standard_puts_them() -> None:
    layout = pdf.Layout(one("字" * 2000))
    odd = ink(layout.image(0, 300), 120, 264, 210, 280)
    even = ink(layout.image(1, 300), 0, 264, 120, 280)
    assert odd is not None and even is not None
    assert 177.5 < odd[2] < 180 and 32 < even[0] < 34.5
    dash = ink(layout.image(1, 300), even[0] - 0.5, 264, even[0] + 2, 280)
    assert dash is not None and 6.5 <= (dash[1] + dash[3]) / 2 - 262 <= 7.5
    assert ink(layout.image(0, 100), 0, 0, 210, 37) is None, "nothing stands in the upper margin"


def test_headings_are_never_the_last_line_of_a_page() -> None:
    for count in range(40):
        filler = tuple(Paragraph((TextRun("字"),)) for _ in range(count))
        paper = Summary(
            ("题",),
            sections=(Section("一", 1, filler), Section("二", 1), Section("（一）", 2, (Paragraph((TextRun("后"),)),))),
        )
        for page in pdf.Layout(paper)._pages:
            assert not page.rows[-1][1].keep_with_next


def test_outline_language_and_title(paper: Summary) -> None:
    with pikepdf.open(io.BytesIO(pdf.render(paper).data)) as document:
        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]
            below = [item.title for root in outline.root for item in root.children]
        assert [*titles, *below] and len(titles) + len(below) == len(paper.sections) + 1
        assert titles[0] == "一、材料来源" and below[0] == "（一）要点"
        assert str(document.Root.Lang) == "zh-CN"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo["/Title"]) == paper.plain_title
        assert str(document.docinfo["/Subject"]) == "学习研讨材料"
        assert "/Author" not in document.docinfo


def test_fonts_are_embedded_and_named_for_the_user(paper: Summary, tmp_path: Path) -> None:
    rendered = pdf.render(paper)
    assert rendered.fonts and set(rendered.fonts) <= set(QFontDatabase.families())
    with pikepdf.open(io.BytesIO(rendered.data)) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor or (
                    "/FontFile3" in font.DescendantFonts[0].FontDescriptor
                )
                assert "/ToUnicode" in font


def test_the_footnote_stands_on_the_page_of_its_mark(material: Any, other: Any, options: Any, say: Any) -> None:
    references = tuple(Reference(number, f"文献{number}。") for number in (1, 2))
    items = tuple(Paragraph((TextRun("字" * 28 * 30, footnote=number),)) for number in (1, 2))
    layout = pdf.Layout(Summary(("题",), sections=(Section("一", 1, items),), references=references))
    noted = [page.footnotes for page in layout._pages]
    assert [number for page in noted for number in page] == [1, 2]
    for page in layout._pages:
        marks = [number for _, row in page.rows for number in row.footnotes]
        assert marks == page.footnotes


def test_the_heading_row_of_a_long_table_is_repeated() -> None:
    rows = tuple((str(number), "文" * 60) for number in range(60))
    paper = Summary(("题",), sections=(Section("一", 1, (Table("表", ("序号", "内容"), rows, (1, 5)),)),))
    text = copied(pdf.render(paper).data)
    assert text.count("序号") == len(pdf.Layout(paper)) >= 3


def test_without_a_chinese_font_the_reason_is_given(paper: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: ["DejaVu Sans"] if not _ else [])
    with pytest.raises(ExportError) as caught:
        pdf.render(paper)
    assert caught.value.code == "no_cjk_font"


def test_a_cancelled_paper_is_not_finished(paper: Summary) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        pdf.render(paper, cancel)


def test_it_works_in_a_thread_of_a_windows_program(paper: Summary) -> None:
    results: list[int | None] = []
    threads = [threading.Thread(target=lambda: results.append(pdf.render(paper).pages)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(results) == 2 and results[0] == results[1]


def test_it_makes_its_own_application_where_there_is_none(tmp_path: Path) -> None:
    code = (
        "from reader.export.document import write\nfrom reader.model.summary import Summary\nfrom pathlib import Path\n"
        f"print(write(Summary(('题',)), 'pdf', Path({str(tmp_path / 'x.pdf')!r})).pages)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "1", done.stderr
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_the_preview_shows_the_same_pages(paper: Summary) -> None:
    shown = pdf.Layout(paper)
    assert len(shown) == pdf.render(paper).pages
    assert shown.image(0, 60).width() == round(210 / 25.4 * 60)


def test_a_paper_in_english_needs_no_other_code(material: Any, other: Any) -> None:
    from reader.export.templates.material import Options
    from reader.export.templates.study import study
    from reader.messages import Messages

    made = study([material, other], Options(language="en", with_creator=True), Messages("en"))
    text = squeeze(copied(pdf.render(made).data))
    assert "1.Sources" in text and "(paragraph2,sentence2)" not in text and "([1]paragraph2,sentence2)" in text
