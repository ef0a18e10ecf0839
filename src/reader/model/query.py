"""What is asked of a library, and what it answers."""

from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.article import Status
from reader.model.blocks import Span


class SortKey(StrEnum):
    """Orders of a list; the values are part of the command line. Dates and numbers come newest or largest first."""

    ADDED = "added"
    PUBLISHED = "published"
    TITLE = "title"
    SOURCE = "source"
    LENGTH = "length"
    PROGRESS = "progress"
    ANNOTATIONS = "annotations"


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles a list shows; the fields are joined by AND."""

    text: str = ""
    """Words that title, source, author, text, note or quote must contain (the search syntax of `search`)."""
    status: Status | None = None
    starred: bool = False
    annotated: bool = False
    tag: str | None = None
    collection: str | None = None
    deleted: bool = False
    """The trash instead of the library."""
    sort: SortKey = SortKey.ADDED
    reverse: bool = False
    limit: int | None = None


class Field(StrEnum):
    """Where a search looks; the values are part of the command line."""

    TITLE = "title"
    TEXT = "text"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One finding. `start` and `end` place it in the canonical text (None for a title or a note)."""

    article: str
    title: str
    field: Field
    snippet: str
    hits: tuple[Span, ...]
    """Spans in the snippet, code points, half-open."""
    annotation: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles each shelf holds; all but `trash` count what is not in the trash."""

    all: int = 0
    unread: int = 0
    reading: int = 0
    read: int = 0
    archived: int = 0
    starred: int = 0
    annotated: int = 0
    trash: int = 0
    tags: dict[str, int] = field(default_factory=dict)
    """Name of a tag and the number of articles that bear it, by name."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a library; `code` names the sentence `problem.<code>`, `data` fills its places."""

    code: str
    data: dict[str, object] = field(default_factory=dict)
