"""An article's blocks become a QTextDocument, written with a QTextCursor and never parsed as HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from reader.model.blocks import CELL_SEPARATOR, Block, BlockKind, Run
from reader.ui.reading.column import Column, set_column
from reader.ui.reading.images import Pictures
from reader.ui.reading.mapping import Mapping, Segment, make_segment
from reader.ui.reading.styles import AFTER_TABLE, CELL, HEADER_CELL, IMAGE, META, TITLE, BlockStyle, Formats, style_of
from reader.ui.reading.typography import Typography, small_font
from reader.ui.theme import Theme

MOST_CELLS = 1_500
"""Of all tables of an article: Qt takes 0.1 ms for each when it lays one out. The rest is shown as lines with tabs."""
FINE_CELLS = 250
"""Of one table; a larger one does without the shared borders that cost Qt twice as much again."""
LONGEST = 5_000
"""Code points in one QTextBlock: Qt lays one out whole, a long word in quadratic time, and letters of many scripts in
0.1 s."""
TALLEST_PICTURE = 3_000
_BREAKS = re.compile(r"[。！？；;!?,，、\s]")
# What Qt would take for its own marks; no canonical text holds them, but the document must not shift if one does.
_FORBIDDEN = re.compile("[\n\r\x00\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
CJK = re.compile("[\u3400-\u9fff\u3040-\u30ff]")
"""A Chinese or Japanese character."""


class SafeDocument(QTextDocument):
    """A document that shows what it is given and can load nothing else.

    Qt opens local files (and, on Windows, network shares) for whatever an override of `loadResource` leaves empty, so
    every answer is a valid, harmless object.
    """

    def __init__(self, pictures: Pictures, column: Column, scale: float, theme: Theme, parent: QObject | None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self._pictures, self._column, self._scale, self._theme = pictures, column, scale, theme
        self._alternatives: dict[str, str] = {}

    def loadResource(self, kind: int, url: QUrl) -> object:
        """A stored picture, a drawn placeholder, or a blank; never a file."""
        if int(kind) != QTextDocument.ResourceType.ImageResource.value:
            return " "
        name = url.toString()
        if name.startswith("lib:"):
            width = round(self._column.width * self._scale)
            pixmap = self._pictures.pixmap(name[4:], QSize(width, round(TALLEST_PICTURE * self._scale)))
            if not pixmap.isNull():
                return pixmap
        return self._placeholder(self._alternatives.get(name, ""))

    def picture_format(self, sha256: str, alternative: str, number: int) -> QTextImageFormat:
        """The format that shows a stored picture no wider than the column, or a placeholder with its description."""
        made = QTextImageFormat()
        size = self._pictures.size(sha256)
        if size.isEmpty():
            made.setName(f"missing:{number}")
            self._alternatives[f"missing:{number}"] = alternative
            size = QSize(self._column.width, 64)
        else:
            made.setName(f"lib:{sha256}")
            if size.width() > self._column.width or size.height() > TALLEST_PICTURE:
                size.scale(self._column.width, TALLEST_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        made.setProperty(QTextFormat.Property.ImageAltText, alternative)
        made.setWidth(size.width())
        made.setHeight(max(size.height(), 1))
        return made

    def _placeholder(self, alternative: str) -> QPixmap:
        """A frame with the picture's description, where the picture itself is not stored."""
        pixmap = QPixmap(round(self._column.width * self._scale), round(64 * self._scale))
        pixmap.setDevicePixelRatio(self._scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setPen(QPen(QColor(self._theme.border), 1, Qt.PenStyle.DashLine))
        frame = QRectF(0.5, 0.5, self._column.width - 1, 63)
        painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(QColor(self._theme.text3))
        painter.setFont(small_font(12))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = alternative or self.tr("This picture could not be saved")
        painter.drawText(frame.adjusted(12, 4, -12, -4), flags, words)
        painter.end()
        return pixmap


@dataclass(frozen=True, slots=True)
class Shown:
    """A document and how it maps to the canonical text it was made of."""

    document: SafeDocument
    mapping: Mapping
    blocks: tuple[Block, ...]


def build(
    title: str,
    meta: str,
    blocks: Sequence[Block],
    *,
    pictures: Pictures,
    typography: Typography,
    theme: Theme,
    column: Column,
    scale: float = 1.0,
    parent: QObject | None = None,
) -> Shown:
    """The document: title, meta line, then every block; `scale` is the device pixel ratio pictures are decoded for."""
    document = SafeDocument(pictures, column, scale, theme, parent)
    document.setDefaultFont(typography.body_font())
    writer = _Writer(document, Formats(typography, theme), is_chinese(blocks))
    set_column(document, column)
    writer.write(title, meta, blocks)
    return Shown(document, Mapping(writer.segments), tuple(blocks))


def is_chinese(blocks: Sequence[Block]) -> bool:
    """Whether a fifth of the first 2,000 characters are Chinese or Japanese."""
    sample = "".join(block.text for block in blocks[:40])[:2000]
    return len(CJK.findall(sample)) * 5 >= len(sample)


def harmless(text: str) -> str:
    """`text` as it is put into the document: of the same length, a blank for what Qt would take for a mark."""
    return _FORBIDDEN.sub(" ", text)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most LONGEST characters that together are the text, cut after a break where there is one."""
    start = 0
    while len(text) - start > LONGEST:
        window = text[start + LONGEST // 2 : start + LONGEST]
        cut = max((match.end() for match in _BREAKS.finditer(window)), default=len(window))
        yield start, start + LONGEST // 2 + cut
        start += LONGEST // 2 + cut
    yield start, len(text)


class _Writer:
    """Writes blocks at the end of a document and notes where each stretch of text came to stand."""

    def __init__(self, document: SafeDocument, formats: Formats, is_cjk: bool) -> None:
        self._document, self._formats, self._is_cjk = document, formats, is_cjk
        self._cursor = QTextCursor(document)
        self._is_blank = True  # the block at the cursor is empty and waits for the next text
        self.segments: list[Segment] = []

    def write(self, title: str, meta: str, blocks: Sequence[Block]) -> None:
        """The whole article."""
        self._cursor.beginEditBlock()
        cells_left = MOST_CELLS
        for text, style in ((title, TITLE), (meta, META)):
            self._begin(style)
            self._cursor.insertText(harmless(text), self._formats.char(style))
        offset = index = 0
        while index < len(blocks):
            rows, columns = _table_at(blocks, index)
            if rows and rows * columns <= cells_left:
                cells_left -= rows * columns
                offset = self._write_table(blocks, index, rows, columns, offset)
            else:
                rows = max(rows, 1)
                for number in range(index, index + rows):
                    self._write_block(blocks[number], number, offset)
                    offset += len(blocks[number].text) + 1
            index += rows
        self._cursor.endEditBlock()

    def _begin(self, style: BlockStyle) -> None:
        """Start a block, in the empty one at the cursor if there is one."""
        block_format, char_format = self._formats.block(style), self._formats.char(style)
        if self._is_blank:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(char_format)
            self._is_blank = False
        else:
            self._cursor.insertBlock(block_format, char_format)

    def _write_block(self, block: Block, index: int, offset: int) -> None:
        if block.kind is BlockKind.IMAGE and not block.text:
            self._begin(IMAGE)
            self.segments.append(Segment(index, offset, offset, self._cursor.position(), 0))
            self._cursor.insertImage(self._document.picture_format(block.image, block.alt, index))
            return
        style = style_of(block, self._is_cjk)
        for part, (start, end) in enumerate(pieces(block.text)):
            self._begin(style)
            self._note(index, offset + start, block.text[start:end], part)
            self._write_text(block, start, end, style)

    def _note(self, index: int, offset: int, text: str, part: int = 0) -> None:
        """Remember that `text`, of block `index`, at `offset` of the canonical text, stands at the cursor."""
        self.segments.append(make_segment(index, offset, harmless(text), self._cursor.position(), part))

    def _write_text(self, block: Block, start: int, end: int, style: BlockStyle) -> None:
        """block.text[start:end] at the cursor."""
        text = harmless(block.text[start:end])
        if not text:
            return
        runs = [run for run in block.runs if run.start < end and run.end > start]
        if not runs:
            self._cursor.insertText(text, self._formats.char(style))
            return
        for first, last, char_format in self._styled(runs, start, end, style):
            self._cursor.insertText(text[first - start : last - start], char_format)

    def _styled(
        self, runs: list[Run], start: int, end: int, style: BlockStyle
    ) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """The stretches of [start, end) in which the same runs hold, each with its format."""
        edges = sorted({start, end, *(edge for run in runs for edge in run[:2] if start < edge < end)})
        # Not every run for every stretch: a page of links has thousands of both.
        waiting = sorted(enumerate(runs), key=lambda numbered: numbered[1].start, reverse=True)
        holding: list[tuple[int, Run]] = []
        for first, last in pairwise(edges):
            while waiting and waiting[-1][1].start <= first:
                holding.append(waiting.pop())
            holding = sorted(numbered for numbered in holding if numbered[1].end >= last)
            here = [run for _number, run in holding]
            yield first, last, self._formats.with_runs(style, here) if here else self._formats.char(style)

    def _write_table(self, blocks: Sequence[Block], index: int, rows: int, columns: int, offset: int) -> int:
        """A table of `rows` blocks; returns the offset of what comes after it."""
        table = self._cursor.insertTable(rows, columns, self._table_format(rows * columns <= FINE_CELLS))
        for row in range(rows):
            self._write_row(table, row, blocks[index + row], index + row, offset)
            offset += len(blocks[index + row].text) + 1
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(self._formats.block(AFTER_TABLE))
        self._cursor.setBlockCharFormat(self._formats.char(AFTER_TABLE))
        # The block that Qt keeps after a table stays empty: the next text gets a block of its own.
        self._is_blank = False
        return offset

    def _write_row(self, table: QTextTable, row: int, block: Block, index: int, offset: int) -> None:
        style = HEADER_CELL if block.header else CELL
        start = 0
        for number, text in enumerate(block.text.split(CELL_SEPARATOR)):
            cell = table.cellAt(row, number)
            if block.header:
                cell_format = cell.format()
                cell_format.setBackground(QColor(self._formats.theme.list))
                cell.setFormat(cell_format)
            self._cursor = cell.firstCursorPosition()
            self._cursor.setBlockFormat(self._formats.block(style))
            self._cursor.setBlockCharFormat(self._formats.char(style))
            self._note(index, offset + start, text)
            self._write_text(block, start, start + len(text), style)
            start += len(text) + 1

    def _table_format(self, is_fine: bool) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorderCollapse(is_fine)
        made.setBorder(1)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        colour = QColor(self._formats.theme.border)
        colour.setAlphaF(1.0 if is_fine else 0.5)  # where borders are not shared, two stand side by side
        made.setBorderBrush(QBrush(colour))
        made.setCellPadding(6)
        made.setCellSpacing(0)
        made.setTopMargin(8)
        made.setBottomMargin(8)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return made


def _table_at(blocks: Sequence[Block], index: int) -> tuple[int, int]:
    """How many rows and columns the table at `index` has; no rows when none begins there."""
    end, columns = index, 1
    while end < len(blocks) and blocks[end].kind is BlockKind.TABLE_ROW:
        if end > index and blocks[end].header and not blocks[end - 1].header:
            break  # a row of headings begins another table
        columns = max(columns, blocks[end].text.count(CELL_SEPARATOR) + 1)
        end += 1
    return end - index, columns
