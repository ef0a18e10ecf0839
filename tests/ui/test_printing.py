"""What a person chose in the system's print dialog."""

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from reader.ui.printing import chosen_pages, make_printer


@pytest.fixture
def printer(qapp, tmp_path):
    made = make_printer("材料")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "p.pdf"))
    return made


def test_paper_is_upright_a4_with_the_title_in_the_queue(printer):
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    assert printer.docName() == "材料"


def test_all_pages_unless_some_are_chosen(printer):
    assert list(chosen_pages(printer, 3)) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert list(chosen_pages(printer, 5)) == [1, 2]


def test_last_page_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(chosen_pages(printer, 3)) == [2, 1, 0]


def test_a_printer_without_copies_gets_every_page_as_often_as_wanted(printer, monkeypatch):
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _self: False)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert list(chosen_pages(printer, 2)) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert list(chosen_pages(printer, 2)) == [0, 0, 1, 1]
