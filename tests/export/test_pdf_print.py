"""A layout on a printer, for which a PDF file stands here."""

import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from reader.export.pdf import Layout
from reader.export.pdf_print import print_pages
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Paragraph, Section, Summary, TextRun

PAPER = Summary(
    ("基层治理研讨",), sections=(Section("一、来源", 1, (Paragraph((TextRun("走访群众5400户。" * 300),)),)),)
)


def printer(path: Path, dpi: int = 600) -> QPdfWriter:
    made = QPdfWriter(str(path))
    made.setResolution(dpi)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setPageMargins(QMarginsF(12, 12, 12, 12))
    return made


def pdf(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_pages_come_out_in_the_wanted_order(tmp_path: Path) -> None:
    layout = Layout(PAPER)
    assert len(layout) > 3
    seen: list[tuple[str, int, int]] = []
    assert print_pages(layout, printer(tmp_path / "p.pdf"), [2, 0], lambda *step: seen.append(step)) == 2
    text = pdf("pdftotext", "-layout", str(tmp_path / "p.pdf"), "-").split("\f")
    numbers = ["".join(page.split()[-1:]) for page in text[:2]]
    assert numbers == ["—3—", "—1—"]
    assert "基层治理研讨" in text[1] and len(text) == 3
    assert seen == [("print", 0, 2), ("print", 1, 2)]


def test_the_printers_margins_neither_move_nor_shrink_the_page(tmp_path: Path) -> None:
    """The first line of the title stands where it stands in the PDF that is exported."""
    from reader.export.pdf import render

    (tmp_path / "exported.pdf").write_bytes(render(PAPER).data)
    print_pages(Layout(PAPER), printer(tmp_path / "printed.pdf"), [0])
    places = []
    for name in ("exported", "printed"):
        words = pdf("pdftotext", "-bbox", "-l", "1", str(tmp_path / f"{name}.pdf"), "-")
        line = next(line for line in words.splitlines() if "<word" in line and "基层治理研讨" in line)
        places.append([float(number) for number in re.findall(r'[xy]M\w+="([\d.]+)"', line)])
    assert places[0] == pytest.approx(places[1], abs=1)


def test_a_cancelled_print_gets_no_more_pages(tmp_path: Path) -> None:
    stop = threading.Event()
    with pytest.raises(CancelledError):
        print_pages(Layout(PAPER), printer(tmp_path / "p.pdf"), [0, 1, 2], lambda *_: stop.set(), stop)


@pytest.mark.qt_log_ignore("Unable to open|QPainter::begin")  # what Qt says of it
def test_a_printer_that_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        print_pages(Layout(PAPER), printer(tmp_path / "absent" / "p.pdf"), [0])
    assert error.value.code == "print_failed"
