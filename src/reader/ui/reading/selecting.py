"""Selecting: what of the article is selected, and what a double click takes."""

import re
from functools import reduce

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from reader.model.blocks import Span
from reader.text.passages import Passages
from reader.ui.reading.page import Page

_CHINESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
"""Chinese and Japanese characters, rare ones too, and their punctuation."""


def sentence_at(text: str, offset: int) -> Span | None:
    """The sentence around a Chinese character or a sign beside one; None elsewhere.

    Chinese has no blanks between words: what Qt takes for a word is a whole paragraph.
    """
    if offset >= len(text) or not _CHINESE.search(text, max(offset - 1, 0), offset + 2):
        return None
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    found = Passages(text[start : end if end >= 0 else len(text)]).at(offset - start)
    return Span(start + found.start, start + found.end) if found else None


class SelectablePage(Page):
    """A page of which a stretch can be selected; spans count code points of its canonical text."""

    selection_settled = Signal(object)
    """Span or None, when a drag, a double click or a key has ended."""

    _has_picked_sentence = False
    """A double click has taken a sentence and its button is still down."""

    def selection(self) -> Span | None:
        """The selected text without blanks at its ends; None when nothing of the article is selected."""
        first, last = self.selected_positions()
        mapping = self._shown.mapping
        return self.trimmed(mapping.to_offset(first), mapping.to_offset(last)) if last > first else None

    def select(self, span: Span) -> None:
        """Select a stretch of the text; scrolls nowhere."""
        self._set_cursor(self._shown.mapping.to_position(span.start), self._shown.mapping.to_position(span.end))

    def clear_selection(self) -> None:
        """Select nothing."""
        position = self.textCursor().position()
        self._set_cursor(position, position)
        self.selection_settled.emit(None)

    def selection_rect(self) -> QRect | None:
        """The visible part of the selection, in the viewport's coordinates."""
        span = self.selection()
        rects = self.rects(span) if span else []
        return reduce(QRectF.united, rects).toAlignedRect() if rects else None

    def trimmed(self, start: int, end: int) -> Span | None:
        """A stretch without the blanks at its ends; None when nothing else is in it."""
        quote = self._text[start:end]
        inner = quote.strip()
        if not inner:
            return None
        start += len(quote) - len(quote.lstrip())
        return Span(start, start + len(inner))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes the sentence in Chinese text, the word in other text; a third takes the paragraph."""
        super().mouseDoubleClickEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        offset = self._geometry.character_at(event.position() + QPointF(0, self.verticalScrollBar().value()))
        sentence = sentence_at(self._text, offset) if offset is not None else None
        if sentence is not None and (inner := self.trimmed(*sentence)) is not None:
            self.select(inner)
            self._has_picked_sentence = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand that trembles in a double click does not make Qt take its "word" after all."""
        if not self._has_picked_sentence:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The double click is over."""
        self._has_picked_sentence = False
        super().mouseReleaseEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text: what is copied or dragged is what the article says."""
        data, span, cursor = QMimeData(), self.selection(), self.textCursor()
        data.setText(self._text[span.start : span.end] if span else cursor.selectedText().replace("\u2029", "\n"))
        return data
