"""The figures of a report as a table: a column for each thing that is known of them, sorted and filtered by a proxy."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from reader.messages import Messages
from reader.services.ledger import LedgerRow, place_in_words, written_number
from reader.text.folding import fold, one_line
from reader.text.passages import parse_passage
from reader.ui.parts import plain_tooltip

COLUMNS = ("value", "unit", "object", "approx", "kind", "place", "sentence")
"""Keys of `digest.column.…`."""
VALUE, UNIT, OBJECT, APPROX, KIND, PLACE, SENTENCE = range(7)

ROW = Qt.ItemDataRole.UserRole
"""The LedgerRow."""
SORT = Qt.ItemDataRole.UserRole + 1
"""What a column is sorted by."""
Index = QModelIndex | QPersistentModelIndex


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class FigureModel(QAbstractTableModel):
    """Data in by `set_rows`; a changed object is announced by `on_object`, and comes back with the next rows."""

    def __init__(self, say: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._rows: Sequence[LedgerRow] = ()
        self._cells: list[tuple[str, ...]] = []
        self.can_correct = True
        self.on_object: Any = lambda figure, words: None

    @property
    def rows(self) -> Sequence[LedgerRow]:
        """In text order."""
        return self._rows

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these figures; after a correction the same number of rows keeps selection and scroll."""
        if len(rows) == len(self._rows):
            self._rows, self._cells = rows, [self._written(row) for row in rows]
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows, self._cells = rows, [self._written(row) for row in rows]
        self.endResetModel()

    def set_messages(self, say: Messages) -> None:
        """Speak another language."""
        self._say = say
        self.set_rows(self._rows)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _written(self, row: LedgerRow) -> tuple[str, ...]:
        figure, value = row.figure, row.value
        number = value if isinstance(value, str) else written_number(value or 0)
        kind, place = self._say(f"digest.figure.{figure.kind}"), place_in_words(row, self._say)
        cells = (number, figure.unit, figure.object, figure.approx, kind, place, row.sentence)
        return tuple(map(one_line, cells))

    def cells(self, row: int) -> tuple[str, ...]:
        """A row as it is shown."""
        return self._cells[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._say(f"digest.column.{COLUMNS[section]}")
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return base | Qt.ItemFlag.ItemIsEditable if index.column() == OBJECT and self.can_correct else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._cells[index.row()][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.figure.text if column == VALUE else self._cells[index.row()][column])
        if role == SORT:
            return self._sorted_by(row, index.row(), column)
        return row if role == ROW else None

    def _sorted_by(self, row: LedgerRow, number: int, column: int) -> object:
        if column == VALUE:
            return float(min(max(row.figure.value, -1e300), 1e300))
        if column == PLACE:
            paragraph, sentence = parse_passage(row.passage)[:2] if row.passage else (0, 0)
            return float(paragraph * 100_000 + sentence)
        return float(number) if column == SENTENCE else self._cells[number][column]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = one_line(str(value))
        if role != Qt.ItemDataRole.EditRole or words == self._cells[index.row()][OBJECT]:
            return False
        self.on_object(self._rows[index.row()].figure, words)
        return True


class FigureFilter(QSortFilterProxyModel):
    """Rows that hold all the words of the filter in any column; sorted as numbers where they are.

    The sentence counts only for a figure that is not known to count anything: it names those of its neighbours too.
    """

    def __init__(self, model: FigureModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setSortRole(SORT)
        self.setSourceModel(model)

    def set_words(self, text: str) -> None:
        """Show only rows with these words."""
        self.beginFilterChange()
        self._words = fold(text).split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if not self._words:
            return True
        cells = self._model.cells(row)
        known = cells[:SENTENCE] if cells[OBJECT] else cells
        here = fold("\n".join((*known, self._model.rows[row].figure.text)))
        return all(word in here for word in self._words)
