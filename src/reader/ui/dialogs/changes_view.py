"""Two versions of a text in one column: what is gone struck through, what is new underlined, what stayed folded."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser

from reader.messages import Messages
from reader.model.changes import Change, ChangeKind, Comparison, folds
from reader.ui.icons import Icons
from reader.ui.theme import Theme, window_font

CONTEXT = 1
"""Unchanged paragraphs shown on each side of a change."""
COLUMN, MARGIN = 720, 28
"""Greatest width of the column, and what is kept free on each side of it, px."""
TEXT_SIZE = 16
LEAD = 20
"""Px that stand above a change at least."""
BAR = 3
"""Width of the line beside the change that was stepped to, px."""

Run = tuple[ChangeKind, str]


class ChangesView(QTextBrowser):
    """Read-only. What comes from a page is inserted as plain characters with formats and never read as markup."""

    stepped = Signal(int, int)
    """(which change stands beside the bar, counted from 1, 0 for none; how many there are)."""

    def __init__(self, icons: Icons, say: Messages) -> None:
        super().__init__()
        self.setObjectName("changesView")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._icons, self._say = icons, say
        self._comparison: Comparison | None = None
        self._plain: str | None = None
        self._opened: set[int] = set()
        self._groups: list[tuple[int, int]] = []
        self._at = -1
        self.anchorClicked.connect(self._on_fold_clicked)

    # ---- what is shown

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what changed, at the first change."""
        self._comparison, self._plain = comparison, None
        self._opened.clear()
        self._paint_anew()
        self._at = -1
        self.step(1)

    def show_text(self, text: str) -> None:
        """Show one version whole, without marks."""
        self._plain = text
        self._paint_anew()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) change; after the last comes the first."""
        if self._groups:
            self._at = (self._at + direction) % len(self._groups) if self._at >= 0 or direction > 0 else -1
            self._scroll_to(self._groups[self._at][0])
        self.stepped.emit(self._at + 1, len(self._groups))
        self.viewport().update()

    def _scroll_to(self, number: int) -> None:
        block = self.document().findBlockByNumber(number)
        self.setTextCursor(QTextCursor(block))
        top = round(self.document().documentLayout().blockBoundingRect(block).top())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + LEAD <= top <= bar.value() + height // 2:
            bar.setValue(top - height // 4 if top > height // 2 else 0)

    def _on_fold_clicked(self, address: QUrl) -> None:
        place = self.verticalScrollBar().value()
        self._opened.add(int(address.path()))
        self._paint_anew()
        self.verticalScrollBar().setValue(place)
        self.stepped.emit(self._at + 1, len(self._groups))

    # ---- painting

    def _paint_anew(self) -> None:
        self.clear()
        self.document().setDefaultFont(window_font(TEXT_SIZE))
        self._fit_column()
        self._groups = []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if self._plain is not None:
            for number, paragraph in enumerate(self._plain.split("\n")):
                self._paragraph(cursor, number, [(ChangeKind.KEPT, paragraph)])
        elif self._comparison is not None:
            self._changes(cursor, self._comparison)
        cursor.endEditBlock()

    def _changes(self, cursor: QTextCursor, comparison: Comparison) -> None:
        hidden = {first: last for first, last in folds(comparison.changes, CONTEXT) if first not in self._opened}
        number = block = 0
        was_changed = False
        while number < len(comparison.changes):
            if last := hidden.get(number):
                self._fold(cursor, block, number, last - number)
                number, is_changed = last, False
            else:
                change = comparison.changes[number]
                self._paragraph(cursor, block, list(runs(comparison, change)))
                is_changed = change.kind is not ChangeKind.KEPT
                number += 1
            if is_changed:
                first = self._groups.pop()[0] if was_changed else block
                self._groups.append((first, block))
            was_changed = is_changed
            block += 1

    def _paragraph(self, cursor: QTextCursor, number: int, parts: Sequence[Run]) -> None:
        shape = QTextBlockFormat()
        shape.setBottomMargin(10)
        shape.setLineHeight(160, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self._begin(cursor, number, shape)
        for kind, text in parts:
            cursor.insertText(text, change_format(kind, self._icons.theme))

    def _fold(self, cursor: QTextCursor, block: int, number: int, count: int) -> None:
        shape = QTextBlockFormat()
        shape.setBottomMargin(12)
        self._begin(cursor, block, shape)
        link = QTextCharFormat()
        link.setAnchor(True)
        link.setAnchorHref(f"fold:{number}")
        link.setForeground(QColor(self._icons.theme.accent))
        link.setFont(window_font(13))
        cursor.insertText(self._say("changes.hidden", count=count), link)

    def _begin(self, cursor: QTextCursor, number: int, shape: QTextBlockFormat) -> None:
        if number:
            cursor.insertBlock(shape, QTextCharFormat())
        else:
            cursor.setBlockFormat(shape)

    def _fit_column(self) -> None:
        side = max(MARGIN, (self.viewport().width() - COLUMN) // 2)
        shape = self.document().rootFrame().frameFormat()
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(18)
        shape.setBottomMargin(24)
        self.document().rootFrame().setFrameFormat(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not 0 <= self._at < len(self._groups) or self._plain is not None:
            return
        layout, (first, last) = self.document().documentLayout(), self._groups[self._at]
        top = layout.blockBoundingRect(self.document().findBlockByNumber(first)).top()
        bottom = layout.blockBoundingRect(self.document().findBlockByNumber(last)).bottom()
        left = max(MARGIN, (self.viewport().width() - COLUMN) // 2) - 14
        painter = QPainter(self.viewport())
        shift = self.verticalScrollBar().value()
        bar = QRect(left, round(top) - shift, BAR, round(bottom - top))
        painter.fillRect(bar, QColor(self._icons.theme.accent))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_column()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_groups"):
            place = self.verticalScrollBar().value()
            self._paint_anew()
            self.verticalScrollBar().setValue(place)


def change_format(kind: ChangeKind, theme: Theme) -> QTextCharFormat:
    """How characters look that are gone, new, or kept."""
    made = QTextCharFormat()
    if kind is ChangeKind.DELETED:
        made.setForeground(QColor(theme.danger))
        made.setBackground(QColor(theme.question.fill))
        made.setFontStrikeOut(True)
    elif kind is ChangeKind.INSERTED:
        made.setForeground(QColor(theme.ok))
        made.setBackground(QColor(theme.borrow.fill))
        made.setFontUnderline(True)
    return made


def runs(comparison: Comparison, change: Change) -> Iterator[Run]:
    """A paragraph as (kept, deleted or inserted, its characters)."""
    for part in change.pieces or (change,):
        if part.kind is ChangeKind.INSERTED:
            yield part.kind, comparison.new_text[slice(*part.new)]
        else:
            yield part.kind, comparison.old_text[slice(*part.old)]
