"""Everything that a report says, layer by layer; pure functions, the same text gives the same digest."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from reader.digest.arithmetic import hints
from reader.digest.chains import chains
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
from reader.model.digest import Date, Digest, Field, Figure, Item, Organisation, Term

AnyItem = TypeVar("AnyItem", bound=Item)

RULES = 1
"""Raised whenever a rule of any layer changes: what a library remembers of digests is then made again."""


def digest_text(text: str) -> Digest:
    """The digest of a plain text or a page dump; offsets count in `text` exactly as it is."""
    return _digest(plain_report(text))


def digest_article(metadata: Metadata, blocks: Sequence[Block]) -> Digest:
    """The digest of an article; offsets count in its canonical text, or in its title where `field` says so."""
    report = article_report(metadata, blocks)
    return _placed(_digest(report), report.offset)


def _digest(report: Report) -> Digest:
    linked = tuple(chains(report))
    named = tuple(documents(report))
    dated = tuple(dates(report))
    coined = tuple(terms(report, linked))
    nodes = tuple(outline(report))
    markers = [Span(node.start, node.start + len(node.marker)) for node in nodes if node.marker]
    blocked = sorted([*markers, *(Span(item.start, item.end) for item in chain(linked, named, dated, coined))])
    counted = tuple(figures(report, blocked))
    model = headline_model(report, nodes)
    whole = Digest(
        meta=report.meta,
        model=model,
        outline=nodes,
        figures=counted,
        documents=named,
        terms=coined,
        orgs=tuple(organisations(report)),
        dates=dated,
        chains=linked,
        hints=tuple(hints(report, counted, model)),
    )
    return replace(whole, key=tuple(key_passages(report, whole)))


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
