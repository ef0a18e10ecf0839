"""What a page shows, one thing after the other: made by flow.py, set by the writers that make pages."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias

from reader.export.gbt9704 import STYLES, Face, Role, Style
from reader.model.summary import Imprint, Picture, Table


class Piece(NamedTuple):
    """A stretch of a line in one typeface."""

    text: str
    face: Face | None = None
    """None is the typeface of the role."""
    footnote: int | None = None
    """Number of the reference whose mark stands after it."""
    unbroken: bool = False
    """Whether it should stay on one line."""
    marks: tuple[int, ...] = ()
    """Numbers of the marks that it is part of."""
    ends: tuple[int, ...] = ()
    """Those of them that end with it."""


class Indents(NamedTuple):
    """Twips from the edges of the text area."""

    first: int = 0
    """Of the first line, beyond `left`; negative lets the others hang."""
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Only a title has newlines, for its line breaks."""

    role: Role
    pieces: tuple[Piece, ...] = ()
    label: str = ""
    """Stands where the first line begins, and the text of all lines at the left indent."""
    end: str = ""
    """Stands at the right end of the last line."""
    indents: Indents | None = None
    """None has those of the role."""
    starts_page: bool = False
    number: int = 0
    """Of a paragraph of an article that the paper holds whole, from 1."""

    @property
    def text(self) -> str:
        """Everything in it joined."""
        return self.label + "".join(piece.text for piece in self.pieces) + self.end

    @property
    def style(self) -> Style:
        """Of its role."""
        return STYLES[self.role]

    @property
    def edges(self) -> Indents:
        """Where its lines begin and end."""
        em, style = self.style.em, self.style
        return self.indents or Indents(em * style.first, em * style.left, em * style.right)


class Mark(Enum):
    """Something between two things on a page, which shows nothing itself."""

    KEEP = "keep"
    """What stands before it ends on the page on which what follows begins."""
    WIDE = "wide"
    """From here on the pages lie on their long side."""
    UPRIGHT = "upright"
    """From here on they stand again."""


def is_kept_row(number: int, count: int) -> bool:
    """Whether row `number` of `count` (from 0, without the headings) stays with the next: the first two rows of a table
    stand together, and the last two, because a page with a single row looks like a mistake."""
    return number < count - 1 and number in (0, count - 2)


Flowable: TypeAlias = Line | Table | Picture | Imprint | Mark


def nominal_width(line: Line) -> float:
    """Twips of its text on one line, in the fonts that official papers name: letters and digits are half as wide."""
    return sum(0.5 if character < "\u0100" else 1 for character in line.text) * line.style.em
