"""The layout of GB/T 9704-2012 (党政机关公文格式) in numbers, for the writers that make pages.

Lengths are twips (1/20 pt) unless they say otherwise. It is the layout only: a paper never carries the marks of an
issued document (red head, document number, seal).
"""

from dataclasses import dataclass
from enum import StrEnum

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4."""
TOP, RIGHT, BOTTOM, LEFT = 2098, 1474, 1984, 1588
"""Margins: 37, 26, 35 and 28 mm."""
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
"""版心, 156 mm."""
WIDE_WIDTH = PAGE_HEIGHT - TOP - BOTTOM
"""Of the text on a page that lies on its long side, its top where upright pages have their left edge."""
LINES, CHARACTERS = 22, 28
PITCH = 579
"""Line pitch, 28.95 pt: at 580, 22 lines do not fit into the 225 mm of the 版心."""
WIDE_LINES = TEXT_WIDTH // PITCH
TIGHTEN = -5
"""Added to every character's width, -0.25 pt: at -4, 28 characters of 16 pt do not fit into 156 mm."""
FOOTER_DISTANCE = 1434
"""From the foot of the page; puts the dash of the page number 7 mm below the 版心."""
FOOTER_PITCH = 360
CELL_MARGINS = {"top": 40, "left": 130, "bottom": 40, "right": 130}
"""Between the rules of a table and its text; named as DOCX wants them, in its order."""
THICK_RULE, THIN_RULE = 20, 14
"""0.35 and 0.25 mm, of the rules of 报头 and 版记."""
SIGNATURE_INDENT = 640
"""署名 ends two characters of 16 pt before the margin."""
PICTURE_GAP = 100
"""Above and below a picture."""
TITLE_CHARACTERS = 20
"""Characters of 22 pt that fit on a line."""


class Face(StrEnum):
    """The five typefaces of a paper."""

    TITLE = "title"
    """小标宋"""
    BODY = "body"
    """仿宋"""
    HEI = "hei"
    """黑体"""
    KAI = "kai"
    """楷体"""
    SONG = "song"
    """宋体, for page numbers"""


class Role(StrEnum):
    """What a paragraph is on the page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BLANK = "blank"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    ORIGINAL_HEADING = "original_heading"
    """Of an article that the paper holds whole."""
    BODY = "body"
    QUOTE = "quote"
    NOTE = "note"
    CAPTION = "caption"
    HEADER_CELL = "header_cell"
    CELL = "cell"
    SPACER = "spacer"
    """The gap under a table."""
    REFERENCE = "reference"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    """Beside the text, in programs that show notes there."""
    FOOTER = "footer"
    PICTURE = "picture"
    """The line that a picture stands on."""
    PICTURE_CAPTION = "picture_caption"
    REMARK = "remark"
    """Above the 报头: 内部学习资料."""
    MASTHEAD = "masthead"
    """The name of a bulletin."""
    ISSUE = "issue"
    EDITOR = "editor"
    """Who edits the bulletin, and when it was made."""
    MASTHEAD_RULE = "masthead_rule"
    RECIPIENT = "recipient"
    """主送"""
    ATTACHMENT = "attachment"
    """附件说明"""
    SIGNATURE = "signature"
    """署名 and 日期"""
    ATTACHMENT_NUMBER = "attachment_number"
    """附件 and its number, on top of what is attached"""
    ATTACHMENT_TITLE = "attachment_title"
    IMPRINT = "imprint"
    """版记"""


class Alignment(StrEnum):
    """Of the lines of a paragraph."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Style:
    """How a role looks."""

    face: Face = Face.BODY
    size: float = 16
    """pt"""
    pitch: int = PITCH
    """From line to line, exactly; 0 is as high as what stands on the line."""
    first: int = 0
    """Indent of the first line in characters; negative lets the others hang."""
    left: int = 0
    """Indent of all lines in characters."""
    right: int = 0
    alignment: Alignment = Alignment.JUSTIFY
    tighten: float = TIGHTEN
    """Added to every character's width."""
    keep_with_next: bool = False
    outline: int | None = None
    """Level in the document's outline, from 0."""
    rule: int = 0
    """Thickness of a rule above it, as wide as the text area."""

    @property
    def em(self) -> int:
        """The width of a Chinese character."""
        return int(self.size * 20 + self.tighten)


STYLES = {
    Role.TITLE: Style(Face.TITLE, 22, 700, alignment=Alignment.CENTRE, tighten=0, keep_with_next=True),
    Role.SUBTITLE: Style(Face.KAI, alignment=Alignment.CENTRE),
    Role.BLANK: Style(),
    Role.HEADING_1: Style(Face.HEI, first=2, alignment=Alignment.LEFT, keep_with_next=True, outline=0),
    Role.HEADING_2: Style(Face.KAI, first=2, alignment=Alignment.LEFT, keep_with_next=True, outline=1),
    Role.ORIGINAL_HEADING: Style(Face.HEI, first=2, alignment=Alignment.LEFT, keep_with_next=True, outline=2),
    Role.BODY: Style(first=2),
    Role.QUOTE: Style(Face.KAI, first=2, left=1),
    # 四号 on the grid of the body, so that a page of quotations and notes still has its 22 lines.
    Role.NOTE: Style(Face.BODY, 14, first=2, left=1, tighten=0),
    Role.CAPTION: Style(Face.HEI, 14, alignment=Alignment.CENTRE, tighten=0, keep_with_next=True),
    # Closer than elsewhere: with wider lines, pdftotext takes those of a cell for paragraphs and mixes the cells up.
    Role.HEADER_CELL: Style(Face.HEI, 12, 340, alignment=Alignment.CENTRE, tighten=0),
    Role.CELL: Style(Face.BODY, 12, 340, alignment=Alignment.LEFT, tighten=0),
    Role.SPACER: Style(size=6, pitch=200, tighten=0),
    # Left, because the addresses in them would be stretched.
    Role.REFERENCE: Style(Face.BODY, 12, 400, first=-2, left=2, alignment=Alignment.LEFT, tighten=0),
    Role.FOOTNOTE: Style(Face.BODY, 10.5, 320, alignment=Alignment.LEFT, tighten=0),
    Role.COMMENT: Style(Face.BODY, 10.5, 320, alignment=Alignment.LEFT, tighten=0),
    Role.PICTURE: Style(pitch=0, alignment=Alignment.CENTRE, tighten=0),
    Role.PICTURE_CAPTION: Style(Face.KAI, 12, 400, alignment=Alignment.CENTRE, tighten=0),
    Role.REMARK: Style(Face.HEI, alignment=Alignment.LEFT),
    # Two lines of the grid, so that what follows stands on it.
    Role.MASTHEAD: Style(Face.TITLE, 36, 2 * PITCH, alignment=Alignment.CENTRE, tighten=0, keep_with_next=True),
    Role.ISSUE: Style(alignment=Alignment.CENTRE, keep_with_next=True),
    Role.EDITOR: Style(left=1, right=1, alignment=Alignment.LEFT, keep_with_next=True),
    Role.MASTHEAD_RULE: Style(keep_with_next=True, rule=THICK_RULE),
    Role.RECIPIENT: Style(alignment=Alignment.LEFT, keep_with_next=True),
    Role.ATTACHMENT: Style(first=2, alignment=Alignment.LEFT),
    Role.SIGNATURE: Style(alignment=Alignment.RIGHT),
    Role.ATTACHMENT_NUMBER: Style(Face.HEI, alignment=Alignment.LEFT, keep_with_next=True, outline=0),
    Role.ATTACHMENT_TITLE: Style(
        Face.TITLE, 22, 700, alignment=Alignment.CENTRE, tighten=0, keep_with_next=True, outline=1
    ),
    Role.IMPRINT: Style(Face.BODY, 14, 480, left=1, right=1, alignment=Alignment.LEFT, tighten=0),
    Role.FOOTER: Style(Face.SONG, 14, FOOTER_PITCH, alignment=Alignment.RIGHT, tighten=0),
}
"""Sizes: 二号 22, 三号 16, 四号 14, 小四 12, 五号 10.5 pt."""
