"""What numbers are not figures within: dates, documents, terms, chains, and the markers of the outline."""

from collections.abc import Iterable, Sequence
from itertools import chain

from reader.digest.report import Report
from reader.model.blocks import Span
from reader.model.digest import Chain, Date, Document, OutlineNode, Term


def no_figures(
    report: Report,
    nodes: Iterable[OutlineNode],
    named: Iterable[Document],
    coined: Sequence[Term],
    dated: Iterable[Date],
    linked: Iterable[Chain],
) -> list[Span]:
    """Their spans in text order; a term wherever it stands in quotation marks, since 落实三项举措 without them counts."""
    markers = (Span(node.start, node.start + len(node.marker)) for node in nodes if node.marker)
    items = (Span(item.start, item.end) for item in chain(named, coined, dated, linked))
    again = (
        place
        for term in coined
        for place in term.places
        if report.content[max(place.start - 1, 0) : place.start] in ("“", "‘")
    )
    return sorted(chain(markers, items, again))
