"""The names of the five kinds in the window's language, and their seals as icons."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

from reader.model.annotation import Kind
from reader.ui.icons import scales
from reader.ui.reading.typography import small_font
from reader.ui.theme import Theme


def kind_name(kind: Kind) -> str:
    """ "To borrow", in the window's language."""
    names = {
        Kind.KEY: QCoreApplication.translate("Kinds", "Key point"),
        Kind.BORROW: QCoreApplication.translate("Kinds", "To borrow"),
        Kind.DATA: QCoreApplication.translate("Kinds", "Figure"),
        Kind.QUESTION: QCoreApplication.translate("Kinds", "Question"),
        Kind.ACTION: QCoreApplication.translate("Kinds", "Action"),
    }
    return names[kind]


def paint_disc(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme) -> None:
    """A round stamp: the seal's character on the colour of its marks."""
    ink = theme.kind(kind)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink.ink), 1.2))
    painter.setBrush(QColor(ink.fill))
    painter.drawEllipse(rect.adjusted(0.8, 0.8, -0.8, -0.8))
    painter.setFont(small_font(round(rect.height() * 0.52), QFont.Weight.Bold))
    painter.setPen(QColor(ink.ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, kind.seal)


def kind_icon(kind: Kind, theme: Theme, size: int = 22) -> QIcon:
    """The round stamp as an icon, at every scale."""
    icon = QIcon()
    for scale in scales():
        pixmap = QPixmap(round(size * scale), round(size * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_disc(painter, QRectF(0, 0, size, size), kind, theme)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
