"""The verbs that correct a text from the kept page, and the rules remembered for sites."""

from reader.cli.output import SHORT_ID, table
from reader.cli.rows import outcome_row
from reader.cli.run import Answer, Run
from reader.model.article import AddOutcome, AddStatus
from reader.model.errors import NotFoundError
from reader.services.revising import NARROWER, WIDER

AUTO = "auto"
"""The program's own choice, of a charset and of a body."""


def reextract(run: Run) -> Answer:
    """Extract an article again from the page that was kept."""
    revising, article, asked = run.session.revising, run.article(), run.arguments
    if asked.forget and (site := revising.site(article)):
        revising.forget(site)
    outcome = _again(run, article)
    key = "revised.same" if outcome.status is AddStatus.DUPLICATE else "revised.updated"
    return Answer(outcome_row(outcome), f"{article[:SHORT_ID]}  {run.say(key, title=outcome.title)}")


def _again(run: Run, article: str) -> AddOutcome:
    revising, asked = run.session.revising, run.arguments
    encoding = "" if asked.encoding == AUTO else asked.encoding
    if asked.body in (WIDER, NARROWER):
        return revising.step(article, asked.body, encoding=encoding, remember=asked.remember)
    body = "" if asked.body == AUTO else asked.body
    return revising.again(article, encoding=encoding, body=body, remember=asked.remember)


def rules(run: Run) -> Answer:
    """The bodies remembered for sites; with --forget, without that of one site."""
    revising, site = run.session.revising, run.arguments.forget
    if site and not revising.forget(site):
        raise NotFoundError("rule_not_found", site=site)
    remembered = revising.rules()
    rows = [(rule.site, rule.body, rule.made[:10]) for rule in remembered]
    value = [{"site": rule.site, "body": rule.body, "made": rule.made} for rule in remembered]
    return Answer(value, table(rows, (0, 60, 0)) if rows else run.say("cli.none.rules"))
