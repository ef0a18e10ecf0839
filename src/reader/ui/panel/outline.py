"""Tab 目录: the outline of the open article's digest; the current section follows the text."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.model.corrections import Change
from reader.model.digest import Field, OutlineNode
from reader.text.folding import one_line
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.panel.outline_tree import NODE, OutlineTree
from reader.ui.panel.skeleton import Skeleton
from reader.ui.parts import plain_tooltip
from reader.ui.reading.native import native

_ROW_HEIGHT = 30


def nested(nodes: Sequence[OutlineNode]) -> list[tuple[int, OutlineNode]]:
    """(depth from 0, node) of what stands in the body; no depth is left out between."""
    path: list[int] = []
    flat = []
    for node in nodes:
        if node.field is not Field.BODY:
            continue
        while path and path[-1] >= node.level:
            path.pop()
        flat.append((len(path), node))
        path.append(node.level)
    return flat


def words(node: OutlineNode) -> str:
    """Marker and title on one line; the marks of Markdown are none."""
    marker = node.marker.strip().strip("#*")
    joint = " " if marker[-1:].isascii() and marker else ""
    return one_line(f"{marker}{joint}{node.title}") or one_line(node.text)


class OutlinePanel(QWidget):
    """Data in by `set_nodes` and `set_offset`, wishes out by signals; offsets count code points."""

    goto_requested = Signal(int)
    wanted = Signal()
    """The tab is looked at, and may have nothing to show yet."""
    correction_requested = Signal(object, object, dict)
    """(OutlineNode, Change, the fields that are set)."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self._model = QStandardItemModel(self)
        self._items: list[QStandardItem] = []
        self._offsets: list[int] = []
        self._current: QStandardItem | None = None
        self._offset = 0
        self._waiting: Sequence[OutlineNode] | None = None
        """An outline that is put into the tree when the tab is looked at."""
        self._state = "none"
        self.tree = OutlineTree()
        self.tree.setModel(self._model)
        self.tree.clicked.connect(self._on_chosen)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.renamed.connect(lambda node, title: self._correct(node, Change.SET, title=title))
        self.tree.remove_requested.connect(lambda node: self._correct(node, Change.REMOVE))
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self._empty = EmptyState(icons, "outlineEmpty")
        self._skeleton = Skeleton(icons, "outlineSkeleton")
        self._pages = QStackedWidget()
        for page in (self.tree, self._empty, self._skeleton):
            self._pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 10, 8, 8)
        rows.addWidget(self._pages)
        self._retranslate()

    # Data

    def clear(self) -> None:
        """No article is open."""
        self._fill(())
        self._show_state("none")

    def wait(self) -> None:
        """The digest of an article is being made."""
        self._fill(())
        self._show_state("waiting")

    def set_trouble(self) -> None:
        """The digest could not be made; the tab 摘要 says why."""
        self._fill(())
        self._show_state("trouble")

    def set_nodes(self, nodes: Sequence[OutlineNode]) -> None:
        """The outline of the open article; the place in the tree stays where it was."""
        if not self.isVisible():
            self._waiting = nodes
            return
        scrolled = self.tree.verticalScrollBar().value() if self._state == "ready" else 0
        self._fill(nodes)
        self._show_state("ready")
        self.set_offset(self._offset)
        self.tree.verticalScrollBar().setValue(scrolled)
        if self.hasFocus():
            self.focus_list()

    def focus_list(self) -> None:
        """Give the keyboard to the tree; one that is waited for gets it later."""
        target = self.tree if self._pages.currentWidget() is self.tree else self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_can_correct(self, can: bool) -> None:
        """Whether nodes may be renamed, merged and removed."""
        self.tree.can_correct = can

    def _fill(self, nodes: Sequence[OutlineNode]) -> None:
        self._waiting = None
        self._model.clear()
        self._items, self._offsets, self._current = [], [], None
        parents: list[QStandardItem] = [self._model.invisibleRootItem()]
        for depth, node in nested(nodes):
            item = QStandardItem(words(node))
            item.setData(node, NODE)
            item.setToolTip(plain_tooltip(words(node)))
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            del parents[depth + 1 :]
            parents[-1].appendRow(item)
            parents.append(item)
            self._items.append(item)
            self._offsets.append(node.start)
        self.tree.expandAll()

    def set_offset(self, offset: int) -> None:
        """The reader is at `offset`: its section becomes the current one, without a signal."""
        self._offset = offset
        place = bisect_right(self._offsets, offset) - 1
        item = self._items[place] if place >= 0 else None
        if item is self._current:
            return
        self._current = item
        if item is None:
            self.tree.selectionModel().clear()
        else:
            self.tree.setCurrentIndex(item.index())

    # Wishes

    def _on_chosen(self, index: QModelIndex) -> None:
        self._current = self._model.itemFromIndex(index)
        self.goto_requested.emit(index.data(NODE).start)

    def _correct(self, node: OutlineNode, change: Change, **data: object) -> None:
        self.correction_requested.emit(node, change, data)

    def _show_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.isValid():
            menu = self.build_menu(index)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.tree.viewport().mapToGlobal(place))

    def build_menu(self, index: QModelIndex) -> QMenu:
        """The context menu of a row."""
        node = index.data(NODE)
        menu = QMenu(self)
        menu.setObjectName("outlineMenu")
        menu.addAction(self.tr("Go to Its Place") + "\t" + self.tr("Enter"), lambda: self._on_chosen(index))
        menu.addAction(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(words(node)))
        if self.tree.can_correct:
            menu.addSeparator()
            menu.addAction(self.tr("Rename") + "\tF2", lambda: self.tree.edit(index))
            merge = menu.addAction(self.tr("Merge with the One Before"), lambda: self._correct(node, Change.MERGE))
            merge.setEnabled(self._items[0].data(NODE) is not node)
            menu.addAction(self.tr("Remove") + "\t" + native("Del"), lambda: self._correct(node, Change.REMOVE))
        return menu

    # States and language

    def _show_state(self, state: str) -> None:
        self._state = state
        if state == "waiting":
            self._skeleton.wait()
        else:
            self._skeleton.stop()
        self._show_page()

    def _show_page(self) -> None:
        waiting = self._skeleton if self._state == "waiting" else self._empty
        self._pages.setCurrentWidget(self.tree if self._items else waiting)
        if self._state == "ready":
            why = self.tr("This text has neither headings nor paragraphs or sentences in a series (一是, 二是).")
            self._empty.show_state("list-tree", self.tr("No contents"), why)
        elif self._state == "trouble":
            self._empty.show_state("list-tree", self.tr("No contents"), self.tr("The text could not be read through."))
        else:
            why = self.tr("Open an article to see how it is divided.")
            self._empty.show_state("list-tree", self.tr("No contents"), why)

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Contents"))
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the outline when it is looked at."""
        super().showEvent(event)
        if self._waiting is not None:
            self.set_nodes(self._waiting)
        self.wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
