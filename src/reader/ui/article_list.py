"""The list of articles: keys, selection of many, dragging, context menu."""

import sys
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.ui.article_delegate import ArticleDelegate
from reader.ui.article_model import WARNING_ROLE, ArticleModel, FetchRows
from reader.ui.icons import Icons
from reader.ui.theme import window_font

KEY_VERBS = {
    Qt.Key.Key_S: "star",
    Qt.Key.Key_E: "done",
    Qt.Key.Key_T: "tags",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_Delete: "trash",
}
"""What a single key asks for; Backspace deletes too, for keyboards without Del."""

SETTLE = 120
"""Milliseconds the current row must stay before it counts when the arrow keys move it."""


class ArticleList(QListView):
    """A view of an `ArticleModel`; it changes nothing itself and tells what the user wants."""

    opened = Signal(str)
    """Enter or a double click: open this article and move the focus to it."""
    current_changed = Signal(str)
    """The article to show, "" for none: at once after a click, after SETTLE ms with the keys."""
    verb_requested = Signal(str, list)
    """One of KEY_VERBS and the ids of the selected articles."""
    menu_requested = Signal(list, QPoint)
    """Ids of the selected articles, and the place on the screen."""
    warning_clicked = Signal(str)

    def __init__(self, icons: Icons, fetch_rows: FetchRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleList")
        self._icons = icons
        self._model = ArticleModel(fetch_rows, self)
        self._delegate = ArticleDelegate(icons, self)
        self._told = self._open = ""
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._tell_current)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._set_behaviour()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.id_at(index.row())))

    def _set_behaviour(self) -> None:
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalScrollBar().setSingleStep(36)

    def article_model(self) -> ArticleModel:
        """Its model."""
        return self._model

    def current_id(self) -> str:
        """The current article, "" for none."""
        return self._model.id_at(self.currentIndex().row())

    def set_open(self, article_id: str) -> None:
        """Tell which article is being read: it is the current one, here and in other lists that hold it.

        Nobody is told. In a list that lacks it none is current: no key of the list may mean another article than the
        one in sight.
        """
        self._open = article_id
        if not article_id or article_id == self.current_id():
            return
        row, model = self._model.row_of(article_id), self.selectionModel()
        self._told = article_id if row >= 0 else ""
        if row >= 0:
            model.setCurrentIndex(self._model.index(row), model.SelectionFlag.ClearAndSelect)
            self.scrollTo(self._model.index(row))
        else:
            model.clear()
        self._settle.stop()

    def selected_ids(self) -> list[str]:
        """The selected articles in the order of the list."""
        ids = self._model.ids()
        rows = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection())
        return [each for top, bottom in rows for each in ids[top : bottom + 1]]

    def set_ids(self, ids: Iterable[str], follows: bool = True) -> None:
        """Show these articles; selection, current row and place stay where their articles are still there.

        When the current article has gone, the next one that is left becomes current, if `follows`: the list is the
        same and something was deleted. Otherwise (another list) it is the one being read, or none, and nobody is told:
        what is open stays open.
        """
        selected, current = self.selected_ids(), self.current_id()
        former, row = self._model.ids(), self.currentIndex().row()
        scroll = self.verticalScrollBar().value()
        self._model.set_ids(ids)
        self.verticalScrollBar().setValue(scroll)
        kept = self._model.row_of(current) if current else -1
        if kept < 0 and current and follows:
            kept = self._nearest(former, row)
        elif kept < 0 and not follows:
            kept = self._model.row_of(self._open) if self._open else -1
            self._told = self._open if kept >= 0 else self._told
        flag = self.selectionModel().SelectionFlag
        if kept >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(kept), flag.ClearAndSelect)
        self.selectionModel().select(self._selection_of(selected), flag.Select)
        if kept < 0 and not follows:
            self._settle.stop()
            self._told = ""
        else:
            self._tell_current()

    def _nearest(self, former: Sequence[str], row: int) -> int:
        """Where the article after `row` of a former list stands now, else the one before it; -1 for none."""
        for each in (*former[row + 1 :], *reversed(former[:row])):
            if (now := self._model.row_of(each)) >= 0:
                return now
        return -1

    def _selection_of(self, ids: Iterable[str]) -> QItemSelection:
        """The rows of these articles as few ranges: a hundred thousand single rows would take seconds."""
        selection, start, end = QItemSelection(), -1, -2
        for row in [*sorted(row for row in map(self._model.row_of, ids) if row >= 0), -1]:
            if row != end + 1:
                if start >= 0:
                    selection.append(QItemSelectionRange(self._model.index(start), self._model.index(end)))
                start = row
            end = row
        return selection

    def show_article(self, article_id: str) -> bool:
        """Make an article current and visible; False when it is not in the list."""
        row = self._model.row_of(article_id)
        if row < 0:
            return False
        index = self._model.index(row)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self._tell_current()
        self.scrollTo(index)
        return True

    def clear_current(self) -> None:
        """Forget which article is current."""
        self.selectionModel().clear()
        self._tell_current()

    def keyboardSearch(self, _search: str) -> None:
        """Off: letters are commands here, and must not jump through the rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.current_id():
                    self.opened.emit(self.current_id())
                return
            verb = KEY_VERBS.get(Qt.Key.Key_Delete if key == Qt.Key.Key_Backspace else key)
            if verb is not None:
                if ids := self.selected_ids():
                    self.verb_requested.emit(verb, ids)
                return
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_F10 and sys.platform != "win32":
            # Windows makes a context menu event of it, X11 and macOS do not.
            self._ask_for_menu()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.data(WARNING_ROLE):
            area = self._delegate.warning_area(QRectF(self.visualRect(index)))
            if area.contains(event.position()):
                self.warning_clicked.emit(self._model.id_at(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._ask_for_menu(event.globalPos() if by_mouse else None)

    def _ask_for_menu(self, place: QPoint | None = None) -> None:
        """At `place`, or over the current row when the keyboard asks."""
        if ids := self.selected_ids():
            row = self.visualRect(self.currentIndex())
            self.menu_requested.emit(ids, place or self.viewport().mapToGlobal(row.center()))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the ids under a small badge: pictures of many rows would hide where one is going to drop."""
        ids = self.selected_ids()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([self._model.index(self._model.row_of(each)) for each in ids]))
        drag.setPixmap(self._badge(self.tr("%n article(s)", "", len(ids))))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def _badge(self, text: str) -> QPixmap:
        font = window_font()
        width, scale = QFontMetrics(font).horizontalAdvance(text) + 24, self.devicePixelRatioF()
        pixmap = QPixmap(round(width * scale), round(28 * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.theme.accent)
        painter.drawRoundedRect(QRectF(0, 0, width, 28), 14, 14)
        painter.setPen(self._icons.theme.on_accent)
        painter.drawText(QRectF(QPointF(0, 0), QPointF(width, 28)), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return pixmap

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._tell_current()
        elif current.isValid() and not self.selectionModel().isSelected(current):
            # Qt makes the first row current when the focus comes, Ctrl with an arrow any: neither chooses it.
            self._settle.stop()
        else:
            self._settle.start()

    def _tell_current(self) -> None:
        self._settle.stop()
        if self.current_id() != self._told:
            self._told = self.current_id()
            self.current_changed.emit(self._told)
