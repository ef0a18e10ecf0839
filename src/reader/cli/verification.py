"""The verb `verify`: the quotations of a document, checked against the library."""

from reader.cli.output import shown
from reader.cli.rows import checked_row
from reader.cli.run import Answer, Run, standard_input
from reader.services.verification_report import report, summary


def verify(run: Run) -> Answer:
    """Every quotation with what the library says of it; a failure when one of them is not exact."""
    source = run.arguments.file
    ids = run.articles() or None
    with shown(run.output.progress()) as progress:
        progress.begin(source)
        found = run.session.verifying.verify_file(
            source, ids, data=standard_input() if source == "-" else None, progress=progress
        )
    if run.output.is_json:
        run.output.message(summary(found, run.output.say))
    rows = [checked_row(checked) for checked in found.checked]
    return Answer(rows, lambda: report(found, run.output.say), failed=not all(each.is_sound for each in found.checked))
