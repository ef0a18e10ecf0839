"""Where everything in a card stands: computed once for a width, painted and hit-tested many times."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from reader.model.annotation import Annotation
from reader.text.folding import one_line
from reader.text.offsets import Utf16Map

QUOTE_LINES, QUOTE_LINES_ACTIVE = 3, 14
"""How much of a quote a card shows; the active card has room for a whole paragraph."""
NOTE_LINES, NOTE_LINES_ACTIVE = 6, 40

OUTER_LEFT, OUTER_RIGHT, GAP = 12, 8, 8
"""Around a card, px: the scroll bar stands at the right, GAP is below."""
PAD = 12
_NOTE_PAD_X, _NOTE_PAD_Y = 10, 7


@dataclass(frozen=True, slots=True)
class Line:
    """A laid out line; `width` is the advance in px."""

    text: str
    width: int


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a card, all from one base so that a scaled window scales them."""

    body: QFont
    strong: QFont
    caption: QFont
    line: int
    """Pitch of body lines, px."""
    caption_line: int

    @classmethod
    def of(cls, base: QFont) -> "Fonts":
        """From the font of the view, which has a pixel size."""
        size = base.pixelSize() if base.pixelSize() > 0 else 13
        made = []
        for pixels, weight in ((size, QFont.Weight.Normal), (size, QFont.Weight.Bold), (size - 1, None)):
            font = QFont(base)
            font.setPixelSize(pixels)
            font.setWeight(weight or QFont.Weight.Normal)
            made.append(font)
        return cls(made[0], made[1], made[2], round(size * 1.7), round(size * 1.5))


@dataclass(frozen=True, slots=True)
class Perhaps:
    """What the card of an orphan offers: where it might belong, and buttons of (id, text)."""

    caption: str
    words: str
    buttons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CardShape:
    """Rectangles relative to the top left of the row; an empty QRect means "not there"."""

    size: QSize
    card: QRect
    header: QRect
    more: QRect
    quote: QRect
    quote_lines: tuple[Line, ...]
    note: QRect
    note_lines: tuple[Line, ...]
    tags: QRect
    tags_text: str
    deed: QRect
    deed_text: str
    editor: QRect
    perhaps: QRect
    """The caption; the lines and the buttons stand below it."""
    perhaps_text: str
    perhaps_lines: tuple[Line, ...]
    buttons: tuple[tuple[str, str, QRect], ...]
    """Id, text and place."""


def break_lines(text: str, font: QFont, width: int, limit: int) -> tuple[Line, ...]:
    """`text` in lines of at most `width` px; with more than `limit` of them the last one ends in an ellipsis."""
    metrics = QFontMetrics(font)
    text = text[: limit * width]  # a quote may be a chapter; no character is narrower than a pixel
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = Utf16Map(text)
    lines: list[Line] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = units.to_points(line.textStart())
        if len(lines) + 1 == limit:
            # What is left may be far longer than a line: no more than fits is measured.
            rest = one_line(text[start : start + 4 * max(8, width // 6)])
            elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            lines.append(Line(elided, min(width, metrics.horizontalAdvance(elided))))
            break
        shown = text[start : units.to_points(line.textStart() + line.textLength())].rstrip("\n")
        lines.append(Line(shown, min(width, metrics.horizontalAdvance(shown.rstrip()))))
    layout.endLayout()
    return tuple(lines)


def shape_of(
    annotation: Annotation, fonts: Fonts, width: int, *, active: bool, editor_height: int, hint: str, deed: str,
    perhaps: Perhaps | None = None,
) -> CardShape:  # fmt: skip
    """The shape of a card in a view `width` px wide.

    `editor_height` > 0 leaves room for the editor instead of note, tags and deed; `hint` stands in the note box of an
    active card without a note; `deed` is the line of who does it by when, "" without one;
    `perhaps` is what an orphan is offered.
    """
    card_width = max(120, width - OUTER_LEFT - OUTER_RIGHT)
    left, inner = OUTER_LEFT + PAD, card_width - 2 * PAD
    header = QRect(left, 7, inner, 24)
    more = QRect(OUTER_LEFT + card_width - 6 - 26, 6, 26, 26)
    y = header.bottom() + 4
    quote, quote_lines = QRect(), ()
    if annotation.quote:
        limit = QUOTE_LINES_ACTIVE if active or editor_height else QUOTE_LINES
        quote_lines = break_lines(one_line(annotation.quote), fonts.body, inner, limit)
        quote = QRect(left, y, inner, fonts.line * len(quote_lines))
        y = quote.bottom() + 1
    note, tags, deeds, editor, note_lines = QRect(), QRect(), QRect(), QRect(), ()
    tags_text = "  ".join(f"#{tag}" for tag in annotation.tags)
    if editor_height:
        editor = QRect(left - 4, y + 4, inner + 8, editor_height)
        y = editor.bottom() - 2
    else:
        shown = annotation.note or (hint if active else "")
        if shown:
            limit = NOTE_LINES_ACTIVE if active else NOTE_LINES
            note_lines = break_lines(shown, fonts.body, inner - 2 * _NOTE_PAD_X, limit)
            note = QRect(left, y + 5, inner, fonts.line * len(note_lines) + 2 * _NOTE_PAD_Y - 2)
            y = note.bottom() + 1
        if deed:
            deeds = QRect(left, y + 5, inner, fonts.caption_line)
            y = deeds.bottom() + 1
        if tags_text:
            tags = QRect(left, y + 5, inner, fonts.caption_line)
            y = tags.bottom() + 1
    caption, perhaps_lines, buttons = QRect(), (), ()
    if perhaps and not editor_height:
        caption = QRect(left, y + 8, inner, fonts.caption_line)
        words = one_line(perhaps.words)
        perhaps_lines = break_lines(words, fonts.body, inner, QUOTE_LINES) if words else ()
        y = caption.bottom() + 1 + fonts.line * len(perhaps_lines)
        buttons = _row_of_buttons(perhaps, fonts, QPoint(left, y + 4), inner)
        y = max((rect.bottom() for *_, rect in buttons), default=y)
    card = QRect(OUTER_LEFT, 0, card_width, y + PAD - 1)
    size = QSize(width, card.height() + GAP)
    return CardShape(
        size, card, header, more, quote, quote_lines, note, note_lines, tags, tags_text, deeds, deed, editor,
        caption, perhaps.caption if perhaps else "", perhaps_lines, buttons,
    )  # fmt: skip


def _row_of_buttons(perhaps: Perhaps, fonts: Fonts, corner: QPoint, width: int) -> tuple[tuple[str, str, QRect], ...]:
    """The buttons side by side, in a further row where they do not fit."""
    metrics, placed = QFontMetrics(fonts.caption), []
    x, y, height = 0, 0, fonts.caption_line + 8
    for name, text in perhaps.buttons:
        wide = min(width, metrics.horizontalAdvance(text) + 18)
        if x and x + wide > width:
            x, y = 0, y + height + 6
        placed.append((name, text, QRect(corner.x() + x, corner.y() + y, wide, height)))
        x += wide + 6
    return tuple(placed)
