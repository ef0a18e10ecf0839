"""Where everything in a line of the tab 摘要 stands: computed once for a width, painted many times."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from reader.model.digest import Chain
from reader.text.folding import one_line
from reader.ui.panel.card_shape import Fonts, Line, break_lines
from reader.ui.panel.digest_rows import Row, RowKind

LEFT, RIGHT = 14, 12
"""Around the text of a line, px."""
HEADING, SINGLE, KWIC = 36, 28, 26
CARD_LEFT, CARD_RIGHT, CARD_PAD, CARD_GAP = 12, 8, 11, 7
"""Around and in the card of a suggestion."""
BUTTON = 26
"""Side of the button that marks a suggestion."""
LINES = {
    RowKind.MODEL: 4, RowKind.PART: 2, RowKind.HINT: 4, RowKind.KEY: 6, RowKind.DOCUMENT: 4,
    RowKind.TERM: 2, RowKind.ORGANISATION: 2, RowKind.DATE: 2,
}  # fmt: skip
"""How many lines a row has at most; its tooltip has all of them."""
PART_INDENT, TIME_INDENT = 14, 18
COUNT_ROOM = 64
"""At the right of a term: how often it occurs, and the sign that opens it."""
ARROW, BOX_PAD, BOX_GAP = 20, 8, 6
"""Of a chain: before a box that follows another, inside a box beside its words, between two rows of boxes."""


_NONE = QRect()
"""Shared, and never changed."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node of a chain; `arrow` is where the arrow that leads to it stands, empty for the first."""

    text: str
    rect: QRect
    arrow: QRect


@dataclass(frozen=True, slots=True)
class RowShape:
    """Rectangles relative to the top left of the row; an empty QRect means "not there"."""

    height: int
    text: QRect
    lines: tuple[Line, ...] = ()
    note: QRect = _NONE
    note_lines: tuple[Line, ...] = ()
    card: QRect = _NONE
    button: QRect = _NONE
    boxes: tuple[Box, ...] = ()


def shape_of(row: Row, words: str, fonts: Fonts, width: int) -> RowShape:
    """The shape of a row `width` px wide; `words` is what it says first."""
    inner = max(80, width - LEFT - RIGHT)
    if row.kind is RowKind.KEY:
        return _card(words, fonts, width)
    if row.kind is RowKind.CHAIN:
        return _chain(row, fonts, inner)
    if row.kind in (RowKind.FIGURE, RowKind.PLACE):
        height = KWIC if row.kind is RowKind.PLACE else SINGLE
        return RowShape(height, QRect(LEFT, 0, inner, height))
    if row.kind is RowKind.DATE:
        return _date(row, fonts, inner)
    indent = {RowKind.PART: PART_INDENT, RowKind.HINT: 22}.get(row.kind, 0)
    room = inner - indent - (COUNT_ROOM if row.kind in (RowKind.TERM, RowKind.ORGANISATION) else 0)
    font = fonts.strong if row.kind is RowKind.MODEL else fonts.caption if row.kind is RowKind.HINT else fonts.body
    pitch = fonts.caption_line if row.kind is RowKind.HINT else fonts.line
    lines = break_lines(words, font, room, LINES[row.kind])
    text = QRect(LEFT + indent, 4, room, pitch * len(lines))
    note = QRect(LEFT, text.bottom() + 1, inner, fonts.caption_line) if row.note else QRect()
    return RowShape((note if row.note else text).bottom() + 6, text, lines, note)


def _card(words: str, fonts: Fonts, width: int) -> RowShape:
    wide = max(120, width - CARD_LEFT - CARD_RIGHT)
    inner = wide - 2 * CARD_PAD
    lines = break_lines(words, fonts.body, inner, LINES[RowKind.KEY])
    note = QRect(CARD_LEFT + CARD_PAD, 8, inner - BUTTON, fonts.caption_line + 2)
    text = QRect(note.left(), note.bottom() + 5, inner, fonts.line * len(lines))
    card = QRect(CARD_LEFT, 0, wide, text.bottom() + 10)
    button = QRect(card.right() - 6 - BUTTON, 4, BUTTON, BUTTON)
    return RowShape(card.height() + CARD_GAP, text, lines, note, card=card, button=button)


def _date(row: Row, fonts: Fonts, inner: int) -> RowShape:
    text = QRect(LEFT + TIME_INDENT, 3, inner - TIME_INDENT, fonts.line)
    lines = break_lines(row.note, fonts.body, text.width(), LINES[RowKind.DATE])
    note = QRect(text.left(), text.bottom() + 1, text.width(), fonts.line * len(lines))
    return RowShape(note.bottom() + 7, text, note=note, note_lines=lines)


def _chain(row: Row, fonts: Fonts, inner: int) -> RowShape:
    """Boxes side by side as far as they fit; one that begins another row has its arrow before it there."""
    metrics, height = QFontMetrics(fonts.body), fonts.line + 4
    boxes: list[Box] = []
    x, y = 0, 6
    for number, node in enumerate(row.item.nodes if isinstance(row.item, Chain) else ()):
        lead = ARROW if number else 0
        room = inner - ARROW - 2 * BOX_PAD
        text = metrics.elidedText(one_line(node), Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(text) + 2 * BOX_PAD
        if x and x + lead + wide > inner:
            x, y = 0, y + height + BOX_GAP
        arrow = QRect(LEFT + x, y, lead, height)
        boxes.append(Box(text, QRect(LEFT + x + lead, y, wide, height), arrow))
        x += lead + wide
    return RowShape(y + height + 8, QRect(LEFT, 0, inner, y + height), boxes=tuple(boxes))
