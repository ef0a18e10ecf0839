"""The small parts that panes are made of: plain labels, icon buttons, painted icons, lines, shadows."""

import html

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from reader.ui.icons import Icons

BUTTON = 32
"""Side of an icon button, device-independent pixels."""


def label(text: str = "", role: str = "", wrap: bool = False, name: str = "") -> QLabel:
    """A label that shows `text` as it is: what comes from a page is never read as markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    return made


def plain_tooltip(text: str) -> str:
    """`text` for setToolTip and ToolTipRole: wrapped by Qt, and never read as markup."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def icon_button(icons: Icons, icon: str, name: str, on: str = "", size: int = 17, side: int = BUTTON) -> QToolButton:
    """A quiet square button with an icon that follows the theme; `describe` it before it is shown."""
    button = QToolButton()
    button.setObjectName(name)
    button.setFixedSize(side, side)
    button.setCheckable(bool(on))
    icons.bind(button, icon, "text2", on, size)
    return button


def describe(widget: QWidget, text: str, key: str = "") -> None:
    """Accessible name and tooltip of a widget that shows no text; `key` is the shortcut as the platform writes it."""
    widget.setAccessibleName(text)
    widget.setToolTip(plain_tooltip(f"{text}  ({key})" if key else text))


def line(direction: str = "h") -> QFrame:
    """A hairline, "h" or "v"."""
    made = QFrame()
    made.setProperty("line", direction)
    return made


def above(upper: QWidget, lower: QWidget) -> QWidget:
    """One widget over another that takes the room there is."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower, 1)
    return made


def bring_up(window: QWidget) -> None:
    """Show a window in front of the others, unless it is gone."""
    if isValid(window):
        window.show()
        window.raise_()
        window.activateWindow()


def add_shadow(widget: QWidget, blur: int = 28, offset: int = 6) -> None:
    """A soft shadow under a small popover."""
    effect = QGraphicsDropShadowEffect(widget)
    effect.setBlurRadius(blur)
    effect.setOffset(0, offset)
    effect.setColor(QColor(0, 0, 0, 70))
    widget.setGraphicsEffect(effect)


class Picture(QWidget):
    """An icon without a button; drawn anew with every theme because painting asks for the colour."""

    def __init__(self, icons: Icons, icon: str, token: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._icons, self._icon, self._token = icons, icon, token
        self.setFixedSize(size, size)

    def show_icon(self, icon: str, token: str = "text2") -> None:
        """Show another icon."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixmap = self._icons.pixmap(self._icon, self._token, self.width(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, pixmap)
        painter.end()


class ElidedLabel(QLabel):
    """One line that ends in … where it does not fit; the whole text is its tooltip then."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.mode = Qt.TextElideMode.ElideRight
        """Where words are left out: a link differs from others at its end, so its middle may go."""
        self._full = ""
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_full_text(text)

    def full_text(self) -> str:
        """What it would show with room enough."""
        return self._full

    def set_full_text(self, text: str) -> None:
        """Show `text`, which may hold anything; line breaks become spaces."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._full) + 2 + margins.left() + margins.right()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, self.mode, max(0, self.contentsRect().width()))
        self.setText(shown)
        self.setToolTip(plain_tooltip(self._full) if shown != self._full else "")
