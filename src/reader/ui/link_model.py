"""The links of a feed or a column as a checklist: title, date, and whether it is saved already."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette

from reader.model.links import LinkEntry
from reader.text.folding import fold
from reader.ui.parts import plain_tooltip

TITLE, DATE, STATE = range(3)
SORT_ROLE = Qt.ItemDataRole.UserRole
"""What a column is sorted by: text that orders as it should."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LinkModel(QAbstractTableModel):
    """Rows in the order of the list. What is new is checked when it comes; what is saved already is grey."""

    checks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[LinkEntry] = []
        self._checked: set[str] = set()

    def set_entries(self, entries: Iterable[LinkEntry]) -> None:
        """Show these instead of all former ones."""
        self.beginResetModel()
        self._entries = list(entries)
        self._checked = {entry.url for entry in self._entries if entry.article is None}
        self.endResetModel()
        self.checks_changed.emit()

    def add_entries(self, entries: Iterable[LinkEntry]) -> int:
        """Append the next page of the list; how many of its links are not in the list yet."""
        known = {entry.url for entry in self._entries}
        fresh = [entry for entry in entries if entry.url not in known]
        if fresh:
            self.beginInsertRows(_NOWHERE, len(self._entries), len(self._entries) + len(fresh) - 1)
            self._entries += fresh
            self._checked |= {entry.url for entry in fresh if entry.article is None}
            self.endInsertRows()
            self.checks_changed.emit()
        return len(fresh)

    def known(self) -> int:
        """How many of the links are saved already."""
        return sum(entry.article is not None for entry in self._entries)

    def checked(self) -> list[str]:
        """The addresses of the checked links, in the order of the list."""
        return [entry.url for entry in self._entries if entry.url in self._checked]

    def check(self, rows: Iterable[int], wanted: Callable[[LinkEntry], bool]) -> None:
        """Check those of `rows` that are wanted, and uncheck the others among them."""
        for row in rows:
            entry = self._entries[row]
            (self._checked.add if wanted(entry) else self._checked.discard)(entry.url)
        if self._entries:
            last = self.index(len(self._entries) - 1, TITLE)
            self.dataChanged.emit(self.index(0, TITLE), last, [Qt.ItemDataRole.CheckStateRole])
        self.checks_changed.emit()

    def is_checked(self, row: int) -> bool:
        """Whether the link of a row is checked."""
        return self._entries[row].url in self._checked

    # ---- as Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Title"), self.tr("Date"), self.tr("State"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TITLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (entry.title, entry.published or "", self.tr("Saved already") if entry.article else "")[column]
        if role == SORT_ROLE:
            return (fold(entry.title), entry.published or "", entry.article or "")[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == TITLE:
            return Qt.CheckState.Checked if entry.url in self._checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{entry.title}\n{entry.url}")
        if role == Qt.ItemDataRole.ForegroundRole and (entry.article or column != TITLE):
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TITLE:
            return False
        self.check([index.row()], lambda _entry: Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
