"""The figures of a few words out of a report: a quotation that somebody marked."""

from reader.digest.blocked import no_figures
from reader.digest.chains import chains
from reader.digest.dates import dates
from reader.digest.documents import documents
from reader.digest.figures import figures
from reader.digest.report import Line, Report
from reader.digest.terms import terms
from reader.model.digest import Figure
from reader.text.dumps import Part


def figures_of(text: str) -> list[Figure]:
    """The figures of `text`, all of it body, in order; offsets count in `text`, `sentence` is the one within `text`."""
    report = Report(text, _lines(text))
    linked = chains(report)
    blocked = no_figures(report, (), documents(report), terms(report, linked), dates(report), linked)
    return figures(report, blocked)


def _lines(text: str) -> tuple[Line, ...]:
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            lines.append(Line(left, left + len(line.strip()), Part.BODY))
        start += len(line) + 1
    return tuple(lines)
