"""Which marks touch a stretch of text: an index over spans that may overlap freely."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class HasSpan(Protocol):
    """Anything with a place in the canonical text: code points, half-open."""

    @property
    def start(self) -> int | None: ...

    @property
    def end(self) -> int | None: ...


Item = TypeVar("Item", bound=HasSpan)


class SpanIndex(Generic[Item]):
    """Spans sorted by start; asking for those that touch a window costs what it finds, plus two bisections.

    Items without a place are left out. (One very long span makes the spans behind its start be looked at, too.)
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        placed = [item for item in items if item.start is not None]
        placed.sort(key=attrgetter("start"))
        self.items: Sequence[Item] = placed
        self._starts = [item.start for item in placed]
        # The farthest end among all up to here: ascending, so the first span that can reach a window is bisected.
        self._reach = list(accumulate([item.end for item in placed], max))

    def __len__(self) -> int:
        return len(self.items)

    def touching(self, start: int, end: int) -> list[Item]:
        """Those that share at least one character with [start, end), in text order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [item for item in self.items[first:last] if item.end > start]

    def at(self, offset: int) -> list[Item]:
        """Those that hold the character at `offset`, the shortest first, of two alike the later in text order."""
        return sorted(self.touching(offset, offset + 1), key=lambda item: (item.end - item.start, -item.start))
