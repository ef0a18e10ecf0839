"""What the tab 摘要 shows, as plain rows in sections; made of a digest in a worker thread, without Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.model.annotation import Annotation, Kind
from reader.model.blocks import Span
from reader.model.corrections import SETTABLE, Change, Correction
from reader.model.digest import (
    Chain,
    Digest,
    Document,
    Field,
    Figure,
    FigureKind,
    Hint,
    HintKind,
    Item,
    KeyPassage,
    Layer,
    Moment,
    Organisation,
    Reason,
    Term,
)
from reader.services.ledger import LedgerRow, ledger_rows
from reader.text.folding import one_line
from reader.text.passages import Passages
from reader.ui.panel.kwic import occurrence

if TYPE_CHECKING:
    from reader.services.digesting import Digested


class RowKind(StrEnum):
    """How a row is painted, and what can be done with it."""

    MODEL = "model"
    PART = "part"
    HINT = "hint"
    KEY = "key"
    FIGURE = "figure"
    DOCUMENT = "document"
    TERM = "term"
    ORGANISATION = "org"
    PLACE = "place"
    DATE = "date"
    CHAIN = "chain"


NOWHERE = Span(0, 0)
_CLAUSE_ENDS = "，,；;：:"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `text` is what it shows first, `note` what stands beside or under that."""

    kind: RowKind
    layer: Layer
    text: str
    span: Span = NOWHERE
    field: Field = Field.BODY
    note: str = ""
    item: Item | None = None
    """None for a hint and for a single occurrence."""
    sentence: Span | None = None
    """What a mark is put on; None outside the body."""
    before: str = ""
    after: str = ""
    """PLACE: the context."""
    places: tuple[Span, ...] = ()
    """TERM and ORGANISATION: every occurrence."""
    hint: Hint | None = None

    @property
    def can_go(self) -> bool:
        """Whether it has a place."""
        return self.kind is not RowKind.HINT


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    layer: Layer
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A digest made ready for the window, with the text that its offsets count in."""

    digest: Digest
    title: str
    text: str
    passages: Passages
    sections: tuple[Section, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What the reader has corrected in this article, in the order in which it was done."""

    def occurrences(self, row: Row) -> list[Row]:
        """The rows under a term or a body: every place with its context."""
        return [_place(row, self.passages, self.text, place) for place in row.places]


def prepare(digested: "Digested", title: str) -> Shown:
    """Sections in the order in which a paper is written: empty ones are left out."""
    digest, text = digested.digest, digested.text
    passages = Passages(text)
    maker = _Maker(title, text, passages)
    made = (
        (Layer.MODEL, maker.model(digest)),
        (Layer.KEY, [maker.row(RowKind.KEY, Layer.KEY, item, mark=_span(item)) for item in digest.key]),
        (Layer.FIGURES, maker.figures(digest.figures)),
        (Layer.DOCUMENTS, [maker.document(item) for item in digest.documents]),
        (Layer.TERMS, [maker.named(RowKind.TERM, Layer.TERMS, item) for item in digest.terms]),
        (Layer.ORGANISATIONS, [maker.named(RowKind.ORGANISATION, Layer.ORGANISATIONS, item) for item in digest.orgs]),
        (Layer.DATES, maker.time_line(digested.moments())),
        (Layer.CHAINS, [maker.chain(item) for item in digest.chains]),
    )
    sections = tuple(Section(layer, tuple(rows)) for layer, rows in made if rows)
    return Shown(digest, title, text, passages, sections, tuple(ledger_rows(digest, title, text, passages)))


def _is_structural(row: Row) -> bool:
    return isinstance(row.item, Figure) and row.item.kind is FigureKind.STRUCTURAL


def _span(item: Item) -> Span:
    return Span(item.start, item.end)


class _Maker:
    """Makes rows of the items of one digest."""

    def __init__(self, title: str, text: str, passages: Passages) -> None:
        self._title, self._text, self._passages = title, text, passages

    def row(self, kind: RowKind, layer: Layer, item: Item, note: str = "", text: str = "", **more: object) -> Row:
        """A row for an item; `mark` says what a mark is put on where that is not its sentence."""
        mark = more.pop("mark", None)
        sentence = (mark or _sentence(self._passages, self._text, item.start)) if item.field is Field.BODY else None
        shown = one_line(text or item.text)
        return Row(kind, layer, shown, _span(item), item.field, note, item, sentence, **more)

    def model(self, digest: Digest) -> list[Row]:
        """The model, its parts, and whether their number is right."""
        if digest.model is None:
            return []
        rows = [self.row(RowKind.MODEL, Layer.MODEL, digest.model)]
        rows += [self.row(RowKind.PART, Layer.MODEL, part) for part in digest.model.parts]
        hints = [hint for hint in digest.hints if hint.kind is HintKind.PARTS]
        return rows + [Row(RowKind.HINT, Layer.MODEL, "", hint=hint) for hint in hints]

    def figures(self, figures: Iterable[Figure]) -> list[Row]:
        """Each once: what the title or a later sentence repeats stands in the ledger. First what was counted, then what
        describes the shape of the model (三级网格)."""
        rows: dict[tuple[str, str], Row] = {}
        for row in map(self.figure, figures):
            if rows.setdefault((row.text, row.note), row).field is Field.TITLE:
                rows[row.text, row.note] = row
        return sorted(rows.values(), key=_is_structural)

    def figure(self, figure: Figure) -> Row:
        """As written, with what makes it approximate before it, and what it counts."""
        lead = figure.approx.split("…")[0]
        words = figure.text if not lead or lead in figure.text else lead + figure.text
        return self.row(RowKind.FIGURE, Layer.FIGURES, figure, one_line(figure.object), words)

    def document(self, document: Document) -> Row:
        """With what was done with it."""
        return self.row(RowKind.DOCUMENT, Layer.DOCUMENTS, document, document.verb or "")

    def named(self, kind: RowKind, layer: Layer, item: Term | Organisation) -> Row:
        """A term or a body, with every occurrence."""
        return self.row(kind, layer, item, places=item.places or ((_span(item),) if item.field is Field.BODY else ()))

    def time_line(self, moments: Iterable[Moment]) -> list[Row]:
        """What has a day, a month or a year, in time order; a sentence is told once for each moment."""
        rows: dict[tuple[str, Span], Row] = {}
        for moment in moments:
            for date in moment.dates:
                row = self.row(RowKind.DATE, Layer.DATES, date, text=moment.when.replace("/", " – "))
                words = self._title if row.sentence is None else self._from_clause(row.sentence, date.start)
                rows.setdefault((moment.when, date.sentence), replace(row, note=one_line(words)))
        return list(rows.values())

    def _from_clause(self, sentence: Span, offset: int) -> str:
        """A sentence from the clause at `offset` on: there is room for two lines of it."""
        before = self._text[sentence.start : offset]
        clause = max(map(before.rfind, _CLAUSE_ENDS)) + 1
        return ("…" if clause else "") + self._text[sentence.start + clause : sentence.end]

    def chain(self, chain: Chain) -> Row:
        """Its nodes are painted as boxes; the text is for those who hear it."""
        return self.row(RowKind.CHAIN, Layer.CHAINS, chain, text=" → ".join(map(one_line, chain.nodes)))


def _sentence(passages: Passages, text: str, offset: int) -> Span | None:
    """The sentence at an offset of the body, without blanks around it."""
    found = passages.at(offset)
    if found is None:
        return None
    words = text[found.start : found.end]
    start = found.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _place(row: Row, passages: Passages, text: str, place: Span) -> Row:
    found = occurrence(text, place)
    return Row(
        RowKind.PLACE, row.layer, found.keyword, place, before=found.before, after=found.after,
        sentence=_sentence(passages, text, place.start),
    )  # fmt: skip


def default_kind(row: Row) -> Kind:
    """The kind that a suggestion becomes: results are data, all else is a key point."""
    is_result = isinstance(row.item, KeyPassage) and row.item.reason is Reason.RESULT
    return Kind.DATA if is_result or row.kind is RowKind.FIGURE else Kind.KEY


def is_suggestion(line: object) -> bool:
    """Whether a line is a passage that is suggested for marking."""
    return isinstance(line, Row) and line.kind is RowKind.KEY


def accepted(row: Row, annotations: Sequence[Annotation]) -> Annotation | None:
    """The annotation that a suggestion has become: the one that shares most of its words, if any does."""
    best, most = None, 0
    for annotation in annotations:
        if annotation.start is not None and annotation.end is not None:
            shared = min(annotation.end, row.span.end) - max(annotation.start, row.span.start)
            if shared > most:
                best, most = annotation, shared
    return best


_OF_ITEMS = frozenset(RowKind) - {RowKind.PART, RowKind.HINT, RowKind.PLACE}
"""Rows that stand for an item of a layer of their own."""


def can_change(row: Row, change: Change) -> bool:
    """Whether a reader can correct what the row stands for in this way."""
    if row.item is None or row.kind not in _OF_ITEMS:
        return False
    return bool(SETTABLE[row.layer]) if change is Change.SET else change is Change.REMOVE
