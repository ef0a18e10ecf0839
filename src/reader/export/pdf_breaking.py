"""Lines of text before they are drawn: what each code point is, where a line is broken, where it stands; for
pdf_setting.py. Lengths are twips."""

from typing import NamedTuple, TypeAlias

from PySide6.QtGui import QTextLayout, QTextLine

from reader.export.gbt9704 import Alignment, Style
from reader.export.pdf_strokes import Stroke, Texts
from reader.text.offsets import Utf16Map

_ASCENT = 0.88
"""Of the em box of Chinese faces: their own ascents differ widely, and baselines must not."""
LOOSEST = 0.92
"""A line filled less than this is not stretched to the margin: programs would read blanks between its characters."""


class Letter(NamedTuple):
    """A code point as it is drawn, and what it means ("" nothing)."""

    shown: str
    meant: str
    family: str
    is_raised: bool = False
    """Above the line and smaller, as the sign of a note."""
    marks: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()
    """Those of them that end with it."""


Spelling: TypeAlias = list[Letter]


def only_line(layout: QTextLayout, texts: Texts, x: float, style: Style, baseline: float | None = None) -> Stroke:
    """All of a text on one line that begins at `x`."""
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return Stroke(layout, line, x, baseline_of(style) if baseline is None else baseline, texts)


def has_much_chinese(part: Spelling) -> bool:
    """Whether more than a quarter is."""
    return sum(letter.shown > "\u2e80" for letter in part) * 4 > len(part)


def baseline_of(style: Style) -> float:
    """How far below the top of a line its characters stand."""
    size = style.size * 20
    return (style.pitch - size) / 2 + _ASCENT * size


def fill_line(line: QTextLine, width: float, text: str, places: Utf16Map, alignment: Alignment) -> None:
    """Break the line at `width`, and see to it that it can be read back and looks even."""
    line.setLineWidth(width)
    start, end = (places.to_points(at) for at in (line.textStart(), line.textStart() + line.textLength()))
    if end >= len(text):
        return
    shown = text[start:end].rstrip()
    if shown.endswith("-") and len(shown) > 1:
        # Programs that read a PDF take a hyphen at the end of a line for one that was put in to break a word.
        blank = shown.rfind(" ")
        last = start + (blank + 1 if blank > len(shown) // 2 else len(shown) - 1)
        line.setNumColumns(places.to_units(last) - line.textStart(), width)
    if alignment is Alignment.JUSTIFY and line.naturalTextWidth() < LOOSEST * width:
        line.setNumColumns(line.textLength(), line.naturalTextWidth())
