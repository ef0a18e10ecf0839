"""A summary becomes a document. Nothing heavy is imported here: each writer is loaded when it is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document in memory."""

    data: bytes
    pages: int | None = None
    """PDF only."""
    files: tuple[tuple[str, bytes], ...] = ()
    """Markdown only: what lies beside the document, by its path relative to that."""
    fonts: tuple[str, ...] = ()
    """PDF only: the families that were used, in the order title, body, 黑, 楷, page number, each once."""


DEFAULT_PROFILE = "obsidian"
"""The dialect of Markdown that any other program reads best; all of them are `markdown.PROFILES`."""
