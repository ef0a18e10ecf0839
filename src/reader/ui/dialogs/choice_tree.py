"""Rows of two columns of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from reader.ui.parts import plain_tooltip

ROWS_SHOWN = 9
"""More than these are scrolled to."""
_VALUE = Qt.ItemDataRole.UserRole


class ChoiceTree(QTreeWidget):
    """One Tab stop, arrow keys inside; letters do not jump."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "choices")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)

    def set_rows(self, rows: Sequence[tuple[str, str, str, str]], stretched: int) -> None:
        """(value, first column, second column, tooltip); the column `stretched` takes the room that is left."""
        for column in (0, 1):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.ResizeToContents
            self.header().setSectionResizeMode(column, mode)
        self.blockSignals(True)
        self.clear()
        for value, first, second, tooltip in rows:
            item = QTreeWidgetItem([first, second])
            item.setData(0, _VALUE, value)
            for column in (0, 1):
                item.setToolTip(column, plain_tooltip(tooltip))
            item.setTextAlignment(1 - stretched, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)
        self.blockSignals(False)
        height = self.sizeHintForRow(0) * len(rows) if rows else 0
        self.setFixedHeight(min(height, self.sizeHintForRow(0) * ROWS_SHOWN) + 12)

    def choose(self, row: int) -> None:
        """Make a row the chosen one without telling anybody."""
        self.blockSignals(True)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.setCurrentItem(self.topLevelItem(row), 0, flags)
        self.blockSignals(False)
        self.viewport().update()

    def row(self) -> int:
        """The chosen row, -1 for none."""
        return self.indexOfTopLevelItem(self.currentItem()) if self.currentItem() else -1

    def values(self) -> list[str]:
        """The values of all rows."""
        return [self.topLevelItem(row).data(0, _VALUE) for row in range(self.topLevelItemCount())]

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""
