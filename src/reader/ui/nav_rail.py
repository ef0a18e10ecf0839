"""The sidebar folded to a rail: an icon for each place, collections and tags as menus."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from reader.model.query import ArticleQuery
from reader.ui.icons import Icons
from reader.ui.nav_model import Node, NodeKind
from reader.ui.parts import describe, icon_button

WIDTH = 56


class NavRail(QWidget):
    """The same places as the tree, 56 px wide; it shows what it is given and tells what was chosen."""

    chosen = Signal(object)
    """The `ArticleQuery` of a place."""
    collection_add_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navRail")
        self._icons = icons
        self._buttons: dict[ArticleQuery, QToolButton] = {}
        self._sections: dict[str, QToolButton] = {}
        self._nodes: dict[str, Node] = {}
        self._chosen = ArticleQuery()
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(8, 10, 8, 8)
        self._column.setSpacing(2)
        inner = QWidget()
        inner.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def set_nodes(self, nodes: list[Node]) -> None:
        """Show the top level of the tree."""
        for node in nodes:
            if node.kind is NodeKind.SECTION:
                self._show_section(node)
            elif node.query is not None:
                self._show_place(node, node.query)
        gone = set(self._buttons) - {node.query for node in nodes if node.query is not None}
        for query in gone:
            self._discard(self._buttons.pop(query))
        gone_names = set(self._sections) - {node.icon for node in nodes if node.kind is NodeKind.SECTION}
        for name in gone_names:
            self._discard(self._sections.pop(name))
        self._order(nodes)
        self.select(self._chosen)

    def select(self, query: ArticleQuery) -> None:
        """Show which place is listed."""
        self._chosen = query
        lit = {"collections": query.collection is not None, "tags": query.tag is not None}
        self._group.setExclusive(False)
        for place, button in self._buttons.items():
            button.setChecked(place == query)
        for name, button in self._sections.items():
            button.setChecked(lit[name])
        self._group.setExclusive(True)

    def focus_chosen(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the place that is listed; the arrow keys go on from there."""
        button = self._group.checkedButton() or next(iter(self._buttons.values()), None)
        if button is not None:
            button.setFocus(reason)

    def section_menu(self, name: str) -> QMenu:
        """The flyout of "collections" or "tags"."""
        menu = QMenu(self)
        for node in self._nodes[name].children:
            # A single & would become a mnemonic.
            action = QAction(node.name.replace("&", "&&"), menu, enabled=node.query is not None)
            if node.query is not None:
                action.setText(f"{action.text()}\t{node.count or ''}")
                action.setIcon(self._icons.icon(node.icon, size=16))
                action.triggered.connect(lambda _checked=False, query=node.query: self.chosen.emit(query))
            menu.addAction(action)
        if name == "collections":
            menu.addSeparator()
            plus = self._icons.icon("plus", size=16)
            menu.addAction(plus, self.tr("New collection…"), self.collection_add_requested.emit)
        return menu

    def _show_place(self, node: Node, query: ArticleQuery) -> None:
        if query not in self._buttons:
            button = self._new_button(node.icon, f"rail_{node.icon}")
            button.clicked.connect(lambda: self.chosen.emit(query))
            self._buttons[query] = button
        describe(self._buttons[query], f"{node.name}  {node.count}" if node.count else node.name)

    def _show_section(self, node: Node) -> None:
        self._nodes[node.icon] = node
        if node.icon not in self._sections:
            icon = {"collections": "folder", "tags": "hash"}[node.icon]
            button = self._new_button(icon, f"rail_{node.icon}")
            button.clicked.connect(lambda: self._fly_out(node.icon))
            self._sections[node.icon] = button
        describe(self._sections[node.icon], node.name)

    def _new_button(self, icon: str, name: str) -> QToolButton:
        button = icon_button(self._icons, icon, name, on="accent", size=16)
        button.setFixedSize(40, 32)
        self._group.addButton(button)
        return button

    def _fly_out(self, name: str) -> None:
        self.select(self._chosen)
        menu, button = self.section_menu(name), self._sections[name]
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(button.width() + 6, 0)))

    def _discard(self, button: QToolButton) -> None:
        self._group.removeButton(button)
        button.deleteLater()

    def _order(self, nodes: list[Node]) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for node in nodes:
            button = self._sections.get(node.icon) if node.query is None else self._buttons.get(node.query)
            if button is not None:
                self._column.addWidget(button)
        self._column.addStretch(1)
