"""Pages of a paper, one under the other, as wide as the view: always black on white, whatever the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reader.ui.icons import Icons

MARGIN, GAP, TOP = 40, 20, 24
"""Around the sheets, between them, and above the first, px."""
WIDEST = 820
"""A page is not shown wider than this: about its size on paper at 100 dpi."""


def to_image(page: QImage | bytes) -> QImage:
    """A page as an image; bytes are any format Qt reads. May be called in any thread."""
    return page if isinstance(page, QImage) else QImage.fromData(page)


class Sheets(QWidget):
    """Paints the sheets; a page is scaled when it is first seen at a width."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._pages: list[QImage] = []
        self._scaled: dict[int, QPixmap] = {}
        self._rects: list[QRect] = []

    def set_pages(self, pages: Sequence[QImage], width: int) -> None:
        """Show these pages in a view `width` px wide."""
        self._pages = list(pages)
        self.lay_out(width)

    def lay_out(self, width: int) -> None:
        """Place the sheets for a view `width` px wide."""
        self._scaled.clear()
        self._rects = []
        sheet = max(120, min(WIDEST, width - 2 * MARGIN))
        left, top = (width - sheet) // 2, TOP
        for page in self._pages:
            height = round(sheet * page.height() / max(1, page.width()))
            self._rects.append(QRect(left, top, sheet, height))
            top += height + GAP
        self.setFixedSize(QSize(width, top + TOP - GAP if self._rects else 0))
        self.update()

    def rects(self) -> list[QRect]:
        """Where the sheets stand."""
        return self._rects

    def _pixmap(self, number: int) -> QPixmap:
        if number not in self._scaled:
            ratio = self.devicePixelRatioF()
            scaled = self._pages[number].scaled(
                self._rects[number].size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            self._scaled[number] = QPixmap.fromImage(scaled)
        return self._scaled[number]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        for number, rect in enumerate(self._rects):
            if not rect.adjusted(-6, -6, 6, 8).intersects(event.rect()):
                continue
            for spread in (3, 2, 1):  # a soft edge below, so that a white sheet lifts off a light desk
                painter.fillRect(rect.adjusted(-spread, -spread + 2, spread, spread + 1), QColor(0, 0, 0, 9))
            painter.fillRect(rect, QColor("white"))
            painter.drawPixmap(rect.topLeft(), self._pixmap(number))
            painter.setPen(QColor(theme.border))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()


class Preview(QScrollArea):
    """The desk with the sheets; keeps its place when the pages are renewed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("exportPreview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets = Sheets(icons)
        self._count = 0
        self.setWidget(self._sheets)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return self._count

    def page_rects(self) -> list[QRect]:
        """Where the pages stand inside the scrolled widget."""
        return self._sheets.rects()

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Show these pages, at the place where the former ones were scrolled to."""
        place = self.verticalScrollBar().value()
        self._count = len(pages)
        self._sheets.set_pages(pages, self.viewport().width())
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._sheets.lay_out(self.viewport().width())
        bar.setValue(round(share * bar.maximum()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sheets"):
            self._sheets.update()
