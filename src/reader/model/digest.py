"""What a report says: the items of a digest, in the terms of the interface and of the command line's JSON.

Offsets are code points, half-open, into the text that was digested; `text` is what stands there, as stored.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reader.model.blocks import Span


class Layer(StrEnum):
    """The parts of a digest; the values are keys of the JSON and are stored with corrections."""

    MODEL = "model"
    OUTLINE = "outline"
    FIGURES = "figures"
    DOCUMENTS = "documents"
    TERMS = "terms"
    ORGANISATIONS = "orgs"
    DATES = "dates"
    CHAINS = "chains"
    KEY = "key"


class Field(StrEnum):
    """What offsets count in: the canonical text, or the headline of an article, which stands outside of it."""

    BODY = "body"
    TITLE = "title"


class FigureKind(StrEnum):
    """What a figure is; STRUCTURAL describes the shape of a model (三级网格架构, 4项工作制度)."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    MEASURE = "measure"
    AGE = "age"
    RATE = "rate"
    STRUCTURAL = "structural"


class DocumentKind(StrEnum):
    """DOCUMENT: a policy, plan, law, notice; WORK: a book, film, newspaper; NUMBER: 国办发〔2022〕14号."""

    DOCUMENT = "document"
    WORK = "work"
    NUMBER = "docno"


class TermKind(StrEnum):
    """TERM names something; SLOGAN is a set phrase used as a motto or principle."""

    TERM = "term"
    SLOGAN = "slogan"


class DateKind(StrEnum):
    """EXPLICIT names its year, month or day; RELATIVE counts from when it was written (今年, 去年以来)."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"


class Reason(StrEnum):
    """Which question a key passage answers: what the model is and who runs it, what its parts are, what is new in how
    it works, what results it has, what makes it last."""

    MODEL = "model"
    PARTS = "parts"
    MECHANISM = "mechanism"
    RESULT = "result"
    LASTING = "lasting"


class HintKind(StrEnum):
    """SUM: a figure is the sum of others; PRODUCT: two figures multiplied give one that is worth knowing; PARTS: the
    number word of the model against the parts that were found."""

    SUM = "sum"
    PRODUCT = "product"
    PARTS = "parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A stretch of the text that means something."""

    text: str
    start: int
    end: int
    field: Field = Field.BODY
    corrected: bool = False
    """Whether the reader changed it."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What the head and foot of a page dump say, as printed (佚名 too); `boilerplate` are the furniture lines."""

    title: str = ""
    published: str | None = None
    """YYYY-MM-DD."""
    source_name: str | None = None
    author: str | None = None
    original_url: str | None = None
    boilerplate: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineModel(Item):
    """The name an article gives its own method: “一二三”党建引领基层治理模式."""

    number: int | None = None
    """How many parts its number word promises (“一二三”: None, 五联五创: 5, 三项举措: 3)."""
    parts: tuple[Item, ...] = ()
    """The parts that the text names, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineNode(Item):
    """A label the author uses to divide the text; `title` is without `marker` ("一是", "（一）", "")."""

    title: str
    marker: str = ""
    level: int = 1
    """1 is the top division."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Item):
    """A number that counts or measures something."""

    value: float
    """Multiplied out: 1.5亿 is 150000000; whole numbers are int."""
    value2: float | None = None
    """The upper end of a range."""
    unit: str = ""
    approx: str = ""
    """The word that makes it approximate (余, 近, 以上, 不少于), "" for none."""
    kind: FigureKind = FigureKind.COUNT
    object: str = ""
    """What is counted, words of the text; "" when it was not found."""
    sentence: Span
    """The sentence it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Item):
    """《…》 with its brackets, or a document number."""

    verb: str | None = None
    """What was done with it in the same clause: 印发, 制定下发."""
    kind: DocumentKind = DocumentKind.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Item):
    """A coined term or slogan at its first mention, without quotation marks."""

    kind: TermKind = TermKind.TERM
    places: tuple[Span, ...] = ()
    """Every occurrence in the body, quoted or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Item):
    """A named body at its first mention."""

    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Item):
    """A date as written; `norm` is ISO-like where the text itself allows (2019, --08-04, 2025-01/2025-08), else ""."""

    norm: str = ""
    kind: DateKind = DateKind.EXPLICIT
    resolved: str = ""
    """`norm` completed with what was said before it and with the day of publishing: where it belongs on a time line."""
    sentence: Span
    """The sentence it stands in; in a line of metadata the date itself."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or period of a time line, with all that the text says to be then."""

    when: str
    """As `Date.resolved`: 2019, 2018-05, 2025-01/2025-08."""
    first: date
    last: date
    """The first and the last day, to place it by: of 2019 they are 2019-01-01 and 2019-12-31."""
    dates: tuple[Date, ...]
    """In text order."""
    sentences: tuple[Span, ...]
    """Where they stand: each sentence once, in text order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Item):
    """A——B——C: bodies or steps in their order."""

    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPassage(Item):
    """A sentence worth marking."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Hint:
    """Arithmetic for a person to judge. `figures` are indices into the figures of the digest: of a SUM the total
    first, of a PRODUCT the factors; PARTS has none."""

    kind: HintKind
    figures: tuple[int, ...] = ()
    value: float = 0
    """The product, or how many parts were found."""
    expected: float = 0
    """PARTS: how many the number word promises."""


@dataclass(frozen=True, slots=True)
class Digest:
    """All that was found; items stand in text order, key passages in text order too."""

    meta: Meta = field(default_factory=Meta)
    model: HeadlineModel | None = None
    outline: tuple[OutlineNode, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[Document, ...] = ()
    terms: tuple[Term, ...] = ()
    orgs: tuple[Organisation, ...] = ()
    dates: tuple[Date, ...] = ()
    chains: tuple[Chain, ...] = ()
    key: tuple[KeyPassage, ...] = ()
    hints: tuple[Hint, ...] = ()
