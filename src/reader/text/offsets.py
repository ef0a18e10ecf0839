"""Code points and UTF-16 code units: Python counts the first, Qt the second.

They differ from the first character beyond U+FFFF on ("𬭎" is one code point and two units), and such characters
occur in people's names.
"""

from bisect import bisect_left, bisect_right


class Utf16Map:
    """Converts offsets of one string; O(log n) in its number of characters beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, c in enumerate(text) if c > "\uffff"] if not text.isascii() else []
        self._units = [position + order for order, position in enumerate(self._astral)]

    def to_units(self, offset: int) -> int:
        """The UTF-16 offset of the code point at `offset`."""
        return offset + bisect_left(self._astral, offset)

    def to_points(self, units: int) -> int:
        """The code point offset for a UTF-16 offset; one between two halves of a pair counts as after the pair."""
        before = bisect_right(self._units, units - 1)
        if before and self._units[before - 1] + 1 == units:
            return self._astral[before - 1] + 1
        return units - before
