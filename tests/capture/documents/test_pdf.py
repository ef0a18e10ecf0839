"""The text layer of PDF documents."""

import io

import pytest

from reader.capture.documents import pdf
from reader.capture.documents.pdf import read_text, tidy_text
from reader.model.errors import CaptureError

from ..report import ROWS, TITLE, data


def test_lines_have_their_places():
    found = read_text(data("report.pdf"))
    assert found.pages == 2 and found.scanned == 0
    head, title = found.lines[:2]
    assert (head.text, title.text) == ("云岭市基层治理案例选编", TITLE)
    assert title.size == pytest.approx(22, abs=0.5)
    assert all(line.left < line.right and line.bottom < line.top < line.page_height for line in found.lines)
    first = [line.bottom for line in found.lines if line.page == 0][1:]
    assert first == sorted(first, reverse=True)


def test_letters_enlarged_by_a_matrix_are_as_large_as_they_look():
    """Chromium writes every letter in one size and scales it."""
    sizes = {line.text: line.size for line in read_text(data("printed.pdf")).lines}
    assert sizes["青禾区网格一报"] > 1.8 * sizes["青禾区有网格516个、网格员516名，格格有人，事事有人。青"]


def test_the_space_a_program_sets_between_han_and_digits_is_none():
    text = "".join(line.text for line in read_text(data("report.pdf")).lines)
    assert "以300户左右为一格，将6个街道、42个社区" in text


def test_the_raised_number_of_a_note_is_told_from_the_figure_before_it():
    assert any("划分为516个网格[1]，组建" in line.text for line in read_text(data("report.pdf")).lines)


def test_columns_of_a_table_are_parted_by_tabs():
    rows = [line for line in read_text(data("report.pdf")).lines if line.columns]
    assert [line.text for line in rows] == list(ROWS)
    assert {len(line.columns) for line in rows} == {3}
    assert all(list(line.columns) == sorted(line.columns) for line in rows)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("⼤⺠", "大民"), ("⻓江", "长江"), ("豈", "豈"), ("Ａ１", "Ａ１"), ("co\ufffeop", "co-op")],
)
def test_radicals_are_the_characters_they_look_like(written, meant):
    assert tidy_text(written) == meant


def scanned(pages: int, text: str = "") -> bytes:
    """A PDF whose pages are pictures; `text` is written on one page more."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        page = document.new_page(300, 400)
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.new("RGB", (30, 40), "white")))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(300, 400))
        page.insert_obj(picture)
        page.gen_content()
    if text:
        with_text = pypdfium2.PdfDocument(data("report.pdf"))
        document.import_pages(with_text)
        with_text.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def test_a_scanned_document_says_so():
    with pytest.raises(CaptureError) as caught:
        read_text(scanned(3))
    assert (caught.value.code, caught.value.data["pages"]) == ("pdf_scanned", 3)


def test_a_partly_scanned_document_is_read_and_counts_what_is_missing():
    found = read_text(scanned(2, "with"))
    assert (found.scanned, found.pages, found.is_whole) == (2, 4, False)
    assert found.lines[1].text == TITLE


def test_a_document_too_long_for_its_time_is_read_as_far_as_it_goes(monkeypatch):
    monkeypatch.setattr(pdf, "_PATIENCE", -1.0)
    found = read_text(data("report.pdf"))
    assert {line.page for line in found.lines} == {0}
    assert (found.pages, found.is_whole) == (2, False)
    monkeypatch.undo()
    assert read_text(data("report.pdf")).is_whole
    monkeypatch.setattr(pdf, "PAGE_LIMIT", 1)
    assert not read_text(data("report.pdf")).is_whole


def test_a_password_is_told(tmp_path):
    import pikepdf

    with pikepdf.open(io.BytesIO(data("report.pdf"))) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    with pytest.raises(CaptureError) as caught:
        read_text((tmp_path / "locked.pdf").read_bytes())
    assert caught.value.code == "document_encrypted"


def test_what_is_no_pdf_is_damaged():
    with pytest.raises(CaptureError) as caught:
        read_text(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    assert caught.value.code == "document_damaged"
