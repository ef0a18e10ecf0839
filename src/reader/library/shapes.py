"""A whole library as plain data: the shapes of `articles/<id>.json` and `library.json` in a library file.

What a person did and what the web gave is in them; what follows from that (search index, sketches, terms and figures,
counts) is not, and is made anew. `consistency` says what must fit together; the container, and where texts and bytes
lie in it, is `services.library_file`.

Times are UTC, ISO 8601 with seconds; dates YYYY-MM-DD; offsets code points of the canonical text of the version that is
named, half-open; a checksum is the sha256 of bytes in hex and at the same time says where they lie. A field that is
not named here makes a file foreign, so that nothing is left out silently: a new field is a new number of the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Protocol, TypeVar

from msgspec import Meta, Struct, ValidationError, convert, to_builtins

from reader.model.annotation import Kind
from reader.model.article import Metadata, Recipe, Status
from reader.model.blocks import Block
from reader.model.corrections import Change
from reader.model.digest import Field, Layer
from reader.model.waiting import AddOptions

Id = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Time = Annotated[str, Meta(pattern=r"\A\d{4}-\d\d-\d\d[0-9T:.Z+-]*\Z", max_length=40)]
Number = Annotated[int, Meta(ge=1, le=1_000_000)]
Offset = Annotated[int, Meta(ge=0, lt=2**31)]
Code = Annotated[str, Meta(pattern=r"\A[a-z_]{1,60}\Z")]
Value = str | int | float | None

TEXTS, HTML, RAW, IMAGES, FILES = FOLDERS = "texts", "html", "raw", "images", "files"
"""Kinds of contents, and the folders they lie in: canonical text and sanitised HTML in UTF-8, what a server sent,
pictures, attachments."""


class Kept(Struct, forbid_unknown_fields=True):
    """What all shapes have in common."""


class Page(Kept):
    """One answer of a server as it came; `url` is where it was found after redirects."""

    raw: Sha256
    media_type: str
    fetched: Time
    headers: list[tuple[str, str]]
    url: str | None


class Picture(Kept):
    """A stored picture of a version; `src` is the address it had in the page. Sizes in pixels."""

    sha256: Sha256
    media_type: str
    width: Number
    height: Number
    src: str


class AttachedFile(Kept):
    """An attachment of a version; `href` is the address it had in the page."""

    sha256: Sha256
    media_type: str
    name: str
    href: str


class VersionData(Kept):
    """An article's content as captured at one time. `blocks` is the body as `model.blocks.blocks_to_json` writes it,
    whose canonical text is `text`; `image_sources` has the address of every picture of the body, stored or not."""

    number: Number
    page: Page
    further_pages: list[Page]
    encoding: str | None
    truncated: bool
    recipe: Recipe
    metadata: Metadata
    text: Sha256
    html: Sha256
    blocks: list[dict[str, Any]]
    image_sources: list[str]
    images: list[Picture]
    files: list[AttachedFile]

    def body(self) -> tuple[Block, ...]:
        """The blocks; ValueError."""
        return checked(self.blocks, tuple[Block, ...])


class AnnotationData(Kept):
    """A mark or a note, as `model.annotation.Annotation`; `deleted` is when it was moved to the trash."""

    id: Id
    version: Number
    kind: Kind
    quote: str
    start: Offset | None
    end: Offset | None
    prefix: str
    suffix: str
    note: str
    tags: list[str]
    owner: str | None
    due: str | None
    creator: str
    created: Time
    modified: Time
    orphan: bool
    passage: str | None
    deleted: Time | None


class CorrectionData(Kept):
    """A reader's correction of a digest, as `model.corrections.Correction`."""

    id: Id
    version: Number
    layer: Layer
    change: Change
    field: Field
    quote: str
    prefix: str
    suffix: str
    start: Offset
    end: Offset
    data: dict[str, Value]
    created: Time


class PositionData(Kept):
    """Where reading stopped."""

    version: Number
    offset: Offset
    progress: Annotated[float, Meta(ge=0, le=1)]


class ArticleData(Kept):
    """One article with everything that belongs to it; versions by number, annotations and corrections as made."""

    id: Id
    metadata: Metadata
    edited: list[str]
    """Fields of the metadata that a person wrote."""
    added: Time
    status: Status
    starred: bool
    progress: Annotated[float, Meta(ge=0, le=1)]
    duplicate_of: Id | None
    sample: bool
    deleted: Time | None
    tags: list[str]
    collections: list[str]
    position: PositionData | None
    versions: Annotated[list[VersionData], Meta(min_length=1)]
    annotations: list[AnnotationData]
    corrections: list[CorrectionData]

    def references(self) -> Iterator[tuple[str, str]]:
        """Folder and checksum of every content it names."""
        for version in self.versions:
            yield from ((TEXTS, version.text), (HTML, version.html))
            yield from ((RAW, page.raw) for page in (version.page, *version.further_pages))
            yield from ((IMAGES, each.sha256) for each in version.images)
            yield from ((FILES, each.sha256) for each in version.files)


class CollectionData(Kept):
    """专题; a meeting has a date and participants."""

    id: Number
    name: str
    date: str | None
    participants: str


class SiteRuleData(Kept):
    """Which element holds the body on the pages of a site, by CSS selector."""

    site: str
    body: str
    made: Time


class ErrorData(Kept):
    """Why a link waits: a code of `model.errors`, and the facts of the case."""

    code: Code
    data: dict[str, Any]


class WaitingData(Kept):
    """A link that waits for the network."""

    id: Number
    source: str
    options: AddOptions
    added: Time
    tried: Time
    attempts: Number
    error: ErrorData


class Shelves(Kept):
    """What belongs to no single article, and the order in which the articles were added."""

    articles: list[Id]
    collections: list[CollectionData]
    site_rules: list[SiteRuleData]
    waiting: list[WaitingData]


class Contents(Protocol):
    """Where texts and bytes are read from, by folder and checksum. Raises ReaderError for what is not there or is
    not what the checksum says; `html` is sanitised, `image` gives media type, width and height as found when the
    picture was decoded, None for one that may not be shown, and `is_link` says where a link may lead."""

    def read(self, folder: str, sha256: str) -> bytes: ...
    def html(self, sha256: str) -> str: ...
    def image(self, sha256: str) -> tuple[str, int, int] | None: ...
    def is_link(self, href: str) -> bool: ...


class Sink(Protocol):
    """Where texts and bytes go, each once; gives the checksum of what was put."""

    def has(self, folder: str, sha256: str) -> bool: ...
    def put(self, folder: str, data: bytes, media_type: str = "") -> str: ...


_Shape = TypeVar("_Shape")


def checked(value: Any, shape: type[_Shape]) -> _Shape:
    """Plain data as a shape; ValueError for another type, a value out of range, or a field that is not known."""
    try:
        made = convert(value, shape)
    except ValidationError as error:
        raise ValueError(str(error)) from error
    if not _covers(to_builtins(made), value):
        raise ValueError("unknown field")
    return made


def _covers(known: Any, given: Any) -> bool:
    """Whether nothing of `given` was ignored: dataclasses do not refuse what they do not know."""
    if isinstance(given, Mapping):
        return isinstance(known, Mapping) and all(key in known and _covers(known[key], given[key]) for key in given)
    if isinstance(given, list):
        return len(known) == len(given) and all(map(_covers, known, given))
    return True
