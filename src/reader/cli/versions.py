"""The verbs about versions: fetching again, and what changed."""

from collections.abc import Iterator

from reader.cli.output import SHORT_ID, shown
from reader.cli.rows import change_row, refetch_row
from reader.cli.run import Answer, Run
from reader.model.article import AddStatus
from reader.model.changes import Change, ChangeKind, Comparison, RefetchOutcome, folds
from reader.services.refetching import sentence

CONTEXT = 1
"""Unchanged paragraphs shown before and after a change."""

SIDES = {
    ChangeKind.KEPT: (" ", ""),
    ChangeKind.DELETED: ("-", ""),
    ChangeKind.INSERTED: ("", "+"),
    ChangeKind.REWORDED: ("-", "+"),
}
"""What stands before the old and before the new paragraph; "" where that is not shown."""


def refetch(run: Run) -> Answer:
    """Fetch every article again; one that fails does not stop the others."""
    outcomes = []
    articles = run.articles()
    with shown(run.output.progress()) as progress:
        for number, article in enumerate(articles, 1):
            many = f"{number}/{len(articles)} " if len(articles) > 1 else ""
            progress.begin(many + run.session.reading.article(article).title)
            outcome = run.session.refetching.refetch(article, progress=progress)
            progress.close()
            outcomes.append(outcome)
            _tell(run, outcome)
    failed = any(outcome.added.status is AddStatus.FAILED for outcome in outcomes)
    return Answer([refetch_row(outcome) for outcome in outcomes], failed=failed)


def _tell(run: Run, outcome: RefetchOutcome) -> None:
    if outcome.added.error is not None:
        run.output.error(outcome.added.error)
        return
    run.output.line(f"{outcome.article[:SHORT_ID]}  {sentence(outcome, run.output.say)}")


def changes(run: Run) -> Answer:
    """What changed between two versions."""
    asked = run.arguments
    found = run.session.comparing.compare(run.article(), asked.old, asked.new)
    return Answer([change_row(change) for change in found.changes], lambda: "\n".join(_unified(run, found)))


def _unified(run: Run, found: Comparison) -> Iterator[str]:
    """Lines with - and +, and one line in place of many that stayed."""
    counts = found.counts
    versions = {"old": found.old.number, "new": found.new.number}
    yield run.say("cli.changes.head", **versions, before=found.old.fetched[:10], after=found.new.fetched[:10])
    yield run.say("changes.counts", inserted=counts.inserted, deleted=counts.deleted, reworded=counts.reworded)
    hidden = dict(folds(found.changes, CONTEXT))
    number = 0
    while number < len(found.changes):
        if last := hidden.get(number):
            yield run.say("changes.hidden", count=last - number)
            number = last
        else:
            yield from _lines(found, found.changes[number])
            number += 1


def _lines(found: Comparison, change: Change) -> Iterator[str]:
    before, after = SIDES[change.kind]
    if before:
        yield f"{before} {found.old_text[slice(*change.old)]}".rstrip()
    if after:
        yield f"{after} {found.new_text[slice(*change.new)]}".rstrip()
