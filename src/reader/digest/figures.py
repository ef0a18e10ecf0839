"""Figures: every number that counts or measures something, with its unit and with what is counted."""

from collections.abc import Sequence

from reader.digest.measures import measures
from reader.digest.objects import objects
from reader.digest.report import Report
from reader.digest.tables import table_figures
from reader.model.blocks import Span
from reader.model.digest import Figure


def figures(report: Report, blocked: Sequence[Span]) -> list[Figure]:
    """In text order; numbers within `blocked` (dates, documents, terms, chains, markers) are none."""
    from rjieba import tag

    content = _without(report.content, blocked)
    found, in_cells = table_figures(report, content, measures(content))
    counted = objects(report.text, report.content, found, tag)
    return [
        Figure(
            text=report.text[measure.start : measure.end],
            start=measure.start,
            end=measure.end,
            value=measure.value,
            value2=measure.value2,
            unit=measure.unit,
            approx=measure.approx,
            kind=measure.kind,
            object=in_cells.get(measure.start, name),
            sentence=report.sentence_at(measure.start),
        )
        for measure, name in zip(found, counted, strict=True)
    ]


def _without(content: str, blocked: Sequence[Span]) -> str:
    """`content` with the blocked spans blanked out, as long as before."""
    pieces, done = [], 0
    for start, end in sorted(blocked):
        if end > done:
            pieces += [content[done:start], "\x00" * (end - max(start, done))]
            done = end
    return "".join([*pieces, content[done:]])
