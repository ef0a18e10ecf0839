"""What the sidebar lists: the places of a library as a tree of two levels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.model.article import Collection, Status
from reader.model.query import ArticleQuery
from reader.ui.article_model import ARTICLES_MIME, dragged_ids
from reader.ui.parts import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex


class NodeKind(StrEnum):
    """What a row is."""

    PLACE = "place"
    SECTION = "section"
    COLLECTION = "collection"
    TAG = "tag"
    HINT = "hint"


@dataclass(eq=False)
class Node:
    """A row of the sidebar."""

    kind: NodeKind
    name: str = ""
    icon: str = ""
    query: ArticleQuery | None = None
    """What it lists; None for a row that cannot be chosen."""
    count: int = 0
    collection: Collection | None = None
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None

    @property
    def key(self) -> tuple[str, object]:
        """The same for the same row before and after the counts change."""
        return self.kind.value, self.query or self.icon


NODE_ROLE = Qt.ItemDataRole.UserRole
"""The `Node` of an index."""

ALL = ArticleQuery()
TRASH = ArticleQuery(deleted=True)

# Icon, query and name of the count; the names stand in NavModel._place_names.
PLACES: tuple[tuple[str, ArticleQuery, str], ...] = (
    ("library", ALL, "all"),
    ("inbox", ArticleQuery(status=Status.UNREAD), "unread"),
    ("book-open", ArticleQuery(status=Status.READING), "reading"),
    ("check-check", ArticleQuery(status=Status.READ), "read"),
    ("star", ArticleQuery(starred=True), "starred"),
    ("message-square-text", ArticleQuery(annotated=True), "annotated"),
    ("archive", ArticleQuery(status=Status.ARCHIVED), "archived"),
    ("trash", TRASH, "trash"),
)
SHOWN_WHEN_FILLED = ("archived",)
"""Places without a row as long as nothing is in them."""


class NavModel(QAbstractItemModel):
    """The tree; names of collections and tags can be edited in place, and article rows dropped on them."""

    collection_renamed = Signal(int, str)
    tag_renamed = Signal(str, str)
    """Old and new name."""
    articles_dropped = Signal(object, list)
    """The `Node` of a collection, a tag, the stars or the trash, and the ids."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self._collections: tuple[Collection, ...] = ()
        self._tags: tuple[tuple[str, int], ...] = ()
        self._root = self._build()

    def set_contents(
        self, counts: dict[str, int], collections: Sequence[Collection], tags: Iterable[tuple[str, int]]
    ) -> bool:
        """Show new counts and names; True when the rows are others than before and the model was reset."""
        self._counts, self._collections, self._tags = counts, tuple(collections), tuple(tags)
        fresh = self._build()
        if _keys(fresh) == _keys(self._root):
            _adopt(self._root, fresh)
            self._announce(QModelIndex())
            return False
        self.beginResetModel()
        self._root = fresh
        self.endResetModel()
        return True

    def retranslate(self) -> None:
        """Take the names of places from the language now in force."""
        _adopt(self._root, self._build())
        self._announce(QModelIndex())

    def node(self, index: AnyIndex) -> Node:
        """The node of an index, the root of an invalid one."""
        return index.internalPointer() if index.isValid() else self._root

    def index_of(self, query: ArticleQuery) -> QModelIndex:
        """The row that lists `query` (its filter and order do not matter), invalid when there is none."""
        wanted = place_of(query)
        for row, top in enumerate(self._root.children):
            if top.query == wanted:
                return self.index(row, 0)
            for child_row, child in enumerate(top.children):
                if child.query == wanted:
                    return self.index(child_row, 0, self.index(row, 0))
        return QModelIndex()

    def sections(self) -> list[QModelIndex]:
        """The rows that have rows below them."""
        rows = range(len(self._root.children))
        return [self.index(row, 0) for row in rows if self._root.children[row].kind is NodeKind.SECTION]

    def index(self, row: int, column: int, parent: AnyIndex | None = None) -> QModelIndex:
        siblings = self.node(parent or QModelIndex()).children
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).parent if index.isValid() else None
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.parent.children.index(above), 0, above)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self.node(parent or QModelIndex()).children)

    def columnCount(self, _parent: AnyIndex | None = None) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == NODE_ROLE:
            return node
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.name
        if role == Qt.ItemDataRole.ToolTipRole and node.kind in (NodeKind.COLLECTION, NodeKind.TAG):
            return plain_tooltip(node.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return node.name if node.query is None else f"{node.name} {node.count}"
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node, name = self.node(index), " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name or name == node.name:
            return False
        if node.collection is not None:
            self.collection_renamed.emit(node.collection.id, name)
        else:
            self.tag_renamed.emit(node.name, name)
        return False  # the new name comes back with the next contents, if the library takes it

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        node = self.node(index)
        if not index.isValid() or node.kind is NodeKind.HINT:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if node.query is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        if node.kind in (NodeKind.COLLECTION, NodeKind.TAG):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if takes_articles(node) else flags

    def mimeTypes(self) -> list[str]:
        return [ARTICLES_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self, mime: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: AnyIndex
    ) -> bool:
        return mime.hasFormat(ARTICLES_MIME) and parent.isValid() and takes_articles(self.node(parent))

    def dropMimeData(self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        if not self.canDropMimeData(mime, action, row, column, parent):
            return False
        self.articles_dropped.emit(self.node(parent), dragged_ids(mime))
        return True

    def _build(self) -> Node:
        root = Node(NodeKind.SECTION)
        names = self._place_names()
        for icon, query, count in PLACES:
            number = self._counts.get(count, 0)
            if query is TRASH:
                self._add_sections(root)
            if number or count not in SHOWN_WHEN_FILLED:
                _add(root, Node(NodeKind.PLACE, names[count], icon, query, number))
        return root

    def _add_sections(self, root: Node) -> None:
        section = _add(root, Node(NodeKind.SECTION, self.tr("Collections"), "collections"))
        for each in self._collections:
            icon = "presentation" if each.date else "folder"
            query = ArticleQuery(collection=each.name)
            _add(section, Node(NodeKind.COLLECTION, each.name, icon, query, each.articles, each))
        if not self._collections:
            hint = self.tr("No collections yet. After a few articles, gather them by topic.")
            _add(section, Node(NodeKind.HINT, hint))
        if self._tags:
            section = _add(root, Node(NodeKind.SECTION, self.tr("Tags"), "tags"))
            for name, number in self._tags:
                _add(section, Node(NodeKind.TAG, name, "hash", ArticleQuery(tag=name), number))

    def _place_names(self) -> dict[str, str]:
        return {
            "all": self.tr("All articles"),
            "unread": self.tr("To read"),
            "reading": self.tr("Reading"),
            "read": self.tr("Read"),
            "starred": self.tr("Starred"),
            "annotated": self.tr("Annotated"),
            "archived": self.tr("Archived"),
            "trash": self.tr("Trash"),
        }

    def _announce(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if rows:
            self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, 0, parent))
        for row in range(rows):
            self._announce(self.index(row, 0, parent))


def place_of(query: ArticleQuery) -> ArticleQuery:
    """The place a query lists, without its filter, order and limit."""
    return ArticleQuery(
        status=query.status, starred=query.starred, annotated=query.annotated, tag=query.tag,
        collection=query.collection, deleted=query.deleted,
    )  # fmt: skip


def takes_articles(node: Node) -> bool:
    """Whether articles can be dropped on a row."""
    if node.kind is NodeKind.PLACE:
        return node.query is not None and (node.query.starred or node.query.deleted)
    return node.kind in (NodeKind.COLLECTION, NodeKind.TAG)


def _add(parent: Node, node: Node) -> Node:
    node.parent = parent
    parent.children.append(node)
    return node


def _keys(node: Node) -> list[object]:
    return [(child.key, _keys(child)) for child in node.children]


def _adopt(kept: Node, fresh: Node) -> None:
    """Take names and numbers of `fresh` into nodes that indexes point at."""
    for old, new in zip(kept.children, fresh.children, strict=True):
        old.name, old.count, old.icon, old.collection = new.name, new.count, new.icon, new.collection
        _adopt(old, new)
