"""Page dumps: the text of a web page, copied or printed, with everything that stood around the article.

Every line has a part: title, metadata (the byline, the original address), body, or furniture (breadcrumbs,
disclaimers, footers). Capturing keeps the body; the digest names the furniture and leaves it out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reader.text import bylines
from reader.text.folding import letters
from reader.text.front_matter import FrontMatter, read_front_matter
from reader.text.furniture import is_credit, is_head_furniture, original_address, tail_share


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
    """A dump taken apart. `is_dump` is False for an ordinary text: its lines are title or body."""

    lines: tuple[DumpLine, ...]
    is_dump: bool
    title: str = ""
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None
    signed: str | None = None
    """The author as printed: 佚名 and the like too, which `author` does not give."""

    @property
    def body(self) -> list[str]:
        """The paragraphs of the body, without indentation."""
        return [line.text for line in self.lines if line.part is Part.BODY]


_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLANK = re.compile(r"[\s\u200b\ufeff]*")
_HEAD_LINES = 30
"""The byline stands among the first thirty lines of a dump, or it is none."""
_HEAD_LINE = 80
"""Characters; what stands above a byline (site, breadcrumbs, title) is shorter, and is no sentence."""
_SENTENCE_END = ("。", "！", "？", "!", "?", "…", "”", "；", ";", ".")
_TITLE_LINES = 4
_SEEN = 60
"""Characters of text above, from which on a sure tail line is believed."""


def parse_dump(text: str) -> Dump:
    """Take a dump apart; every line with a visible character gets a part."""
    rows = [row for match in _LINE.finditer(text) if (row := _row(match))]
    whole = [row[2] for row in rows]
    front = read_front_matter(whole)
    lines = whole[front.lines if front else 0 :]
    frame = _frame(lines, front)
    parts = [Part.METADATA] * (len(whole) - len(lines)) + _parts(lines, frame)
    said = _said(lines[frame.byline : frame.first], lines[frame.end :])
    front = front or FrontMatter(0)
    address = next((address for line in lines if (address := original_address(line))), None)
    return Dump(
        lines=tuple(DumpLine(*row, part) for row, part in zip(rows, parts, strict=True)),
        is_dump=bool(front.lines) or frame.byline < frame.first or frame.end < len(lines),
        title=front.title or "".join(lines[line].lstrip("#* ").rstrip("* ") for line in frame.title),
        published=said.published or front.published,
        source=said.source or front.source,
        author=said.author or front.author,
        original_url=address or front.original_url,
        signed=said.author or front.author or _signed(lines, frame),
    )


class _Frame(NamedTuple):
    """Where the parts of a dump lie among its lines: title lines, byline from `byline` and body from `first` on, to
    `end`; without a byline the first two are equal."""

    title: range
    byline: int
    first: int
    end: int


def _frame(lines: Sequence[str], front: FrontMatter | None) -> _Frame:
    byline = _byline_index(lines)
    if byline is not None:
        above, first = _title_index(lines, byline), _byline_end(lines, byline)
        title = range(0) if above is None else range(above, above + 1)
        return _Frame(title, byline, first, _body_end(lines, first))
    count = (_title_lines(lines, front.title) if front and front.title else 0) or _first_title(lines)
    return _Frame(range(count), count, count, _body_end(lines, count))


def _parts(lines: Sequence[str], frame: _Frame) -> list[Part]:
    parts = [Part.FURNITURE] * len(lines)
    parts[frame.first : frame.end] = [Part.BODY] * (frame.end - frame.first)
    parts[frame.byline : frame.first] = [Part.METADATA] * (frame.first - frame.byline)
    for line in frame.title:
        parts[line] = Part.TITLE
    for index in range(frame.end, len(lines)):
        if bylines.is_byline(lines[index]) or is_credit(lines[index]):
            parts[index] = Part.METADATA
    return [Part.METADATA if original_address(line) else part for line, part in zip(lines, parts, strict=True)]


def _row(match: re.Match[str]) -> tuple[int, int, str] | None:
    """Start, end and text of a line without the blanks around it, None when nothing is visible."""
    start = match.start() + len(_BLANK.match(match[0])[0])  # type: ignore[index]
    kept = match[0][start - match.start() :].rstrip("\u200b\ufeff \t\u3000\xa0").rstrip()
    return (start, start + len(kept), kept) if kept else None


def _said(head: Sequence[str], tail: Sequence[str]) -> bylines.Byline:
    """What the bylines say; in the tail only what has a label."""
    above = bylines.parse_byline("\n".join(head))
    labels = bylines.labelled("\n".join(tail))
    below = bylines.parse_byline("\n".join(line for line in tail if bylines.is_byline(line)))
    return bylines.Byline(
        above.published or (below.published if labels.get("date") else None),
        above.source or below.source,
        above.author or below.author,
    )


def _signed(lines: Sequence[str], frame: _Frame) -> str | None:
    """The author as printed, nobody too."""
    above = lines[frame.byline : frame.first]
    below = [line for line in lines[frame.end :] if bylines.is_byline(line)]
    return bylines.printed_author("\n".join(above)) or bylines.printed_author("\n".join(below))


def _byline_index(lines: Sequence[str]) -> int | None:
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if index and bylines.is_byline(line):
            return index
        if not is_head_furniture(line) and (len(line) > _HEAD_LINE or line.endswith("。")):
            return None
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


def _first_title(lines: Sequence[str]) -> int:
    """How many lines of an ordinary text are its title: a short first line without a full stop is one."""
    return int(len(lines) > 1 and len(lines[0]) <= 60 and not lines[0].endswith(_SENTENCE_END))


def _title_lines(lines: Sequence[str], title: str) -> int:
    """Over how many of the first lines the title goes that the front matter gives; 0 when it is not there."""
    return next((count for count in range(1, _TITLE_LINES + 1) if letters("".join(lines[:count])) == letters(title)), 0)


def _body_end(lines: Sequence[str], first: int) -> int:
    """The first line from which on there is only what follows articles; bylines at the very end go with it."""
    sizes = [len(line) for line in lines[first:]]
    whole, after = sum(sizes) or 1, sum(sizes)
    end = len(lines)
    for index, size in enumerate(sizes, first):
        share = tail_share(lines[index]) or (0.34 if original_address(lines[index]) else 0.0)
        if index > first and share and after <= share * whole and (share <= 0.34 or whole - after >= _SEEN):
            end = index
            break
        after -= size
    while end > first + 1 and (bylines.is_byline(lines[end - 1]) or is_credit(lines[end - 1])):
        end -= 1
    return end
