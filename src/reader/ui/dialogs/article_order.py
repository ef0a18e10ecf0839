"""The articles of a paper in their order: dragged, or moved by Alt+↑ and Alt+↓; unchecked ones are left out."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from reader.model.article import Article
from reader.text.folding import one_line

_ID = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS = 28, 6
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ArticleOrder(QListWidget):
    """`changed` comes after any change of order or choice."""

    changed = Signal()

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.setObjectName("exportArticles")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for article in articles:
            item = QListWidgetItem(one_line(article.title), self)
            item.setData(_ID, article.id)
            item.setToolTip(escape(article.title))
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked)
        self.setFixedHeight(min(len(articles), _MOST_ROWS) * _ROW + 10)
        self.setCurrentRow(0)
        self.itemChanged.connect(self._on_item_changed)

    def ids(self) -> tuple[str, ...]:
        """The chosen articles in their order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def move_current(self, step: int) -> None:
        """Move the current article up (-1) or down (1)."""
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
