"""Sanitised HTML to blocks: the one form from which the canonical text and the shown document are made."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reader.model.blocks import CELL_SEPARATOR, Block, BlockKind, Run, RunStyle
from reader.text.folding import clean

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STYLES = {
    "b": RunStyle.BOLD,
    "strong": RunStyle.BOLD,
    "i": RunStyle.ITALIC,
    "em": RunStyle.ITALIC,
    "sup": RunStyle.SUPERSCRIPT,
    "sub": RunStyle.SUBSCRIPT,
}
_KINDS = {"blockquote": BlockKind.QUOTE, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "pre",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "figure",
        "hr",
        "ul",
        "ol",
        "li",
    ]
)
_SPACES = re.compile(r"[ \t\r\n\f\x0b\xa0]+")
_INDENT = " \t\r\n\f\x0b\u3000\xa0\u200b\u2002\u2003\u2009\u202f\u205f"


@dataclass
class _Line:
    """A block being collected: pieces of raw text, each with the styles that hold for it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    pieces: list[tuple[str, tuple[tuple[RunStyle, str], ...]]] = field(default_factory=list)


@dataclass
class _Context:
    """What holds for the elements inside: block kind, list depth and counters, styles."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    styles: tuple[tuple[RunStyle, str], ...] = ()
    preformatted: bool = False


class _Collector:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.line = _Line()

    def flush(self, context: _Context) -> None:
        """End the current block and begin one of the context's kind."""
        text, runs = _joined(self.line.pieces)
        if text:
            self.blocks.append(Block(self.line.kind, text, runs, level=self.line.level, marker=self.line.marker))
        marker = self.line.marker if not text and context.kind is BlockKind.LIST_ITEM else ""
        self.line = _Line(context.kind, context.level, marker)

    def add(self, text: str | None, context: _Context) -> None:
        """Text of the current block; lines of preformatted text are blocks of their own."""
        if not text:
            return
        text = clean(text)
        lines = text.split("\n") if context.preformatted else [text]
        for index, line in enumerate(lines):
            if index:
                self.flush(context)
            self.line.pieces.append((line, context.styles))


def make_blocks(html: str) -> tuple[Block, ...]:
    """The blocks of sanitised HTML, without empty ones; images carry their `lib:` name in `image`."""
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    root = lxml_html.document_fromstring(f"<div>{html}</div>".encode(), parser=parser)
    collector, context = _Collector(), _Context()
    _walk(root, collector, context)
    collector.flush(context)
    return tuple(collector.blocks)


def _walk(element: Any, out: _Collector, context: _Context) -> None:
    """Element content without its tail. Depth is bounded by the complexity limits before."""
    tag = element.tag
    if not isinstance(tag, str):
        return
    handler = _HANDLERS.get(tag, _block if tag in _BLOCKS else _inline)
    handler(element, out, context)


def _children(element: Any, out: _Collector, context: _Context) -> None:
    out.add(element.text, context)
    for child in element:
        _walk(child, out, context)
        out.add(child.tail, context)


def _inline(element: Any, out: _Collector, context: _Context) -> None:
    _children(element, out, context)


def _styled(element: Any, out: _Collector, context: _Context) -> None:
    style = (_STYLES[element.tag], "")
    styles = context.styles if style in context.styles else (*context.styles, style)
    _children(element, out, _Context(context.kind, context.level, styles, context.preformatted))


def _link(element: Any, out: _Collector, context: _Context) -> None:
    href = element.get("href")
    styles = (*context.styles, (RunStyle.LINK, href)) if href else context.styles
    _children(element, out, _Context(context.kind, context.level, styles, context.preformatted))


def _block(element: Any, out: _Collector, context: _Context) -> None:
    out.flush(context)
    inner = _Context(context.kind, context.level, context.styles, context.preformatted or element.tag == "pre")
    _children(element, out, inner)
    out.flush(context)


def _heading(element: Any, out: _Collector, context: _Context) -> None:
    inner = _Context(BlockKind.HEADING, _HEADINGS[element.tag], ())
    out.flush(inner)
    _children(element, out, inner)
    out.flush(context)


def _of_kind(element: Any, out: _Collector, context: _Context) -> None:
    inner = _Context(_KINDS[element.tag], 0, context.styles)
    out.flush(inner)
    _children(element, out, inner)
    out.flush(context)


def _break(element: Any, out: _Collector, context: _Context) -> None:
    if context.kind is BlockKind.HEADING:
        out.add(" ", context)
    else:
        out.flush(context)


def _image(element: Any, out: _Collector, context: _Context) -> None:
    source = element.get("src") or ""
    out.flush(context)
    alt = " ".join(clean(element.get("alt") or "").split())
    out.blocks.append(Block(BlockKind.IMAGE, image=source.removeprefix("lib:"), alt=alt))


def _list(element: Any, out: _Collector, context: _Context) -> None:
    depth = context.level + 1 if context.kind is BlockKind.LIST_ITEM else 0
    number = int(element.get("start") or 1)
    out.flush(context)
    out.add(element.text, context)
    for child in element:
        if child.tag == "li":
            inner = _Context(BlockKind.LIST_ITEM, depth, context.styles)
            out.flush(inner)
            out.line.marker = f"{number}." if element.tag == "ol" else "•"
            _children(child, out, inner)
            out.flush(context)
            out.line.marker = ""
            number += 1
        else:
            _walk(child, out, context)
        out.add(child.tail, context)
    out.flush(context)


def _table(element: Any, out: _Collector, context: _Context) -> None:
    out.flush(context)
    _rows(element, out, context)


def _rows(table: Any, out: _Collector, context: _Context) -> None:
    for caption in table.iterchildren("caption"):
        _walk(caption, out, context)
    for row in table.iter("tr"):
        cells = row.xpath("./td|./th")
        text = CELL_SEPARATOR.join(_cell_text(cell) for cell in cells)
        if text.strip():
            header = all(cell.tag == "th" for cell in cells) or row.getparent().tag == "thead"
            out.blocks.append(Block(BlockKind.TABLE_ROW, text.rstrip(CELL_SEPARATOR), header=header))
        for image in row.iter("img"):
            _image(image, out, context)


def _cell_text(cell: Any) -> str:
    inner = _Collector()
    _children(cell, inner, _Context())
    inner.flush(_Context())
    return " ".join(block.text for block in inner.blocks if block.text).replace(CELL_SEPARATOR, " ")


_HANDLERS = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(_STYLES, _styled),
    **dict.fromkeys(_KINDS, _of_kind),
    "a": _link,
    "br": _break,
    "img": _image,
    "ul": _list,
    "ol": _list,
    "table": _table,
}


def _joined(pieces: list[tuple[str, tuple[tuple[RunStyle, str], ...]]]) -> tuple[str, tuple[Run, ...]]:
    """The text of a block without indentation, its white space folded, and its runs in offsets of that text."""
    raw = "".join(piece for piece, _ in pieces)
    text, position = _folded(raw)
    runs: list[Run] = []
    start = 0
    for piece, styles in pieces:
        begin, end = position(start), position(start + len(piece))
        start += len(piece)
        for style, href in styles if begin < end else ():
            last = next((i for i in range(len(runs) - 1, -1, -1) if runs[i][2:] == (style, href)), None)
            if last is not None and runs[last].end == begin:
                runs[last] = runs[last]._replace(end=end)
            else:
                runs.append(Run(begin, end, style, href))
    return text, tuple(runs)


def _folded(raw: str) -> tuple[str, Callable[[int], int]]:
    """Folded text, and a function from offsets of `raw` to offsets of it."""
    start, stop = len(raw) - len(raw.lstrip(_INDENT)), len(raw.rstrip(_INDENT))
    kept: list[str] = []
    # From raw offset marks[i] on, text goes on at targets[i]; it ends at or before targets[i + 1].
    marks, targets = [0], [0]
    length, at = 0, start

    def keep(piece: str, begin: int) -> None:
        nonlocal length
        marks.append(begin)
        targets.append(length)
        kept.append(piece)
        length += len(piece)

    for match in _SPACES.finditer(raw, start, max(start, stop)):
        keep(raw[at : match.start()], at)
        keep(_space(raw, match.start(), match.end()), match.start())
        at = match.end()
    keep(raw[at : max(at, stop)], at)
    targets.append(length)

    def position(offset: int) -> int:
        index = bisect_right(marks, offset) - 1
        return min(targets[index] + offset - marks[index], targets[index + 1])

    return "".join(kept), position


def _space(raw: str, start: int, end: int) -> str:
    """White space in the source: one space, or nothing where a line was broken between two Han characters."""
    blank = raw[start:end]
    if "\n" in blank and start > 0 and end < len(raw) and raw[start - 1] > "\u2e7f" and raw[end] > "\u2e7f":
        return ""
    return " "
