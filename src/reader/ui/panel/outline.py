"""Tab 目录: the headings of the open article; the current section follows the text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from reader.model.blocks import Block, BlockKind, block_spans
from reader.text.folding import one_line
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons

_OFFSET = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 30


def headings(blocks: Sequence[Block]) -> list[tuple[int, str, int]]:
    """(level from 0, text, offset in the canonical text) of every heading with text; no level is left out between."""
    found = [
        (block.level, one_line(block.text), span.start)
        for block, span in zip(blocks, block_spans(blocks), strict=True)
        if block.kind is BlockKind.HEADING and block.text.strip()
    ]
    path: list[int] = []
    flat = []
    for level, text, offset in found:
        while path and path[-1] >= level:
            path.pop()
        flat.append((len(path), text, offset))
        path.append(level)
    return flat


class OutlineTree(QTreeView):
    """The tree itself: letters do not jump, Enter goes."""

    chosen = Signal(QModelIndex)

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class OutlinePanel(QWidget):
    """Data in by `set_blocks` and `set_offset`, out by `goto_requested`; offsets count code points."""

    goto_requested = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self._model = QStandardItemModel(self)
        self._items: list[QStandardItem] = []
        self._offsets: list[int] = []
        self._current: QStandardItem | None = None
        self.tree = OutlineTree()
        self._build_tree()
        self._empty = EmptyState(icons, "outlineEmpty")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 10, 8, 8)
        rows.addWidget(self._pages)
        self._has_article = False
        self._retranslate()
        self._show_page()

    def _build_tree(self) -> None:
        tree = self.tree
        tree.setObjectName("outlineTree")
        tree.setModel(self._model)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(16)
        tree.setRootIsDecorated(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setExpandsOnDoubleClick(False)
        tree.setItemsExpandable(False)
        tree.clicked.connect(self._on_chosen)
        tree.chosen.connect(self._on_chosen)

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Contents"))
        self._show_page()

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self.tree if self._items else self._empty)
        if self._has_article:
            why = self.tr("Contents are made of the headings of a page, and this page has none.")
            self._empty.show_state("list-tree", self.tr("No headings"), why)
        else:
            self._empty.show_state("list-tree", self.tr("No contents"), self.tr("Open an article to see its headings."))

    def clear(self) -> None:
        """No article is open."""
        self.set_blocks(())
        self._has_article = False
        self._show_page()

    def set_blocks(self, blocks: Iterable[Block]) -> None:
        """Show the headings among these blocks."""
        self._has_article = True
        self._model.clear()
        self._items, self._offsets, self._current = [], [], None
        parents: list[QStandardItem] = [self._model.invisibleRootItem()]
        for depth, text, offset in headings(list(blocks)):
            item = QStandardItem(text)
            item.setData(offset, _OFFSET)
            item.setToolTip(escape(text))
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            del parents[depth + 1 :]
            parents[-1].appendRow(item)
            parents.append(item)
            self._items.append(item)
            self._offsets.append(offset)
        self.tree.expandAll()
        self._show_page()

    def set_offset(self, offset: int) -> None:
        """The reader is at `offset`: its section becomes the current one, without a signal."""
        place = bisect_right(self._offsets, offset) - 1
        item = self._items[place] if place >= 0 else None
        if item is self._current:
            return
        self._current = item
        if item is None:
            self.tree.selectionModel().clear()
        else:
            self.tree.setCurrentIndex(item.index())

    def _on_chosen(self, index: QModelIndex) -> None:
        self._current = self._model.itemFromIndex(index)
        self.goto_requested.emit(index.data(_OFFSET))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
