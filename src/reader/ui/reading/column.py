"""The text column: a whole number of characters wide, in the middle, with room for seals and numbers beside it."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QTextDocument, QTextFrameFormat

from reader.ui.reading.typography import Typography, em

LEFT_MARGIN = 44
"""Room for the seals, px."""
RIGHT_MARGIN = 28
NUMBER_MARGIN = 56
"""Right margin while 段-句 numbers are shown."""
LEAST_MEASURE = 16
"""Characters a line in a very narrow window, as long as they fit at all."""
LEAST_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands in the view: px."""

    left: int
    width: int
    right: int
    top: int = 40
    bottom: int = 64


def fitting_column(width: int, typography: Typography) -> Column:
    """The column for a view of `width` px."""
    width = max(width, LEFT_MARGIN + LEAST_WIDTH)
    character = em(typography.body_font())
    right = NUMBER_MARGIN if typography.passages else RIGHT_MARGIN
    room = width - LEFT_MARGIN - right
    characters = max(min(typography.measure, int(room // character)), LEAST_MEASURE)
    measure = min(ceil(characters * character), max(room, LEAST_WIDTH))
    left = max(LEFT_MARGIN, min((width - measure) // 2, width - measure - right))
    return Column(left=left, width=measure, right=max(width - measure - left, 0))


def set_column(document: QTextDocument, column: Column) -> None:
    """Put the text column where `column` says; lays the document out again only if that is somewhere else."""
    frame = document.rootFrame()
    made = QTextFrameFormat(frame.frameFormat())
    wanted = (column.left, column.right, column.top, column.bottom)
    if (made.leftMargin(), made.rightMargin(), made.topMargin(), made.bottomMargin()) == wanted:
        return
    made.setLeftMargin(column.left)
    made.setRightMargin(column.right)
    made.setTopMargin(column.top)
    made.setBottomMargin(column.bottom)
    frame.setFrameFormat(made)
