"""The verb `import`: what somebody's file holds, added to the library."""

from pathlib import Path

from reader.cli.interchange import import_annotations
from reader.cli.run import Answer, Run


def import_file(run: Run) -> Answer:
    """Annotations in a format of interchange."""
    return import_annotations(run, Path(run.arguments.file))
