"""The verb `import`: what somebody's file holds, added to the library."""

from pathlib import Path

from reader.cli.run import Answer, Run


def import_file(run: Run) -> Answer:
    """A whole library, or annotations in a format of interchange."""
    from reader.services.library_file_reading import is_archive

    path = Path(run.arguments.file)
    if is_archive(path):
        from reader.cli.moving import import_library

        return import_library(run, path)
    from reader.cli.interchange import import_annotations

    return import_annotations(run, path)
