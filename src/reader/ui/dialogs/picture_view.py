"""One picture in a window: as large as fits, zoomed about the pointer, moved by dragging."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.ui.icons import Icons

LARGEST_ZOOM = 8.0
"""Screen pixels for one of the picture's."""
STEP = 1.25
MARGIN = 16
PAN = 60
"""Pixels that an arrow key moves a picture by that is larger than the window."""


class PictureView(QWidget):
    """Shows what it is given; `zoom` is in device-independent pixels for one pixel of the original."""

    zoom_changed = Signal(float)
    finer_wanted = Signal()
    """The picture is shown larger than it was decoded."""
    step_requested = Signal(int)
    """To the next (1) or previous (-1) picture."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._icons = icons
        self._image = QImage()
        self._natural = QSize()
        self._note = ""
        self._zoom: float | None = None
        """None fits the picture into the window, whatever its size."""
        self._centre = QPointF(0.5, 0.5)
        """What of the picture (0 to 1) stands in the middle."""
        self._grip: QPointF | None = None

    # ---- what is shown

    def show_picture(self, image: QImage, natural: QSize) -> None:
        """Show another picture, as large as fits; `natural` is the size of the original."""
        self._zoom, self._centre, self._note = None, QPointF(0.5, 0.5), ""
        self._natural = natural
        self.refine(image)
        self.zoom_changed.emit(self.zoom)

    def refine(self, image: QImage) -> None:
        """The same picture, decoded finer."""
        self._image = image
        self._show_cursor()
        self.update()

    def show_note(self, words: str) -> None:
        """Show words instead of a picture."""
        self._image, self._natural, self._note = QImage(), QSize(), words
        self.update()

    @property
    def image(self) -> QImage:
        """As it was decoded."""
        return self._image

    @property
    def zoom(self) -> float:
        """How large it is shown."""
        return self._fitting() if self._zoom is None else self._zoom

    @property
    def fits(self) -> bool:
        """Whether all of it is in the window."""
        return self._zoom is None

    def _fitting(self) -> float:
        """Never larger than the original."""
        if self._natural.isEmpty():
            return 1.0
        room = self.size() - QSize(2 * MARGIN, 2 * MARGIN)
        return min(1.0, room.width() / self._natural.width(), room.height() / self._natural.height())

    def _shown_size(self) -> QSizeF:
        return QSizeF(self._natural) * self.zoom

    def picture_rect(self) -> QRectF:
        """Where the picture stands in the widget."""
        size = self._shown_size()
        x = self.width() / 2 - self._centre.x() * size.width()
        y = self.height() / 2 - self._centre.y() * size.height()
        return QRectF(QPointF(x, y), size)

    # ---- zoom and place

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller; what stands at `at` (default: the middle) stays there."""
        if self._natural.isEmpty():
            return
        at = QPointF(self.width() / 2, self.height() / 2) if at is None else at
        before = self.picture_rect()
        under = QPointF((at.x() - before.x()) / before.width(), (at.y() - before.y()) / before.height())
        fitting = self._fitting()
        wanted = min(max(self.zoom * factor, fitting), LARGEST_ZOOM)
        self._zoom = None if wanted <= fitting * 1.001 else wanted
        size = self._shown_size()
        self._centre = under + QPointF(
            (self.width() / 2 - at.x()) / size.width(), (self.height() / 2 - at.y()) / size.height()
        )
        self._settle()

    def fit(self) -> None:
        """All of it in the window."""
        self._zoom = None
        self._settle()

    def show_natural(self) -> None:
        """One pixel of the original for one of the window."""
        self.zoom_by(1 / self.zoom)

    def move_by(self, x: float, y: float) -> None:
        """Move the picture, in pixels of the window."""
        size = self._shown_size()
        if not size.isEmpty():
            self._centre -= QPointF(x / size.width(), y / size.height())
            self._settle()

    def _settle(self) -> None:
        """No empty strip beside a picture that is larger than the window; a smaller one stays in the middle."""
        size = self._shown_size()

        def within(centre: float, room: float, length: float) -> float:
            half = min(room / length / 2, 0.5) if length else 0.5
            return min(max(centre, half), 1 - half)

        self._centre = QPointF(
            within(self._centre.x(), self.width(), size.width()), within(self._centre.y(), self.height(), size.height())
        )
        self._show_cursor()
        self.update()
        self.zoom_changed.emit(self.zoom)
        if size.width() * self.devicePixelRatioF() > self._image.width() * 1.05:
            self.finer_wanted.emit()

    def _can_move(self) -> bool:
        size = self._shown_size()
        return size.width() > self.width() or size.height() > self.height()

    def _show_cursor(self) -> None:
        shapes = Qt.CursorShape
        self.setCursor(
            shapes.ArrowCursor
            if not self._can_move()
            else (shapes.ClosedHandCursor if self._grip is not None else shapes.OpenHandCursor)
        )

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move a picture that is larger than the window; else left and right go to the other pictures."""
        key = Qt.Key(event.key())
        ways = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if key in ways and self._can_move():
            self.move_by(ways[key][0] * PAN, ways[key][1] * PAN)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.step_requested.emit(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.step_requested.emit(1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.show_natural()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms about the pointer."""
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom_by(STEP**turns, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags."""
        if self._grip is not None:
            moved, self._grip = event.position() - self._grip, event.position()
            self.move_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Ends dragging."""
        self._grip = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between all of it and its own size."""
        self.zoom_by(max(1.0, 2 * self.zoom) / self.zoom, event.position()) if self.fits else self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._natural.isEmpty():
            self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._icons.theme.chrome))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom * self.devicePixelRatioF() < 3)
        if not self._image.isNull():
            rect = self.picture_rect()
            painter.fillRect(rect, QColor("white"))  # what is drawn in black on nothing is seen in the dark theme too
            painter.drawImage(rect, self._image)
        elif self._note:
            painter.setPen(QColor(self._icons.theme.text2))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._note)
        painter.end()
