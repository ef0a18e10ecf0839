"""One of the two tables of a contrast, as a view of Qt shows it."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from reader.messages import Messages
from reader.model.contrast import Cell, ComparedReport, Contrast, Mention, Row, Sheet
from reader.services.contrasting import PART, grid
from reader.ui.icons import Icons
from reader.ui.parts import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

LABEL = 0
"""The column of the names of rows."""


class ContrastModel(QAbstractTableModel):
    """Names of rows, units (of figures), and a column for each report. It changes nothing itself: what is typed into
    it goes out by `written`, and another contrast comes in by `set_contrast`."""

    written = Signal(object, int, int, str)
    """(Sheet, row, column of the model, text)."""

    def __init__(self, sheet: Sheet, say: Messages, icons: Icons, parent: object = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._say, self._icons = say, icons
        self._contrast = Contrast()
        self._texts: list[list[str]] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._contrast.rows(self.sheet)

    @property
    def reports(self) -> tuple[ComparedReport, ...]:
        """The columns at the right."""
        return self._contrast.reports

    @property
    def first_report(self) -> int:
        """The column of the first report."""
        return 2 if self.sheet is Sheet.FIGURES else 1

    def set_contrast(self, contrast: Contrast) -> None:
        """Show this."""
        self.beginResetModel()
        self._contrast = contrast
        self._texts = grid(contrast, self.sheet, self._say)
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """What a report says at `index`; None for nothing, and beside the reports."""
        report = index.column() - self.first_report
        return self.rows[index.row()].cells[report] if index.isValid() and report >= 0 else None

    def place(self, index: Index, number: int) -> tuple[str, Mention] | None:
        """Article and mention that a cell leads to, the `number`-th (counted round); None where it leads nowhere."""
        cell = self.cell(index)
        if cell is None or not cell.mentions:
            return None
        report = self._contrast.reports[index.column() - self.first_report]
        return report.article, cell.mentions[number % len(cell.mentions)]

    # ---- what the view asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.first_report + len(self._contrast.reports)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(index.row(), index.column())
            case Qt.ItemDataRole.EditRole:
                return self._own_text(index)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._explanation(index))
            case Qt.ItemDataRole.AccessibleTextRole:
                head = self.headerData(index.column(), Qt.Orientation.Horizontal)
                return f"{head}: {self.text(index.row(), index.column())}"
            case Qt.ItemDataRole.ForegroundRole:
                is_absent = index.column() >= self.first_report and self.cell(index) is None
                return QColor(self._icons.theme.text3) if is_absent else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        report = section - self.first_report
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._contrast.reports[report].title) if report >= 0 else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if report >= 0:
            return f"[{report + 1}] {self._contrast.reports[report].name}"
        return self._say("contrast.column.measure" if section else f"contrast.column.{self.sheet}")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = " ".join(str(value).split())
        if text == self._own_text(index):
            return False
        self.written.emit(self.sheet, index.row(), index.column(), text)
        return True

    # ---- texts

    def texts(self, row: int) -> list[str]:
        """What stands in a row, 未载 where a report says nothing."""
        return self._texts[row + 1]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._texts[row + 1][column]

    def _own_text(self, index: Index) -> str:
        """What is edited: without what is only shown."""
        text = self.text(index.row(), index.column())
        if index.column() == LABEL:
            return text.removeprefix(PART)
        return "" if index.column() >= self.first_report and self.cell(index) is None else text

    def _explanation(self, index: Index) -> str:
        """All of a text that may be cut, and where its words stand."""
        cell = self.cell(index)
        if cell is None or not cell.mentions:
            return self.text(index.row(), index.column())
        return "\n".join(map(self._mentioned, cell.mentions))

    def _mentioned(self, mention: Mention) -> str:
        where = f"{mention.passage}  " if mention.passage else ""
        return f"{where}{mention.wording} {mention.text}" if mention.wording else f"{where}{mention.text}"
