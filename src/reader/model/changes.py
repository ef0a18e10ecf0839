"""What changed between two versions of a text, and what came of fetching an article again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import AddOutcome, Version
from reader.model.blocks import Span


class ChangeKind(StrEnum):
    """What happened to a paragraph, or to a piece of a reworded one; the values are part of the command line."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reworded paragraph: kept, deleted or inserted.

    `old` and `new` count in the whole texts; the side on which there is nothing is an empty span.
    """

    kind: ChangeKind
    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph of the old text, of the new one, or of both; spans do not hold the line break after it.

    The side on which there is no paragraph is an empty span at the place where it would stand. `pieces` tile both
    sides of a reworded paragraph and are empty for the others.
    """

    kind: ChangeKind
    old: Span
    new: Span
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many paragraphs with a visible character were inserted, deleted, reworded."""

    inserted: int = 0
    deleted: int = 0
    reworded: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of an article and what changed from the old one to the new one, in reading order."""

    old: Version
    new: Version
    old_text: str
    new_text: str
    changes: tuple[Change, ...]

    @property
    def counts(self) -> Counts:
        """The sum of it."""
        return count(self.changes, self.old_text, self.new_text)


def count(changes: Sequence[Change], old_text: str, new_text: str) -> Counts:
    """Count paragraphs; blank ones (images, say) are left out."""

    def of(kind: ChangeKind) -> int:
        return sum(
            bool(old_text[slice(*change.old)].strip() or new_text[slice(*change.new)].strip())
            for change in changes
            if change.kind is kind
        )

    return Counts(of(ChangeKind.INSERTED), of(ChangeKind.DELETED), of(ChangeKind.REWORDED))


def kept_share(changes: Sequence[Change], old_text: str) -> float:
    """Which share of the old text's characters is still there, 0 to 1; 1 for an empty text."""
    kept = 0
    for change in changes:
        parts = change.pieces if change.kind is ChangeKind.REWORDED else (change,)
        kept += sum(part.old.end - part.old.start for part in parts if part.kind is ChangeKind.KEPT)
    whole = len(old_text.replace("\n", ""))
    return kept / whole if whole else 1.0


def folds(changes: Sequence[Change], context: int) -> list[tuple[int, int]]:
    """Runs [first, last) of kept paragraphs that need not be shown: all but `context` of them next to a change.

    One paragraph alone is not hidden: the line that says so would take its place. Without any change nothing is.
    """
    changed = [number for number, change in enumerate(changes) if change.kind is not ChangeKind.KEPT]
    if not changed:
        return []
    before, after = [-context - 1, *changed], [*changed, len(changes) + context]
    runs = ((one + 1 + context, other - context) for one, other in zip(before, after, strict=True))
    return [(first, last) for first, last in runs if last - first > 1]


@dataclass(frozen=True, slots=True)
class RefetchOutcome:
    """What came of fetching an article again.

    The status of `added` is updated, duplicate (nothing has changed), restored, or failed (nothing was written). The
    rest is only set when there is a new version.
    """

    article: str
    added: AddOutcome
    version: int | None = None
    """Number of the newest version now."""
    counts: Counts = Counts()
    carried: int = 0
    """Marks that have a place in the new version."""
    lost: int = 0
    """Marks that lost their place by it."""
    is_stump: bool = False
    """More than half of the old text is gone: a broken or another page may have taken the place of the article."""
