"""A text as it would be beside the one that is saved: what is new on a green ground, what goes struck through."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.model.changes import ChangeKind
from reader.text.length import visible_characters
from reader.ui.icons import Icons

Pieces = tuple[tuple[ChangeKind, str], ...]


class DifferenceView(QTextEdit):
    """Read-only; what comes from a page is shown as it is and never read as markup."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._icons = icons
        self._pieces: Pieces = ()

    def show_pieces(self, pieces: Pieces) -> None:
        """Show another text, from the first change on, with some of what stands before it."""
        self._pieces = pieces
        self._paint()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        before = next((number for number, (change, _) in enumerate(pieces) if change is not ChangeKind.KEPT), 0)
        if before:
            self._scroll_to(sum(len(text.split("\n")) for _, text in pieces[:before]))

    def _scroll_to(self, paragraph: int) -> None:
        block = self.document().findBlockByNumber(paragraph)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))

    def counts(self) -> tuple[int, int]:
        """How many visible characters are added and removed."""
        added, removed = (
            sum(visible_characters(text) for change, text in self._pieces if change is kind)
            for kind in (ChangeKind.INSERTED, ChangeKind.DELETED)
        )
        return added, removed

    def _paint(self) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        block = QTextBlockFormat()
        block.setBottomMargin(8)
        block.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for number, (change, text) in enumerate(self._pieces):
            if number:
                cursor.insertBlock(block, QTextCharFormat())
            cursor.insertText(text, self._format(change))
        cursor.endEditBlock()

    def _format(self, change: ChangeKind) -> QTextCharFormat:
        theme, made = self._icons.theme, QTextCharFormat()
        if change is ChangeKind.INSERTED:
            made.setBackground(QColor(theme.borrow.fill))
        elif change is ChangeKind.DELETED:
            made.setForeground(QColor(theme.text3))
            made.setFontStrikeOut(True)
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pieces"):
            self._paint()
