"""The pages of a layout on a printer: as large as they are on the screen's paper, whatever the printer's margins."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from reader.export.pdf import UNITS_PER_INCH, Layout
from reader.model.errors import CancelledError, ExportError


def print_pages(
    layout: Layout,
    device: QPagedPaintDevice,
    pages: Sequence[int],
    progress: Callable[[str, int, int], None] | None = None,
    cancel: threading.Event | None = None,
) -> int:
    """Print these pages (from 0) in this order; how many there were. ExportError print_failed when the printer does not
    take them; after CancelledError it gets no more pages."""
    sheet = device.pageLayout()
    sheet.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(sheet)
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError("print_failed")
    try:
        for count, index in enumerate(pages):
            if cancel is not None and cancel.is_set():
                raise CancelledError
            if progress:
                progress("print", count, len(pages))
            if count and not device.newPage():
                raise ExportError("print_failed")
            painter.resetTransform()
            painter.scale(device.logicalDpiX() / UNITS_PER_INCH, device.logicalDpiY() / UNITS_PER_INCH)
            layout.draw(painter, index)
    finally:
        painter.end()
    return len(pages)
