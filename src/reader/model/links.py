"""What a feed or the list page of a column offers to be saved."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What the links were read from."""

    FEED = "feed"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """One link of a list."""

    title: str
    url: str
    """Absolute, http or https."""
    published: str | None = None
    """ISO 8601 calendar date as the list gives it (the day in the list's own time zone), or None."""
    article: str | None = None
    """Id of the article saved from it; None when there is none, or nobody has looked."""


@dataclass(frozen=True, slots=True)
class LinkList:
    """The links of one page, in its order, each address once."""

    title: str
    url: str
    """Where it was found after redirects."""
    kind: LinkKind
    entries: tuple[LinkEntry, ...]
    next_url: str | None = None
    """The next page of the list."""
    feed: str | None = None
    """The feed that a column page announces."""
