"""The checklist of links in the dialog that adds from a feed: filter, choice of all, none or new ones, sorting."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.model.links import LinkEntry, LinkKind, LinkList
from reader.ui.link_model import DATE, SORT_ROLE, STATE, TITLE, LinkModel
from reader.ui.parts import ElidedLabel, describe

FILTER_WIDTH = 220


class LinkView(QTreeView):
    """Space checks and unchecks all chosen rows; letters do not jump."""

    toggled = Signal()
    confirmed = Signal()

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class LinkChecklist(QWidget):
    """Links to choose from. `checks_changed` comes after every change of the choice, `confirmed` with Enter."""

    checks_changed = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LinkModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setSortRole(SORT_ROLE)
        self._shown.setFilterKeyColumn(TITLE)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._heading = ElidedLabel("", "h2")
        self._heading.setObjectName("feedHeading")
        self._filter = QLineEdit()
        self._filter.setObjectName("feedFilter")
        self._filter.setPlaceholderText(self.tr("Filter titles"))
        self._filter.setAccessibleName(self.tr("Filter titles"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(FILTER_WIDTH)
        self._filter.textChanged.connect(self._shown.setFilterFixedString)
        self.view = LinkView()
        self._build_view()
        self.model.checks_changed.connect(self.checks_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(self.view, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._heading, 1)
        row.addWidget(self._filter)
        choices: tuple[tuple[str, str, str, Callable[[LinkEntry], bool]], ...] = (
            ("feedNew", self.tr("New ones"), self.tr("Choose what is not saved yet"), lambda entry: not entry.article),
            ("feedAll", self.tr("All"), self.tr("Choose all"), lambda _entry: True),
            ("feedNone", self.tr("None"), self.tr("Choose none"), lambda _entry: False),
        )
        for name, text, meaning, wanted in choices:
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            describe(button, meaning)
            button.clicked.connect(partial(self._check, wanted))
            row.addWidget(button)
        return row

    def _build_view(self) -> None:
        view, header = self.view, self.view.header()
        view.setObjectName("feedLinks")
        view.setAccessibleName(self.tr("Links"))
        view.setModel(self._shown)
        view.setRootIsDecorated(False)
        view.setIndentation(0)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.toggled.connect(self._on_toggled)
        view.confirmed.connect(self.confirmed)
        header.setStretchLastSection(False)
        header.setSortIndicatorClearable(True)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (DATE, STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def show_links(self, links: LinkList) -> None:
        """Show a list instead of the former one, in its own order, what is new checked."""
        kind = self.tr("Feed") if links.kind is LinkKind.FEED else self.tr("Column")
        self._heading.set_full_text(f"{kind} · {links.title}" if links.title else kind)
        self._filter.clear()
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.model.set_entries(links.entries)
        self.view.setCurrentIndex(self._shown.index(0, TITLE))
        self.view.setFocus()

    def _check(self, wanted: Callable[[LinkEntry], bool], _checked: bool = False) -> None:
        """Among the rows that the filter shows; the others stay as they are."""
        rows = [self._shown.mapToSource(self._shown.index(row, TITLE)).row() for row in range(self._shown.rowCount())]
        self.model.check(rows, wanted)

    def _on_toggled(self) -> None:
        rows = [self._shown.mapToSource(index).row() for index in self.view.selectionModel().selectedRows(TITLE)]
        wanted = not all(self.model.is_checked(row) for row in rows)
        self.model.check(rows, lambda _entry: wanted)
