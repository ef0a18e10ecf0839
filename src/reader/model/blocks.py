"""Blocks: the one form of an article's body, from which the canonical text and the shown document are both made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

CELL_SEPARATOR = "\t"
"""Between the cells of a table row in its text; a cell's own text never contains it."""


class BlockKind(StrEnum):
    """What a block is; the values are stored in the library."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    IMAGE = "image"


class RunStyle(StrEnum):
    """What a run marks; LINK has its address in `Run.href`."""

    BOLD = "bold"
    ITALIC = "italic"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"


class Run(NamedTuple):
    """A styled stretch of a block's text: code points, half-open, relative to the block. Runs may overlap."""

    start: int
    end: int
    style: RunStyle
    href: str = ""


class Span(NamedTuple):
    """A stretch of the canonical text of one version: code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body; `text` holds neither newlines nor control characters.

    A table row's text is its cells joined by CELL_SEPARATOR. An image has no text; `image` is the sha256 of its
    bytes (hex) or "" when they are not stored, `alt` its alternative text.
    """

    kind: BlockKind
    text: str = ""
    runs: tuple[Run, ...] = ()
    level: int = 0
    """Heading: 1 to 6. List item: depth from 0. Otherwise 0."""
    marker: str = ""
    """List item: what stands before it, "•" or "3."; it is no part of the text."""
    image: str = ""
    alt: str = ""
    header: bool = False
    """Table row: whether its cells are column headings."""


def canonical_text(blocks: Iterable[Block]) -> str:
    """The blocks' texts joined by a single newline: what all offsets count in."""
    return "\n".join(block.text for block in blocks)


def block_spans(blocks: Iterable[Block]) -> list[Span]:
    """The span of every block in the canonical text, in order."""
    spans, start = [], 0
    for block in blocks:
        end = start + len(block.text)
        spans.append(Span(start, end))
        start = end + 1
    return spans


def blocks_to_json(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Plain data for storing; fields that have their default value are left out."""
    rows: list[dict[str, Any]] = []
    for block in blocks:
        row: dict[str, Any] = {"kind": block.kind.value, "text": block.text}
        if block.runs:
            row["runs"] = [[run.start, run.end, run.style.value, run.href] for run in block.runs]
        for name in ("level", "marker", "image", "alt", "header"):
            if value := getattr(block, name):
                row[name] = value
        rows.append(row)
    return rows


def blocks_from_json(rows: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    """The inverse of `blocks_to_json`."""
    return tuple(
        Block(
            kind=BlockKind(row["kind"]),
            text=row["text"],
            runs=tuple(Run(start, end, RunStyle(style), href) for start, end, style, href in row.get("runs", ())),
            level=row.get("level", 0),
            marker=row.get("marker", ""),
            image=row.get("image", ""),
            alt=row.get("alt", ""),
            header=row.get("header", False),
        )
        for row in rows
    )
