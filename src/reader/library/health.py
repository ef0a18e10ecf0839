"""Whether a library is whole, and copies of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.query import Problem

if TYPE_CHECKING:
    from reader.library.engine import Engine


class Health:
    """Checks and backs up one open library."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def check(self) -> list[Problem]:
        """Everything that is wrong with the library."""
        return []

    def backup(self, path: Path) -> None:
        """A verified copy at `path`."""

    def restore(self, path: Path) -> None:
        """Put a verified backup in place of the library."""
