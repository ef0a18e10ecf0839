"""The trash: deleted articles and marks, to be restored or removed for ever."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.text.folding import one_line
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.parts import label, line

_WHAT = Qt.ItemDataRole.UserRole
_ARTICLE, _ANNOTATION = "article", "annotation"


class TrashTree(QTreeWidget):
    """Letters do not jump."""

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""


class TrashDialog(QDialog):
    """Data in by `set_items`; after each request the window does it and calls `set_items` again."""

    restore_requested = Signal(list, list)
    """(article ids, annotation ids)."""
    empty_requested = Signal()
    """Remove everything for ever; the user has confirmed it."""

    def __init__(self, say: Messages, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trashDialog")
        self.setWindowTitle(self.tr("Trash"))
        self._say = say
        self._count = 0
        self._tree = TrashTree()
        self._empty_state = EmptyState(icons, "trashEmpty")
        self._empty_state.show_state("trash", self.tr("The trash is empty"), self.tr("What you delete comes here."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._empty_state)
        self._build_tree()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 18, 0, 0)
        rows.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(22, 0, 22, 6)
        head.addWidget(label(self.tr("Trash"), "h1"))
        head.addWidget(label(self.tr("Articles stay here for 30 days."), "muted", wrap=True))
        rows.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 0, 8, 0)
        inner.addWidget(self._pages)
        rows.addLayout(inner, 1)
        rows.addWidget(line())
        rows.addLayout(self._build_buttons())
        self.resize(640, 480)
        self.set_items((), ())

    def _build_tree(self) -> None:
        tree = self._tree
        tree.setObjectName("trashTree")
        tree.setAccessibleName(self.tr("Deleted articles and marks"))
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("What"), self.tr("Deleted")])
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.setUniformRowHeights(True)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemSelectionChanged.connect(self._show_buttons)
        tree.itemDoubleClicked.connect(lambda _item, _column: self._on_restore())

    def _build_buttons(self) -> QHBoxLayout:
        self._empty = QPushButton(self.tr("Empty Trash…"))
        self._restore = QPushButton(self.tr("Restore"))
        self._close = QPushButton(self.tr("Close"))
        self._empty.setProperty("kind", "danger")
        self._restore.setProperty("kind", "primary")
        names = ("trashEmptyButton", "trashRestore", "trashClose")
        for name, button in zip(names, (self._empty, self._restore, self._close), strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._empty.clicked.connect(self._on_empty)
        self._restore.clicked.connect(self._on_restore)
        self._close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(22, 8, 18, 12)
        row.addWidget(self._empty)
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._restore)
        return row

    def set_items(
        self, articles: Sequence[Article], annotations: Sequence[Annotation], titles: Mapping[str, str] | None = None
    ) -> None:
        """What lies in the trash; `titles` names the articles of the marks by id."""
        self._tree.clear()
        self._count = len(articles) + len(annotations)
        self._add_group(self.tr("Articles"), [(_ARTICLE, a.id, a.title, a.deleted) for a in articles])
        rows = []
        for each in annotations:
            words = one_line(each.quote or each.note)
            title = (titles or {}).get(each.article, "")
            text = f"{each.kind.seal}  {words}" + (f" · {one_line(title)}" if title else "")
            rows.append((_ANNOTATION, each.id, text, each.deleted))
        self._add_group(self.tr("Marks"), rows)
        self._pages.setCurrentWidget(self._tree if self._count else self._empty_state)
        self._show_buttons()

    def _add_group(self, heading: str, rows: Sequence[tuple[str, str, str, str | None]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem(self._tree, [f"{heading} {len(rows)}"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        group.setSizeHint(0, QSize(0, 30))
        font = group.font(0)
        font.setWeight(font.Weight.Bold)
        group.setFont(0, font)
        for what, key, text, when in rows:
            item = QTreeWidgetItem(group, [one_line(text), self._written(when)])
            item.setData(0, _WHAT, (what, key))
            item.setToolTip(0, escape(text))
            item.setSizeHint(0, QSize(0, 28))
        group.setExpanded(True)

    @staticmethod
    def _written(when: str | None) -> str:
        moment = QDateTime.fromString(when or "", Qt.DateFormat.ISODate)
        return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat) if moment.isValid() else ""

    def chosen(self) -> tuple[list[str], list[str]]:
        """Ids of the chosen articles and annotations."""
        picked = [item.data(0, _WHAT) for item in self._tree.selectedItems()]
        articles = [key for what, key in filter(None, picked) if what == _ARTICLE]
        return articles, [key for what, key in filter(None, picked) if what == _ANNOTATION]

    def _show_buttons(self) -> None:
        self._restore.setEnabled(any(self.chosen()))
        self._empty.setEnabled(self._count > 0)

    def _on_restore(self) -> None:
        articles, annotations = self.chosen()
        if articles or annotations:
            self.restore_requested.emit(articles, annotations)

    def confirm_empty(self) -> bool:
        """Ask once more: this is the only step in the program that cannot be taken back."""
        box = QMessageBox(self)
        box.setObjectName("trashConfirm")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Empty Trash"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Remove %n item(s) for ever?", "", self._count))
        box.setInformativeText(self.tr("This cannot be undone."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is remove

    def _on_empty(self) -> None:
        if self._count and self.confirm_empty():
            self.empty_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tree.hasFocus():
            self._on_restore()
            return
        super().keyPressEvent(event)
