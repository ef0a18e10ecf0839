"""Paints the cards of the annotation list."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.annotation import Annotation, Kind
from reader.ui.icons import Icons
from reader.ui.panel.card_model import ROW, CardModel, Heading
from reader.ui.panel.card_shape import OUTER_LEFT, OUTER_RIGHT, PAD, CardShape, Fonts, Line, Perhaps, shape_of
from reader.ui.panel.seal import SEAL, paint_seal
from reader.ui.theme import Theme

HEADING_HEIGHT = 34
SCROLL_BAR = 12
"""Always kept free, so that cards do not change their width when the scroll bar comes and goes."""
_KEPT = 4000
"""Shapes kept; a resized pane makes one for every card and width."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CardDelegate(QStyledItemDelegate):
    """Draws cards and headings; `active` and `editing` are ids, `own_name` is not repeated on cards."""

    def __init__(self, model: CardModel, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._model, self._icons, self._view = model, icons, view
        self._shapes: dict[tuple[object, ...], CardShape] = {}
        self._fonts: Fonts | None = None
        self.active: str | None = None
        self.editing: str | None = None
        self.editor_height = 0
        self.own_name = ""
        self.hovered_more: str | None = None
        self.hovered_button: tuple[str, str] | None = None
        """Annotation, and the id of one of its buttons."""

    def forget_shapes(self) -> None:
        """After a change of font or language."""
        self._shapes.clear()
        self._fonts = None

    def is_font_changed(self) -> bool:
        """Whether the view has another font than the kept shapes were measured with."""
        return self._fonts is not None and Fonts.of(self._view.font()) != self._fonts

    def shape(self, annotation: Annotation) -> CardShape:
        """Where everything in this card stands, relative to the top left of its row."""
        width = self._view.width() - SCROLL_BAR
        active = annotation.id == self.active
        room = self.editor_height if annotation.id == self.editing else 0
        perhaps = self._perhaps(annotation)
        key = (annotation, width, active, room, perhaps)
        made = self._shapes.get(key)
        if made is None:
            if len(self._shapes) > _KEPT:
                self._shapes.clear()
            hint, deed = self.tr("Write a note…"), self._deed(annotation)
            made = shape_of(
                annotation, self.fonts(), width, active=active, editor_height=room, hint=hint, deed=deed,
                perhaps=perhaps,
            )  # fmt: skip
            self._shapes[key] = made
        return made

    def offers(self, annotation: Annotation | None, button: str) -> bool:
        """Whether the card has this button."""
        return annotation is not None and button in {name for name, *_ in self.shape(annotation).buttons}

    def fonts(self) -> Fonts:
        """The fonts of the view's cards."""
        if self._fonts is None:
            self._fonts = Fonts.of(self._view.font())
        return self._fonts

    def _perhaps(self, annotation: Annotation) -> Perhaps | None:
        if not annotation.orphan:
            return None
        suggestion = self._model.suggestion(annotation)
        choose = ("choose", self.tr("Choose a Place…"))
        if suggestion is None:
            return Perhaps(self._model.suggestion_text(None), "", (choose,))
        buttons = (("show", self.tr("Show")), ("accept", self.tr("Accept")), choose)
        return Perhaps(self._model.suggestion_text(suggestion), suggestion.quote, buttons)

    def _deed(self, annotation: Annotation) -> str:
        if annotation.kind is not Kind.ACTION:
            return ""
        by = self.tr("by %1").replace("%1", annotation.due) if annotation.due else ""
        return " · ".join(filter(None, (annotation.owner, by)))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        if isinstance(row, Annotation):
            return self.shape(row).size
        return QSize(self._view.width() - SCROLL_BAR, HEADING_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        if isinstance(row, Annotation):
            self._paint_card(painter, row, option.state, index == self._view.currentIndex())
        elif isinstance(row, Heading):
            self._paint_heading(painter, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, heading: Heading) -> None:
        theme, left = self._icons.theme, OUTER_LEFT + 2
        if heading.id == "orphans":
            painter.drawPixmap(left, 11, self._icons.pixmap("map-pin-off", "warn", 14))
            left += 20
        painter.setFont(self.fonts().caption)
        painter.setPen(QColor(theme.warn if heading.id == "orphans" else theme.text3))
        width = self._view.width() - SCROLL_BAR - left - OUTER_RIGHT
        text = QFontMetrics(self.fonts().caption).elidedText(
            self._model.heading_text(heading), Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(QRect(left, 6, width, 24), _LEFT, text)

    def _paint_card(
        self, painter: QPainter, annotation: Annotation, state: QStyle.StateFlag, is_current: bool
    ) -> None:
        theme, shape = self._icons.theme, self.shape(annotation)
        active = annotation.id == self.active
        chosen = bool(state & QStyle.StateFlag.State_Selected) and not active
        focused = is_current and self._view.hasFocus()
        ring = focused and bool(self._view.property("kbd"))
        painter.setPen(QPen(QColor(theme.accent if active or focused else theme.border), 2 if ring else 1))
        painter.setBrush(QColor(theme.sel if chosen else theme.raised))
        inset = 1.0 if ring else 0.5
        painter.drawRoundedRect(QRectF(shape.card).adjusted(inset, inset, -inset, -inset), 8, 8)
        self._paint_header(painter, annotation, shape, theme)
        self._paint_quote(painter, annotation, shape, theme)
        if not shape.note.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.list))
            painter.drawRoundedRect(QRectF(shape.note), 6, 6)
            colour = theme.text if annotation.note else theme.text3
            self._paint_lines(painter, shape.note_lines, shape.note.adjusted(10, 6, 0, 0), colour)
        if not shape.deed.isEmpty():
            late = bool(annotation.due) and str(annotation.due) < date.today().isoformat()
            self._paint_caption(painter, shape.deed, shape.deed_text, theme.warn if late else theme.text2)
        if not shape.tags.isEmpty():
            self._paint_caption(painter, shape.tags, shape.tags_text, theme.text3)
        if not shape.perhaps.isEmpty():
            self._paint_perhaps(painter, annotation, shape, theme)

    def _paint_perhaps(self, painter: QPainter, annotation: Annotation, shape: CardShape, theme: Theme) -> None:
        self._paint_caption(painter, shape.perhaps, shape.perhaps_text, theme.warn)
        words = shape.perhaps.translated(0, shape.perhaps.height())
        self._paint_lines(painter, shape.perhaps_lines, words, theme.text2)
        painter.setFont(self.fonts().caption)
        for name, text, rect in shape.buttons:
            painter.setPen(QColor(theme.border))
            painter.setBrush(QColor(theme.hover if self.hovered_button == (annotation.id, name) else theme.raised))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(QColor(theme.accent))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_header(self, painter: QPainter, annotation: Annotation, shape: CardShape, theme: Theme) -> None:
        fonts, rect = self.fonts(), shape.header
        seal = QRectF(rect.left(), rect.top() + 3, SEAL, SEAL)
        paint_seal(painter, seal, annotation.kind, theme, filled=bool(annotation.note))
        left, right = rect.left() + SEAL + 6, shape.more.left() - 4
        name = self._model.kind_text(annotation)
        painter.setFont(fonts.strong)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), _LEFT, name)
        left += QFontMetrics(fonts.strong).horizontalAdvance(name) + 8
        creator = annotation.creator if annotation.creator != self.own_name else ""
        about = " · ".join(filter(None, (self._model.place_text(annotation), creator)))
        self._paint_caption(painter, QRect(left, rect.top(), right - left, rect.height()), about, theme.text3)
        if annotation.id == self.hovered_more:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(shape.more), 6, 6)
        icon = self._icons.pixmap("ellipsis", "text2", 14)
        painter.drawPixmap(shape.more.left() + 6, shape.more.top() + 6, icon)

    def _paint_quote(self, painter: QPainter, annotation: Annotation, shape: CardShape, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.kind(annotation.kind).fill))
        pitch = self.fonts().line
        for number, line in enumerate(shape.quote_lines):
            top = shape.quote.top() + number * pitch
            painter.drawRoundedRect(QRectF(shape.quote.left() - 1, top + 1, line.width + 2, pitch - 2), 2, 2)
        self._paint_lines(painter, shape.quote_lines, shape.quote, theme.text)

    def _paint_lines(self, painter: QPainter, lines: tuple[Line, ...], rect: QRect, colour: str) -> None:
        pitch = self.fonts().line
        painter.setFont(self.fonts().body)
        painter.setPen(QColor(colour))
        for number, line in enumerate(lines):
            place = QRect(rect.left(), rect.top() + number * pitch, rect.width() + PAD, pitch)
            painter.drawText(place, _LEFT | int(Qt.TextFlag.TextSingleLine), line.text)

    def _paint_caption(self, painter: QPainter, rect: QRect, text: str, colour: str) -> None:
        font = self.fonts().caption
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(
            rect, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        )
