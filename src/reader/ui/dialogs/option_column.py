"""A column of choices that scrolls where the screen is low, and shows that it does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFrame, QScrollArea, QWidget

from reader.ui.icons import Icons

FADE = 28
"""Height of the soft edge, px."""


class WheelGuard(QObject):
    """Lets the wheel pass over boxes: who scrolls a column must not change what lies under the mouse meanwhile."""

    def __init__(self, root: QWidget) -> None:
        """Over all boxes below `root`."""
        super().__init__(root)
        for kind in (QComboBox, QAbstractSpinBox):
            for box in root.findChildren(kind):
                box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()  # so that Qt offers it to what lies around the box
            return True
        return super().eventFilter(watched, event)


class OptionColumn(QScrollArea):
    """Follows the focus by itself; its keys are those of the preview."""

    def __init__(self, icons: Icons, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        WheelGuard(body)
        self.edge = _SoftEdge(icons, self)
        for signal in (self.verticalScrollBar().valueChanged, self.verticalScrollBar().rangeChanged):
            signal.connect(self._show_edge)
        self._show_edge()

    def _show_edge(self) -> None:
        bar = self.verticalScrollBar()
        self.edge.setVisible(bar.value() < bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self.viewport().geometry()
        self.edge.setGeometry(0, place.bottom() + 1 - FADE, self.width(), FADE)
        self.edge.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _SoftEdge(QWidget):
    """There is more below."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setObjectName("exportMoreBelow")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._icons.theme, QPainter(self)
        solid, clear = QColor(theme.list), QColor(theme.list)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, clear)
        fade.setColorAt(1, solid)
        painter.fillRect(self.rect(), fade)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.border))
        painter.end()
