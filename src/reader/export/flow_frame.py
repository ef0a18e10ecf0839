"""What stands above and below the body on pages (GB/T 9704-2012, 7.3): 报头, 主送, 附件说明, 署名, 日期, 附件."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from reader.export.frame import attachment_names, recipient_line
from reader.export.gbt9704 import SIGNATURE_INDENT, STYLES, TEXT_WIDTH, Role
from reader.export.lines import Flowable, Indents, Line, Mark, Piece, nominal_width
from reader.model.summary import Closing, Imprint, Masthead, Words
from reader.text.folding import one_line

Measure = Callable[[Line], float]
"""Twips that a line's text takes up when it is not broken."""

_LONGEST_LABEL = 8
"""Characters before a colon that names may hang behind; more of them are a sentence."""


def masthead(head: Masthead) -> Iterator[Line]:
    """Black, and without a document number: study material must not look like an issued document."""
    if head.remark:
        yield _line(Role.REMARK, head.remark)
    yield _line(Role.MASTHEAD, head.name)
    if head.issue:
        yield _line(Role.ISSUE, head.issue)
    if head.unit or head.date:
        unit = (Piece(one_line(head.unit)),) if head.unit else ()
        yield Line(Role.EDITOR, unit, end=one_line(head.date))
    yield Line(Role.MASTHEAD_RULE)


def recipient(name: str, words: Words) -> Line:
    """主送."""
    return _line(Role.RECIPIENT, recipient_line(name, words))


def closing(closing: Closing, words: Words, measure: Measure = nominal_width) -> Iterator[Flowable]:
    """附件说明, 署名 and 日期, kept with the end of the body: no page has nothing but them."""
    for line in chain(_attachments(attachment_names(closing), words), _signature(closing, measure)):
        yield Mark.KEEP
        yield line


def imprint(foot: Imprint) -> list[list[Line]]:
    """The lines of 版记 as blocks with a thin rule between them; names that wrap begin behind the colon."""
    copies = [Line(Role.IMPRINT, end=one_line(foot.copies))] if foot.copies else []
    blocks = [[_addressed(one_line(text)) for text in foot.lines], copies]
    return [block for block in blocks if block]


def _addressed(text: str) -> Line:
    label, colon, names = text.partition("：")
    if not colon or len(label) > _LONGEST_LABEL:
        return _line(Role.IMPRINT, text)
    em = STYLES[Role.IMPRINT].em
    hang = round(em * _characters(label + colon))
    return Line(Role.IMPRINT, (Piece(names),), label + colon, indents=Indents(-hang, em + hang, em))


def attachment_heading(heading: str, words: Words) -> tuple[str, str] | None:
    """("附件2", "title") of "附件2：title"; None of any other heading."""
    label, colon, title = heading.partition(words.colon.strip())
    return (label.strip(), title.strip()) if colon and label.startswith(words.attachment) else None


def _attachments(names: Sequence[str], words: Words) -> Iterator[Line]:
    """附件：1.name. Wrapped lines begin below the first character of the name."""
    if not names:
        return
    yield Line(Role.BLANK)
    em = STYLES[Role.ATTACHMENT].em
    head = words.attachment + words.colon
    labels = [f"{number}." for number in range(1, len(names) + 1)] if len(names) > 1 else [""]
    widths = [_characters(label) for label in (head, max(labels, key=len))]
    left = round(em * (2 + sum(widths)))
    for number, (label, name) in enumerate(zip(labels, names, strict=True)):
        shown = label if number else head + label
        hang = round(em * (widths[1] if number else sum(widths)))
        yield Line(Role.ATTACHMENT, (Piece(name),), shown, indents=Indents(-hang, left))


def _characters(text: str) -> float:
    """How much room a label gets, in Chinese characters: a dot after a digit is narrower, and leaves a small gap."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def _signature(closing: Closing, measure: Measure) -> Iterator[Line]:
    """The signature ends two characters before the margin, and the date begins two characters right of where the
    signature begins; a date that is longer than the signature ends there, and the signature moves to the left."""
    signature, date = (_line(Role.SIGNATURE, text) for text in (closing.signature, closing.date))
    if not (closing.signature or closing.date):
        return
    yield Line(Role.BLANK)
    widest = max(measure(_line(Role.SIGNATURE, part)) for part in closing.signature.split("\n"))
    surplus = round(measure(date) - widest)
    if surplus > 0 and closing.signature:
        ends = 2 * SIGNATURE_INDENT + surplus, SIGNATURE_INDENT
    else:
        ends = SIGNATURE_INDENT, -surplus if closing.signature else SIGNATURE_INDENT
    room = TEXT_WIDTH - STYLES[Role.SIGNATURE].em
    for line, end in zip((signature, date), ends, strict=True):
        if line.text:
            yield Line(line.role, line.pieces, indents=Indents(right=min(end, room)))


def _line(role: Role, text: str) -> Line:
    return Line(role, (Piece(text),))
