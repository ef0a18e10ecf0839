"""The page: an article laid out in its column, painted with its marks, scrolled by canonical offsets."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Annotation
from reader.model.blocks import Block, BlockKind, Span, block_spans
from reader.text.offsets import Utf16Map
from reader.text.passages import Passages
from reader.ui.reading.column import fitting_column, set_column
from reader.ui.reading.document import Shown, build
from reader.ui.reading.flash import Flash
from reader.ui.reading.geometry import Geometry, Line, span_rects
from reader.ui.reading.images import ImageProvider, Pictures
from reader.ui.reading.inert import InertBrowser
from reader.ui.reading.marks import SpanIndex
from reader.ui.reading.painting import Layers, Painter
from reader.ui.reading.typography import Typography
from reader.ui.theme import Theme, ThemeService

HEADROOM = 120
"""Where a place that is gone to comes to stand: px under the upper edge."""
PADDING = 60
"""Px above and below the exposed strip whose lines are painted too: bands and seals are taller than a line."""


class Page(InertBrowser):
    """Shows one article; offsets in and out are code points of its canonical text."""

    scrolled = Signal()
    """The visible part changed: by scrolling, resizing or another article."""

    def __init__(self, themes: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._typography = Typography()
        self._title, self._meta, self._text = "", "", ""
        self._blocks: tuple[Block, ...] = ()
        self._spans: list[Span] = []
        self._paragraphs: list[int] = []
        self._pictures = Pictures(None)
        self._has_caret = False
        self._shown: Shown | None = None
        self._resize_anchor: tuple[int, float] | None = None
        self.layers = Layers()
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_column)
        self.lit = Flash(self)
        self.lit.changed.connect(self._on_lit_changed)
        self._prepare()
        self._show()
        themes.changed.connect(self._on_theme_changed)

    def _prepare(self) -> None:
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width flips
        self.hide_selection(self._themes.theme.text)
        self.selectionChanged.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())

    # What is shown

    def show_blocks(
        self, title: str, meta: str, blocks: Sequence[Block], text: str, provider: ImageProvider | None
    ) -> None:
        """Show another article, from its beginning; `text` is its canonical text."""
        self._title, self._meta, self._text = title, meta, text
        self._blocks, self._pictures = tuple(blocks), Pictures(provider)
        self._spans = block_spans(blocks)
        self._paragraphs = [index for index, block in enumerate(blocks) if block.text.strip()]
        self.layers = Layers(passages=Passages(text) if self._typography.passages else None)
        self.lit.put_out()
        self._resize_anchor = None
        self._show()
        self.verticalScrollBar().setValue(0)
        self.scrolled.emit()

    def set_meta(self, title: str, meta: str) -> None:
        """Another title or source line for the same article; the place stays."""
        if (title, meta) != (self._title, self._meta):
            self._title, self._meta = title, meta
            self._rebuild()

    def _show(self) -> None:
        former = self._shown
        self._column = fitting_column(self.viewport().width(), self._typography)
        self._shown = build(
            self._title,
            self._meta,
            self._blocks,
            pictures=self._pictures,
            typography=self._typography,
            theme=self._themes.theme,
            column=self._column,
            scale=self.devicePixelRatioF(),
            parent=self,
        )
        self._geometry = Geometry(self._shown.document, self._shown.mapping)
        self._renew_painter()
        self.setDocument(self._shown.document)
        # The width of the caret lives on the document's layout and is lost with it.
        self.setCursorWidth(2 if self._has_caret else 0)
        if former is not None:
            former.document.deleteLater()

    def _rebuild(self) -> None:
        """Show the same article anew, at the same place and with the same selection."""
        anchor, cursor = self._anchor(), self.textCursor()
        ends = (cursor.anchor(), cursor.position())
        self._show()
        self._set_cursor(*ends)
        self._return_to(anchor)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self._text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The article's blocks."""
        return self._blocks

    @property
    def typography(self) -> Typography:
        """How the article is set."""
        return self._typography

    def set_typography(self, typography: Typography) -> None:
        """Set the article in another way, staying at the same place."""
        typography = typography.clipped()
        if typography != self._typography:
            self._typography = typography
            self.layers.passages = Passages(self._text) if typography.passages else None
            self._rebuild()

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.hide_selection(self._themes.theme.text)
        self._rebuild()

    # The column

    def _fit_column(self) -> None:
        """After a change of width: back to the line that was at the top, in a column that fits."""
        column = fitting_column(self.viewport().width(), self._typography)
        if column.width != self._column.width and any(block.kind is BlockKind.IMAGE for block in self._blocks):
            self._rebuild()  # pictures and what stands for them are sized for it
        else:
            anchor = self._anchor()
            self._column = column
            set_column(self._shown.document, column)
            self._renew_painter()
            self._return_to(anchor)
        self._resize_anchor = None
        self.viewport().update()
        self.scrolled.emit()

    def _renew_painter(self) -> None:
        right = self._column.left + self._column.width
        self._painter = Painter(self._themes.theme, self._blocks, self._column.left, right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember the top line before Qt lays out anew; the column follows once events are done."""
        if self._resize_anchor is None:
            self._resize_anchor = self._anchor()
        super().resizeEvent(event)
        self._fit.start()

    # Where the reader is

    def visible_lines(self) -> list[Line]:
        """The lines of the article in the window; use them at once."""
        top = self.verticalScrollBar().value()
        return self._geometry.lines(top, top + self.viewport().height())

    def visible_span(self) -> Span:
        """What of the text is in the window; empty at 0 when nothing is."""
        lines = self.visible_lines()
        return Span(lines[0].start, lines[-1].end) if lines else Span(0, 0)

    def progress(self) -> float:
        """How far the article is read, 0 to 1, counted in characters: right even while Qt still lays out."""
        span = self.visible_span()
        hidden = len(self._text) - (span.end - span.start)
        if self.verticalScrollBar().value() == 0 and span.end < len(self._text):
            return 0.0
        return min(span.start / hidden, 1.0) if hidden > 0 and span.end < len(self._text) else 1.0

    def _anchor(self) -> tuple[int, float] | None:
        """The first visible line (its offset) and how far under the upper edge it stands; None at the very top.

        While a resize waits to be finished, where that was before it.
        """
        if self._resize_anchor is not None:
            return self._resize_anchor
        value = self.verticalScrollBar().value()
        lines = self.visible_lines() if value else []
        return (lines[0].start, lines[0].top - value) if lines else None

    def _return_to(self, anchor: tuple[int, float] | None) -> None:
        if anchor is not None:
            self.scroll_to(self._geometry.line_at(anchor[0]).top() - anchor[1])

    def scroll_to(self, y: float) -> None:
        """Put the document's `y` at the upper edge, laying out as far as that takes."""
        bar = self.verticalScrollBar()
        if y > bar.maximum():
            # Qt lays the rest out when it has time and tells the scroll bar later still.
            height = self._shown.document.documentLayout().documentSize().height()
            bar.setMaximum(max(round(height) - self.viewport().height(), bar.maximum()))
        bar.setValue(round(y))

    def goto(self, offset: int, headroom: int = HEADROOM) -> None:
        """Scroll so that the character at `offset` stands `headroom` px under the upper edge."""
        if self._fit.isActive():
            self._fit.stop()
            self._fit_column()
        self.scroll_to(self._geometry.line_at(offset).top() - headroom)

    def reveal(self, span: Span) -> None:
        """Scroll only if the beginning of the span is not in the window."""
        line, top = self._geometry.line_at(span.start), self.verticalScrollBar().value()
        if line.top() < top or line.bottom() > top + self.viewport().height():
            self.goto(span.start)

    def flash(self, span: Span, *, in_title: bool = False) -> None:
        """Show a place of the text or of the title and light it up; keys are no more about a paragraph elsewhere."""
        self.layers.paragraph = None
        if in_title:
            self.scroll_to(0)
        else:
            self.reveal(span)
        self.lit.light(None if in_title else span, span if in_title else None)

    def _on_lit_changed(self) -> None:
        self.layers.flash, self.layers.flash_strength = self.lit.span, self.lit.strength
        self.viewport().update()

    def selected_positions(self) -> tuple[int, int]:
        """The ends of Qt's selection; over several cells of a table, those of the first and the last."""
        cursor = self.textCursor()
        table = cursor.currentTable() if cursor.hasComplexSelection() else None
        if table is None:
            return cursor.selectionStart(), cursor.selectionEnd()
        row, rows, column, columns = cursor.selectedTableCells()
        last = table.cellAt(row + rows - 1, column + columns - 1)
        return table.cellAt(row, column).firstPosition(), last.lastPosition()

    def _set_cursor(self, anchor: int, position: int) -> None:
        """Move Qt's cursor without scrolling to it."""
        value = self.verticalScrollBar().value()
        cursor = QTextCursor(self._shown.document)
        last = max(self._shown.document.characterCount() - 1, 0)
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    # Layers

    def set_marks(self, annotations: Iterable[Annotation]) -> None:
        """The annotations that are painted; those without a place are left out."""
        self.layers.marks = SpanIndex(annotations)
        self.viewport().update()

    def set_found(self, spans: Iterable[Span], current: Span | None) -> None:
        """The findings of the find bar and the one it stands on."""
        self.layers.found, self.layers.current = SpanIndex(spans), current
        self.viewport().update()

    def rects(self, span: Span) -> list[QRectF]:
        """The visible bands of a span, in the viewport's coordinates."""
        top = self.verticalScrollBar().value()
        return [rect.translated(0, -top) for rect in span_rects(self.visible_lines(), span)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """First what lies under the text, for the exposed lines only, then Qt paints the text."""
        top = self.verticalScrollBar().value()
        exposed = event.rect()
        lines = self._geometry.lines(exposed.top() + top - PADDING, exposed.bottom() + top + PADDING)
        first, last = self.selected_positions()
        mapping = self._shown.mapping
        self.layers.selection = Span(mapping.to_offset(first), mapping.to_offset(last)) if last > first else None
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        if last > first:
            self._painter.fill_selection(painter, self._geometry.rects_before(first, last))
        if self.lit.title is not None:
            lit = self._geometry.rects_before(*map(Utf16Map(self._title).to_units, self.lit.title))
            self._painter.fill_flash(painter, lit, self.lit.strength)
        focused = self.layers.paragraph
        rect = None if focused is None else self._geometry.block_rect(focused)
        self._painter.paint(painter, lines, self.layers, rect)
        painter.end()
        super().paintEvent(event)
