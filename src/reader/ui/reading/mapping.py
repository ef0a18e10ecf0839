"""From canonical text to QTextDocument and back, by segments.

A segment is a stretch of the canonical text that stands in one QTextBlock unaltered: a block of the model, one cell of
a table row, or a part of a very long paragraph. Between segments the two sides differ (newline, tab or nothing on one
side, block boundaries and picture characters on the other), inside one only the counting does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.offsets import Utf16Map


@dataclass(slots=True)
class Segment:
    """A stretch of text that is the same on both sides; nothing about it ever changes."""

    block: int
    """Index of the model's block."""
    start: int
    """Code point offset in the canonical text."""
    end: int
    """Half-open."""
    position: int
    """Of its first character in the document, in UTF-16 units; for a picture, of the picture character."""
    units: int
    """Its length in UTF-16 units."""
    text: str = ""
    """Its text, kept only if some character takes two units."""
    part: int = 0
    """Which part of a block that is too long for one QTextBlock."""
    _map: Utf16Map | None = None
    """Made when it is first asked for: most segments are never looked at."""

    def to_units(self, offset: int) -> int:
        """Units from the segment's start to the code point at `offset`, clipped to the segment."""
        points = min(max(offset, self.start), self.end) - self.start
        return self._astral().to_units(points) if self.text else points

    def to_offset(self, units: int) -> int:
        """The code point offset that stands `units` after the segment's start, clipped to the segment."""
        inside = min(max(units, 0), self.units)
        return self.start + (self._astral().to_points(inside) if self.text else inside)

    def _astral(self) -> Utf16Map:
        if self._map is None:
            self._map = Utf16Map(self.text)
        return self._map


def make_segment(block: int, start: int, text: str, position: int, part: int = 0) -> Segment:
    """The segment for `text` (without lone surrogates), which begins at `start` and at `position`."""
    units = len(text.encode("utf-16-le")) // 2
    return Segment(block, start, start + len(text), position, units, text if units != len(text) else "", part)


class Mapping:
    """All segments of a document, in order; converts in O(log n)."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self._starts = [segment.start for segment in self.segments]
        self._positions = [segment.position for segment in self.segments]
        self._blocks = [segment.block for segment in self.segments]

    def __len__(self) -> int:
        return len(self.segments)

    @property
    def length(self) -> int:
        """Of the canonical text, in code points."""
        return self.segments[-1].end if self.segments else 0

    def index_of_offset(self, offset: int) -> int:
        """Index of the segment that holds `offset`, or of the last one before it; the first one for less."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def index_of_position(self, position: int) -> int:
        """Index of the segment that holds `position`, or of the last one before it; the first one for less."""
        return max(bisect_right(self._positions, position) - 1, 0)

    def to_position(self, offset: int) -> int:
        """The position in the document of the code point at `offset`; beyond either end, the nearest one."""
        if not self.segments:
            return 0
        segment = self.segments[self.index_of_offset(offset)]
        return segment.position + segment.to_units(offset)

    def to_offset(self, position: int) -> int:
        """The code point offset of a position; one outside every segment goes to the end of the one before it."""
        if not self.segments:
            return 0
        segment = self.segments[self.index_of_position(position)]
        return segment.to_offset(position - segment.position)

    def segments_of_block(self, block: int) -> tuple[Segment, ...]:
        """The segments of one block of the model."""
        end = bisect_right(self._blocks, block)
        begin = end
        while begin and self._blocks[begin - 1] == block:
            begin -= 1
        return self.segments[begin:end]

    def at_position(self, position: int) -> Segment | None:
        """The segment that begins exactly at `position`."""
        index = bisect_right(self._positions, position) - 1
        return self.segments[index] if index >= 0 and self._positions[index] == position else None
