"""What every template is made of: articles with their marks, and what a person chooses for a paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reader.export.citations import DEFAULT_STYLE
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.contrast import Contrast
from reader.model.summary import Picture

Say = Callable[..., str]
"""`messages.Messages`: the sentence of a key in the language of the paper."""


@dataclass(frozen=True, slots=True)
class Material:
    """An article with its marks in text order; `fetched` is when its newest version was read, UTC ISO 8601."""

    article: Article
    fetched: str
    annotations: tuple[Annotation, ...] = ()
    pictures: Mapping[str, tuple[Picture, ...]] = field(default_factory=dict)
    """What marks are about besides words, by the annotation's id."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chooses for a paper."""

    title: str = ""
    """"" proposes one; newlines break it into lines."""
    kinds: tuple[Kind, ...] | None = None
    """None means all."""
    tags: tuple[str, ...] = ()
    """Annotations that have any of these; none named means all."""
    people: str = ""
    date: str = ""
    """YYYY-MM-DD, with a time if wanted, or any text."""
    language: str = "zh_CN"
    style: str = DEFAULT_STYLE
    """Of the citations, one of citations.STYLES."""
    group_by: str = "kind"
    """"kind" or "article": how quotations are grouped."""
    with_quotes: bool = True
    """False leaves the quoted words out wherever there is a note instead."""
    with_sources: bool = True
    """Source, date, citation and the list of references."""
    with_creator: bool = False
    author: str = ""
    """The name in the properties of the document."""
    contrast: Contrast | None = None
    """The tables of 对比材料 as a person left them; None has them made."""
