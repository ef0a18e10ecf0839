"""Articles, their versions, and what capturing hands over."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.annotation import Kind
from reader.model.blocks import Block, canonical_text

SAME = 0.8
"""From this share on two articles count as one text; reposts with 8 % of the characters edited come to .79 and more."""
INSIDE = 0.9
"""From this part on the shorter counts as standing in the longer."""


class Status(StrEnum):
    """How far an article is read; the values are stored and part of the command line."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"
    ARCHIVED = "archived"


class AddStatus(StrEnum):
    """What came of adding a source (the table "Same link, same text")."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    RESTORED = "restored"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a citation needs; None is "not known". Every field can be edited by a person."""

    title: str = ""
    published: str | None = None
    """ISO 8601 calendar date, YYYY-MM-DD."""
    source: str | None = None
    """来源: who published it first, as the page says."""
    author: str | None = None
    original_url: str | None = None
    """原文链接: where the page says the original stands."""
    url: str | None = None
    """Where it was fetched, or what the user said."""
    site: str | None = None
    """Host name of `url` without "www."."""
    language: str | None = None
    """BCP 47, "zh" or "en"."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """What came in, kept for ever: the raw bytes, the headers and the time."""

    raw: bytes
    media_type: str
    fetched: str
    """UTC, ISO 8601 with seconds: 2026-11-22T08:00:00Z."""
    headers: tuple[tuple[str, str], ...] = ()
    url: str | None = None
    """Where it was found after redirects; relative addresses count from it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a reader wants a page extracted where the program's own choice was wrong."""

    encoding: str | None = None
    """Codec to decode with, whatever the page says."""
    body: str = ""
    """CSS selector of the element that holds the body; "" leaves the choice to the program."""


@dataclass(frozen=True, slots=True)
class SiteRule:
    """A reader's choice of body for all pages of a site."""

    site: str
    """Host name without "www."."""
    body: str
    """CSS selector."""
    made: str
    """UTC, ISO 8601 with seconds."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An attachment (附件); `href` is the address it had in the page."""

    sha256: str
    media_type: str
    name: str
    """File name to show and to save it under; not yet safe for a file system."""
    data: bytes
    href: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment as a list shows it, without its bytes; fields as in StoredFile."""

    sha256: str
    media_type: str
    name: str
    bytes: int
    href: str


@dataclass(frozen=True, slots=True)
class StoredImage:
    """An image that passed the checks; `src` is the address it had in the page."""

    sha256: str
    media_type: str
    width: int
    height: int
    data: bytes
    src: str


@dataclass(frozen=True, slots=True)
class CapturedArticle:
    """One source, captured: everything a new version is made of."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    html: str
    """Sanitised; every image's src is "lib:<sha256>", or absent when the image is not stored."""
    markdown: str
    encoding: str | None
    fetch: Fetch
    images: tuple[StoredImage, ...] = ()
    image_sources: tuple[str, ...] = ()
    """Where each image block's image stands, stored or not: as many as there are image blocks, in their order."""
    truncated: bool = False
    """The parser or a limit dropped part of the page."""
    pages: tuple[Fetch, ...] = ()
    """Of an article split over several pages: what follows the first, in order."""
    files: tuple[StoredFile, ...] = ()
    """Its attachments, as far as they could be had."""
    recipe: Recipe = Recipe()
    """The reader's own choices it was extracted with."""

    @property
    def text(self) -> str:
        """The canonical text."""
        return canonical_text(self.blocks)

    @property
    def sha256(self) -> str:
        """Of the canonical text in UTF-8, hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A row of the list: all a list shows, without the body."""

    id: str
    """128 random bits in hex."""
    metadata: Metadata
    added: str
    """UTC, ISO 8601 with seconds."""
    status: Status = Status.UNREAD
    starred: bool = False
    progress: float = 0.0
    """How far it was read, 0 to 1."""
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    annotations: int = 0
    kinds: tuple[Kind, ...] = ()
    """The kinds of its annotations, in the order of the enum."""
    duplicate_of: str | None = None
    chars: int = 0
    """Visible characters of the newest version."""
    version: int = 1
    """Number of the newest version."""
    deleted: str | None = None
    """When it was moved to the trash, UTC ISO 8601."""
    is_sample: bool = False

    @property
    def title(self) -> str:
        """The title, as everywhere."""
        return self.metadata.title


@dataclass(frozen=True, slots=True)
class Resembling:
    """Another article, and what it has in common with the one that was asked about."""

    article: Article
    share: float
    """Of both texts together, 0 to 1."""
    contained: float
    """Of the shorter text, 0 to 1."""
    is_longer: bool = False
    """Whether the other article is the longer one."""

    @property
    def is_same(self) -> bool:
        """Whether the two are one text."""
        return self.share >= SAME

    @property
    def is_repost(self) -> bool:
        """Whether the two are one text, or the one is an excerpt of the other."""
        return self.is_same or self.contained >= INSIDE

    @property
    def percent(self) -> int:
        """What is said of the two: the share of a text that is the same, else the part that is contained. 100 stands
        for all of it, and for nothing less."""
        return int((self.share if self.is_same else self.contained) * 100 + 1e-9)


@dataclass(frozen=True, slots=True)
class Version:
    """An article's content as captured at one time, without the content itself; numbers count from 1."""

    article: str
    number: int
    fetched: str
    sha256: str
    chars: int
    encoding: str | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """The content of one version."""

    version: Version
    blocks: tuple[Block, ...]
    html: str
    text: str = field(default="")


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What came of one source; `error` is set when it failed and `id` is then None."""

    source: str
    status: AddStatus
    id: str | None = None
    title: str = ""
    duplicate_of: str | None = None
    error: Exception | None = None
    waiting: bool = False
    """It failed for want of a network: the link waits and is fetched later."""
    resembling: Resembling | None = None
    """The article that a new one was linked with, and how much the two have in common."""


@dataclass(frozen=True, slots=True)
class Collection:
    """专题: a set of articles; a meeting is a collection with a date and participants."""

    id: int
    name: str
    articles: int = 0
    date: str | None = None
    participants: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading stopped: a code point of the canonical text of `version`."""

    article: str
    version: int
    offset: int
    progress: float
