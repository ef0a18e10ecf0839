"""The verbs that correct a digest, list what was corrected, and take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.cli.output import table
from reader.cli.run import Answer, Run
from reader.model.errors import NotFoundError
from reader.text.folding import one_line

if TYPE_CHECKING:
    from reader.services.correcting import Resolved

Row = dict[str, Any]


def correct(run: Run) -> Answer:
    """Set fields of an item of the digest, remove it, or merge a heading with the one before it."""
    from reader.model.blocks import Span
    from reader.model.corrections import Change

    asked, article, digesting = run.arguments, run.article(), run.session.digesting
    start, end = asked.at
    if end is None:
        end = digesting.item_at(article, asked.layer, start, field=asked.field).end
    change = Change.REMOVE if asked.remove else Change.MERGE if asked.merge else Change.SET
    made = digesting.correct(article, asked.layer, Span(start, end), change, dict(asked.set), field=asked.field)
    numbered = list(enumerate(digesting.resolved(article), 1))
    number, resolved = next(each for each in numbered if each[1].correction.id == made.id)
    return Answer(_row(number, resolved), _lines(run, [(number, resolved)]))


def corrections(run: Run) -> Answer:
    """The corrections of an article's digest in the order they were made; with --undo, without that one."""
    article, digesting, undo = run.article(), run.session.digesting, run.arguments.undo
    if undo is not None:
        made = digesting.corrections(article)
        if not 0 < undo <= len(made):
            raise NotFoundError("correction_not_found", id=undo)
        digesting.undo_correction(article, made[undo - 1].id)
    numbered = list(enumerate(digesting.resolved(article), 1))
    text = _lines(run, numbered) if numbered else run.say("cli.none.corrections")
    return Answer([_row(*each) for each in numbered], text)


def _row(number: int, resolved: Resolved) -> Row:
    """A row of `corrections`; `start` and `end` count in the newest version, null where its words are gone."""
    made, span = resolved.correction, resolved.span
    return {
        "number": number,
        "id": made.id,
        "article": made.article,
        "layer": made.layer.value,
        "change": made.change.value,
        "data": dict(made.data),
        "field": made.field.value,
        "quote": made.selectors.quote.exact,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "used": resolved.is_used,
        "created": made.created,
    }


def _lines(run: Run, numbered: list[tuple[int, Resolved]]) -> str:
    rows = []
    for number, resolved in numbered:
        made = resolved.correction
        values = "  ".join(f"{name}={'' if value is None else value}" for name, value in made.data.items())
        change = values or run.say(f"cli.change.{made.change.value}")
        quote = f"“{one_line(made.selectors.quote.exact)}”"
        unused = "" if resolved.is_used else run.say("cli.correction_unused")
        rows.append((str(number), run.say(f"cli.digest.{made.layer.value}"), quote, change, unused))
    return table(rows, (0, 0, 40, 60, 0))
