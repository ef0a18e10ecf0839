"""What an outline is made of: the paragraphs of a report, and the labels found in them."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from reader.digest.report import Line, Report
from reader.model.blocks import BlockKind

_UNREAD = {BlockKind.TABLE_ROW, BlockKind.CAPTION, BlockKind.IMAGE}
"""A cell, a caption and a picture divide no text."""
_HASHES = re.compile(r"(#{1,6})[ \t]+")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,120})\1[ \t]*")
_LONGEST_HEADING = 80
"""Characters; a page that marks longer ones as headings marks paragraphs."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the body without the marks around it: code points, half-open."""

    first: int
    """Where the line begins, before the marks of Markdown."""
    start: int
    end: int
    strong: int
    """Where the bold words end with which it begins; `start` when it begins with none."""
    page_level: int = 0
    """1 to 6 when the page, or Markdown, says that it is a heading."""
    is_quote: bool = False
    is_item: bool = False
    is_below_picture: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return self.strong >= self.end

    @property
    def size(self) -> int:
        """Code points."""
        return self.end - self.start


class Label(NamedTuple):
    """What divides a text at one place: a marker with its title, or a title alone. Code points, half-open."""

    start: int
    title: int
    """Where the title begins, behind the marker."""
    end: int
    device: str
    """Labels of one device divide the text at one depth: "cn" is 一、, "heading" a line of its own."""
    paragraph: int
    """Index into the paragraphs."""
    series: int = 0
    """Labels of one series count on from one another; 0 for labels without a marker."""
    opens: bool = True
    """It stands at the head of its paragraph."""
    is_alone: bool = False
    """Its paragraph holds nothing else."""


def paragraphs(report: Report) -> list[Paragraph]:
    """Every line of the body that can divide it."""
    return [_paragraph(report.shadow, line) for line in report.body_lines if line.kind not in _UNREAD]


def _paragraph(shadow: str, line: Line) -> Paragraph:
    level = line.level if line.kind is BlockKind.HEADING else 0
    start, end = line.start, line.end
    if line.kind is None and (hashes := _HASHES.match(shadow, start, end)):
        start, level = hashes.end(), len(hashes[1])
    strong = max(start, line.start + line.strong)
    if line.kind is None and (bold := _STRONG.match(shadow, start, end)):
        start, strong = bold.span(2)
        end = strong if bold.end() == end else end
    is_heading = level and end - start <= _LONGEST_HEADING
    return Paragraph(
        line.start,
        start,
        end,
        strong,
        level if is_heading else 0,
        is_quote=line.kind is BlockKind.QUOTE,
        is_item=line.kind is BlockKind.LIST_ITEM,
        is_below_picture=line.is_below_picture,
    )
