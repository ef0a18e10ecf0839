"""The library as a whole: check, backup, restore."""

from pathlib import Path
from typing import Any

from reader import paths
from reader.library import Library
from reader.library.schema import VERSION as SCHEMA_VERSION
from reader.model.errors import LibraryError
from reader.model.query import ArticleQuery


class Health:
    """Care for one open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def check(self) -> dict[str, Any]:
        """What the library holds and what is wrong with it, as plain data: every checksum is computed anew.

        Keys: library, schema, articles, annotations, orphans, problems; a problem has `code` and the facts its
        sentence `problem.<code>` needs.
        """
        return {
            "library": str(self._library.path),
            "schema": SCHEMA_VERSION,
            "articles": len(self._library.articles.ids(ArticleQuery())),
            "annotations": len(self._library.annotations.list()),
            "orphans": len(self._library.annotations.list(orphans=True)),
            "problems": [{"code": problem.code, **problem.data} for problem in self._library.health.check()],
        }

    def backup(self, path: Path) -> None:
        """Write a verified copy of the library to `path`. Raises LibraryError; there is never half a copy."""
        if path.resolve() == self._library.path.resolve():
            raise LibraryError("backup_is_library", path=str(path))
        self._library.health.backup(path)

    def backup_if_due(self) -> Path | None:
        """A verified copy in the folder "backups" beside the library, once a day; None when none was due."""
        return self._library.health.backup_if_due()


def restore(backup: Path, library: Path | None = None) -> Path:
    """Put a verified backup in the place of a library (default: the user's), which need not be readable itself.

    The library that stood there is kept beside it. Returns the path of the library. Raises LibraryError.
    """
    from reader.library.health import restore as put_in_place

    target = library or paths.default_library()
    put_in_place(library=target, backup=backup)
    return target
