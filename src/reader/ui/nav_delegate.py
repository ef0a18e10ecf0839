"""How a row of the sidebar looks: a place with icon and count, a heading, a hint."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.ui.icons import Icons
from reader.ui.nav_model import NODE_ROLE, TRASH, Node, NodeKind
from reader.ui.theme import window_font

HEIGHT = 34
HEADING_HEIGHT = 42
HINT_HEIGHT = 58
ICON = 16
PLUS = 14
_EDGE = 8
_TEXT = 38
"""Where text begins, from the left edge of a row's card."""


def plus_area(row: QRect) -> QRect:
    """Where a heading's + stands, with room to hit it."""
    return QRect(row.right() - _EDGE - 26, row.bottom() - 30, 28, 28)


class NavDelegate(QStyledItemDelegate):
    """Paints rows of a `NavModel` in the colours of the theme in force."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._plain, self._bold, self._small = window_font(13), window_font(13, QFont.Weight.Bold), window_font(12)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        heights = {NodeKind.SECTION: HEADING_HEIGHT, NodeKind.HINT: HINT_HEIGHT}
        node: Node = index.data(NODE_ROLE)
        return QSize(100, heights.get(node.kind, HEIGHT) + _gap_above(node))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node: Node = index.data(NODE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if node.kind is NodeKind.SECTION:
            self._paint_heading(painter, option, node, index)
        elif node.kind is NodeKind.HINT:
            self._paint_hint(painter, option, node)
        else:
            self._paint_place(painter, option, node, self._has_ring(option, index))
        painter.restore()

    def _has_ring(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Around the row that has the keyboard's focus, and around the one that would take a drop."""
        view = option.widget
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus) and view.property("kbd") == "true"
        return has_focus or (hasattr(view, "drop_row") and view.drop_row() == index)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("navEdit")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Behind the icon; with the padding of the field its text begins where the name does.
        editor.setGeometry(option.rect.adjusted(_EDGE + 10 + ICON, 1, -_EDGE, -1))

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, node: Node, has_ring: bool) -> None:
        theme, state = self._icons.theme, option.state
        card = QRectF(option.rect).adjusted(_EDGE, 1 + _gap_above(node), -_EDGE, -1)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sel if is_selected else theme.hover))
            painter.drawRoundedRect(card, 6, 6)
        if has_ring:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6)
        token = "accent" if is_selected else "text2"
        picture = self._icons.pixmap(node.icon, token, ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(card.left() + 10, card.center().y() - ICON / 2), picture)
        count = f"{node.count:d}" if node.count else ""
        width = QFontMetricsF(self._small).horizontalAdvance(count)
        room = QRectF(card.right() - 12 - width, card.top(), width + 1, card.height())
        self._text(painter, room, count, self._small, theme.text3)
        room = QRectF(card.left() + _TEXT, card.top(), room.left() - card.left() - _TEXT - 6, card.height())
        font = self._bold if is_selected else self._plain
        self._text(painter, room, node.name, font, theme.accent if is_selected else theme.text)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, node: Node, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, row = self._icons.theme, QRectF(option.rect)
        line = QRectF(row.left() + _EDGE + 10, row.bottom() - 28, row.width() - 60, 24)
        self._text(painter, line, node.name, self._small, theme.text3)
        scale = painter.device().devicePixelRatioF()
        view = option.widget
        is_closed = isinstance(view, QTreeView) and not view.isExpanded(QModelIndex(index))
        if is_closed or option.state & QStyle.StateFlag.State_MouseOver:
            left = line.left() + QFontMetricsF(self._small).horizontalAdvance(node.name) + 4
            chevron = self._icons.pixmap("chevron-right" if is_closed else "chevron-down", "text3", 12, scale)
            painter.drawPixmap(QPointF(left, line.center().y() - 6), chevron)
        if node.icon == "collections":
            place = QRectF(plus_area(option.rect)).center() - QPointF(PLUS / 2, PLUS / 2)
            painter.drawPixmap(place, self._icons.pixmap("plus", "text3", PLUS, scale))

    def _paint_hint(self, painter: QPainter, option: QStyleOptionViewItem, node: Node) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(self._icons.theme.text3))
        room = QRectF(option.rect).adjusted(_EDGE + 10, 0, -_EDGE, 0)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        painter.drawText(room, flags, node.name)

    def _text(self, painter: QPainter, room: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value, shown)


def _gap_above(node: Node) -> int:
    """The trash stands apart from what comes before it."""
    return 12 if node.query == TRASH else 0
