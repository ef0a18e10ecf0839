"""What every template is made of: articles with their marks, and what a person chooses for a paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reader.export.citations import DEFAULT_STYLE
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.blocks import Block
from reader.model.contrast import Contrast
from reader.model.digest import Digest, Figure
from reader.model.summary import Picture

ORDERS = ("kind", "text", "outline", "creator", "tag")
"""How quotations are grouped; within a group they stand in the order of the text."""

PACE = 220
"""Chinese characters a minute in a speech that people can follow."""

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
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    """The figures in the words of marks of kind DATA, by the annotation's id."""
    blocks: tuple[Block, ...] = ()
    """The whole article, for templates that need it; offsets of marks count in their text."""
    illustrations: Mapping[int, Picture] = field(default_factory=dict)
    """The stored pictures of the article by the index of their block, where `blocks` are there."""
    digest: Digest | None = None
    """What the article says, for templates and orders that need it; offsets as of the marks."""


@dataclass(frozen=True, slots=True)
class PaperBlock:
    """A part of a paper as a person wants it."""

    name: str
    """One of the template's `blocks`."""
    heading: str = ""
    """"" leaves the template's own."""
    is_shown: bool = True


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
    creators: tuple[str, ...] = ()
    """Annotations of these people; none named means all."""
    order: str = "kind"
    """One of ORDERS."""
    blocks: tuple[PaperBlock, ...] = ()
    """The parts of the paper in their order; those not named follow in the template's."""
    with_quotes: bool = True
    """False leaves the quoted words out wherever there is a note instead."""
    with_sources: bool = True
    """Source, date, citation and the list of references."""
    with_creator: bool = False
    author: str = ""
    """The name in the properties of the document."""
    recipient: str = ""
    """主送, without the colon."""
    signature: str = ""
    """署名, which comes with the date under the paper; "" prints neither."""
    attachments: tuple[str, ...] = ()
    """附件说明."""
    masthead: str = ""
    """What a bulletin is called; "" is the name of its kind, 工作简报."""
    unit: str = ""
    """Who edits a bulletin."""
    issue: str = ""
    """Number of a bulletin."""
    copies_to: tuple[str, ...] = ()
    """Whom a bulletin is sent to; one that begins with 报： 送： or 发： has a line of its own."""
    copies: int = 0
    """How many copies of a bulletin are printed; 0 does not say."""
    remark: str = ""
    """编者按 of a bulletin."""
    abstract: str = ""
    """内容提要 of reading notes; "" takes it from the article."""
    pace: int = PACE
    """Characters a minute, for the speaking time."""
    with_blanks: bool = False
    """A line to fill in by hand where a speech has nothing on how things are at home."""
    with_original: bool = False
    """The articles whole, with their marks, behind the paper."""
    to_fullwidth: bool = False
    """标点转全角 of what is not quoted."""
    contrast: Contrast | None = None
    """The tables of 对比材料 as a person left them; None has them made."""
