"""The verbs about what belongs to an article's text: its attachments, and pictures that are missing."""

from pathlib import Path

from reader.cli.output import shown, table
from reader.cli.rows import attachment_row
from reader.cli.run import Answer, Run


def attachments(run: Run) -> Answer:
    """List the attachments of an article, or write them into a folder."""
    attaching, article = run.session.attaching, run.article()
    if run.arguments.output is None:
        listed = attaching.list(article)
        rows = [(f"{each.bytes:,}", each.name, each.href) for each in listed]
        text = table(rows, (0, 60, 0)) if rows else run.say("cli.none.attachments")
        return Answer([attachment_row(each) for each in listed], text)
    written = attaching.save_all(article, Path(run.arguments.output))
    lines = [run.say("cli.done.exported", path=path, bytes=f"{each.bytes:,}") for each, path in written]
    value = [attachment_row(each, path) for each, path in written]
    return Answer(value, "\n".join(lines) if lines else run.say("cli.none.attachments"))


def fetch_images(run: Run) -> Answer:
    """Fetch the pictures that were missing when articles were saved; what still cannot be had is told, no failure."""
    rows, lines = [], []
    for article in run.articles():
        title = run.session.reading.article(article).title
        with shown(run.output.progress()) as progress:
            progress.begin(title)
            done = run.session.completing.fetch_missing(article, progress=progress)
        rows.append({"id": article, "filled": done.filled, "missing": done.missing})
        lines.append(run.say("cli.done.images", title=title, filled=done.filled, missing=done.missing))
    return Answer(rows, "\n".join(lines))
