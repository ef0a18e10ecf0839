"""The verb `import`: what somebody's file holds, added to the library."""

from pathlib import Path

from reader.cli.moving import import_library
from reader.cli.run import Answer, Run


def import_file(run: Run) -> Answer:
    """A library file."""
    return import_library(run, Path(run.arguments.file))
