"""The verbs that take a whole library out and in, in an open format."""

from pathlib import Path

from reader.cli.output import shown
from reader.cli.run import Answer, Run


def export_library(run: Run) -> Answer:
    """Everything, as a library file."""
    path = Path(run.arguments.file)
    with shown(run.output.progress()) as progress:
        progress.begin(path.name)
        done = run.session.moving.export_library(path, progress=progress)
    value = {"path": str(path), "bytes": done.bytes, "articles": done.articles, "annotations": done.annotations}
    return Answer(value, run.say("cli.done.exported_library", **value | {"bytes": f"{done.bytes:,}"}))


def import_library(run: Run, path: Path) -> Answer:
    """What is in a library file, added to the library."""
    with shown(run.output.progress()) as progress:
        progress.begin(path.name)
        done = run.session.moving.import_library(path, progress=progress)
    lines = [run.say("cli.done.imported_library", path=path, articles=done.articles)]
    lines += [run.say(f"library_file.{name}", count=count) for name, count in done.counts() if count]
    return Answer({"path": str(path), "articles": done.articles, **dict(done.counts())}, "\n".join(lines))
