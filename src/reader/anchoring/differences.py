"""What changed between two texts: paragraphs first, then the words inside the reworded ones."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.anchoring.alignment import align_paragraphs
from reader.anchoring.rewording import Step, readable, steps
from reader.model.blocks import Span
from reader.model.changes import Change, ChangeKind, Piece

KEPT_SHARE = 0.25
"""A paragraph of which less is left was not reworded but replaced."""


class Row(NamedTuple):
    """A paragraph of the old text, of the new one, or the pair of both; a side that is missing is an empty span."""

    old: Span
    new: Span
    has_old: bool
    has_new: bool

    @property
    def is_pair(self) -> bool:
        """Whether both texts have it."""
        return self.has_old and self.has_new


class Alignment:
    """Two texts laid side by side: `rows` in reading order, and the steps that lead through each pair of paragraphs."""

    def __init__(self, old: str, new: str, *, by_words: bool) -> None:
        self.old, self.new = old, new
        self.rows = list(_rows(old, new))
        self._steps = {
            number: [_moved(step, row) for step in steps(old[slice(*row.old)], new[slice(*row.new)], by_words=by_words)]
            for number, row in enumerate(self.rows)
            if row.is_pair
        }

    def steps(self, number: int) -> list[Step]:
        """The steps through the pair in row `number`, in offsets of the whole texts; none for a row that is no pair."""
        return self._steps.get(number, [])


def compare(old: str, new: str) -> tuple[Change, ...]:
    """The paragraphs of both texts as one sequence of changes, deleted ones before inserted ones.

    Joining the old sides of all that is not inserted with line breaks gives `old`, joining the new sides of all that
    is not deleted gives `new`. A rewording keeps numbers and words whole and is merged to stretches that read well.
    """
    alignment = Alignment(old, new, by_words=True)
    changes: list[Change] = []
    for number, row in enumerate(alignment.rows):
        if row.is_pair:
            changes += _pair(alignment, number)
        else:
            changes.append(Change(ChangeKind.DELETED if row.has_old else ChangeKind.INSERTED, row.old, row.new))
    return tuple(changes)


def _pair(alignment: Alignment, number: int) -> list[Change]:
    row, old, new = alignment.rows[number], alignment.old, alignment.new
    if old[slice(*row.old)] == new[slice(*row.new)]:
        return [Change(ChangeKind.KEPT, row.old, row.new)]
    merged = readable(old, new, alignment.steps(number))
    kept = sum(step.old.end - step.old.start for step in merged if step.is_equal)
    if kept < KEPT_SHARE * max(row.old.end - row.old.start, row.new.end - row.new.start):
        gone = Change(ChangeKind.DELETED, row.old, Span(row.new.start, row.new.start))
        return [gone, Change(ChangeKind.INSERTED, Span(row.old.end, row.old.end), row.new)]
    return [Change(ChangeKind.REWORDED, row.old, row.new, tuple(_pieces(merged)))]


def _pieces(merged: Sequence[Step]) -> Iterator[Piece]:
    for step in merged:
        if step.is_equal:
            yield Piece(ChangeKind.KEPT, step.old, step.new)
            continue
        if step.old.end > step.old.start:
            yield Piece(ChangeKind.DELETED, step.old, Span(step.new.start, step.new.start))
        if step.new.end > step.new.start:
            yield Piece(ChangeKind.INSERTED, Span(step.old.end, step.old.end), step.new)


def _rows(old: str, new: str) -> Iterator[Row]:
    before, after = old.split("\n"), new.split("\n")
    i, j = 0, 0
    old_starts, new_starts = _starts(before), _starts(after)
    for here, there in (*align_paragraphs(before, after), (len(before), len(after))):
        for each in range(i, here):
            at = new_starts[j]
            yield Row(Span(old_starts[each], old_starts[each + 1] - 1), Span(at, at), True, False)
        for each in range(j, there):
            at = old_starts[here]
            yield Row(Span(at, at), Span(new_starts[each], new_starts[each + 1] - 1), False, True)
        if here < len(before):
            old_span = Span(old_starts[here], old_starts[here + 1] - 1)
            yield Row(old_span, Span(new_starts[there], new_starts[there + 1] - 1), True, True)
        i, j = here + 1, there + 1


def _starts(paragraphs: Sequence[str]) -> list[int]:
    """Where each paragraph begins, and where one after the last would."""
    return [0, *accumulate(len(each) + 1 for each in paragraphs)]


def _moved(step: Step, row: Row) -> Step:
    (a, b), (c, d) = step.old, step.new
    return Step(
        step.is_equal,
        Span(a + row.old.start, b + row.old.start),
        Span(c + row.new.start, d + row.new.start),
    )
