"""Rows of a document are dealt out to pages: headings stay with what follows, notes stand at the foot of their page."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """Something that is not divided: a line of text, or a row of a table. Lengths are twips."""

    content: T
    height: int
    keep_with_next: bool = False
    footnotes: tuple[Hashable, ...] = ()
    """Which notes are marked in it."""
    follows: int = 0
    """Height of the rest of its paragraph, which is not to go on behind the notes at the foot of the page."""
    repeated: "Row[T] | None" = None
    """What is put above it where a page begins with it: the headings of a table's columns."""
    continued: tuple[Hashable, ...] = ()
    """The rest of long notes, which may go on at the foot of the pages that follow."""
    starts_page: bool = False
    at_foot: bool = False
    """Whether it stands at the foot of its page."""


PATIENCE = 5
"""A paragraph that notes would divide begins on the next page where no more than this part of a page stays empty."""


@dataclass(slots=True)
class Page(Generic[T]):
    """Rows with the distance of their upper edges from the top of the text area."""

    rows: list[tuple[int, Row[T]]] = field(default_factory=list)
    footnotes: list[Hashable] = field(default_factory=list)
    used: int = 0


class Paginator(Generic[T]):
    """Fills pages of `height`; `notes` are the heights of the footnotes, `gap` that of the rule above them."""

    def __init__(
        self, height: int, notes: Mapping[Hashable, int], gap: int, noted: set[Hashable] | None = None
    ) -> None:
        """`noted` are the notes that earlier pages have; those of these pages are added to it."""
        self._height, self._notes, self._gap = height, notes, gap
        self._noted: set[Hashable] = set() if noted is None else noted
        self._waiting: list[Hashable] = []
        """Notes, and parts of them, for which there was no room yet."""
        self._page: Page[T] = Page()

    def pages(self, rows: Iterable[Row[T]]) -> Iterator[Page[T]]:
        """The pages in order; at least one."""
        for unit in _units(rows):
            if unit[-1].at_foot:
                # Nothing comes after it, and so no page with the rest of notes.
                yield from self._drain()
            if self._page.rows and (unit[0].starts_page or not (self._admits(unit) and self._ends_above_notes(unit))):
                yield self._turn()
            for row in unit:
                # A unit higher than a page is divided after all.
                while (self._page.rows or self._page.footnotes) and not self._admits([row]):
                    yield self._turn()
                self._place(row)
        yield from self._drain()
        yield self._page

    def _drain(self) -> Iterator[Page[T]]:
        """Full pages until no note is waiting."""
        self._settle(self._height)
        while self._waiting:
            yield self._turn()
            self._settle(self._height)

    def _turn(self) -> Page[T]:
        full, self._page = self._page, Page()
        self._settle(self._height // 2)
        return full

    def _admits(self, rows: Sequence[Row[T]]) -> bool:
        """Whether there is room for the rows, and for the notes that have to stand before theirs."""
        if self._new_notes(rows):
            self._settle(self._height)
        return self._fits(rows) and not (self._waiting and self._new_notes(rows))

    def _settle(self, limit: int) -> None:
        """Put waiting notes at the foot of the page, in order, as far as they fit; not into more than `limit`."""
        while self._waiting:
            foot = self._foot((), self._waiting[:1])
            # One that is higher than a page is cut off nowhere better than here.
            is_forced = not self._page.rows and not self._page.footnotes
            if not is_forced and foot > min(limit, self._height - self._page.used):
                return
            self._page.footnotes.append(self._waiting.pop(0))

    def _new_notes(self, rows: Sequence[Row[T]]) -> list[Hashable]:
        numbers = [number for row in rows for number in row.footnotes if number in self._notes]
        return [number for number in dict.fromkeys(numbers) if number not in self._noted]

    def _foot(self, rows: Sequence[Row[T]], more: Sequence[Hashable] = ()) -> int:
        """What the notes of the page need when `rows` are on it too, and `more` notes."""
        numbers = [*self._page.footnotes, *self._new_notes(rows), *more]
        return sum(self._notes[number] for number in numbers) + (self._gap if numbers else 0)

    def _fits(self, rows: Sequence[Row[T]], more: int = 0) -> bool:
        return self._page.used + sum(row.height for row in rows) + more + self._foot(rows) <= self._height

    def _ends_above_notes(self, unit: Sequence[Row[T]]) -> bool:
        """Whether the paragraph that begins last in `unit` may begin here.

        Divided by notes, it could neither be read on without searching nor be found whole in the text of a PDF; but
        no page is left half empty for that.
        """
        if self._height - self._page.used - self._foot(unit) > self._height // PATIENCE:
            return True
        follows = unit[-1].follows
        has_notes = bool(self._page.footnotes or self._new_notes(unit))
        is_short = sum(row.height for row in unit) + follows <= self._height - self._foot(unit)
        return not (follows and has_notes and is_short) or self._fits(unit, follows)

    def _place(self, row: Row[T]) -> None:
        page = self._page
        if not page.rows and row.repeated is not None:
            page.rows.append((0, row.repeated))
            page.used = row.repeated.height
        if row.at_foot:
            page.used = max(page.used, self._height - self._foot([row]) - row.height)
        page.rows.append((page.used, row))
        page.used += row.height
        numbers = self._new_notes([row])
        self._noted.update(numbers)
        if numbers:
            self._waiting += numbers
            self._settle(self._height)
        self._waiting += row.continued
        self._settle(self._height // 2)


def kept(parts: Iterable[Sequence[Row[T]] | None]) -> Iterator[Row[T]]:
    """The rows of all parts; None keeps the last one before it with the whole part after it."""
    last: Row[T] | None = None
    is_kept = False
    for part in parts:
        if part is None:
            last, is_kept = last and replace(last, keep_with_next=True), True
            continue
        for row in part:
            if last:
                yield last
            last = replace(row, keep_with_next=True) if is_kept and row is not part[-1] else row
        is_kept = False
    if last:
        yield last


def _units(rows: Iterable[Row[T]]) -> Iterator[list[Row[T]]]:
    """Rows that have to stand on one page: some that are kept with the next, and the one after them."""
    unit: list[Row[T]] = []
    for row in rows:
        unit.append(row)
        if not row.keep_with_next:
            yield unit
            unit = []
    if unit:
        yield unit
