"""A summary as the paragraphs and tables that a page shows, one after the other: for the writers that make pages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reader.export.flow_frame import Measure, attachment_heading, closing, masthead, recipient
from reader.export.gbt9704 import TITLE_CHARACTERS, Face, Role
from reader.export.lines import Flowable, Line, Mark, Piece, nominal_width
from reader.export.marked import Sign, details
from reader.model.summary import (
    Form,
    Item,
    ListEntry,
    NumberedList,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Section,
    Summary,
    Table,
    TextRun,
    Words,
)

__all__ = ["Flowable", "Line", "Mark", "Piece", "flow", "title_lines"]

TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE)
"""Whose lines are broken here."""
# A title line neither starts with these nor ends before them.
_CLOSING = "的了和与及、，。：；！？,:;!?”’》）)】」』"
_OPENING = "“‘《（(【「『"
_ROLES = {
    Form.TEXT: Role.BODY,
    Form.HEADING: Role.ORIGINAL_HEADING,
    Form.ENTRY: Role.BODY,
    # Left, as references are: a justified line before an address gapes.
    Form.CITATION: Role.REFERENCE,
    Form.CAPTION: Role.PICTURE_CAPTION,
    Form.REMARK: Role.QUOTE,
}


def flow(summary: Summary, measure: Measure = nominal_width) -> Iterator[Flowable]:
    """Everything the pages show but footnotes and page numbers, in order."""
    for item in _without_idle_turns(_flow(summary, measure)):
        if isinstance(item, Line) and "\n" in item.text and item.role not in TITLES:
            yield from _parted(item)
        else:
            yield item


def _without_idle_turns(items: Iterator[Flowable]) -> Iterator[Flowable]:
    """No page is turned back for nothing: at the end, and between two sections that both lie on their side."""
    pending = False
    for item in items:
        if pending and item is Mark.KEEP:
            continue
        if item is Mark.UPRIGHT:
            pending = True
        elif pending and item is Mark.WIDE:
            pending = False
        else:
            if pending:
                yield Mark.UPRIGHT
            pending = False
            yield item


def _parted(line: Line) -> Iterator[Line]:
    """A paragraph for each line of the text: a justified line before a break would be stretched to the margin."""
    pieces: list[Piece] = []
    rest = line
    for piece in line.pieces:
        *ended, last = piece.text.split("\n")
        for text in ended:
            yield replace(rest, pieces=(*pieces, piece._replace(text=text, footnote=None, ends=())), end="")
            pieces, rest = [], replace(rest, label="", starts_page=False)
        pieces.append(piece._replace(text=last))
    yield replace(rest, pieces=tuple(pieces))


def _flow(summary: Summary, measure: Measure) -> Iterator[Flowable]:
    if summary.masthead:
        yield from masthead(summary.masthead)
    yield _title(Role.TITLE, summary.title)
    if summary.subtitle:
        yield Line(Role.SUBTITLE, (Piece(summary.subtitle),))
    yield Line(Role.BLANK)
    if summary.recipient:
        yield recipient(summary.recipient, summary.words)
    first = next((at for at, section in enumerate(summary.sections) if section.starts_page), len(summary.sections))
    yield from _sections(summary.sections[:first], summary)
    yield from (ends := list(closing(summary.closing, summary.words, measure)))
    if references := _listed_references(summary):
        if ends:
            yield Line(Role.BLANK)
        yield Line(Role.HEADING_1, (Piece(summary.words.references),))
        for reference in references:
            yield Line(Role.REFERENCE, (Piece(f"[{reference.number}] {reference.text}{reference.note}"),))
    yield from _sections(summary.sections[first:], summary)
    if summary.imprint:
        yield Mark.KEEP
        yield summary.imprint


def _listed_references(summary: Summary) -> list[Reference]:
    if summary.lists_references:
        return list(summary.references)
    paragraphs = [item for section in summary.sections for item in section.items if isinstance(item, Paragraph)]
    noted = {run.footnote for paragraph in paragraphs for run in paragraph.runs}
    return [reference for reference in summary.references if reference.number not in noted]


def _title(role: Role, lines: tuple[str, ...]) -> Line:
    return Line(role, (Piece("\n".join(title_lines(lines))),))


def _sections(sections: tuple[Section, ...], summary: Summary) -> Iterator[Flowable]:
    """Those with wide tables on pages that lie on their side."""
    for is_wide, group in groupby(sections, key=lambda section: section.is_wide):
        if is_wide:
            yield Mark.WIDE
        for section in group:
            yield from _section(section, summary)
        if is_wide:
            yield Mark.UPRIGHT


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
    attachment = attachment_heading(section.heading, summary.words) if section.starts_page else None
    if attachment:
        label, title = attachment
        yield Line(Role.ATTACHMENT_NUMBER, (Piece(label),), starts_page=True)
        yield Line(Role.BLANK)
        yield _title(Role.ATTACHMENT_TITLE, (title,))
        yield Line(Role.BLANK)
    elif section.heading or section.starts_page:
        yield Line(role, (Piece(section.heading),), starts_page=section.starts_page)
    for item in section.items:
        yield from _item(item, summary)


def _item(item: Item, summary: Summary) -> Iterator[Flowable]:
    match item:
        case Paragraph():
            yield Line(_ROLES[item.form], tuple(map(_piece, item.runs)), number=item.number)
            if item.text.rstrip().endswith(("：", ":")):
                # 依据：
                yield Mark.KEEP
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
