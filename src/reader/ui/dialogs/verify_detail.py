"""A quotation and the words of its source, one above the other, with what differs marked on both sides."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QTextEdit, QWidget

from reader.messages import Messages
from reader.model.changes import ChangeKind
from reader.model.verification import Checked
from reader.services.verification_report import misplaced_in_words, place_in_words, runs
from reader.ui.dialogs.changes_view import change_format
from reader.ui.icons import Icons
from reader.ui.parts import label
from reader.ui.theme import window_font

TEXT_SIZE = 15
HEIGHT = 92
"""Of each of the two, px: three lines."""


class MarkedText(QTextEdit):
    """Read-only; what comes from a document is shown as it is and never read as markup."""

    def __init__(self, icons: Icons, name: str, kind: ChangeKind) -> None:
        """`kind` is how stretches look that differ."""
        super().__init__()
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(HEIGHT)
        self._icons, self._kind = icons, kind
        self._runs: tuple[tuple[bool, str], ...] = ()

    def show_runs(self, runs: Iterable[tuple[bool, str]]) -> None:
        """Show these stretches, each with whether it differs."""
        self._runs = tuple(runs)
        self._paint()

    def _paint(self) -> None:
        self.clear()
        self.document().setDefaultFont(window_font(TEXT_SIZE))
        cursor = self.textCursor()
        block = QTextBlockFormat()
        block.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for is_other, text in self._runs:
            kind = self._kind if is_other else ChangeKind.KEPT
            cursor.insertText(text.replace("\n", " "), change_format(kind, self._icons.theme))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_runs"):
            self._paint()


class VerifyDetail(QWidget):
    """Shows one checked quotation, or nothing."""

    def __init__(self, icons: Icons, say: Messages) -> None:
        super().__init__()
        self._say = say
        self._document = MarkedText(icons, "verifyDocument", ChangeKind.DELETED)
        self._source = MarkedText(icons, "verifySource", ChangeKind.INSERTED)
        self._document_head, self._source_head = label(role="h3"), label(role="h3")
        self._stated, self._place = label(role="warn", wrap=True), label(role="muted", wrap=True, name="verifyPlace")
        grid = QGridLayout(self)
        grid.setContentsMargins(22, 8, 22, 8)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        for column, parts in enumerate(
            ((self._document_head, self._document, self._stated), (self._source_head, self._source, self._place))
        ):
            for row, part in enumerate(parts):
                grid.addWidget(part, row, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)

    def name(self, document: str, source: str) -> None:
        """The headings of the two sides."""
        for head, view, text in (
            (self._document_head, self._document, document),
            (self._source_head, self._source, source),
        ):
            head.setText(text)
            view.setAccessibleName(text)

    def show_checked(self, checked: Checked | None) -> None:
        """Show this one."""
        self._document.show_runs(runs(checked, is_source=False) if checked else ())
        self._source.show_runs(runs(checked, is_source=True) if checked else ())
        self._stated.setText(misplaced_in_words(checked, self._say) if checked else "")
        not_found = self._say("verify.not_found") if checked else ""
        self._place.setText((place_in_words(checked, self._say) if checked else "") or not_found)
