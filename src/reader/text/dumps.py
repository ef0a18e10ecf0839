"""Page dumps: the text of a web page, copied or printed, with everything that stood around the article.

Every line has a part: title, metadata (the byline, the original address), body, or furniture (breadcrumbs,
disclaimers, footers). Capturing keeps the body; the digest names the furniture and leaves it out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.text import bylines
from reader.text.furniture import is_head_furniture, is_tail_furniture, original_address


class Part(StrEnum):
    """What a line of a dump is."""

    TITLE = "title"
    METADATA = "metadata"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class DumpLine:
    """A line with a visible character: code points of the dump, half-open, without the blanks around it."""

    start: int
    end: int
    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump taken apart. `is_dump` is False for an ordinary text, all of whose lines are then title or body."""

    lines: tuple[DumpLine, ...]
    is_dump: bool
    title: str = ""
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None

    @property
    def body(self) -> list[str]:
        """The paragraphs of the body, without indentation."""
        return [line.text for line in self.lines if line.part is Part.BODY]


_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_HEAD_LINES = 30
"""The byline stands among the first thirty lines of a dump, or it is none."""
_SENTENCE_END = ("。", "！", "？", "!", "?", "…", "”", "；", ";", ".")


def parse_dump(text: str) -> Dump:
    """Take a dump apart; every line with a visible character gets a part."""
    spans = [(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)]
    rows = [
        (start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip())), raw.strip())
        for start, end, raw in spans
        if raw.strip()
    ]
    lines = [row[2] for row in rows]
    byline = _byline_index(lines)
    if byline is None:
        return _plain(rows, lines)
    title = _title_index(lines, byline)
    last = _byline_end(lines, byline)
    end = _body_end(lines, last)
    parts = [Part.FURNITURE] * len(lines)
    if title is not None:
        parts[title] = Part.TITLE
    parts[byline:last] = [Part.METADATA] * (last - byline)
    parts[last:end] = [Part.BODY] * (end - last)
    address = None
    for index in range(last, len(lines)):
        if found := original_address(lines[index]):
            address = address or found
            parts[index] = Part.METADATA
    said = bylines.parse_byline("\n".join(lines[byline:last]))
    return Dump(
        _with_parts(rows, parts),
        True,
        lines[title] if title is not None else "",
        said.published,
        said.source,
        said.author,
        address,
    )


def _with_parts(rows: Sequence[tuple[int, int, str]], parts: Sequence[Part]) -> tuple[DumpLine, ...]:
    return tuple(DumpLine(*row, part) for row, part in zip(rows, parts, strict=True))


def _byline_index(lines: Sequence[str]) -> int | None:
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if index and bylines.is_byline(line):
            return index
    return None


def _byline_end(lines: Sequence[str], first: int) -> int:
    end = first + 1
    while end < len(lines) and (bylines.is_byline(lines[end]) or is_head_furniture(lines[end])):
        end += 1
    return end


def _title_index(lines: Sequence[str], byline: int) -> int | None:
    for index in range(byline - 1, -1, -1):
        if not is_head_furniture(lines[index]):
            return index
    return None


def _body_end(lines: Sequence[str], first: int) -> int:
    for index in range(first + 1, len(lines)):
        if is_tail_furniture(lines[index]) or original_address(lines[index]):
            return index
    return len(lines)


def _plain(rows: Sequence[tuple[int, int, str]], lines: Sequence[str]) -> Dump:
    """An ordinary text: a short first line without a full stop is its title."""
    parts = [Part.BODY] * len(lines)
    has_title = len(lines) > 1 and len(lines[0]) <= 60 and not lines[0].endswith(_SENTENCE_END)
    if has_title:
        parts[0] = Part.TITLE
    return Dump(_with_parts(rows, parts), False, lines[0] if has_title else "")
