"""What travels between libraries, and between this program and others."""

from dataclasses import dataclass, field

from reader.model.annotation import Annotation
from reader.model.article import Metadata


@dataclass(frozen=True, slots=True)
class ExchangedArticle:
    """An article as a file knows it, and the annotations the file has of it.

    Offsets of the annotations count in `text`, or in whatever text the other program had: they are hints, and the
    quote decides.
    """

    metadata: Metadata
    annotations: tuple[Annotation, ...] = ()
    id: str = ""
    """In the library it came from, 32 hex digits; "" where the file does not say."""
    text: str | None = field(default=None, repr=False)
    """The canonical text, where the file holds it."""
    sha256: str = ""
    """Of the canonical text in UTF-8, hex."""
    fetched: str = ""
    """When that text was fetched: UTC, ISO 8601 with seconds."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a file holds."""

    format: str
    articles: tuple[ExchangedArticle, ...]
    skipped: int = 0
    """Entries that hold no annotation: without a quote, a note or a tag."""

    @property
    def annotations(self) -> int:
        """How many there are."""
        return sum(len(article.annotations) for article in self.articles)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came of importing a file: enough to tell of it, and to take it back."""

    format: str
    articles_matched: tuple[str, ...] = ()
    """Ids of articles that the library had."""
    articles_added: tuple[str, ...] = ()
    articles_restored: tuple[str, ...] = ()
    """That lay in the trash."""
    added: tuple[str, ...] = ()
    """Ids of annotations."""
    restored: tuple[str, ...] = ()
    updated: tuple[tuple[Annotation, Annotation], ...] = ()
    """Before and after."""
    unchanged: int = 0
    orphaned: tuple[str, ...] = ()
    """Ids of those added or updated whose words are not found in the article."""
    skipped: int = 0
    """As in Exchange."""

    @property
    def is_change(self) -> bool:
        """Whether the library is another than before."""
        return bool(self.articles_added or self.articles_restored or self.added or self.restored or self.updated)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of all articles that the file was about."""
        return (*self.articles_matched, *self.articles_added, *self.articles_restored)
