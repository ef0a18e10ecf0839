"""The sidebar: all places of the library as a tree, or folded to a rail."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.model.article import Collection
from reader.model.query import ArticleQuery
from reader.ui.icons import Icons
from reader.ui.nav_model import ALL, NODE_ROLE, PLACES, TRASH, NavModel, Node, NodeKind, place_of
from reader.ui.nav_rail import WIDTH as RAIL_WIDTH
from reader.ui.nav_rail import NavRail
from reader.ui.nav_tree import NavTree
from reader.ui.parts import line

WIDTH, SMALLEST, WIDEST = 208, 184, 320


class Sidebar(QWidget):
    """Tells which place is chosen and what shall become of collections and tags; changes nothing itself."""

    names_changed = Signal()
    """The places are called otherwise: another language."""
    selected = Signal(object)
    """An `ArticleQuery` with nothing but the place."""
    collection_add_requested = Signal()
    collection_renamed = Signal(int, str)
    collection_edit_requested = Signal(int)
    """Date and participants of a meeting."""
    collection_merge_requested = Signal(int, int)
    """From, into."""
    collection_delete_requested = Signal(int)
    """The articles stay."""
    tag_renamed = Signal(str, str)
    tag_merge_requested = Signal(str, str)
    """From, into."""
    tag_delete_requested = Signal(str)
    empty_trash_requested = Signal()
    export_requested = Signal(object)
    """The `ArticleQuery` of a collection or a tag."""
    contrast_requested = Signal(object)
    """The `ArticleQuery` of a collection or a tag, whose articles are set side by side."""
    articles_dropped = Signal(object, list)
    """The `ArticleQuery` of a collection, a tag, the stars or the trash, and the ids."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chosen = ALL
        self._model = NavModel(self)
        self._tree = NavTree(icons)
        self._tree.setModel(self._model)
        self._rail = NavRail(icons)
        self._footer: QWidget | None = None
        self._footer_line = line()
        self._stack = QStackedWidget()
        self._stack.addWidget(_below_a_gap(self._tree))
        self._stack.addWidget(self._rail)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 1, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._connect()
        self._refill()
        self._retranslate()
        self.set_rail(False)

    def _connect(self) -> None:
        self._tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self._tree.menu_requested.connect(self._show_menu)
        self._tree.heading_plus_clicked.connect(self.collection_add_requested)
        self._rail.chosen.connect(self._choose)
        self._rail.collection_add_requested.connect(self.collection_add_requested)
        self._model.collection_renamed.connect(self.collection_renamed)
        self._model.tag_renamed.connect(self.tag_renamed)
        self._model.articles_dropped.connect(lambda node, ids: self.articles_dropped.emit(node.query, ids))

    def set_counts(
        self, counts: Any, collections: Sequence[Collection], tags: Mapping[str, int] | None = None
    ) -> None:
        """Show the library's `Counts`, its collections and its tags (those of the counts, unless given)."""
        numbers = {name: int(getattr(counts, name, 0)) for _icon, _query, name in PLACES}
        tags = counts.tags if tags is None else tags
        closed = {index.data(NODE_ROLE).icon for index in self._model.sections() if not self._tree.isExpanded(index)}
        if self._model.set_contents(numbers, collections, tags.items()):
            self._refill(closed)
        else:
            self._rail.set_nodes(self._model.node(QModelIndex()).children)

    def query(self) -> ArticleQuery:
        """The place that is chosen."""
        return self._chosen

    def select(self, query: ArticleQuery) -> None:
        """Show `query`'s place as chosen, without a signal."""
        self._chosen = place_of(query)
        self._light()

    def name_of(self, query: ArticleQuery) -> str:
        """What the place of a query is called."""
        index = self._model.index_of(query)
        if index.isValid():
            return self._model.node(index).name
        return query.collection or query.tag or ""

    def set_footer(self, widget: QWidget) -> None:
        """Put the strip of running tasks at the foot; the rail has no room for it."""
        self._footer = widget
        self._column.addWidget(self._footer_line)
        self._column.addWidget(widget)
        widget.installEventFilter(self)
        self._show_footer()

    def is_rail(self) -> bool:
        """Whether it is folded."""
        return self._stack.currentWidget() is self._rail

    def set_rail(self, folded: bool) -> None:
        """Fold it to the rail, or unfold it."""
        self._stack.setCurrentIndex(1 if folded else 0)
        self.setMinimumWidth(RAIL_WIDTH if folded else SMALLEST)
        self.setMaximumWidth(RAIL_WIDTH if folded else WIDEST)
        self._show_footer()

    def focus_tree(self) -> None:
        """Put the keyboard focus on the places."""
        if self.is_rail():
            self._rail.focus_chosen(Qt.FocusReason.TabFocusReason)
        else:
            self._tree.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH if self.is_rail() else WIDTH, super().sizeHint().height())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The line above the footer comes and goes with it."""
        if watched is self._footer and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_footer()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self._rail.set_nodes(self._model.node(QModelIndex()).children)
            self._retranslate()
            self.names_changed.emit()

    def menu_for(self, node: Node) -> QMenu | None:
        """The context menu of a row, None where there is none."""
        menu = QMenu(self)
        if node.kind is NodeKind.COLLECTION and node.collection is not None:
            self._fill_collection_menu(menu, node, node.collection)
        elif node.kind is NodeKind.TAG:
            self._fill_tag_menu(menu, node)
        elif node.query == TRASH:
            action = menu.addAction(self.tr("Empty trash…"), self.empty_trash_requested.emit)
            action.setEnabled(node.count > 0)
        elif node.icon == "collections":
            menu.addAction(self.tr("New collection…"), self.collection_add_requested.emit)
        else:
            menu.deleteLater()
            return None
        return menu

    def _fill_collection_menu(self, menu: QMenu, node: Node, collection: Collection) -> None:
        menu.addAction(self.tr("New collection…"), self.collection_add_requested.emit)
        menu.addAction(self.tr("Rename"), lambda: self._edit(node))
        menu.addAction(
            self.tr("Meeting date and participants…"), lambda: self.collection_edit_requested.emit(collection.id)
        )
        self._add_merge_menu(
            menu, node, lambda into: self.collection_merge_requested.emit(collection.id, into.collection.id)
        )
        menu.addAction(self.tr("Export meeting paper…"), lambda: self.export_requested.emit(node.query))
        menu.addAction(self.tr("Compare reports…"), lambda: self.contrast_requested.emit(node.query))
        menu.addSeparator()
        menu.addAction(
            self.tr("Delete (articles stay)"), lambda: self.collection_delete_requested.emit(collection.id)
        )

    def _fill_tag_menu(self, menu: QMenu, node: Node) -> None:
        menu.addAction(self.tr("Rename"), lambda: self._edit(node))
        self._add_merge_menu(menu, node, lambda into: self.tag_merge_requested.emit(node.name, into.name))
        menu.addAction(self.tr("Export meeting paper…"), lambda: self.export_requested.emit(node.query))
        menu.addAction(self.tr("Compare reports…"), lambda: self.contrast_requested.emit(node.query))
        menu.addSeparator()
        menu.addAction(self.tr("Delete (articles stay)"), lambda: self.tag_delete_requested.emit(node.name))

    def _add_merge_menu(self, menu: QMenu, node: Node, merge: Callable[[Node], None]) -> None:
        submenu = menu.addMenu(self.tr("Merge into"))
        for other in node.parent.children if node.parent else ():
            if other is not node:
                submenu.addAction(other.name.replace("&", "&&"), lambda other=other: merge(other))
        submenu.setEnabled(not submenu.isEmpty())

    def _edit(self, node: Node) -> None:
        if node.query is not None:
            self._tree.edit(self._model.index_of(node.query))

    def _refill(self, closed: Iterable[str] = ()) -> None:
        for index in self._model.sections():
            self._tree.setExpanded(index, index.data(NODE_ROLE).icon not in closed)
        self._rail.set_nodes(self._model.node(QModelIndex()).children)
        self._light()

    def _light(self) -> None:
        """Show the chosen place in both forms without telling anybody."""
        selection = self._tree.selectionModel()
        selection.blockSignals(True)
        index = self._model.index_of(self._chosen)
        if index.isValid():
            selection.setCurrentIndex(index, selection.SelectionFlag.ClearAndSelect)
        else:
            selection.clear()
        selection.blockSignals(False)
        self._tree.viewport().update()
        self._rail.select(self._chosen)

    def _choose(self, query: ArticleQuery) -> None:
        self.select(query)
        self.selected.emit(self._chosen)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        node = self._model.node(current)
        if current.isValid() and node.query is not None and node.query != self._chosen:
            self._chosen = node.query
            self._rail.select(node.query)
            self.selected.emit(node.query)

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        menu = self.menu_for(self._model.node(index))
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _show_footer(self) -> None:
        has_room = self._footer is not None and not self.is_rail()
        if self._footer is not None:
            self._footer.setMaximumHeight(16777215 if has_room else 0)
        self._footer_line.setVisible(has_room and not self._footer.isHidden())

    def _retranslate(self) -> None:
        self._tree.setAccessibleName(self.tr("Library"))
        self._rail.setAccessibleName(self.tr("Library"))


def _below_a_gap(widget: QWidget) -> QWidget:
    """`widget` with the room above it that the first row of the pictures has."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 9, 0, 0)
    column.addWidget(widget)
    return page
