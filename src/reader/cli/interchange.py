"""Annotations out to other programs, and in from them, on the command line."""

from collections.abc import Sequence
from pathlib import Path

from reader.cli.output import facts
from reader.cli.rows import Row
from reader.cli.run import Answer, Run
from reader.model.annotation import Kind
from reader.model.interchange import ImportOutcome


def export_annotations(run: Run, ids: Sequence[str]) -> Answer:
    """Annotations of articles as a file of one of INTERCHANGE_FORMATS."""
    asked = run.arguments
    done = run.session.interchange.export(
        ids,
        asked.format,
        Path(asked.output),
        kinds=tuple(Kind(kind) for kind in asked.kind),
        tags=tuple(asked.tag),
        creators=tuple(asked.creators),
        with_text=asked.with_text,
    )
    value = {"path": str(done.path), "bytes": done.bytes, "pages": None}
    return Answer(value, run.say("cli.done.exported", path=done.path, bytes=f"{done.bytes:,}"))


def import_annotations(run: Run, path: Path) -> Answer:
    """Annotations of a file into the library."""
    from reader.services.interchange import counted

    outcome = run.session.interchange.import_file(path, run.output.say.language)
    lines: list[tuple[str, object]] = [(run.say("import.format"), run.say(f"interchange.format.{outcome.format}"))]
    lines += [(run.say(key), count) for key, count in counted(outcome) if count]
    return Answer(import_row(outcome), facts(lines))


def import_row(outcome: ImportOutcome) -> Row:
    """What `import` tells: how many of each."""
    return {
        "format": outcome.format,
        "articles": {
            "matched": len(outcome.articles_matched),
            "added": len(outcome.articles_added),
            "restored": len(outcome.articles_restored),
        },
        "annotations": {
            "added": len(outcome.added),
            "updated": len(outcome.updated),
            "restored": len(outcome.restored),
            "unchanged": outcome.unchanged,
            "orphaned": len(outcome.orphaned),
        },
        "skipped": outcome.skipped,
    }
