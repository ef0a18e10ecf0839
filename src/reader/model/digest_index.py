"""What the whole library says: in which reports a term stands, which reports have a figure about something."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.blocks import Span
from reader.model.digest import Field, FigureKind, TermKind


class TermSort(StrEnum):
    """Orders of terms; the values are part of the command line."""

    ARTICLES = "articles"
    OCCURRENCES = "occurrences"
    FIRST = "first"
    """What came up last stands first."""
    TERM = "term"


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term and its use in the library; written, and of the kind, as in the article where it was first seen."""

    term: str
    kind: TermKind
    articles: int
    occurrences: int
    first: str
    """The article with the earliest date."""
    first_title: str
    first_seen: str
    """YYYY-MM-DD: when that article was published, or else added."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """An article that uses a term, and the place where it does so first, in the text of `version`."""

    article: str
    title: str
    published: str | None
    seen: str
    """YYYY-MM-DD: when it was published, or else added."""
    term: str
    """As it is written there."""
    kind: TermKind
    occurrences: int
    version: int
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of an article, with the sentence it stands in; offsets count in the text of `version`."""

    article: str
    title: str
    published: str | None
    object: str
    value: float
    value2: float | None
    unit: str
    approx: str
    kind: FigureKind
    text: str
    version: int
    field: Field
    start: int
    end: int
    sentence: str
    sentence_span: Span


@dataclass(frozen=True, slots=True)
class IndexOutcome:
    """What came of bringing the index up to date."""

    digested: int
    failed: int = 0
    """Articles that could not be digested; the log says why."""
    is_complete: bool = True
    """False when it was cancelled, or the library can only be read."""
