"""Everything that a report says, layer by layer; pure functions, the same text gives the same digest."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reader.digest.arithmetic import hints
from reader.digest.blocked import no_figures
from reader.digest.chains import chains
from reader.digest.corrections import Corrected, Placed, apply
from reader.digest.dates import dates
from reader.digest.documents import documents
from reader.digest.figures import figures
from reader.digest.headline_model import headline_model
from reader.digest.key_passages import key_passages
from reader.digest.organisations import organisations
from reader.digest.outline import outline
from reader.digest.report import Report, article_report, plain_report
from reader.digest.terms import terms
from reader.model.article import Metadata
from reader.model.blocks import Block, Span
from reader.model.corrections import Correction
from reader.model.digest import Date, Digest, Field, Figure, Item, Layer, Organisation, Term

AnyItem = TypeVar("AnyItem", bound=Item)

RULES = 1
"""Raised whenever a rule of any layer changes: what a library remembers of digests is then made again."""


def digest_text(text: str) -> Digest:
    """The digest of a plain text or a page dump; offsets count in `text` exactly as it is."""
    return _digest(plain_report(text), ()).digest


def digest_article(metadata: Metadata, blocks: Sequence[Block]) -> Digest:
    """The digest of an article; offsets count in its canonical text, or in its title where `field` says so."""
    return corrected_article(metadata, blocks, ()).digest


def corrected_article(metadata: Metadata, blocks: Sequence[Block], corrections: Sequence[Placed]) -> Corrected:
    """The same with the reader's corrections, each with its place in title or canonical text (None: it has none).

    What follows from other items, arithmetic and key passages, follows from the corrected ones.
    """
    report = article_report(metadata, blocks)

    def moved(correction: Correction, span: Span | None) -> Placed:
        by = 0 if correction.field is Field.TITLE else report.offset
        return correction, span and Span(span.start + by, span.end + by)

    found = _digest(report, [moved(*each) for each in corrections])
    return replace(found, digest=_placed(found.digest, report.offset))


def _digest(report: Report, corrections: Sequence[Placed]) -> Corrected:
    linked = tuple(chains(report))
    named = tuple(documents(report))
    dated = tuple(dates(report))
    coined = tuple(terms(report, linked))
    nodes = tuple(outline(report))
    counted = tuple(figures(report, no_figures(report, nodes, named, coined, dated, linked)))
    model = headline_model(report, nodes)
    found = Digest(
        meta=report.meta,
        model=model,
        outline=nodes,
        figures=counted,
        documents=named,
        terms=coined,
        orgs=tuple(organisations(report)),
        dates=dated,
        chains=linked,
    )
    return _with_suggestions(report, found, corrections)


def _with_suggestions(report: Report, found: Digest, corrections: Sequence[Placed]) -> Corrected:
    """`found`, corrected, and then what follows from it, corrected too."""
    first = apply(found, [each for each in corrections if each[0].layer is not Layer.KEY], report.text)
    whole = replace(first.digest, hints=tuple(hints(report, first.digest.figures, first.digest.model)))
    whole = replace(whole, key=tuple(key_passages(report, whole)))
    last = apply(whole, [each for each in corrections if each[0].layer is Layer.KEY], report.text)
    return Corrected(last.digest, (*first.unused, *last.unused))


def _placed(digest: Digest, offset: int) -> Digest:
    """Offsets of an article: into the title for what stands there, into the canonical text for the rest."""

    def span(place: Span) -> Span:
        return Span(place.start - offset, place.end - offset) if place.start >= offset else place

    def item(found: AnyItem) -> AnyItem:
        if found.start < offset:
            return replace(found, field=Field.TITLE)
        placed = replace(found, start=found.start - offset, end=found.end - offset)
        if isinstance(placed, Figure | Date):
            return replace(placed, sentence=span(placed.sentence))
        return placed

    def everywhere(found: Term | Organisation) -> tuple[Span, ...]:
        return tuple(span(place) for place in found.places if place.start >= offset)

    model = digest.model
    return Digest(
        meta=digest.meta,
        model=model and replace(item(model), parts=tuple(map(item, model.parts))),
        outline=tuple(map(item, digest.outline)),
        figures=tuple(map(item, digest.figures)),
        documents=tuple(map(item, digest.documents)),
        terms=tuple(replace(item(term), places=everywhere(term)) for term in digest.terms),
        orgs=tuple(replace(item(body), places=everywhere(body)) for body in digest.orgs),
        dates=tuple(map(item, digest.dates)),
        chains=tuple(map(item, digest.chains)),
        key=tuple(map(item, digest.key)),
        hints=digest.hints,
    )
