"""Paints the lines of the tab 摘要: headings, cards of suggestions, figures, occurrences, the time line, chains."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from reader.ui.icons import Icons
from reader.ui.panel.card_delegate import SCROLL_BAR
from reader.ui.panel.card_shape import Fonts, Line
from reader.ui.panel.digest_model import ROW, DigestModel, More
from reader.ui.panel.digest_rows import Row, RowKind, Section
from reader.ui.panel.digest_shape import COUNT_ROOM, HEADING, LEFT, RIGHT, SINGLE, RowShape, shape_of
from reader.ui.panel.seal import SEAL, paint_seal
from reader.ui.theme import Theme

_KEPT = 4000
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
WIDEST_NUMBER = 0.42
"""Of the width of a line that the column of figures takes at most."""
KEYWORD_AT = 0.42
"""Of the room beside the keyword, what stands before it."""


class DigestDelegate(QStyledItemDelegate):
    """Draws the lines; `hovered` is the suggestion whose button the mouse is on."""

    def __init__(self, model: DigestModel, icons: Icons, view: QTreeView) -> None:
        super().__init__(view)
        self._model, self._icons, self._view = model, icons, view
        self._shapes: dict[tuple[object, ...], RowShape] = {}
        self._fonts: Fonts | None = None
        self._numbers: tuple[object, int] = (None, 0)
        self.hovered: Row | None = None

    def forget_shapes(self) -> None:
        """After a change of font or language."""
        self._shapes.clear()
        self._fonts, self._numbers = None, (None, 0)

    def is_font_changed(self) -> bool:
        """Whether the view has another font than the kept shapes were measured with."""
        return self._fonts is not None and Fonts.of(self._view.font()) != self._fonts

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._icons.theme

    def fonts(self) -> Fonts:
        """The fonts of the view's lines."""
        if self._fonts is None:
            self._fonts = Fonts.of(self._view.font())
        return self._fonts

    def width(self) -> int:
        """Of a line: without the scroll bar, so that nothing moves when that comes and goes."""
        return self._view.width() - SCROLL_BAR

    def shape(self, row: Row) -> RowShape:
        """Where everything in a row stands, relative to its top left."""
        words = self._model.hint(row) if row.kind is RowKind.HINT else row.text
        key = (row, words, self.width())
        if key not in self._shapes:
            if len(self._shapes) > _KEPT:
                self._shapes.clear()
            self._shapes[key] = shape_of(row, words, self.fonts(), self.width())
        return self._shapes[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = index.data(ROW)
        if isinstance(line, Row):
            return QSize(self.width(), self.shape(line).height)
        return QSize(self.width(), HEADING if isinstance(line, Section) else SINGLE)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        """The button of a suggestion has a tooltip of its own."""
        if self.hovered is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.tr("Mark it (A)"), view)
        return True

    # Painting

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, option.rect.top())
        is_current = index == self._view.currentIndex() and self._view.hasFocus()
        if not (isinstance(line, Row) and line.kind in (RowKind.KEY, RowKind.HINT)):
            self._paint_ground(painter, option, is_current)
        if isinstance(line, Section):
            self._paint_heading(painter, line, self._view.isExpanded(index), option.rect.height())
        elif isinstance(line, More):
            place = QRect(LEFT, 0, self.width() - LEFT - RIGHT, option.rect.height())
            self._text(painter, place, self._model.more(line), self.theme.accent)
        elif isinstance(line, Row):
            self._paint_row(painter, line, index, option, is_current)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, is_current: bool) -> None:
        """What lies under the line that the mouse or the keyboard is on."""
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (is_hovered or is_current):
            return
        ring = is_current and bool(self._view.property("kbd"))
        painter.setPen(QPen(QColor(self.theme.accent), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.sel if is_current else self.theme.hover))
        painter.drawRoundedRect(QRectF(7, 1, self.width() - 12, option.rect.height() - 2), 6, 6)

    def _paint_heading(self, painter: QPainter, section: Section, is_open: bool, height: int) -> None:
        strong, caption = self.fonts().strong, self.fonts().caption
        icon = "chevron-down" if is_open else "chevron-right"
        painter.drawPixmap(LEFT - 3, (height - 14) // 2 + 2, self._icons.pixmap(icon, "text2", 14))
        left, title = LEFT + 16, self._model.title(section)
        self._text(painter, QRect(left, 3, self.width(), height - 3), title, self.theme.text, strong)
        left += QFontMetrics(strong).horizontalAdvance(title) + 8
        counted = [row for row in section.rows if row.kind not in (RowKind.MODEL, RowKind.HINT)]
        self._text(painter, QRect(left, 3, 60, height - 3), str(len(counted) or ""), self.theme.text3, caption)

    def _paint_row(
        self, painter: QPainter, row: Row, index: QModelIndex, option: QStyleOptionViewItem, is_current: bool
    ) -> None:
        shape = self.shape(row)
        if row.kind is RowKind.KEY:
            self._paint_card(painter, row, shape, option, is_current)
        elif row.kind is RowKind.FIGURE:
            self._paint_figure(painter, row, shape.text, index)
        elif row.kind is RowKind.PLACE:
            self._paint_occurrence(painter, row, shape.text)
        elif row.kind is RowKind.DATE:
            self._paint_date(painter, row, shape, index)
        elif row.kind is RowKind.CHAIN:
            self._paint_chain(painter, shape)
        else:
            self._paint_words(painter, row, shape, index)
        if row.item is not None and row.item.corrected and row.kind not in (RowKind.KEY, RowKind.PART):
            left = self.width() - RIGHT - 13 - (COUNT_ROOM if len(row.places) > 1 else 0)
            painter.drawPixmap(left, 8, self._icons.pixmap("pencil", "text3", 12))

    def _paint_words(self, painter: QPainter, row: Row, shape: RowShape, index: QModelIndex) -> None:
        theme, fonts = self.theme, self.fonts()
        if row.kind is RowKind.HINT:
            painter.drawPixmap(LEFT, shape.text.top() + 2, self._icons.pixmap("triangle-alert", "warn", 14))
            self._lines(painter, shape.lines, shape.text, theme.warn, fonts.caption, fonts.caption_line)
            return
        if row.kind is RowKind.PART:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QPointF(LEFT + 4, shape.text.top() + fonts.line / 2), 2.5, 2.5)
        font = fonts.strong if row.kind is RowKind.MODEL else fonts.body
        self._lines(painter, shape.lines, shape.text, theme.text, font, fonts.line)
        if row.note:
            self._text(painter, shape.note, row.note, theme.text3, fonts.caption)
        if len(row.places) > 1:
            self._paint_count(painter, row, shape, self._view.isExpanded(index))

    def _paint_count(self, painter: QPainter, row: Row, shape: RowShape, is_open: bool) -> None:
        right, height = self.width() - RIGHT, self.fonts().line
        icon = self._icons.pixmap("chevron-down" if is_open else "chevron-right", "text3", 14)
        painter.drawPixmap(right - 14, shape.text.top() + (height - 14) // 2, icon)
        place = QRect(right - 60, shape.text.top(), 42, height)
        self._text(painter, place, f"×{len(row.places)}", self.theme.text3, self.fonts().caption, _RIGHT)

    def _number_width(self, index: QModelIndex) -> int:
        """Of the column of figures: that of the widest one shown."""
        parent = index.parent()
        key = (parent.data(ROW), self._model.rowCount(parent), self.width())
        if self._numbers[0] != key:
            metrics, most = QFontMetrics(self.fonts().strong), round(WIDEST_NUMBER * self.width())
            lines = (self._model.index(row, 0, parent).data(ROW) for row in range(key[1]))
            widths = (metrics.horizontalAdvance(line.text) for line in lines if isinstance(line, Row))
            # Advances are rounded, and what is a fraction of a pixel too wide would be elided.
            self._numbers = (key, min(most, max(widths, default=0) + 1))
        return self._numbers[1]

    def _paint_figure(self, painter: QPainter, row: Row, place: QRect, index: QModelIndex) -> None:
        wide, gap = self._number_width(index), 12
        number = QRect(place.left(), place.top(), wide, place.height())
        self._text(painter, number, row.text, self.theme.text, self.fonts().strong)
        right = 18 if row.item is not None and row.item.corrected else 0
        self._text(painter, place.adjusted(wide + gap, 0, -right, 0), row.note, self.theme.text2)

    def _paint_occurrence(self, painter: QPainter, row: Row, place: QRect) -> None:
        """The keyword stands in one column for all occurrences, which are equally wide."""
        strong, body = self.fonts().strong, self.fonts().body
        room = place.width()
        wide = min(room, QFontMetrics(strong).horizontalAdvance(row.text))
        before = round(KEYWORD_AT * (room - wide))
        metrics = QFontMetrics(body)
        left = metrics.elidedText(row.before, Qt.TextElideMode.ElideLeft, before - 2)
        self._text(painter, QRect(place.left(), 0, before - 2, place.height()), left, self.theme.text2, body, _RIGHT)
        at = place.left() + before
        self._text(painter, QRect(at, 0, wide + 1, place.height()), row.text, self.theme.accent, strong)
        self._text(painter, QRect(at + wide + 3, 0, room - before - wide - 3, place.height()), row.after,
                   self.theme.text2, body)  # fmt: skip

    def _paint_date(self, painter: QPainter, row: Row, shape: RowShape, index: QModelIndex) -> None:
        theme, fonts = self.theme, self.fonts()
        x, dot = LEFT + 4, shape.text.top() + fonts.line / 2
        last = index.row() == self._model.rowCount(index.parent()) - 1
        painter.setPen(QPen(QColor(theme.ctrl), 1))
        painter.drawLine(QPointF(x, dot if index.row() == 0 else 0), QPointF(x, dot if last else shape.height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(QPointF(x, dot), 3.5, 3.5)
        self._text(painter, shape.text, row.text, theme.text, fonts.strong)
        self._lines(painter, shape.note_lines, shape.note, theme.text2, fonts.body, fonts.line)

    def _paint_chain(self, painter: QPainter, shape: RowShape) -> None:
        theme = self.theme
        for box in shape.boxes:
            painter.setPen(QPen(QColor(theme.ctrl), 1))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            self._text(painter, box.rect, box.text, theme.text, flags=_CENTRE)
            if not box.arrow.isEmpty():
                icon = self._icons.pixmap("arrow-right", "text2", 14)
                painter.drawPixmap(box.arrow.left() + 3, box.arrow.center().y() - 6, icon)

    def _paint_card(
        self, painter: QPainter, row: Row, shape: RowShape, option: QStyleOptionViewItem, is_current: bool
    ) -> None:
        theme, mark = self.theme, self._model.accepted(row)
        ring = is_current and bool(self._view.property("kbd"))
        painter.setPen(QPen(QColor(theme.accent if is_current else theme.border), 2 if ring else 1))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(QColor(theme.sel if is_current else theme.hover if hovered else theme.raised))
        inset = 1.0 if ring else 0.5
        painter.drawRoundedRect(QRectF(shape.card).adjusted(inset, inset, -inset, -inset), 8, 8)
        self._paint_reason(painter, row, shape)
        if mark is not None:
            corner = shape.button.center() - QPoint(SEAL // 2 - 1, SEAL // 2 - 1)
            seal = QRectF(corner, QSizeF(SEAL, SEAL))
            paint_seal(painter, seal, mark.kind, theme, filled=bool(mark.note))
        else:
            if self.hovered == row:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.sel))
                painter.drawRoundedRect(QRectF(shape.button), 6, 6)
            icon = self._icons.pixmap("highlighter", "accent", 15)
            painter.drawPixmap(shape.button.left() + 6, shape.button.top() + 6, icon)
        colour = theme.text if mark is None else theme.text2
        self._lines(painter, shape.lines, shape.text, colour, self.fonts().body, self.fonts().line)

    def _paint_reason(self, painter: QPainter, row: Row, shape: RowShape) -> None:
        """A small label that says which question the passage answers."""
        text, font = self._model.reason(row), self.fonts().caption
        wide = min(shape.note.width(), QFontMetrics(font).horizontalAdvance(text) + 14)
        label = QRect(shape.note.left(), shape.note.top(), wide, shape.note.height())
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(QColor(self.theme.list))
        painter.drawRoundedRect(QRectF(label).adjusted(0.5, 0.5, -0.5, -0.5), label.height() / 2, label.height() / 2)
        self._text(painter, label, text, self.theme.text2, font, _CENTRE)

    def _lines(
        self, painter: QPainter, lines: tuple[Line, ...], rect: QRect, colour: str, font: QFont, pitch: int
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        for number, line in enumerate(lines):
            place = QRect(rect.left(), rect.top() + number * pitch, rect.width() + RIGHT, pitch)
            painter.drawText(place, _LEFT, line.text)

    def _text(
        self, painter: QPainter, rect: QRect, text: str, colour: str, font: QFont | None = None, flags: int = _LEFT
    ) -> None:
        """One line, with an ellipsis where it does not fit."""
        font = font or self.fonts().body
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.drawText(rect, flags, shown)
