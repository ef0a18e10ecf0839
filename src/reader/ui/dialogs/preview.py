"""Pages of a paper, one under the other: always black on white, whatever the theme. A page is asked for when it comes
into view, in the size in which it is seen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reader.ui.icons import Icons

MARGIN, GAP, TOP = 40, 20, 24
"""Around the sheets, between them, and above the first, px."""
WIDEST = 820
"""A page that is fitted to the view is not shown wider than this: about its size on paper at 100 dpi."""
UNITS_PER_INCH = 1440
"""Sizes of pages are twips."""
REAL = 96.0
"""dpi of 100 %."""
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
"""The zooms that there are besides the fitted one."""
KEPT = 6
"""Pages before and behind those in view whose pictures are kept: one takes some megabytes."""

Pages = Mapping[int, QImage]


class Sheets(QWidget):
    """Paints the sheets; one that is not drawn yet is white."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._rects: list[QRect] = []
        self._images: dict[int, QImage] = {}

    def lay_out(self, sizes: Sequence[tuple[int, int]], dpi: float, width: int) -> None:
        """Place sheets of these sizes in the middle of a view `width` px wide."""
        scale = dpi / UNITS_PER_INCH
        whole = max([width, *(round(across * scale) + 2 * MARGIN for across, _ in sizes)])
        self._rects, top = [], TOP
        for across, high in sizes:
            sheet = QSize(round(across * scale), round(high * scale))
            self._rects.append(QRect(QPoint((whole - sheet.width()) // 2, top), sheet))
            top += sheet.height() + GAP
        self.setFixedSize(QSize(whole, top + TOP - GAP if self._rects else 0))
        self.update()

    def set_images(self, images: Pages) -> None:
        """These pictures and no others."""
        self._images = dict(images)
        self.update()

    def rects(self) -> list[QRect]:
        """Where the sheets stand."""
        return self._rects

    def images(self) -> Pages:
        """The pictures there are, by page."""
        return self._images

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self._icons.theme
        for number, rect in enumerate(self._rects):
            if not rect.adjusted(-6, -6, 6, 8).intersects(event.rect()):
                continue
            for spread in (3, 2, 1):  # a soft edge below, so that a white sheet lifts off a light desk
                painter.fillRect(rect.adjusted(-spread, -spread + 2, spread, spread + 1), QColor(0, 0, 0, 9))
            painter.fillRect(rect, QColor("white"))
            if number in self._images:
                painter.drawImage(rect, self._images[number])
            painter.setPen(QColor(theme.border))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()


class Preview(QScrollArea):
    """The desk with the sheets; keeps its place when the pages are renewed."""

    pages_wanted = Signal()
    """`wanted` are in view, or near, and not drawn in the size in which they are shown."""
    moved = Signal()
    """Another page may be in view, or pages came, or the zoom changed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("exportPreview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self._sheets = Sheets(icons)
        self._sizes: Sequence[tuple[int, int]] = ()
        self._zoom: float | None = None
        self.setWidget(self._sheets)
        # Asked for once the view rests: a scroll bar that is dragged passes hundreds of places.
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_pages)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # ------------------------------------------------------------------ pages
    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def current(self) -> int:
        """The page (from 0) in the middle of the view, or the nearest."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        passed = (number for number, rect in enumerate(self.page_rects()) if rect.top() <= middle)
        return max(passed, default=0)

    def page_rects(self) -> list[QRect]:
        """Where the pages stand inside the scrolled widget."""
        return self._sheets.rects()

    def images(self) -> Pages:
        """The pictures there are, by page."""
        return self._sheets.images()

    def set_paper(self, sizes: Sequence[tuple[int, int]], images: Pages) -> None:
        """Other pages, of these sizes in twips; those that `images` has not are asked for when they are seen."""
        place = self.verticalScrollBar().value()
        self._sizes = sizes
        self._sheets.set_images(images)
        self._sheets.lay_out(sizes, self.dpi, self.viewport().width())
        self.verticalScrollBar().setValue(place)
        self._on_scrolled()

    def add_images(self, images: Pages) -> None:
        """Pictures of pages; what is far from the view is forgotten."""
        near = range(self.current - KEPT, self.current + KEPT + 1)
        known = {**self._sheets.images(), **images}
        self._sheets.set_images({number: image for number, image in known.items() if number in near})

    def seen(self) -> list[int]:
        """The pages in view and the next one, which will be wanted soon."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        rects = self.page_rects()
        inside = [number for number, rect in enumerate(rects) if rect.top() <= bottom and rect.bottom() >= top]
        if not rects:
            return [0, 1]
        return [*inside, *([inside[-1] + 1] if inside and inside[-1] + 1 < len(rects) else [])]

    def wanted(self) -> list[int]:
        """Those of `seen` that have to be drawn."""
        images, ratio = self._sheets.images(), self.devicePixelRatioF()
        widths = {number: round(self.page_rects()[number].width() * ratio) for number in self.seen() if self._sizes}
        return [n for n, width in widths.items() if n not in images or abs(images[n].width() - width) > 2]

    # ------------------------------------------------------------------ zoom
    @property
    def zoom(self) -> float | None:
        """Times the size on paper; None while the pages are as wide as the view."""
        return self._zoom

    @property
    def dpi(self) -> float:
        """Of the pages on the screen, in device-independent pixels."""
        if self._zoom is not None:
            return REAL * self._zoom
        # Before the first pages are there: as if they were of A4.
        widest = max([across for across, _ in self._sizes], default=11906)
        return max(120, min(WIDEST, self.viewport().width() - 2 * MARGIN)) / widest * UNITS_PER_INCH

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages so many times as large as on paper; None fits them to the view."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out_again()

    def step_zoom(self, step: int) -> None:
        """The next larger (1) or smaller (-1) of STEPS."""
        now = self.dpi / REAL
        larger, smaller = [each for each in STEPS if each > now + 0.01], [each for each in STEPS if each < now - 0.01]
        if step > 0 and larger:
            self.set_zoom(larger[0])
        elif step < 0 and smaller:
            self.set_zoom(smaller[-1])

    def _lay_out_again(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._sheets.lay_out(self._sizes, self.dpi, self.viewport().width())
        bar.setValue(round(share * bar.maximum()))
        across = self.horizontalScrollBar()
        across.setValue((across.minimum() + across.maximum()) // 2)
        self._on_scrolled()

    # ------------------------------------------------------------------ events
    def _on_scrolled(self) -> None:
        self._ask.start()
        self.moved.emit()

    def _ask_for_pages(self) -> None:
        if self.wanted():
            self.pages_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        pages = {Qt.Key.Key_PageUp: bar.SliderAction.SliderPageStepSub,
                 Qt.Key.Key_PageDown: bar.SliderAction.SliderPageStepAdd}  # fmt: skip
        if event.key() in ends:
            bar.setValue(ends[event.key()])
        elif event.key() in pages:
            bar.triggerAction(pages[event.key()])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sheets"):
            self._sheets.update()
