"""The list of cards: keys, mouse and the place of the one editor in it."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.model.annotation import Annotation, Kind
from reader.ui.icons import Icons
from reader.ui.panel.card_delegate import CardDelegate
from reader.ui.panel.card_model import CardModel

RECOLOUR_KEYS = {
    Qt.Key.Key_1: Kind.KEY,
    Qt.Key.Key_2: Kind.BORROW,
    Qt.Key.Key_3: Kind.DATA,
    Qt.Key.Key_4: Kind.QUESTION,
    Qt.Key.Key_5: Kind.ACTION,
}
PLACE_KEYS = {Qt.Key.Key_G: "show", Qt.Key.Key_A: "accept", Qt.Key.Key_P: "choose"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class AnnotationList(QListView):
    """Cards with keys of their own. Signals carry annotation ids."""

    card_activated = Signal(str)
    """By click or arrow key; not by `set_active`."""
    edit_started = Signal(str, str)
    """Id and the field that shall get the focus: "note" or "tags"."""
    recolour_requested = Signal(str, object)
    delete_requested = Signal(list)
    copy_requested = Signal(str)
    place_asked = Signal(str, str)
    """An orphan, and what is wanted of its suggestion: "show", "accept", or "choose" another place."""
    menu_requested = Signal(QPoint)
    """Where, in global coordinates; `selected_ids` says for what."""

    def __init__(self, model: CardModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self._editor: QWidget | None = None
        self._words_changed = False
        self._remeasure = QTimer(self, singleShot=True, interval=0)
        self._remeasure.timeout.connect(self._on_remeasure)
        self.cards = CardDelegate(model, icons, self)
        self.setObjectName("annotationList")
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self.place_editor)

    def set_editor(self, editor: QWidget) -> None:
        """The widget that stands in the card that is being edited."""
        self._editor = editor
        editor.setParent(self.viewport())
        editor.hide()

    def relayout(self) -> None:
        """After anything that changes the height of a card."""
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.viewport().update()
        self.place_editor()

    def place_editor(self, _value: int = 0) -> None:
        """Put the editor into its card."""
        row = self._cards.row_of(self.cards.editing)
        if self._editor is None or row < 0:
            return
        index = self._cards.index(row)
        annotation = self._cards.annotation(index)
        if annotation is not None:
            area = self.cards.shape(annotation).editor
            self._editor.setGeometry(area.translated(self.visualRect(index).topLeft()))

    def set_active(self, annotation_id: str | None) -> None:
        """Make a card the active one and bring it into view, without a signal; None keeps the keyboard's place."""
        row = self._cards.row_of(annotation_id)
        if self.cards.active != annotation_id:
            self.cards.active = annotation_id
            self.relayout()
        if row < 0:
            self.clearSelection()
            return
        index = self._cards.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self.cards.editing != annotation_id:
            self.show_card(annotation_id)

    def show_card(self, annotation_id: str | None) -> None:
        """Scroll as little as makes the whole card visible."""
        row = self._cards.row_of(annotation_id)
        if row >= 0:
            self.scrollTo(self._cards.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def current_id(self) -> str | None:
        """The card under the keyboard."""
        annotation = self._cards.annotation(self.currentIndex())
        return annotation.id if annotation else None

    def selected_ids(self) -> list[str]:
        """The chosen cards in the order of the list; the current one when none is chosen."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self._cards.annotation(self._cards.index(row)) for row in chosen]
        ids = [annotation.id for annotation in found if annotation]
        current = self.current_id()
        return ids or ([current] if current else [])

    def _activate_current(self) -> None:
        current = self.current_id()
        if current is None:
            return
        if self.cards.active != current:
            self.cards.active = current
            self.relayout()
            self.show_card(current)
        self.card_activated.emit(current)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; a list that jumps to rows by them would be in the way."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._command(event):
            event.accept()
            return
        before = self.current_id()
        super().keyPressEvent(event)
        if self.current_id() != before:
            self._activate_current()

    def _command(self, event: QKeyEvent) -> bool:
        current, key = self.current_id(), event.key()
        if current is None:
            return False
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(current)
        elif event.modifiers() not in _PLAIN:
            return False
        elif key in _ENTER or key == Qt.Key.Key_N:
            self.edit_started.emit(current, "note")
        elif key == Qt.Key.Key_T:
            self.edit_started.emit(current, "tags")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit(self.selected_ids())
        elif key in RECOLOUR_KEYS:
            for each in self.selected_ids():
                self.recolour_requested.emit(each, RECOLOUR_KEYS[Qt.Key(key)])
        elif key in PLACE_KEYS and self.cards.offers(self._cards.annotation(self.currentIndex()), PLACE_KEYS[key]):
            self.place_asked.emit(current, PLACE_KEYS[key])
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        annotation = self._cards.annotation(index)
        if annotation is None:
            return
        was_active = self.cards.active == annotation.id
        part = self._part(annotation, index, event.position().toPoint())
        super().mousePressEvent(event)
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN[0]
        if event.button() == Qt.MouseButton.LeftButton and part == "more":
            self.menu_requested.emit(event.globalPosition().toPoint())
        elif plain and part in PLACE_KEYS.values():
            self.place_asked.emit(annotation.id, part)
        elif plain:
            self._activate_current()
            if was_active and part == "note":
                self.edit_started.emit(annotation.id, "note")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        annotation = self._cards.annotation(self.indexAt(event.position().toPoint()))
        if annotation is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_started.emit(annotation.id, "note")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        annotation = self._cards.annotation(index)
        self._hover(annotation, self._part(annotation, index, point) if annotation else "")
        if not event.buttons():  # a drag over cards would choose them one by one
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft() + QPoint(40, 32))
        elif self._cards.annotation(self.indexAt(self.viewport().mapFromGlobal(place))) is None:
            return
        if self.selected_ids():
            self.menu_requested.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None, "")
        super().leaveEvent(event)

    def _hover(self, annotation: Annotation | None, part: str) -> None:
        more = annotation.id if annotation and part == "more" else None
        button = (annotation.id, part) if annotation and part in PLACE_KEYS.values() else None
        if (self.cards.hovered_more, self.cards.hovered_button) != (more, button):
            self.cards.hovered_more, self.cards.hovered_button = more, button
            self.viewport().update()

    def _part(self, annotation: Annotation, index: QModelIndex, point: QPoint) -> str:
        shape, inside = self.cards.shape(annotation), point - self.visualRect(index).topLeft()
        if shape.more.contains(inside):
            return "more"
        if button := next((name for name, _, rect in shape.buttons if rect.contains(inside)), ""):
            return button
        return "note" if shape.note.contains(inside) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A change of theme sends a dozen of these; cards are measured once, when all have come.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._words_changed |= event.type() == QEvent.Type.LanguageChange
            self._remeasure.start()

    def _on_remeasure(self) -> None:
        if self._words_changed or self.cards.is_font_changed():
            self._words_changed = False
            self.cards.forget_shapes()
            self.relayout()
