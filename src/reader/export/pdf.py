"""A summary as PDF, drawn by Qt in the layout of GB/T 9704; `Layout` draws the same pages for a preview.

One unit of the layout is a twip (QPdfWriter at 1440 dpi), fonts have pixel sizes and no device rescales them. Every
line is drawn by itself: painting a page under a clip would draw the lines on its edge twice. Works in any thread of
a window's program; where there is no Qt application an offscreen one is made.
"""

import threading

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from reader.export import Rendered
from reader.export.pdf_layout import UNITS_PER_INCH, Layout, stop_if
from reader.export.pdf_text import finish
from reader.model.summary import Summary

__all__ = ["UNITS_PER_INCH", "Layout", "render"]


def render(summary: Summary, cancel: threading.Event | None = None) -> Rendered:
    """The document. ExportError no_cjk_font; CancelledError when `cancel` is set meanwhile."""
    layout = Layout(summary, cancel)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    texts = _draw(layout, buffer, cancel)
    data = finish(bytes(buffer.data().data()), texts, layout.headings(), layout.summary, layout.wide)
    return Rendered(data, len(layout), fonts=layout.families.used)


def _draw(layout: Layout, buffer: QBuffer, cancel: threading.Event | None) -> list[list[str]]:
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(layout.summary.plain_title)
    writer.setCreator("研读 Reader")
    painter = QPainter(writer)
    try:
        texts = []
        for index in range(len(layout)):
            stop_if(cancel)
            if index:
                writer.newPage()
            texts.append(layout.draw(painter, index))
        return texts
    finally:
        painter.end()
