"""How a row of the article list looks: title over two lines, source and date, progress and marks."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.article import Article, Status
from reader.ui.article_model import ARTICLE_ROLE, WARNING_ROLE, ArticleModel
from reader.ui.icons import Icons
from reader.ui.theme import Theme, window_font

HEIGHT = 108
"""Of every row, alike, so that a list of 100,000 needs no measuring."""
TITLE_LINE = 22
RADIUS = 8
DOT = 8
"""Side of the square of an annotation kind."""
BAR = 64
"""Longest progress bar."""

_MARGINS = (8, 3, -8, -3)
_INDENT = 14
_RIGHT = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """What the painting methods share."""

    painter: QPainter
    theme: Theme
    card: QRectF
    article: Article
    is_selected: bool
    warning: str

    @property
    def left(self) -> float:
        return self.card.left() + _INDENT

    @property
    def right(self) -> float:
        return self.card.right() - _RIGHT


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows of an `ArticleModel` in the colours of the theme in force."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._bold, self._plain, self._small = window_font(14, QFont.Weight.Bold), window_font(14), window_font(12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEIGHT)

    def warning_area(self, row: QRectF) -> QRectF:
        """Where a row's warning stands, to be clicked."""
        card = row.adjusted(*_MARGINS)
        return QRectF(card.left() + _INDENT, card.bottom() - 28, card.width() / 2, 24)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        article = index.data(ARTICLE_ROLE)
        if article is None:
            return
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(*_MARGINS)
        row = _Row(painter, self._icons.theme, card, article, is_selected, index.data(WARNING_ROLE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(row, option)
        model = index.model()
        assert isinstance(model, ArticleModel)
        lines = self._paint_title(row)
        second = self._second_line(article) if lines == 1 else ""
        # A short title without anything to say under it: the block of lines moves to the middle of its row.
        shift = -TITLE_LINE / 2 if lines == 1 and not second else 0
        if second:
            self._text(row, QPointF(row.left, card.top() + 44), second, row.theme.text3, row.right - row.left)
        self._paint_source(row, model, shift)
        self._paint_state(row, model, shift)
        painter.restore()

    def _second_line(self, article: Article) -> str:
        if article.tags:
            return "  ".join(f"#{tag}" for tag in article.tags)
        return article.metadata.author or ""

    def _paint_card(self, row: _Row, option: QStyleOptionViewItem) -> None:
        painter, theme, card = row.painter, row.theme, row.card
        painter.setPen(Qt.PenStyle.NoPen)
        if row.is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.sel if row.is_selected else theme.hover))
            painter.drawRoundedRect(card, RADIUS, RADIUS)
        if row.is_selected:
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(card.left(), card.top() + 12, 3, card.height() - 24), 1.5, 1.5)
        by_keyboard = option.widget is not None and option.widget.property("kbd") == "true"
        if by_keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_title(self, row: _Row) -> int:
        """Draw the title and say how many lines it took."""
        is_unread = row.article.status is Status.UNREAD
        font = self._bold if is_unread or row.is_selected else self._plain
        lines = _break(row.article.title, font, row.right - row.left, 16 if is_unread else 0)
        centre = row.card.top() + 8 + TITLE_LINE / 2
        if len(lines) == 1 and not self._second_line(row.article):
            centre += TITLE_LINE / 2
        metrics = QFontMetricsF(font)
        row.painter.setFont(font)
        row.painter.setPen(QColor(row.theme.text))
        baseline = centre + (metrics.ascent() - metrics.descent()) / 2
        for number, text in enumerate(lines):
            row.painter.drawText(QPointF(row.left, baseline + number * TITLE_LINE), text)
        if is_unread:
            row.painter.setPen(Qt.PenStyle.NoPen)
            row.painter.setBrush(QColor(row.theme.accent))
            row.painter.drawEllipse(QPointF(row.card.right() - 13, centre), 4, 4)
        return len(lines)

    def _paint_source(self, row: _Row, model: ArticleModel, shift: float) -> None:
        baseline = row.card.bottom() - 32 + shift
        date = model.date_words(row.article)
        width = QFontMetricsF(self._small).horizontalAdvance(date)
        self._text(row, QPointF(row.right - width, baseline), date, row.theme.text2, width + 1)
        source = model.source_words(row.article)
        self._text(row, QPointF(row.left, baseline), source, row.theme.text2, row.right - row.left - width - 12)

    def _paint_state(self, row: _Row, model: ArticleModel, shift: float) -> None:
        baseline = row.card.bottom() - 11 + shift
        marks = self._paint_marks(row, baseline)
        if row.warning:
            picture = self._icons.pixmap("triangle-alert", "danger", 13, row.painter.device().devicePixelRatioF())
            row.painter.drawPixmap(QPointF(row.left, baseline - 11.5), picture)
            self._text(row, QPointF(row.left + 18, baseline), row.warning, row.theme.danger, marks - row.left - 26)
            return
        words = model.progress_words(row.article)
        self._text(row, QPointF(row.left, baseline), words, row.theme.text2, marks - row.left - 8)
        left = row.left + QFontMetricsF(self._small).horizontalAdvance(words) + 10
        if row.article.status is Status.READING and row.article.progress > 0 and marks - left > 30:
            self._paint_bar(row, QRectF(left, baseline - 6, min(BAR, marks - left - 8), 3))

    def _paint_bar(self, row: _Row, bar: QRectF) -> None:
        row.painter.setPen(Qt.PenStyle.NoPen)
        row.painter.setBrush(QColor(row.theme.scroll))
        row.painter.drawRoundedRect(bar, 1.5, 1.5)
        bar.setWidth(bar.width() * min(1.0, row.article.progress))
        row.painter.setBrush(QColor(row.theme.accent))
        row.painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_marks(self, row: _Row, baseline: float) -> float:
        """Draw the star and the squares of the kinds from the right; where they begin."""
        left, painter = row.right, row.painter
        if row.article.starred:
            left -= 13
            scale = painter.device().devicePixelRatioF()
            painter.drawPixmap(QPointF(left, baseline - 11.5), self._icons.pixmap("star", "warn", 13, scale))
            left -= 6
        for kind in reversed(row.article.kinds):
            left -= DOT + 1
            ink = row.theme.kind(kind)
            painter.setPen(QPen(QColor(ink.ink), 1))
            painter.setBrush(QColor(ink.fill))
            painter.drawRoundedRect(QRectF(left + 0.5, baseline - 9.5, DOT, DOT), 2, 2)
            left -= 3
        return left

    def _text(self, row: _Row, place: QPointF, text: str, colour: str, width: float) -> None:
        row.painter.setFont(self._small)
        row.painter.setPen(QColor(colour))
        shown = QFontMetricsF(self._small).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
        row.painter.drawText(place, shown)


def _break(text: str, font: QFont, width: float, first_indent: float) -> list[str]:
    """One or two lines of `text`, the second ending in … when more would follow.

    `first_indent` is kept free at the right end of the first line.
    """
    flat = " ".join(text.split()) or "—"
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width - first_indent))
    layout.endLayout()
    # Qt counts in UTF-16 units; a rare character beyond U+FFFF counts twice.
    units = flat.encode("utf-16-le")
    end = line.textLength() * 2
    first, rest = units[:end].decode("utf-16-le"), units[end:].decode("utf-16-le")
    if not rest:
        return [first]
    return [first.rstrip(), QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
