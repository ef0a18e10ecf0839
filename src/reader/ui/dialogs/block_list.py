"""The parts of a paper: put in order, left out, and called otherwise."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.services.exporting import PaperBlock, arranged
from reader.ui.dialogs.ordered_list import NAME, OrderedList
from reader.ui.icons import Icons

_MOST_ROWS = 8
_IS_EMPTY = NAME + 1

Index = QModelIndex | QPersistentModelIndex


class BlockList(OrderedList):
    """F2 or a double click calls a part otherwise; an empty heading is the template's own again."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("exportBlocks", _MOST_ROWS)
        self._template: Sequence[str] = ()
        self._own: Callable[[str], str] = str
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(_BlockDelegate(icons, self))

    def set_blocks(self, template: Sequence[str], wanted: Sequence[PaperBlock], own: Callable[[str], str]) -> None:
        """The blocks of a template as somebody wants them; `own` says what a block is called if nobody says. Nobody is
        told."""
        self._template, self._own = template, own
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        for block in arranged(template, wanted):
            item = self.add_row(block.name, block.heading or own(block.name), is_checked=block.is_shown)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.fit()

    def blocks(self) -> tuple[PaperBlock, ...]:
        """As they are wanted; () where that is how the template has them."""
        found = []
        for item in self.rows():
            name, heading = item.data(NAME), item.text().strip()
            is_shown = item.checkState() == Qt.CheckState.Checked
            found.append(PaperBlock(name, "" if heading == self._own(name) else heading, is_shown))
        return () if found == [PaperBlock(name) for name in self._template] else tuple(found)

    def show_filled(self, filled: Collection[str]) -> None:
        """Which of the checked blocks have something to print; none at all: the paper does not say."""
        self.blockSignals(True)
        for item in self.rows():
            if item.checkState() == Qt.CheckState.Checked:
                item.setData(_IS_EMPTY, bool(filled) and item.data(NAME) not in filled)
        self.blockSignals(False)
        self.viewport().update()

    def own_heading(self, name: str) -> str:
        """What the template calls a block."""
        return self._own(name)


class _BlockDelegate(QStyledItemDelegate):
    """Says of a part that it would be empty, and edits headings."""

    def __init__(self, icons: Icons, parent: BlockList) -> None:
        super().__init__(parent)
        self._icons, self._list = icons, parent

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        theme = self._icons.theme
        is_empty = bool(index.data(_IS_EMPTY))
        if is_empty:
            option.text += QCoreApplication.translate("BlockList", " (nothing yet)")
        colour = QColor(theme.text3 if is_empty else theme.text)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setPlaceholderText(self._list.own_heading(index.data(NAME)))
        editor.setAccessibleName(QCoreApplication.translate("BlockList", "Heading"))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        heading = " ".join(editor.text().split())
        model.setData(index, heading or self._list.own_heading(index.data(NAME)), Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        """Return ends the editing and no more: the dialog's button must not take it."""
        is_return = event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and isinstance(watched, QLineEdit):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched)
            return True
        return super().eventFilter(watched, event)
