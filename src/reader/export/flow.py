"""A summary as the paragraphs and tables that a page shows, one after the other: for the writers that make pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from reader.export.gbt9704 import TITLE_CHARACTERS, Face, Role
from reader.export.marked import Sign, details
from reader.model.summary import (
    Form,
    Item,
    ListEntry,
    NumberedList,
    Paragraph,
    Picture,
    Quotation,
    Section,
    Summary,
    Table,
    TextRun,
    Words,
)

# A title line neither starts with these nor ends before them.
_CLOSING = "的了和与及、，。：；！？,:;!?”’》）)】」』"
_OPENING = "“‘《（(【「『"
_ROLES = {
    Form.TEXT: Role.BODY,
    Form.HEADING: Role.ORIGINAL_HEADING,
    Form.ENTRY: Role.BODY,
    Form.CAPTION: Role.PICTURE_CAPTION,
    Form.REMARK: Role.QUOTE,
}


class Piece(NamedTuple):
    """A stretch of a line in one typeface."""

    text: str
    face: Face | None = None
    """None is the typeface of the role."""
    footnote: int | None = None
    """Number of the reference whose mark stands after it."""
    unbroken: bool = False
    """Whether it should stay on one line."""
    marks: tuple[int, ...] = ()
    """Numbers of the marks that it is part of."""
    ends: tuple[int, ...] = ()
    """Those of them that end with it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Only a title has newlines, for its line breaks."""

    role: Role
    pieces: tuple[Piece, ...] = ()
    number: int = 0
    """Of a paragraph of an article that the paper holds whole, from 1."""

    @property
    def text(self) -> str:
        """Its pieces joined."""
        return "".join(piece.text for piece in self.pieces)


Flowable: TypeAlias = Line | Table | Picture


def flow(summary: Summary) -> Iterator[Flowable]:
    """Everything the pages show but footnotes and page numbers, in order."""
    for item in _flow(summary):
        yield from [item] if isinstance(item, Table | Picture) or item.role is Role.TITLE else _parted(item)


def _parted(line: Line) -> Iterator[Line]:
    """A paragraph for each line of the text: a justified line before a break would be stretched to the margin."""
    pieces: list[Piece] = []
    for piece in line.pieces:
        *ended, last = piece.text.split("\n")
        for text in ended:
            yield Line(line.role, (*pieces, piece._replace(text=text, footnote=None, ends=())), line.number)
            pieces = []
        pieces.append(piece._replace(text=last))
    yield Line(line.role, tuple(pieces), line.number)


def _flow(summary: Summary) -> Iterator[Flowable]:
    yield Line(Role.TITLE, (Piece("\n".join(title_lines(summary.title))),))
    if summary.subtitle:
        yield Line(Role.SUBTITLE, (Piece(summary.subtitle),))
    yield Line(Role.BLANK)
    for section in summary.sections:
        yield from _section(section, summary)
    if summary.references:
        yield Line(Role.HEADING_1, (Piece(summary.words.references),))
        for reference in summary.references:
            yield Line(Role.REFERENCE, (Piece(f"[{reference.number}] {reference.text}{reference.note}"),))


def title_lines(lines: tuple[str, ...]) -> list[str]:
    """The lines of a title, those that are too wide broken where it disturbs least."""
    return [part for line in lines for part in _broken(line)]


def _width(text: str) -> float:
    return sum(0.5 if character < "\u0100" else 1 for character in text)


def _broken(line: str) -> list[str]:
    width = _width(line)
    if width <= TITLE_CHARACTERS or " " in line.strip():
        # Words with spaces between them are broken by the layout.
        return [line]
    count = -int(-width // TITLE_CHARACTERS)
    aim = width / count
    places = [
        (abs(_width(line[:at]) - aim), at)
        for at in range(1, len(line))
        if line[at] not in _CLOSING
        and line[at - 1] not in _OPENING
        and not (line[at - 1].isascii() and line[at].isascii())
        and _width(line[:at]) <= TITLE_CHARACTERS
    ]
    if not places:
        return [line]
    # A break after a mark of punctuation reads best, if it is not far from the middle.
    places = [(distance - (5 if line[at - 1] in "：，、；·:,;》”" else 0), at) for distance, at in places]
    at = min(places)[1]
    return [line[:at], *_broken(line[at:])]


def _section(section: Section, summary: Summary) -> Iterator[Flowable]:
    role = Role.HEADING_1 if section.level == 1 else Role.HEADING_2
    if section.heading:
        yield Line(role, (Piece(section.heading),))
    for item in section.items:
        yield from _item(item, summary)


def _item(item: Item, summary: Summary) -> Iterator[Flowable]:
    match item:
        case Paragraph():
            yield Line(_ROLES[item.form], tuple(map(_piece, item.runs)), item.number)
        case Picture():
            yield from _picture(item)
        case Quotation():
            yield from _quotation(item, summary, item.number)
        case Table():
            if item.caption:
                yield Line(Role.CAPTION, (Piece(item.caption),))
            yield item
            yield Line(Role.SPACER)
        case NumberedList():
            for number, entry in enumerate(item.entries, 1):
                yield from _entry(number, entry, summary)


def cells(table: Table) -> list[list[tuple[Piece, ...]]]:
    """The headings and all rows of a table, cell by cell."""
    return [[tuple(map(_piece, cell)) for cell in row] for row in table.lines]


def note(sign: Sign, mark: Quotation, words: Words) -> Line:
    """What is noted on marked words, for the foot of a page."""
    pieces = [Piece(sign.label, Face.HEI, unbroken=True), Piece(f" {mark.note}")]
    for name, text in details(mark, words):
        pieces += [Piece(f"{words.opening}{name}{words.closing}", Face.HEI, unbroken=True), Piece(text)]
    return Line(Role.FOOTNOTE, tuple(pieces))


def _piece(run: TextRun) -> Piece:
    return Piece(run.text, Face.HEI if run.strong else None, run.footnote, marks=run.marks, ends=run.ends)


def _picture(picture: Picture) -> Iterator[Flowable]:
    yield picture
    if picture.caption:
        yield Line(Role.PICTURE_CAPTION, (Piece(picture.caption),))


def _entry(number: int, entry: ListEntry, summary: Summary) -> Iterator[Flowable]:
    quotation = entry.quotation
    if not entry.text:
        if quotation:
            yield from _quotation(quotation, summary, number)
        return
    place = quotation.place if quotation and not quotation.text else ""
    yield Line(Role.BODY, (Piece(f"{number}.{entry.text}{place}"),))
    if quotation and quotation.text:
        yield from _quotation(quotation, summary, 0)
    elif quotation:
        yield from _details(quotation, summary)


def _quotation(quotation: Quotation, summary: Summary, number: int) -> Iterator[Flowable]:
    label = Piece((f"{number}." if number else "") + f"〔{quotation.kind.seal}〕", Face.BODY)
    place = Piece(quotation.place, Face.BODY)
    if not quotation.text:
        yield Line(Role.BODY, (label, Piece(quotation.note), place))
        yield from _details(quotation, summary)
        return
    yield Line(Role.QUOTE, (label, Piece(quotation.text), place))
    for picture in quotation.pictures:
        yield from _picture(picture)
    yield from _details(quotation, summary, quotation.note)


def _details(quotation: Quotation, summary: Summary, note: str = "") -> Iterator[Flowable]:
    """〔批注〕 and the note, then tags and name in the same manner.

    No wide blank between them: programs that read a PDF would take it for the gap between two columns.
    """
    words = summary.words
    parts = (note, words.comma.join(quotation.tags), quotation.creator)
    pieces: list[Piece] = []
    for label, text in zip((words.note, words.tags, words.creator), parts, strict=True):
        if text:
            opening = words.opening if pieces else words.opening.lstrip()
            pieces += [Piece(f"{opening}{label}{words.closing}", Face.HEI, unbroken=True), Piece(text)]
    if pieces:
        yield Line(Role.NOTE, tuple(pieces))
