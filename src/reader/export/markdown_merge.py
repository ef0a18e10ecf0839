"""A paper exported again into a Markdown file in which a person has written: their lines stay, ours are renewed.

The record at the end of the file tells which lines the last export wrote; all others are the person's. The new page is
written whole, and each of their lines follows the line of ours that it followed before, within the same block. Where
that block is no more, their lines follow the block before it; those under a mark keep its old words above them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.export.markdown_page import (
    KEY,
    Page,
    Record,
    fingerprint,
    property_fingerprint,
    record_of,
    text_of,
    without_record,
    written_record,
)
from reader.model.errors import ExportError

_PROPERTY = re.compile(r"([\w-]+)(::?)(?=\s|$)")
_ID_LINE = re.compile(r"\s*(\^[A-Za-z0-9-]+|id:: [0-9a-f-]{36})\s*")
_FENCE = "---"
LONGEST = 40_000
"""Lines of a file that is merged, at most: comparing takes as many bits as the product of both sides' lines."""


def is_ours(text: str) -> bool:
    """Whether a file carries the property that our papers have."""
    header, _ = _split(_lines(text))
    return any((match := _PROPERTY.match(line)) and match[1] == KEY for line in header)


def merged(page: Page, text: str) -> str:
    """The new page with what a person wrote into the old file `text`, which is one of ours. ExportError
    export_too_long."""
    header, body = _split(_lines(text))
    body, record = without_record(body)
    # Without a record whatever is not in the new page is taken for the person's: too much stays, nothing is lost.
    known = record or record_of(page)
    if max(len(body), sum(len(trace.lines) for trace in known.blocks)) > LONGEST:
        raise ExportError("export_too_long", lines=f"{LONGEST:,}")
    made = _header(page.header, header, set(known.header.lines))
    return text_of(made, [*_Body(page, known, body).lines(), written_record(page)])


def _lines(text: str) -> list[str]:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    return lines[:-1] if not lines[-1] else lines


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Header and body, without the blank line between them."""
    end = 0
    if lines[:1] == [_FENCE]:
        end = next((at for at, line in enumerate(lines[1:], 2) if line.rstrip() == _FENCE), 0)
    else:
        while end < len(lines) and (match := _PROPERTY.match(lines[end])) and match[2] == "::":
            end += 1
    return lines[:end], lines[end + 1 :] if lines[end : end + 1] == [""] else lines[end:]


# --- properties ---


_Entry = tuple[str, list[str]]
"""A property: its name, and its line with those of its list."""


def _header(new: Sequence[str], old: Sequence[str], ours: set[str]) -> list[str]:
    """The person's order, our values; a value that the person has changed is theirs from then on."""
    fence = [_FENCE] if _FENCE in new else []
    start, kept = _entries(old)
    order = _entries(new)[1]
    wanted = dict(order)
    made: list[_Entry] = []
    for name, lines in kept:
        theirs = [line for line in lines if property_fingerprint(line) not in ours]
        if name in wanted:
            made.append((name, _entry(wanted.pop(name), lines, theirs)))
        elif theirs:
            made.append((name, lines))
    at = 0
    for name, lines in order:
        if name in wanted:
            made.insert(at, (name, lines))
        at = next(place for place, (each, _) in enumerate(made, 1) if each == name)
    return [*fence, *start, *(line for _, lines in made for line in lines), *fence]


def _entries(lines: Sequence[str]) -> tuple[list[str], list[_Entry]]:
    """What stands before the first property, and the properties."""
    start: list[str] = []
    entries: list[_Entry] = []
    for line in lines:
        if line.rstrip() == _FENCE:
            continue
        if match := _PROPERTY.match(line):
            entries.append((match[1], [line]))
        else:
            (entries[-1][1] if entries else start).append(line)
    return start, entries


def _entry(new: list[str], old: list[str], theirs: list[str]) -> list[str]:
    """A property that both have; `theirs` are those of the old lines that the person wrote."""
    if old[0] in theirs and property_fingerprint(old[0]) != property_fingerprint(new[0]):
        return old
    known = set(map(property_fingerprint, new))
    return [*new, *(line for line in theirs if property_fingerprint(line) not in known)]


# --- body ---


@dataclass
class _Old:
    """A block of the old file: the lines of ours that are still there, and what the person wrote after each."""

    lines: dict[int, str] = field(default_factory=dict)
    written: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def all(self) -> list[str]:
        """Everything in its order, without the line by which links found the block."""
        kept = [(at, [line]) for at, line in self.lines.items() if not _ID_LINE.fullmatch(line)]
        kept += [(at + 0.5, lines) for at, lines in self.written.items()]  # type: ignore[misc]
        return [line for _, lines in sorted(kept, key=lambda each: each[0]) for line in lines]


class _Body:
    """The blocks of the new page with the person's lines among them."""

    def __init__(self, page: Page, record: Record, body: Sequence[str]) -> None:
        self._page, self._record = page, record
        self._new = record_of(page).blocks
        # By block and line: what follows the line; line -1 stands for the place before the first.
        self._after: dict[tuple[int, int], list[list[str]]] = defaultdict(list)
        self._place(self._read(body))

    def _read(self, body: Sequence[str]) -> dict[int, _Old]:
        """The old body by its blocks, counted as the record has them; -1 is what stands before the first."""
        places = [(block, at) for block, trace in enumerate(self._record.blocks) for at in range(len(trace.lines))]
        ours = [line for trace in self._record.blocks for line in trace.lines]
        theirs = list(map(fingerprint, body))
        pairs = {there: here for here, there in _pairs(ours, theirs)}
        moved = self._moved(ours, places, set(pairs.values()))
        old: dict[int, _Old] = defaultdict(_Old)
        block, at = -1, 0
        for number, line in enumerate(body):
            if number in pairs:
                block, at = places[pairs[number]]
                old[block].lines[at] = line
            elif moved[theirs[number]]:
                moved[theirs[number]] -= 1
            else:
                old[block].written[at].append(line)
        return old

    def _moved(self, ours: Sequence[str], places: Sequence[tuple[int, int]], found: set[int]) -> Counter[str]:
        """Lines of ours that are not in their places: wherever a person has put them, the new page has them again."""
        keys = {trace.key for trace in self._new}
        renewed = [self._record.blocks[block].key in keys for block, _ in places]
        return Counter(
            line for at, line in enumerate(ours) if at not in found and renewed[at] and line != fingerprint("")
        )

    def _place(self, old: dict[int, _Old]) -> None:
        numbers = {trace.key: number for number, trace in enumerate(self._new)}
        last = -1
        for block in sorted(old):
            trace = self._record.blocks[block] if block >= 0 else None
            number = numbers.get(trace.key) if trace else None
            if trace is None or number is None:
                lines = self._orphaned(old[block], trace is not None and trace.is_mark)
                end = len(self._new[last].lines) - 1 if last >= 0 else -1
                if lines:
                    self._after[max(last, 0), end].append(lines)
                continue
            last = number
            for at, lines in sorted(old[block].written.items()):
                self._after[number, _line(at, trace.lines, self._new[number].lines)].append(lines)

    def _orphaned(self, old: _Old, is_mark: bool) -> list[str]:
        """What stays of a block that the new page has no more."""
        written = [line for _, lines in sorted(old.written.items()) for line in lines]
        if not any(line.strip() for line in written):
            return []
        return [*self._page.gone, *old.all()] if is_mark else written

    def lines(self) -> Iterator[str]:
        """The new body."""
        for number, block in enumerate(self._page.blocks):
            yield from self._between(number, -1)
            for at, line in enumerate(block.lines):
                yield line
                if at < len(block.lines) - 1:
                    yield from (each for lines in self._after[number, at] for each in lines)
            yield from self._between(number, len(block.lines) - 1)

    def _between(self, number: int, at: int) -> Iterator[str]:
        """What the person wrote between two blocks; it may not flow into the second."""
        for lines in self._after[number, at]:
            yield from lines
            if self._page.is_spaced and lines[-1].strip():
                yield ""


def _line(at: int, old: Sequence[str], new: Sequence[str]) -> int:
    """The line of the new block after which what followed line `at` of the old one stands."""
    pairs = dict(_pairs(old, new))
    before = [pairs[each] for each in range(at + 1) if each in pairs]
    behind = [pairs[each] for each in range(at + 1, len(old)) if each in pairs]
    return before[-1] if before else behind[0] - 1 if behind else len(new) - 1


def _pairs(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of a longest common subsequence."""
    from rapidfuzz.distance import LCSseq

    for step in LCSseq.opcodes(first, second):
        if step.tag == "equal":
            yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
