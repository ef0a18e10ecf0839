"""The verb about reposts."""

from reader.cli.output import SHORT_ID, table
from reader.cli.rows import reposts_row
from reader.cli.run import Answer, Run
from reader.model.reposts import Reposts


def resembling(run: Run) -> Answer:
    """The reprint chain of an article, and the articles that resemble it."""
    run.session.reposts.sketch_all()
    reposts = run.session.reposts.about(run.article())
    return Answer(reposts_row(reposts), lambda: _text(run, reposts))


def _text(run: Run, reposts: Reposts) -> str:
    from reader.services.reposts import likeness

    chain = [
        (
            "" if not number else "←",
            run.say(f"reposts.{link.role.value}"),
            link.name,
            link.published or "",
            (link.article or "")[:SHORT_ID],
            link.url or "",
        )
        for number, link in enumerate(reposts.chain)
    ]
    rows = [
        (
            each.article.id[:SHORT_ID],
            run.say(likeness(each), percent=each.percent),
            each.article.title,
            each.article.metadata.source or "",
            each.article.metadata.site or "",
            each.article.metadata.published or "",
        )
        for each in reposts.resembling
    ]
    below = table(rows, (0, 0, 56, 24, 0, 0)) if rows else run.say("cli.none.resembling")
    return f"{table(chain, (0,) * 6)}\n\n{below}" if chain else below
