"""The tree of the tab 摘要 with its keys and its mouse; it asks for things by signals and does none of them."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.model.annotation import Kind
from reader.ui.icons import Icons
from reader.ui.panel.annotation_list import RECOLOUR_KEYS
from reader.ui.panel.digest_delegate import DigestDelegate
from reader.ui.panel.digest_model import ROW, DigestModel, More
from reader.ui.panel.digest_rows import Row, Section, is_suggestion
from reader.ui.panel.digest_shape import COUNT_ROOM, RIGHT

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class DigestTree(QTreeView):
    """Rows with keys of their own; signals carry rows."""

    go_requested = Signal(object)
    mark_requested = Signal(object, object)
    """A row and a `Kind`, None for the one that suits it."""
    copy_requested = Signal(object)
    remove_requested = Signal(object)
    correct_requested = Signal(object)
    menu_requested = Signal(QPoint)
    """Where, in global coordinates; `line` says for what."""
    def __init__(self, model: DigestModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digest = model
        self.lines = DigestDelegate(model, icons, self)
        self._words_changed = False
        self._remeasure = QTimer(self, singleShot=True, interval=0)
        self._remeasure.timeout.connect(self._on_remeasure)
        self.setObjectName("digestTree")
        self.setModel(model)
        self.setItemDelegate(self.lines)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def line(self) -> object:
        """The line under the keyboard: a Section, a Row, a More, or None."""
        return self.currentIndex().data(ROW) if self.currentIndex().isValid() else None

    # Keys

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (event.modifiers() in _PLAIN and self._command(event)) or self._copy(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _copy(self, event: QKeyEvent) -> bool:
        row = self.line()
        if isinstance(row, Row) and row.can_go and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(row)
            return True
        return False

    def _command(self, event: QKeyEvent) -> bool:
        line, key = self.line(), Qt.Key(event.key())
        if isinstance(line, Row):
            return self._command_on(line, key)
        if key not in (*_ENTER, Qt.Key.Key_Space) or line is None:
            return False
        self._open(self.currentIndex())
        return True

    def _command_on(self, row: Row, key: Qt.Key) -> bool:
        if key in (*_ENTER, Qt.Key.Key_A) and is_suggestion(row):
            self.go_requested.emit(row)
            self.mark_requested.emit(row, None)
        elif key in (*_ENTER, Qt.Key.Key_Space):
            self._go(row)
        elif key in RECOLOUR_KEYS:
            self.mark_requested.emit(row, Kind(RECOLOUR_KEYS[key]))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(row)
        elif key == Qt.Key.Key_F2:
            self.correct_requested.emit(row)
        else:
            return False
        return True

    def _open(self, index: QModelIndex) -> None:
        """Open or fold a heading; show the rest of a section."""
        line = index.data(ROW)
        if isinstance(line, More):
            row, parent = index.row(), index.parent()
            self._digest.reveal(line.layer)
            self.setCurrentIndex(self._digest.index(row, 0, parent))
        elif isinstance(line, Section):
            self.setExpanded(index, not self.isExpanded(index))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        line = index.data(ROW)
        if not isinstance(line, Row):
            self._open(index)
        elif self._is_on_button(line, index, event.position().toPoint()):
            self.mark_requested.emit(line, None)
        elif self._is_on_count(line, event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._go(line)

    def _go(self, row: Row) -> None:
        if row.can_go:
            self.go_requested.emit(row)

    def _is_on_button(self, row: Row, index: QModelIndex, point: QPoint) -> bool:
        inside = point - QPoint(0, self.visualRect(index).top())
        return is_suggestion(row) and self._digest.accepted(row) is None and (
            self.lines.shape(row).button.contains(inside)
        )

    def _is_on_count(self, row: Row, point: QPoint) -> bool:
        return len(row.places) > 1 and point.x() > self.lines.width() - RIGHT - COUNT_ROOM

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW) if index.isValid() else None
        is_on = isinstance(row, Row) and self._is_on_button(row, index, event.position().toPoint())
        self._hover(row if is_on else None)
        if not event.buttons():  # a drag over rows would choose them one by one
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, row: Row | None) -> None:
        if self.lines.hovered != row:
            self.lines.hovered = row
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft() + QPoint(40, 24))
        elif not self.indexAt(self.viewport().mapFromGlobal(place)).isValid():
            return
        if self.line() is not None:
            self.menu_requested.emit(place)

    # Measures

    def relayout(self) -> None:
        """After anything that changes the height of a row."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.relayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A change of theme sends a dozen of these; rows are measured once, when all have come.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._words_changed |= event.type() == QEvent.Type.LanguageChange
            self._remeasure.start()

    def _on_remeasure(self) -> None:
        if self._words_changed or self.lines.is_font_changed():
            self._words_changed = False
            self.lines.forget_shapes()
            self.relayout()
