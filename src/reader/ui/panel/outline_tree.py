"""The tree of the tab 目录: letters do not jump, Enter goes, F2 renames, Del removes."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QTreeView, QWidget

NODE = Qt.ItemDataRole.UserRole
"""The `OutlineNode` of a row."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Renamer(QStyledItemDelegate):
    """Edits the title without its marker; what was typed is announced, not put into the model."""

    renamed = Signal(object, str)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(NODE).title)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node, title = index.data(NODE), editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if title and title != node.title:
            self.renamed.emit(node, title)


class OutlineTree(QTreeView):
    """Rows of an outline; signals carry nodes, `chosen` an index."""

    chosen = Signal(QModelIndex)
    renamed = Signal(object, str)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_correct = True
        self.setObjectName("outlineTree")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setRootIsDecorated(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        renamer = _Renamer(self)
        renamer.renamed.connect(self.renamed)
        self.setItemDelegate(renamer)

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def rename(self) -> None:
        """Edit the title of the current row in its place."""
        if self.can_correct and self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.chosen.emit(index)
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() in _DELETE and self.can_correct:
            self.remove_requested.emit(index.data(NODE))
        else:
            super().keyPressEvent(event)
