"""A paper: what is exported, without any format.

Every text is verbatim, as it was read or written; a writer escapes what its own format needs. Words that only a
paper prints (headings, labels) are already in the language of the paper.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from reader.model.annotation import Kind


class TextRun(NamedTuple):
    """A stretch of a paragraph."""

    text: str
    strong: bool = False
    footnote: int | None = None
    """Number of the reference that is noted after this run."""
    marks: tuple[int, ...] = ()
    """Numbers, from 1, of those of `Summary.marks` whose quoted words the stretch is part of, in ascending order."""
    ends: tuple[int, ...] = ()
    """Those of `marks` whose quoted words end with it."""


class Form(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    """Of an article that the paper holds whole; no heading of the paper itself."""
    ENTRY = "entry"
    """One of a list, with whatever counts it in its text."""
    CITATION = "citation"
    """What was read, as lists of references have it."""
    CAPTION = "caption"
    """Of a picture or table of the article."""
    REMARK = "remark"
    """In another voice than the paper's: a word of the editors, what the article itself quotes."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Ordinary text."""

    runs: tuple[TextRun, ...]
    form: Form = Form.TEXT
    number: int = 0
    """Of a paragraph of an article that the paper holds whole: which one it is (段), from 1."""

    @property
    def text(self) -> str:
        """The runs' texts joined."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an article, fit for every writer: PNG or JPEG, upright, in RGB or grey."""

    data: bytes = field(repr=False)
    media_type: str
    """"image/png" or "image/jpeg"."""
    width: int
    height: int
    """Pixels of the original, which may be more than `data` has."""
    caption: str = ""
    """Printed below it; "" where the quotation says the same already."""
    alt: str = ""
    """What it shows, for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An annotation on paper: the quoted words, where they stand, and what was noted."""

    kind: Kind
    text: str = ""
    """The quoted words; "" for a note on the whole article, and where only the note is wanted."""
    number: int = 0
    """Counted within its section from 1; 0 means without a number."""
    passage: str | None = None
    """"3-5" or "3-5..4-1"."""
    place: str = ""
    """The passage as the paper prints it, brackets included: "（第3段第5句）"."""
    note: str = ""
    tags: tuple[str, ...] = ()
    creator: str = ""
    article: int = 1
    """Number of its article in the list of references, from 1."""
    orphan: bool = False
    """Whether its place is no longer found; `place` says so too."""
    id: str = ""
    """Of the annotation."""
    pictures: tuple[Picture, ...] = ()
    """That the quoted words are about, in the order of the article."""
    owner: str = ""
    """Who shall do it (kind ACTION)."""
    due: str = ""
    """By when, YYYY-MM-DD (kind ACTION)."""
    created: str = ""
    """UTC, ISO 8601 with seconds; "" where nobody knows."""
    author: str = ""
    """Who made it, for the properties of a comment; `creator` is the same name where it is to be printed."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings; every row has as many cells as `header`."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    """How wide the columns are, in parts of their sum."""
    description: str = ""
    """What it shows, for screen readers."""
    runs: tuple[tuple[tuple[TextRun, ...], ...], ...] = ()
    """The headings and all rows once more, where marks stand in them: of each cell the stretches; () without any."""

    @property
    def lines(self) -> tuple[tuple[tuple[TextRun, ...], ...], ...]:
        """The headings and all rows: of each cell its stretches."""
        return self.runs or tuple(tuple((TextRun(cell),) for cell in row) for row in (self.header, *self.rows))


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a numbered list, and the words of the article it is about."""

    text: str
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Entries counted from 1."""

    entries: tuple[ListEntry, ...]


Item: TypeAlias = Paragraph | Picture | Quotation | Table | NumberedList


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its number, and what stands under it up to the next heading of any level."""

    heading: str
    """"" where the items stand below what came before, under no heading."""
    level: int = 1
    """1 or 2."""
    items: tuple[Item, ...] = ()
    starts_page: bool = False
    """Whether it begins on a new page behind the closing, as 附件 do, whose heading is "附件2：title"."""
    is_wide: bool = False
    """Whether it stands on pages that lie on their long side, for a table with many columns."""
    block: str = ""
    """The block of the template that it is, on level 1; "" where it is none."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the list of references."""

    number: int
    text: str
    """The citation, in the chosen style."""
    note: str = ""
    """What the style has no place for (a reprint); it stands outside the entry."""
    url: str = ""
    title: str = ""
    """Of the article."""
    source: str = ""
    date: str = ""
    """When the article was published, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """报头 of a bulletin: its name, "第3期", and under them who edits it (left) and when (right); black, no 文号."""

    name: str
    issue: str = ""
    unit: str = ""
    date: str = ""
    remark: str = ""
    """Above the name, "内部学习资料"; "" prints nothing."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 at the foot of the last page of a bulletin: "送：…" a line, and how many copies there are at the right."""

    lines: tuple[str, ...]
    copies: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands below the body (GB/T 9704-2012, 7.3.4 and 7.3.5); empty parts print nothing."""

    attachments: tuple[str, ...] = ()
    """附件说明: names of what is attached, without numbers."""
    signature: str = ""
    """署名: a unit or a person."""
    date: str = ""
    """In words: "2026年11月2日"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that writers print around what the paper says."""

    note: str = "批注"
    tags: str = "标签"
    creator: str = "批注人"
    references: str = "参考文献"
    colon: str = "："
    comma: str = "、"
    opening: str = "〔"
    closing: str = "〕"
    """Around a label within a line."""
    attachment: str = "附件"
    owner: str = "责任人"
    due: str = "时限"
    gone: str = "（下面这条标注已不在材料中，因为您在它下面写了内容，所以保留。）"
    """Above a mark that a file keeps for what a person wrote under it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole paper."""

    title: tuple[str, ...]
    """Lines, as the person broke them; a writer may break a long one again."""
    subtitle: str = ""
    """Date and people, brackets included; "" prints nothing."""
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    lists_references: bool = True
    """Whether pages list the references at the end even where notes at the foot of pages give all of them."""
    language: str = "zh_CN"
    """"zh_CN" or "en"."""
    words: Words = field(default_factory=Words)
    subject: str = ""
    """Which kind of paper it is, for the properties of a document."""
    keywords: tuple[str, ...] = ()
    author: str = ""
    """The name the user chose for papers; never the login name."""
    date: str = ""
    """ISO 8601 calendar date or what the user typed."""
    people: str = ""
    masthead: Masthead | None = None
    recipient: str = ""
    """主送: whom the paper is for, without the colon."""
    closing: Closing = field(default_factory=Closing)
    imprint: Imprint | None = None
    marks: tuple[Quotation, ...] = ()
    """Every mark the paper was made of, in the order of the articles and of their texts, whatever the sections show of
    it; a number counts them from 1."""

    @property
    def plain_title(self) -> str:
        """The title on one line."""
        between = "" if self.language.startswith("zh") else " "
        return between.join(self.title)
