"""How each kind of block is set: one table, and the Qt formats made of it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat

from reader.model.blocks import Block, BlockKind, Run, RunStyle
from reader.ui.reading.typography import Typography, em, make_font
from reader.ui.theme import FACES, SANS, SERIF, Theme

FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
SINGLE = QTextBlockFormat.LineHeightTypes.SingleHeight.value
LEFT, CENTRE, JUSTIFIED = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignJustify


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Sizes are multiples of the body size, heights multiples of the line's own size unless in px."""

    scale: float = 1.0
    line: float = 0.0
    """Line height as a multiple of the style's size; 0 is the reader's choice."""
    top: float = 0.0
    """Gap above in em of the body."""
    bottom: float = 0.55
    """Gap below in em of the body."""
    left: float = 0.0
    """Left margin in em of the body."""
    indent: float = 0.0
    """First line in em of the body."""
    align: Qt.AlignmentFlag = LEFT
    bold: bool = False
    is_sans: bool = False
    token: str = ""
    """Colour; none means the palette's text colour, which follows the theme by itself."""
    level: int = 0


TITLE = BlockStyle(scale=1.56, line=1.45, bottom=0.55, bold=True, level=1)
META = BlockStyle(scale=0.72, line=1.7, bottom=1.45, is_sans=True, token="text2")
IMAGE = BlockStyle(line=-1, top=0.3, bottom=0.6, align=CENTRE)
CELL = BlockStyle(scale=0.89, line=1.5, bottom=0.0)
HEADER_CELL = BlockStyle(scale=0.89, line=1.5, bottom=0.0, bold=True)
AFTER_TABLE = BlockStyle(scale=0.5, line=1.0, bottom=0.0)
_HEADINGS = {1: (1.33, 1.0), 2: (1.2, 0.8), 3: (1.08, 0.6)}
_KINDS = {
    BlockKind.PARAGRAPH: BlockStyle(indent=2.0, align=JUSTIFIED),
    BlockKind.TABLE_ROW: BlockStyle(align=LEFT),
    BlockKind.QUOTE: BlockStyle(left=2.0, align=JUSTIFIED, token="text2"),
    BlockKind.CAPTION: BlockStyle(scale=0.78, line=1.6, bottom=0.9, align=CENTRE, is_sans=True, token="text2"),
    BlockKind.IMAGE: IMAGE,
}


def style_of(block: Block, is_cjk: bool) -> BlockStyle:
    """How a block is set; texts that are not Chinese are neither indented nor justified."""
    if block.kind is BlockKind.HEADING:
        scale, top = _HEADINGS.get(block.level, (1.0, 0.5))
        return BlockStyle(scale=scale, line=1.5, top=top, bottom=0.45, bold=True, level=min(block.level + 1, 6))
    if block.kind is BlockKind.LIST_ITEM:
        return BlockStyle(left=2.0 * (min(block.level, 6) + 1), bottom=0.3, align=JUSTIFIED if is_cjk else LEFT)
    style = _KINDS[block.kind]
    if block.kind is BlockKind.PARAGRAPH:
        if not is_cjk:
            return BlockStyle(bottom=0.8)
        if block.text[:1].isspace():  # the page indented with blanks of its own
            return BlockStyle(align=JUSTIFIED)
    return style


class Formats:
    """Qt's formats for block styles and runs under one typography and theme; each is made once."""

    def __init__(self, typography: Typography, theme: Theme) -> None:
        self._typography, self.theme = typography, theme
        self._em = em(typography.body_font())
        self._blocks: dict[BlockStyle, QTextBlockFormat] = {}
        self._chars: dict[BlockStyle, QTextCharFormat] = {}
        self._runs: dict[tuple[BlockStyle, tuple[tuple[RunStyle, str], ...]], QTextCharFormat] = {}

    def size(self, style: BlockStyle) -> int:
        """The font size in px."""
        return max(round(self._typography.text_size * style.scale), 11)

    def block(self, style: BlockStyle) -> QTextBlockFormat:
        """Line height, margins, indent and alignment."""
        if style not in self._blocks:
            made = QTextBlockFormat()
            if style.line >= 0:
                made.setLineHeight(round(self.size(style) * (style.line or self._typography.line_height)), FIXED)
            made.setTopMargin(round(style.top * self._em))
            made.setBottomMargin(round(style.bottom * self._em))
            made.setLeftMargin(round(style.left * self._em))
            made.setTextIndent(style.indent * self._em)
            made.setAlignment(style.align)
            made.setHeadingLevel(style.level)
            self._blocks[style] = made
        return self._blocks[style]

    def char(self, style: BlockStyle) -> QTextCharFormat:
        """Face, size, weight and colour."""
        if style not in self._chars:
            families = SANS if style.is_sans else FACES.get(self._typography.font, SERIF)
            weight = QFont.Weight.Bold if style.bold else QFont.Weight.Normal
            made = QTextCharFormat()
            made.setFont(make_font(families, self.size(style), weight))
            if style.token:
                made.setForeground(QColor(self.theme.colour(style.token)))
            self._chars[style] = made
        return self._chars[style]

    def with_runs(self, style: BlockStyle, runs: list[Run]) -> QTextCharFormat:
        """The style's format with the runs' own marks on it."""
        key = (style, tuple((run.style, run.href) for run in runs))
        if key not in self._runs:
            self._runs[key] = self._with_runs(style, runs)
        return self._runs[key]

    def _with_runs(self, style: BlockStyle, runs: list[Run]) -> QTextCharFormat:
        made = QTextCharFormat(self.char(style))
        for run in runs:
            if run.style is RunStyle.BOLD:
                made.setFontWeight(QFont.Weight.Bold)
            elif run.style is RunStyle.ITALIC:
                made.setFontItalic(True)
            elif run.style is RunStyle.SUPERSCRIPT:
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            elif run.style is RunStyle.SUBSCRIPT:
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
            elif run.style is RunStyle.LINK:
                made.setAnchor(True)
                made.setAnchorHref(run.href)
                made.setForeground(QColor(self.theme.accent))
                made.setFontUnderline(True)
        return made
