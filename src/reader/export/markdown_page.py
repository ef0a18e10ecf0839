"""A Markdown file of ours in pieces, and the record at its end by which the next export knows its own lines again.

The record is one HTML comment: a token for the header and one for each block, made of a sign, a fingerprint of the
block's key and one of each of its lines. Whatever stands in the file and not in the record was written by a person.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

KEY = "reader-paper"
"""Name of the property that a file of ours has in its header."""
VERSION = "1"
_LENGTH = 6
"""Characters of a fingerprint: 36 bits."""
_COUNT = "[一二三四五六七八九十百]+"
_NUMBERING = re.compile(rf"^({_COUNT}、|（{_COUNT}）|\(?(\d+|[IVXLC]+|[A-Za-z])[.)])\s*")
_HEADER, _MARK, _OTHER = ":", "^", "."
_RECORD, _RECORD_END = f"<!-- {KEY}:", "-->"
_PRINT = rf"[A-Za-z0-9_~]{{{_LENGTH}}}"
_TOKEN = re.compile(rf"([:.^])({_PRINT})((?:{_PRINT})*)")


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """Lines that belong together; the blank ones after it are its own."""

    key: str
    """What it is known by when its lines have changed; no two blocks of a page have the same."""
    lines: tuple[str, ...]
    is_mark: bool = False
    """Whether it is about an annotation, whose id its key then is."""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole file before it is written."""

    header: tuple[str, ...]
    """Properties, with their fence where there is one."""
    blocks: tuple[MarkdownBlock, ...]
    gone: tuple[str, ...]
    """What is written above a mark that the paper has no more, where a person wrote something under it."""
    record_start: str = ""
    """Before the record, where every line has to begin in a certain way."""
    is_spaced: bool = True
    """Whether blocks need a blank line between them."""


class Keys:
    """Makes the keys of a page unique."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def unique(self, key: str) -> str:
        """The second block of a key is told from the first by its count, which holds while their order does."""
        self._counts[key] = count = self._counts.get(key, 0) + 1
        return key if count == 1 else self.unique(f"{key}-{count}")


def heading_key(heading: str) -> str:
    """A heading is the same when its number has changed."""
    return "#" + _NUMBERING.sub("", heading)


@dataclass(frozen=True, slots=True)
class Trace:
    """A block as the record remembers it: fingerprints of its key and of its lines."""

    key: str
    lines: tuple[str, ...]
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What an export wrote."""

    header: Trace
    blocks: tuple[Trace, ...]


def text_of(header: Iterable[str], body: Iterable[str]) -> str:
    """The file without a record; ends with one newline."""
    return "\n".join([*header, "", *body]).rstrip("\n") + "\n"


def lines_of(page: Page) -> list[str]:
    """The lines below the header."""
    return [line for block in page.blocks for line in block.lines]


def fingerprint(line: str) -> str:
    """Of a line of the body; blanks at its ends, which programs take away, do not count."""
    digest = hashlib.blake2b(line.strip().encode("utf-8", "surrogateescape"), digest_size=6).digest()
    return base64.b64encode(digest, b"_~").decode()[:_LENGTH]


def property_fingerprint(line: str) -> str:
    """Of a line of the header, which notes programs write anew with other quotation marks and indents."""
    return fingerprint(re.sub(r"[\s\"'\\]+", "", line))


def record_of(page: Page) -> Record:
    """What is remembered of a page."""
    header = Trace(fingerprint(KEY), tuple(map(property_fingerprint, page.header)))
    blocks = [Trace(fingerprint(each.key), tuple(map(fingerprint, each.lines)), each.is_mark) for each in page.blocks]
    return Record(header, tuple(blocks))


def written_record(page: Page) -> str:
    """The line that stands at the end of the file."""
    record = record_of(page)
    signs = [(_HEADER, record.header), *((_MARK if each.is_mark else _OTHER, each) for each in record.blocks)]
    tokens = [sign + trace.key + "".join(trace.lines) for sign, trace in signs]
    return f"{page.record_start}{_RECORD} {' '.join(tokens)} {_RECORD_END}"


def without_record(lines: list[str]) -> tuple[list[str], Record | None]:
    """The lines of a body but for the record, and what it says; None where it is missing or damaged."""
    kept, record = [], None
    for line in lines:
        before, _, behind = line.partition(_RECORD)
        tokens, end, behind = behind.partition(_RECORD_END)
        if not end:
            kept.append(line)
            continue
        record = _parsed(tokens.split())
        # What somebody wrote beside it.
        if (rest := (before + behind).strip()).strip("- "):
            kept.append(rest)
    return kept, record


def _parsed(tokens: list[str]) -> Record | None:
    matches = [_TOKEN.fullmatch(token) for token in tokens]
    traces = [
        (match[1], Trace(match[2], tuple(re.findall(_PRINT, match[3])), match[1] == _MARK))
        for match in matches
        if match is not None
    ]
    if len(traces) != len(tokens) or not traces or traces[0][0] != _HEADER:
        return None
    return Record(traces[0][1], tuple(trace for _, trace in traces[1:]))
