"""The verbs that take a whole library out and in, in an open format."""

from dataclasses import asdict
from pathlib import Path

from reader.cli.output import shown
from reader.cli.run import Answer, Run

COUNTED = (
    "added", "merged", "unchanged", "restored", "linked", "versions", "annotations", "annotations_updated",
    "annotations_set_aside", "corrections", "collections", "site_rules", "waiting", "images_refused",
)  # fmt: skip
"""What an import counts, in the order it is told."""


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
    counts = {name: value for name, value in asdict(done).items() if name in COUNTED}
    lines = [run.say("cli.done.imported_library", path=path, articles=done.articles)]
    lines += [run.say(f"library_file.{name}", count=counts[name]) for name in COUNTED if counts[name]]
    return Answer({"path": str(path), "articles": done.articles, **counts}, "\n".join(lines))
