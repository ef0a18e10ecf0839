"""The verbs about the whole library: which reports use a term, and which have a figure about something."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reader.cli.output import SHORT_ID, shown, table
from reader.cli.run import Answer, Run
from reader.text.folding import one_line

if TYPE_CHECKING:
    from reader.model.digest_index import FigureRow, TermPlace, TermRow

Row = dict[str, Any]


def terms(run: Run) -> Answer:
    """Terms of all reports, or with --articles the reports that use one."""
    from reader.model.digest_index import TermSort

    asked, query = run.arguments, " ".join(run.arguments.query)
    _bring_up_to_date(run)
    if asked.articles:
        places = run.session.digesting.term_places(query)[: asked.limit]
        if run.output.is_json:
            return Answer([asdict(place) for place in places])
        return Answer(None, _places(run, places) if places else run.say("cli.none.terms"))
    found = run.session.digesting.terms(query, TermSort(asked.sort), asked.limit)
    return Answer([asdict(row) for row in found], _terms(run, found) if found else run.say("cli.none.terms"))


def figures(run: Run) -> Answer:
    """Figures about something, with the sentence they stand in, the newest report first."""
    asked = run.arguments
    _bring_up_to_date(run)
    found = run.session.digesting.figures(" ".join(asked.query), asked.limit)
    text = _figures(run, found) if found else run.say("cli.none.figures")
    return Answer([_figure_row(row) for row in found], text)


def _bring_up_to_date(run: Run) -> None:
    if run.arguments.anew:
        run.session.digesting.forget_index()
    with shown(run.output.progress()) as progress:
        outcome = run.session.digesting.index(progress)
    if outcome.failed:
        run.output.message(run.say("cli.not_digested", count=outcome.failed))


def _terms(run: Run, found: list[TermRow]) -> str:
    rows = [
        (
            row.term,
            run.say("cli.digest.slogan") if row.kind.value == "slogan" else "",
            run.say("cli.term.articles", count=row.articles),
            run.say("cli.term.occurrences", count=row.occurrences),
            row.first_seen,
            row.first[:SHORT_ID],
            row.first_title,
        )
        for row in found
    ]
    return table(rows, (40, 0, 0, 0, 0, 0, 48))


def _places(run: Run, places: list[TermPlace]) -> str:
    rows = [
        (
            place.article[:SHORT_ID],
            place.seen,
            run.say("cli.term.occurrences", count=place.occurrences),
            _passage(run, place),
            place.title,
        )
        for place in places
    ]
    return table(rows, (0, 0, 0, 0, 56))


def _passage(run: Run, place: TermPlace) -> str:
    if place.field.value == "title":
        return run.say("cli.digest.title")
    return run.session.reading.passages(place.article, place.version).number(place.start, place.end) or ""


def _figures(run: Run, found: list[FigureRow]) -> str:
    lines = []
    for row in found:
        written = row.text if row.approx in row.text else f"{row.approx} {row.text}"
        lines.append(f"{row.article[:SHORT_ID]}  {row.published or '—'}  {written}  {row.object}".rstrip())
        lines.append(f"    {one_line(row.sentence)}  〔{row.title}〕")
    return "\n".join(lines)


def _figure_row(row: FigureRow) -> Row:
    value = asdict(row)
    value["sentence_span"] = list(row.sentence_span)
    return value
