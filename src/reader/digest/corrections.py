"""The reader's corrections, applied to a digest that was just made; they are found again by layer and place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.model.blocks import Span
from reader.model.corrections import SETTABLE, Change, Correction
from reader.model.digest import (
    Date,
    DateKind,
    Digest,
    DocumentKind,
    Field,
    FigureKind,
    Item,
    Layer,
    Organisation,
    OutlineNode,
    Reason,
    Term,
    TermKind,
)

SAME_PLACE = 0.5
"""Share of the stretch of both (their overlap of their union) from which an item with other ends is the one meant:
newer rules may end it elsewhere, a newer version may have a word more in it."""

_KINDS: Mapping[tuple[Layer, str], type] = {
    (Layer.FIGURES, "kind"): FigureKind,
    (Layer.DOCUMENTS, "kind"): DocumentKind,
    (Layer.TERMS, "kind"): TermKind,
    (Layer.DATES, "kind"): DateKind,
    (Layer.KEY, "reason"): Reason,
}


Placed = tuple[Correction, Span | None]
"""A correction and its place in the text that is digested; None when its words are not there."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A digest with the reader's corrections; `unused` are the ids of those that fit nothing in it."""

    digest: Digest
    unused: tuple[str, ...] = ()


def apply(digest: Digest, placed: Iterable[Placed], text: str) -> Corrected:
    """Apply corrections, in the order they were made, at their places in `text`, in which the items count.

    One that fits no item changes nothing. Terms and bodies, each of which is one item wherever it stands, are known by
    their words; all others need a place.
    """
    after, unused = digest, []
    for correction, span in placed:
        changed = _applied(after, correction, span, text)
        if changed is None:
            unused.append(correction.id)
        else:
            after = changed
    return Corrected(after, tuple(unused))


def find(digest: Digest, layer: Layer, span: Span, field: Field = Field.BODY) -> Item | None:
    """The item of a layer that stands exactly at `span`; a term or body at any of its places."""
    items = _items(digest, layer)
    index = _exactly(items, span, field)
    return None if index is None else items[index]


def starting(digest: Digest, layer: Layer, start: int, field: Field = Field.BODY) -> Item | None:
    """The item of a layer that begins at `start`."""
    return next((item for item in _items(digest, layer) if (item.field, item.start) == (field, start)), None)


def _items(digest: Digest, layer: Layer) -> Sequence[Item]:
    if layer is Layer.MODEL:
        return (digest.model,) if digest.model else ()
    items: Sequence[Item] = getattr(digest, layer.value)
    return items


def _exactly(items: Sequence[Item], span: Span, field: Field = Field.BODY) -> int | None:
    for index, item in enumerate(items):
        if (item.field, item.start, item.end) == (field, *span):
            return index
    for index, item in enumerate(items):
        if isinstance(item, Term | Organisation) and field is Field.BODY and span in item.places:
            return index
    return None


def _nearly(items: Sequence[Item], span: Span) -> int | None:
    """The item that shares most of its stretch with `span`; the first of equals."""
    best, found = 0.0, None
    for index, item in enumerate(items):
        common = min(item.end, span.end) - max(item.start, span.start)
        if common <= 0:
            continue
        share = common / (max(item.end, span.end) - min(item.start, span.start))
        if share >= SAME_PLACE and share > best:
            best, found = share, index
    return found


def _meant(items: Sequence[Item], correction: Correction, span: Span | None) -> int | None:
    for place, item in enumerate(items):
        if isinstance(item, Term | Organisation) and item.text == correction.selectors.quote.exact:
            return place
    if span is None:
        return None
    index = _exactly(items, span)
    return _nearly(items, span) if index is None else index


def _applied(digest: Digest, correction: Correction, span: Span | None, text: str) -> Digest | None:
    """None when it fits nothing."""
    items = list(_items(digest, correction.layer))
    index = _meant(items, correction, span)
    if index is None:
        return None
    if correction.change is Change.REMOVE:
        del items[index]
    elif correction.change is Change.MERGE:
        merged = _merged(items[index - 1], items[index], text) if index else None
        if merged is None:
            return None
        items[index - 1 : index + 1] = [merged]
    else:
        is_same = span is not None and text[slice(*span)] == correction.selectors.quote.exact
        changes = _changes(correction, is_same=is_same)
        if not changes:
            return None
        items[index] = _set(items[index], changes)
    return _with(digest, correction.layer, items)


def _with(digest: Digest, layer: Layer, items: Sequence[Item]) -> Digest:
    changed: dict[str, Any] = {layer.value: tuple(items)}
    if layer is Layer.MODEL:
        changed = {"model": items[0] if items else None}
    return replace(digest, **changed)


def _merged(first: Item, second: Item, text: str) -> OutlineNode | None:
    if not isinstance(first, OutlineNode) or not isinstance(second, OutlineNode):
        return None
    end = max(first.end, second.end)
    title = f"{first.title} {second.title}".strip()
    return replace(first, end=end, text=text[first.start : end], title=title, corrected=True)


def _changes(correction: Correction, *, is_same: bool) -> dict[str, Any]:
    """What there is to set; where the words are others than those that were corrected, not what they mean."""
    settable = SETTABLE[correction.layer]
    return {
        name: value if (kind := _KINDS.get((correction.layer, name))) is None else kind(value)
        for name, value in correction.data.items()
        if name in settable and (is_same or not settable[name].is_of_words)
    }


def _set(item: Item, changes: Mapping[str, Any]) -> Item:
    more = {}
    if isinstance(item, Date) and changes.get("norm", "").startswith(tuple("0123456789")):
        more = {"resolved": changes["norm"]}  # it names its year, so there is nothing to complete
    return replace(item, **changes, **more, corrected=True)
