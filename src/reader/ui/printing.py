"""The system's print dialog, and what a person chose in it."""

from collections.abc import Sequence

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def make_printer(title: str) -> QPrinter:
    """The default printer, set to upright A4; `title` is what a queue shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(title)
    return printer


def ask_printer(title: str, count: int, parent: QWidget) -> QPrinter | None:
    """Ask where a paper of `count` pages is printed, and which pages of it; None when the person leaves."""
    printer = make_printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(1, count))
    dialog.setFromTo(1, max(1, count))
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def chosen_pages(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages (from 0) in the order in which they go to the printer; one that cannot make copies gets them all."""
    pages = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : printer.toPage()]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]
