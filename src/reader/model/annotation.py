"""Annotations and their selectors, in the terms of the W3C Web Annotation model."""

from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32
"""Characters of prefix and suffix in a TextQuoteSelector: as many as the Hypothesis client keeps."""


class Kind(StrEnum):
    """What a mark means; the values are stored and part of the command line."""

    KEY = "key"
    BORROW = "borrow"
    DATA = "data"
    QUESTION = "question"
    ACTION = "action"

    @property
    def seal(self) -> str:
        """The one character stamped in the margin."""
        return SEALS[self]


SEALS = {Kind.KEY: "要", Kind.BORROW: "鉴", Kind.DATA: "数", Kind.QUESTION: "问", Kind.ACTION: "行"}


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """https://www.w3.org/TR/annotation-model/#text-quote-selector"""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """https://www.w3.org/TR/annotation-model/#text-position-selector; code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Selectors:
    """How an annotation finds its place; `position` is None when only the quote is known."""

    quote: TextQuoteSelector
    position: TextPositionSelector | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark with its kind, note and tags.

    `start` and `end` are None for a note on the whole article and for an orphan (a mark whose place is not found in
    the newest version); an orphan keeps its quote and context.
    """

    id: str
    article: str
    version: int
    """Number of the version its offsets count in."""
    kind: Kind
    quote: str = ""
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    owner: str | None = None
    """Who shall do it (kind action)."""
    due: str | None = None
    """By when, YYYY-MM-DD (kind action)."""
    creator: str = ""
    created: str = ""
    modified: str = ""
    orphan: bool = False
    passage: str | None = None
    """段-句, "3-5" or "3-5..4-1"; None without a place."""
    deleted: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where an orphan might belong in the newest version: [start, end), its passage and its words."""

    start: int
    end: int
    passage: str | None
    quote: str
    similarity: float
    """Share of equal characters of the annotation's quote and these words, 0 to 1."""
