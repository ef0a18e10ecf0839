"""Limits that keep hostile or broken pages from freezing the parsers, the sanitiser and Qt.

The figures are measured: Qt's layout is exponential in nested tables and quadratic in unbroken words, nh3 is
quadratic in entities of one text and in depth, lxml in attributes of one tag.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.model.blocks import Block, BlockKind, Run

SOURCE_LIMIT = 12_000_000
"""Characters of a page that are parsed; what follows is dropped and the article marked as truncated."""
TEXT_LIMIT = 3_000_000
"""Characters of a body."""
TAG_LIMIT = 20_000
"""Characters of one start tag; a longer one loses its attributes (100k attributes cost lxml a minute)."""
TAGS_LIMIT = 20_000
"""Tags of a page that other extractors are asked about; ordinary pages have some thousand."""
DEPTH_LIMIT = 100
NODE_LIMIT = 40_000
"""Characters of one text node before the sanitiser."""
PARAGRAPH_LIMIT = 100_000
WORD_LIMIT = 10_000
"""Characters without a place to break a line."""
CELL_LIMIT = 5_000
BLOCK_LIMIT = 10_000
"""Blocks of a body; of more, neighbours are joined: opening takes 20 microseconds for each, and no window may stall."""
DEBRIS_LIMIT = 5_000
"""The same where blocks hold less than DEBRIS characters on average: broken markup, never an article."""
DEBRIS = 8
IMAGE_LIMIT = 500

_HUGE_TAG = re.compile(rf"<([A-Za-z][A-Za-z0-9]{{0,20}})\b[^<>]{{{TAG_LIMIT},}}>?")
_EARLY_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""Pages put together from parts close the document after their header; libxml2 drops all that follows."""
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,8})|0*([0-9]{1,9}))(?![0-9a-f]);?", re.IGNORECASE)
"""libxml2 makes control characters of references, and refuses them when a text is put together again."""
_UNBROKEN = re.compile(f"[^\\s\u2e80-\U0010ffff]{{{WORD_LIMIT}}}")
_LAYOUT_CELL = 220
"""Characters; a cell with more holds running text, so its table only lays out the page."""


def tame(markup: str) -> str:
    """Markup that lxml reads in linear time and to its end, and whose texts it takes back."""
    markup = _REFERENCE.sub(_readable, _UNREADABLE.sub("", markup.replace("\f", "\n")))
    return _HUGE_TAG.sub(r"<\1>", _EARLY_END.sub("", markup))


def _readable(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if code > 0x10FFFF or chr(code) == "\f" or _UNREADABLE.match(chr(code)) else reference[0]


def is_laborious(markup: str) -> bool:
    """Whether markup would take extractors of others minutes: they are quadratic in elements and attributes."""
    return markup.count("<") > TAGS_LIMIT or _HUGE_TAG.search(markup) is not None


def simplify(body: Any) -> bool:
    """Bring a body (an lxml element, changed in place) within the limits; True when content was dropped."""
    flatten_tables(body)
    _flatten_depth(body)
    _split_texts(body)
    images = body.xpath(".//img")[IMAGE_LIMIT:]
    for image in images:
        image.drop_tree()
    return bool(images)


def flatten_tables(body: Any) -> None:
    """Tables that only lay out the page become plain blocks, and so does every table with another one inside."""
    for table in list(body.iter("table")):
        if is_layout_table(table):
            for element in _own_parts(table):
                element.tag = "div"
                element.attrib.clear()


def is_layout_table(table: Any) -> bool:
    """Whether a table only lays out the page: one column, a table inside, or running text in a cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr")]
    if not widths or max(widths) < 2:
        return True
    if len(widths) == 1 and next(table.iterdescendants("img"), None) is not None:
        return True
    cells = list(table.iter("td"))
    return len(widths) <= 2 and any(len(cell.text_content()) > _LAYOUT_CELL for cell in cells)


def _own_parts(table: Any) -> Iterator[Any]:
    """The table and its sections, rows and cells, not those of tables inside."""
    yield table
    for section in list(table):
        if section.tag == "tr":
            yield from _row_parts(section)
        elif section.tag in ("tbody", "thead", "tfoot", "caption"):
            yield section
            for row in list(section):
                if row.tag == "tr":
                    yield from _row_parts(row)


def _row_parts(row: Any) -> Iterator[Any]:
    yield row
    yield from (cell for cell in list(row) if cell.tag in ("td", "th"))


def _flatten_depth(body: Any) -> None:
    deep: list[Any] = []
    stack = [(body, 0)]
    while stack:
        element, depth = stack.pop()
        if depth > DEPTH_LIMIT - 10:
            deep.append(element)
        stack.extend((child, depth + 1) for child in element)
    for element in reversed(deep):
        element.drop_tag()


def _split_texts(body: Any) -> None:
    """Texts of one node longer than NODE_LIMIT are parted by line breaks."""
    for element in list(body.iter()):
        for name in ("text", "tail"):
            text = getattr(element, name)
            if text and len(text) > NODE_LIMIT:
                _part(element, name, text)


def _part(element: Any, name: str, text: str) -> None:
    from lxml import etree

    pieces = [text[at : at + NODE_LIMIT] for at in range(0, len(text), NODE_LIMIT)]
    setattr(element, name, pieces[0])
    home = element if name == "text" else element.getparent()
    at = 0 if name == "text" else home.index(element) + 1
    for offset, piece in enumerate(pieces[1:]):
        line_break = etree.Element("br")
        line_break.tail = piece
        home.insert(at + offset, line_break)


def limit_blocks(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool]:
    """Blocks within the limits of Qt's layout, and whether some were dropped.

    No character is lost by splitting and joining.
    """
    kept: list[Block] = []
    characters = cells = 0
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            cells += block.text.count("\t") + 1
            if cells > CELL_LIMIT:
                block = Block(BlockKind.PARAGRAPH, block.text.replace("\t", " "))
        characters += len(block.text) + 1
        if characters > TEXT_LIMIT:
            return _joined(kept), True
        kept.extend(_split(block))
    return _joined(kept), False


def _joined(blocks: list[Block]) -> tuple[Block, ...]:
    """No more than the limit allows: where there are, each takes in the texts that follow, with blanks."""
    is_debris = sum(len(block.text) for block in blocks) < DEBRIS * len(blocks)
    limit = DEBRIS_LIMIT if is_debris else BLOCK_LIMIT
    if len(blocks) <= limit:
        return tuple(blocks)
    together = 1 + len(blocks) // (limit // 2)
    groups: list[list[Block]] = []
    for block in blocks:
        is_text = block.kind not in (BlockKind.IMAGE, BlockKind.TABLE_ROW)
        if is_text and groups and len(groups[-1]) < together and groups[-1][0].kind is BlockKind.PARAGRAPH:
            groups[-1].append(block)
        else:
            groups.append([replace(block, kind=BlockKind.PARAGRAPH, level=0, marker="") if is_text else block])
    return tuple(_one(group) for group in groups)


def _one(group: list[Block]) -> Block:
    runs, start = [], 0
    for block in group:
        runs += [run._replace(start=run.start + start, end=run.end + start) for run in block.runs]
        start += len(block.text) + 1
    return replace(group[0], text=" ".join(block.text for block in group), runs=tuple(runs))


def _split(block: Block) -> Iterator[Block]:
    ends = [match.end() for match in _UNBROKEN.finditer(block.text)] if len(block.text) >= WORD_LIMIT else []
    ends += range(PARAGRAPH_LIMIT, len(block.text), PARAGRAPH_LIMIT)
    if not ends:
        yield block
        return
    start = 0
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.TABLE_ROW else block.kind
    for end in [*sorted(set(ends)), len(block.text)]:
        text = block.text[start:end]
        if text.strip():
            yield Block(kind, text.replace("\t", " "), _clip(block.runs, start, end), block.level, block.marker)
        start = end


def _clip(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    inside = (run for run in runs if run.start < end and run.end > start)
    return tuple(run._replace(start=max(run.start, start) - start, end=min(run.end, end) - start) for run in inside)
