"""The view of the sidebar's tree."""

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.ui.icons import Icons
from reader.ui.nav_delegate import NavDelegate, plus_area
from reader.ui.nav_model import NODE_ROLE, Node, NodeKind


class NavTree(QTreeView):
    """The tree of places; headings open and close with a click, and no letter jumps."""

    heading_plus_clicked = Signal()
    menu_requested = Signal(QModelIndex, QPoint)
    """A row, and the place on the screen."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navTree")
        self._drop_row = QPersistentModelIndex()
        self.setItemDelegate(NavDelegate(icons, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)  # the style's is a black box; the delegate rings the row instead
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyboardSearch(self, _search: str) -> None:
        """Off, as in the list."""

    def drawBranches(self, *_args: object) -> None:
        """None: the tree is flat to the eye, and the style would fill the strip of a chosen row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        node: Node | None = index.data(NODE_ROLE) if index.isValid() else None
        if node is None or node.kind is not NodeKind.SECTION or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif node.icon == "collections" and plus_area(self.visualRect(index)).contains(place):
            self.heading_plus_clicked.emit()
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            node: Node = index.data(NODE_ROLE)
            if node.kind is NodeKind.SECTION:
                self.setExpanded(index, not self.isExpanded(index))
                return
        is_menu_key = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if is_menu_key and sys.platform != "win32":  # where Qt makes no context menu event of it
            self._ask_for_menu(index)
            return
        super().keyPressEvent(event)

    def drop_row(self) -> QModelIndex:
        """The row that would take what is being dragged over the tree, invalid for none."""
        return QModelIndex(self._drop_row)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges; without the style's indicator it accepts nothing
        row = self.indexAt(event.position().toPoint())
        takes = self.model().canDropMimeData(event.mimeData(), Qt.DropAction.CopyAction, -1, -1, row)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(takes)
        self._ring(row if takes else QModelIndex())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._ring(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.indexAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self.model().dropMimeData(event.mimeData(), Qt.DropAction.CopyAction, -1, -1, row))
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._ring(QModelIndex())

    def _ring(self, row: QModelIndex) -> None:
        self._drop_row = QPersistentModelIndex(row)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._ask_for_menu(self.indexAt(event.pos()), event.globalPos())
        else:
            self._ask_for_menu(self.currentIndex())

    def _ask_for_menu(self, index: QModelIndex, place: QPoint | None = None) -> None:
        if index.isValid():
            centre = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(index, place or centre)
