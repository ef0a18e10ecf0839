"""Lines under marked words, for pdf.py: one look for each kind, so that they differ in black and white. Lengths are
twips."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from reader.export.marked import Sign
from reader.model.annotation import Kind

LABEL_SIZE, LABEL_RISE = 0.5, 0.95
"""Of labels above marked words, and how far above the baseline they stand; parts of the size of the type."""
_PEN = 12
"""0.6 pt."""
_FIRST, _STEP = 0.2, 0.15
"""From the baseline to the first line, and from line to line where marks overlap; parts of the size of the type."""
_LOWEST = 3
"""Lanes below would reach the next line of text."""
_WAVE = 60
"""Length of a wave."""
_DOTS = {Kind.DATA: [1.0, 1.5], Kind.ACTION: [5.0, 2.5]}
"""Stroke and gap, in widths of the pen."""


class Underline(NamedTuple):
    """What of a line of text is marked: UTF-16 units of its layout, half-open."""

    start: int
    end: int
    sign: Sign


def draw(painter: QPainter, sign: Sign, x: float, end: float, baseline: float, size: float) -> None:
    """Draw the line of a mark from `x` to `end` under type of `size` on `baseline`."""
    y = baseline + size * (_FIRST + _STEP * min(sign.lane, _LOWEST))
    painter.save()
    pen = QPen(Qt.GlobalColor.black, _PEN)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if sign.kind in _DOTS:
        pen.setDashPattern(_DOTS[sign.kind])
    painter.setPen(pen)
    _SHAPES.get(sign.kind, _straight)(painter, x, end, y)
    painter.restore()


def _straight(painter: QPainter, x: float, end: float, y: float) -> None:
    painter.drawLine(QPointF(x, y), QPointF(end, y))


def _double(painter: QPainter, x: float, end: float, y: float) -> None:
    for at in (y - _PEN, y + _PEN):
        _straight(painter, x, end, at)


def _wave(painter: QPainter, x: float, end: float, y: float) -> None:
    path = QPainterPath(QPointF(x, y))
    at, height = x, _WAVE / 3
    while at < end:
        middle, height = at + _WAVE / 4, -height
        at = min(at + _WAVE / 2, end)
        path.quadTo(QPointF(middle, y + height), QPointF(at, y))
    painter.save()
    painter.setClipRect(QRectF(x, y - _WAVE, end - x, 2 * _WAVE))
    painter.drawPath(path)
    painter.restore()


_SHAPES: dict[Kind, Callable[[QPainter, float, float, float], None]] = {Kind.BORROW: _double, Kind.QUESTION: _wave}
