"""The quotations of a document as a list: a seal and a word for what came of each, its words, and where they stand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reader.messages import Messages
from reader.model.verification import Checked
from reader.services.verification_report import place_in_words, verdict_in_words, verdict_key
from reader.text.folding import one_line
from reader.ui.icons import Icons
from reader.ui.panel.seal import SEAL, paint_stamp
from reader.ui.parts import plain_tooltip

VERDICT, QUOTE, PLACE = range(3)
WIDTHS = {VERDICT: 148, PLACE: 330}
ROW_HEIGHT = 32
CHECKED = Qt.ItemDataRole.UserRole
"""The Checked of a row."""
COLOURS = {"exact": "ok", "elsewhere": "warn", "differs": "danger", "punctuation": "warn", "not_found": "danger"}
"""Token of the theme by the end of a verdict's key; what each is stands beside it in words."""

Index = QModelIndex | QPersistentModelIndex


class VerifyModel(QAbstractTableModel):
    """Data in by `set_checked`, in the order of the document."""

    def __init__(self, say: Messages, heads: Callable[[], Sequence[str]], parent: QObject | None = None) -> None:
        """`heads` gives the headings of the columns in the language of the window."""
        super().__init__(parent)
        self._say, self._heads = say, heads
        self._rows: Sequence[Checked] = ()

    def set_checked(self, rows: Sequence[Checked]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(WIDTHS) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_heading = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._heads()[section] if is_heading else left if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        checked = self._rows[index.row()]
        if role == CHECKED:
            return checked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(checked, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = (self._words(checked, column) for column in (VERDICT, QUOTE, PLACE))
            return "，".join(filter(None, words))
        return plain_tooltip(self._words(checked, index.column())) if role == Qt.ItemDataRole.ToolTipRole else None

    def _words(self, checked: Checked, column: int) -> str:
        if column == VERDICT:
            return verdict_in_words(checked, self._say)
        return one_line(checked.quote) if column == QUOTE else place_in_words(checked, self._say)


class _Verdicts(QStyledItemDelegate):
    """Paints the seal before the word."""

    def __init__(self, icons: Icons, say: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._icons, self._say = icons, say

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        words, whole.text = whole.text, ""
        style = whole.widget.style() if whole.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        checked, theme = index.data(CHECKED), self._icons.theme
        key, rect = verdict_key(checked), QRect(option.rect)
        colour = theme.colour(COLOURS[key])
        seal = QRectF(rect.left() + 10, rect.center().y() - SEAL / 2 + 1, SEAL, SEAL)
        paint_stamp(painter, seal, self._say(f"verify.seal.{key}"), colour, theme, filled=not checked.is_sound)
        painter.save()
        painter.setPen(QColor(colour))
        painter.drawText(rect.adjusted(16 + SEAL, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class VerifyList(QTableView):
    """Rows of quotations; Enter, or a double click, chooses one."""

    chosen = Signal(object)
    """(Checked)."""
    copy_requested = Signal()

    def __init__(self, icons: Icons, say: Messages, model: VerifyModel) -> None:
        super().__init__()
        self.setObjectName("verifyList")
        self.setModel(model)
        self.setItemDelegateForColumn(VERDICT, _Verdicts(icons, say, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # of a place the title may go, not the passage
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QUOTE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(CHECKED)))

    def current(self) -> Checked | None:
        """The quotation of the current row."""
        return self.currentIndex().data(CHECKED)

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (checked := self.current()):
            self.chosen.emit(checked)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
