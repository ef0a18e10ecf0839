"""Rows that a person puts in order: dragged, or moved by Alt+↑ and Alt+↓; each can be unchecked."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

NAME = Qt.ItemDataRole.UserRole
"""What a row stands for."""
_ROW = 28
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(QListWidget):
    """`changed` comes after any change of order, choice or text by the user."""

    changed = Signal()

    def __init__(self, name: str, most_rows: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "ordered")
        self._most_rows = most_rows
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(self._on_item_changed)

    def add_row(self, name: str, text: str, *, is_checked: bool = True) -> QListWidgetItem:
        """A row at the end; nobody is told."""
        item = QListWidgetItem(text)
        item.setData(NAME, name)
        item.setSizeHint(QSize(0, _ROW))
        item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
        self.blockSignals(True)
        self.addItem(item)
        self.blockSignals(False)
        return item

    def fit(self) -> None:
        """Be as high as the rows, and take the first for the current one."""
        self.setFixedHeight(max(1, min(self.count(), self._most_rows)) * _ROW + 10)
        self.setCurrentRow(0)

    def rows(self) -> list[QListWidgetItem]:
        """From top to bottom."""
        return [self.item(row) for row in range(self.count())]

    def names(self) -> tuple[str, ...]:
        """The checked ones in their order."""
        return tuple(item.data(NAME) for item in self.rows() if item.checkState() == Qt.CheckState.Checked)

    def move_current(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentRow()
        if row < 0 or not 0 <= row + step < self.count():
            return
        self.blockSignals(True)
        item = self.takeItem(row)
        self.insertItem(row + step, item)
        self.blockSignals(False)
        self.setCurrentItem(item)
        self.changed.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step(event)
        if step:
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _step(event: QKeyEvent) -> int:
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        return _STEPS.get(event.key(), 0) if alone else 0

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.changed.emit()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit()
