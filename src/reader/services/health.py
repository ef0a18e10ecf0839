"""The library as a whole: check, backup, restore."""

from pathlib import Path
from typing import Any

from reader.library import Library


class Health:
    """Care for one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def check(self) -> dict[str, Any]:
        """What the library holds, and what is wrong with it."""
        return self._library.health.check()

    def backup(self, path: Path) -> None:
        """A verified copy of the library."""
        self._library.health.backup(path)
