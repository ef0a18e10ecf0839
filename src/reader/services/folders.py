"""Folders of files: which of them can be added."""

import os
from pathlib import Path

from reader.model.errors import CaptureError

ADDABLE = (
    ".html", ".htm", ".xhtml", ".shtml", ".jhtml", ".mhtml", ".mht", ".docx", ".pdf", ".epub",
    ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text",
)  # fmt: skip
"""Endings of the files that capturing reads; it looks at their bytes, folders are chosen from by name."""

MOST_FILES = 2_000
_COMPANIONS = ("_files", ".files", "_file", ".assets")
"""What browsers put beside a saved page: its images, and pages of its frames."""


def can_be_added(path: Path) -> bool:
    """Whether a file has an ending of those that are read."""
    return path.suffix.lower() in ADDABLE


def files_below(folder: Path) -> list[Path]:
    """The addable files in a folder and below it, sorted by path, at most MOST_FILES.

    Hidden ones, links to folders, and what browsers saved beside a page are left out. CaptureError folder_empty,
    file_missing.
    """
    found: list[Path] = []
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(_COMPANIONS))
        paths = (Path(home, name) for name in sorted(names) if not name.startswith("."))
        found += [path for path in paths if can_be_added(path) and path.is_file()]
        if len(found) >= MOST_FILES:
            break
    if not found:
        raise CaptureError("folder_empty" if folder.is_dir() else "file_missing", path=str(folder))
    return found[:MOST_FILES]
