"""The find bar: finds while you type, counts, steps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from reader.model.blocks import Block, Span
from reader.ui.icons import Icons
from reader.ui.parts import describe, icon_button, label
from reader.ui.reading.find import Finder
from reader.ui.reading.native import native
from reader.ui.reading.view import ReaderView

LONGEST_SOUGHT = 40
"""A selection no longer than this is what Find looks for."""


class FindBar(QFrame):
    """Holds the words and the findings; the view paints them."""

    found = Signal(object, object)
    """list[Span] and the current Span or None."""
    stepped = Signal(object)
    """The Span to show."""
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._finder = Finder(())
        self._spans: list[Span] = []
        self._order = -1
        self._from = 0
        self._build(icons)
        self._retranslate()
        self.hide()

    def _build(self, icons: Icons) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(6)
        self.edit = QLineEdit(self)
        self.edit.setObjectName("findEdit")
        self.edit.setClearButtonEnabled(False)
        self.edit.setMaximumWidth(280)
        self._count = label(role="muted", name="findCount")
        self._previous = icon_button(icons, "chevron-up", "findPrev", size=16, side=30)
        self._next = icon_button(icons, "chevron-down", "findNext", size=16, side=30)
        self._case = icon_button(icons, "case-sensitive", "findCase", on="accent", size=16, side=30)
        self._close = icon_button(icons, "x", "findClose", size=16, side=30)
        row.addWidget(self.edit, 3)
        for widget in (self._count, self._previous, self._next, self._case):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        # textChanged waits for an input method to commit; key events would not.
        self.edit.textChanged.connect(self._search)
        self._case.toggled.connect(self._search)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.close_bar)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in the article"))
        self.edit.setPlaceholderText(self.tr("Find in the article"))
        self.edit.setAccessibleName(self.tr("Find in the article"))
        for button, name, key in (
            (self._previous, self.tr("Previous match"), "Shift+F3"),
            (self._next, self.tr("Next match"), "F3"),
            (self._case, self.tr("Match case"), ""),
            (self._close, self.tr("Close"), "Esc"),
        ):
            describe(button, name, native(key))
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def attach(self, view: ReaderView) -> None:
        """Search for a view: its keys open the bar and step, it paints what is found."""
        view.find_requested.connect(lambda: self.open_for(view))
        view.find_stepped.connect(lambda step: self.step_or_open(view, step))
        self.found.connect(view.set_found)
        self.stepped.connect(view.reveal)

    def open_for(self, view: ReaderView) -> None:
        """Open the bar; a short selection is what it looks for, from the visible part on."""
        span = view.selection()
        words = view.text[span.start : span.end] if span and span.end - span.start <= LONGEST_SOUGHT else ""
        if view.blocks:
            self.open_bar(words.split("\n")[0], view.visible_span().start)

    def step_or_open(self, view: ReaderView, step: int) -> None:
        """Go to the next (1) or previous (-1) finding, or open the bar first."""
        if self.isVisible():
            self.step(step)
        else:
            self.open_for(view)

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Search another article from now on."""
        self._finder = Finder(blocks)
        self._from = 0
        if self.isVisible():
            self._search()

    def open_bar(self, words: str, offset: int) -> None:
        """Show the bar; `words` (if any) become what is sought, from `offset` on."""
        self._from = offset
        self.show()
        if words and words != self.edit.text():
            self.edit.setText(words)
        else:
            self._search()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and its findings."""
        self.hide()
        self._spans, self._order = [], -1
        self.found.emit([], None)
        self.closed.emit()

    def _search(self, _changed: object = None) -> None:
        self._spans = self._finder.find(self.edit.text(), self._case.isChecked())
        later = next((order for order, span in enumerate(self._spans) if span.start >= self._from), 0)
        self._order = later if self._spans else -1
        self._tell()

    def step(self, step: int) -> None:
        """Go to the next or previous finding, round the ends."""
        if self._spans:
            self._order = (self._order + step) % len(self._spans)
            self._from = self._spans[self._order].start
            self._tell()

    def _tell(self) -> None:
        current = self._spans[self._order] if self._spans else None
        self.found.emit(self._spans, current)
        if current is not None:
            self.stepped.emit(current)
        self._show_count()

    def _show_count(self) -> None:
        if not self.edit.text().strip():
            text = ""
        elif self._spans:
            text = self.tr("{number} of {count}").format(number=self._order + 1, count=len(self._spans))
        else:
            text = self.tr("Not found")
        self._count.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter step, Esc closes."""
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if is_back else 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
