"""The verb about links that wait for the network."""

from reader.cli.articles import tell_outcome
from reader.cli.output import shown, table
from reader.cli.rows import outcome_row, waiting_row
from reader.cli.run import Answer, Run
from reader.model.article import AddStatus


def waiting(run: Run) -> Answer:
    """The links that wait for the network: listed, fetched now, or dropped."""
    if run.arguments.fetch:
        return _fetch(run)
    if run.arguments.drop:
        run.session.waiting.drop(run.arguments.drop)
        return Answer(run.arguments.drop, run.say("cli.done.dropped", count=len(run.arguments.drop)))
    links = run.session.waiting.list()
    rows = [
        (
            str(each.id),
            each.source,
            each.tried,
            run.say("cli.attempts", count=each.attempts),
            run.say(f"waiting.why.{each.error.code}"),
        )
        for each in links
    ]
    text = table(rows, (0, 60, 0, 0, 0)) if rows else run.say("cli.none.waiting")
    return Answer([waiting_row(each) for each in links], text)


def _fetch(run: Run) -> Answer:
    with shown(run.output.progress()) as progress:
        outcomes = run.session.waiting.try_all(progress=progress)
    for outcome in outcomes:
        tell_outcome(run, outcome)
    failed = any(outcome.status is AddStatus.FAILED for outcome in outcomes)
    text = "" if outcomes else run.say("cli.none.waiting")
    return Answer([outcome_row(outcome) for outcome in outcomes], text, failed=failed)
