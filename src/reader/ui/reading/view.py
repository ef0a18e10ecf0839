"""The reader: the page with hands and keys. It asks for things by signals and does none of them itself."""

from bisect import bisect_right

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from reader.model.annotation import Annotation
from reader.model.blocks import Span
from reader.ui.parts import plain_tooltip
from reader.ui.reading.keys import SCROLLS, call_of
from reader.ui.reading.painting import Seal
from reader.ui.reading.picture_page import PicturePage
from reader.ui.theme import ThemeService

SAFE_SCHEMES = ("http", "https", "mailto")
SEAL_REACH = 4
"""Px around a seal that count as the seal."""
PARAGRAPH_HEADROOM = 80
LONGEST_TIP = 300
"""Characters of a note in a tooltip."""


class ReaderView(PicturePage):
    """Selecting, marking and walking through an article; spans count code points of its canonical text."""

    mark_requested = Signal(str, object)
    """Kind ("" = the one used last), Span."""
    recolour_requested = Signal(str, str)
    """Annotation, kind."""
    note_requested = Signal()
    tag_requested = Signal()
    mark_clicked = Signal(str)
    """Id of the annotation whose mark or seal was clicked, or whose card Enter asks for."""
    delete_annotation_requested = Signal()
    """The active one."""
    command_requested = Signal(str)
    """The id of an action of the window (`reader.ui.actions`)."""
    find_requested = Signal()
    find_stepped = Signal(int)
    link_activated = Signal(str)
    """An http, https or mailto address; no other leaves."""
    paragraph_focused = Signal(object)
    """Span of the paragraph that J or K came to."""
    menu_requested = Signal(QPoint, object)
    """Global position, and the annotations under it, the shortest first."""

    def __init__(self, themes: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.setObjectName("reader")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._has_hand = False
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.setCursorWidth(0)
        self.anchorClicked.connect(self._on_anchor_clicked)

    # What keys and marks are about

    def target_span(self) -> Span | None:
        """What a mark would be put on: the selection, else the focused paragraph."""
        span, focused = self.selection(), self._focused()
        return self.trimmed(*self._spans[focused]) if span is None and focused is not None else span

    def _focused(self) -> int | None:
        """The focused paragraph while some of it is in the window: no key may change what is out of sight."""
        index = self.layers.paragraph
        return index if index is not None and self._is_in_sight(self._spans[index]) else None

    def _is_in_sight(self, span: Span) -> bool:
        visible = self.visible_span()
        return span.start < visible.end and span.end > visible.start

    def place(self) -> int:
        """Where the reader is: the offset of the focused paragraph, else of the first visible line."""
        focused = self._focused()
        return self._spans[focused].start if focused is not None else self.visible_span().start

    def paragraph_number(self) -> tuple[int, int]:
        """Which paragraph is being read (that a third down the window; 0 for none), and how many there are."""
        place = self.verticalScrollBar().value() + self.viewport().height() // 3
        lines = [line for line in self.visible_lines() if line.top <= place] or self.visible_lines()[:1]
        if not lines:
            return 0, 0
        reached = lines[-1].segment.block
        return bisect_right(self._paragraphs, reached), len(self._paragraphs)

    def set_marks(self, annotations: list[Annotation]) -> None:
        """The annotations that are painted; a selection that has become one of them is let go."""
        super().set_marks(annotations)
        span = self.selection()
        if span is not None and any(Span(mark.start, mark.end) == span for mark in self.layers.marks.touching(*span)):
            self.clear_selection()

    def set_active(self, annotation: str | None) -> None:
        """Underline one mark."""
        self.layers.active = annotation
        self.viewport().update()

    # Commands of the keyboard (keys.py names them)

    def mark(self, kind: str) -> None:
        """Ask for a mark on the selection or the focused paragraph, else for another kind of the active mark.

        "" is the kind used last; it changes no mark.
        """
        span = self.target_span()
        if span is not None:
            self.mark_requested.emit(kind, span)
            return
        active = next((mark for mark in self.layers.marks.items if mark.id == self.layers.active), None)
        if kind and active is not None and self._is_in_sight(Span(active.start, active.end)):
            self.recolour_requested.emit(active.id, kind)

    def announce(self, signal: str) -> None:
        """Emit a signal without arguments."""
        getattr(self, signal).emit()

    def command(self, name: str) -> None:
        """Ask for an action of the window."""
        self.command_requested.emit(name)

    def find_step(self, step: int) -> None:
        """Ask for the next (1) or previous (-1) finding."""
        self.find_stepped.emit(step)

    def enter(self) -> None:
        """Open the link at the caret, else ask for the active annotation's card, else for the picture in reach."""
        address = self.textCursor().charFormat().anchorHref() if self._has_caret else ""
        if address:
            self._on_anchor_clicked(QUrl(address))
        elif self.layers.active is not None and not self._has_caret:
            self.mark_clicked.emit(self.layers.active)
        elif (picture := self.picture_in_reach()) is not None:
            self.picture_activated.emit(picture)

    def toggle_caret(self) -> None:
        """Show or hide the caret; while it is shown the arrow keys move it."""
        self._has_caret = not self._has_caret
        self.setCursorWidth(2 if self._has_caret else 0)
        self.viewport().update()

    def step_paragraph(self, step: int) -> None:
        """Focus the next or previous paragraph, the first visible one at the beginning."""
        paragraphs = self._paragraphs
        if not paragraphs:
            return
        focused = self._focused()
        if focused is None:
            top = self.visible_span().start
            chosen = next((index for index in paragraphs if self._spans[index].start >= top), paragraphs[-1])
        else:
            order = paragraphs.index(focused) + step if focused in paragraphs else 0
            chosen = paragraphs[min(max(order, 0), len(paragraphs) - 1)]
        self.layers.paragraph = chosen
        position = self._shown.mapping.to_position(self._spans[chosen].start)
        self._set_cursor(position, position)
        rect, top = self._geometry.block_rect(chosen), self.verticalScrollBar().value()
        if rect.top() < top or rect.bottom() > top + self.viewport().height():
            self.scroll_to(rect.top() - PARAGRAPH_HEADROOM)
        self.viewport().update()
        self.paragraph_focused.emit(self._spans[chosen])

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The reader's own keys; without a caret, arrows and their like scroll."""
        call = call_of(event)
        key = Qt.Key(event.key())
        if call is not None:
            getattr(self, call[0])(*call[1])
            event.accept()
        elif key == Qt.Key.Key_Escape and self._has_something_to_let_go():
            self.layers.paragraph = None
            self.clear_selection()
            self.viewport().update()
        elif (
            key in SCROLLS
            and not self._has_caret
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (Qt.KeyboardModifier.NoModifier)
        ):
            self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction[SCROLLS[key]])
        else:
            super().keyPressEvent(event)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or key == Qt.Key.Key_A:
                self.selection_settled.emit(self.selection())

    def _has_something_to_let_go(self) -> bool:
        return self.textCursor().hasSelection() or self.layers.paragraph is not None

    def _point(self, event: QMouseEvent | QHelpEvent | QContextMenuEvent) -> QPointF:
        """An event's place in the document."""
        place = event.position() if isinstance(event, QMouseEvent) else QPointF(event.pos())
        return place + QPointF(0, self.verticalScrollBar().value())

    def _seal_at(self, point: QPointF) -> Seal | None:
        if point.x() > self._column.left:
            return None
        lines = self._geometry.lines(point.y() - 40, point.y() + 40)
        for seal in self._painter.seals(lines, self.layers):
            if seal.rect.adjusted(-SEAL_REACH, -SEAL_REACH, SEAL_REACH, SEAL_REACH).contains(point):
                return seal
        return None

    def marks_at(self, point: QPointF) -> list[Annotation]:
        """The annotations under a point of the document, the shortest first."""
        seal = self._seal_at(point)
        if seal is not None:
            return list(seal.annotations)
        offset = self._geometry.character_at(point)
        return self.layers.marks.at(offset) if offset is not None else []

    def _pick(self, marks: list[Annotation]) -> None:
        """Activate the first, or the one after the active one: clicking again goes through all of them."""
        order = next((order + 1 for order, mark in enumerate(marks) if mark.id == self.layers.active), 0)
        self.mark_clicked.emit(marks[order % len(marks)].id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a seal picks its annotation and begins no selection."""
        seal = self._seal_at(self._point(event)) if event.button() == Qt.MouseButton.LeftButton else None
        if seal is not None:
            self._pick(list(seal.annotations))
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self.layers.paragraph = None
            self.selection_settled.emit(None)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A drag ends in a selection, a plain click picks the picture or the mark under it."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._seal_at(self._point(event)) is not None:
            return
        if self.textCursor().hasSelection():
            self.selection_settled.emit(self.selection())
        elif (picture := self.picture_at(self._point(event))) is not None:
            self.picture_activated.emit(picture)
        elif not self.anchorAt(event.position().toPoint()):
            marks = self.marks_at(self._point(event))
            if marks:
                self._pick(marks)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over seals and pictures."""
        super().mouseMoveEvent(event)
        point = self._point(event)
        has_hand = not event.buttons() and (self._seal_at(point) is not None or self.picture_at(point) is not None)
        if has_hand != self._has_hand:
            self._has_hand = has_hand
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if has_hand else Qt.CursorShape.IBeamCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel ask for another text size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.command_requested.emit("larger" if event.angleDelta().y() > 0 else "smaller")
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip of a seal is the note, that of a link its address, that of a picture its description."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = self._point(event)
            seal, words = self._seal_at(point), self.anchorAt(event.pos()) or self.picture_words(point)
            texts = [mark.note or mark.quote for mark in seal.annotations] if seal else [words]
            QToolTip.showText(event.globalPos(), plain_tooltip("\n".join(text[:LONGEST_TIP] for text in texts)), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The pane makes the menu; by key it is for the selection or the active mark."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            picture = self.picture_at(self._point(event))
            if picture is not None and not self.textCursor().hasSelection():
                self.picture_menu_requested.emit(event.globalPos(), picture)
                return
            marks = self.marks_at(self._point(event))
        else:
            marks = [mark for mark in self.layers.marks.items if mark.id == self.layers.active]
        self.menu_requested.emit(event.globalPos(), marks)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.scheme().lower() in SAFE_SCHEMES:
            self.link_activated.emit(url.toString())
