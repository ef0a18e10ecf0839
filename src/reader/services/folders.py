"""Files by their names: which can be added, what to do about the others, and which a folder holds."""

import os
from pathlib import Path

from reader.model.errors import CaptureError

ADDABLE = (
    ".html", ".htm", ".xhtml", ".shtml", ".jhtml", ".mhtml", ".mht", ".docx", ".pdf", ".epub",
    ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text",
)  # fmt: skip
"""Endings of the files that capturing reads; it looks at their bytes, folders are chosen from by name."""

_OTHERS = {
    "office_format": (".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".uot"),
    "sheet_format": (".xls", ".xlsx", ".xlsm", ".et", ".ods", ".csv"),
    "slides_format": (".ppt", ".pptx", ".pps", ".ppsx", ".dps", ".odp"),
    "printable_format": (".ofd", ".caj", ".kdh", ".nh", ".ceb", ".gd", ".djvu", ".xps", ".webarchive", ".eml"),
    "packed_format": (".zip", ".rar", ".7z", ".gz", ".tar"),
    "book_format": (".mobi", ".azw", ".azw3", ".fb2"),
    "picture_source": (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"),
}
"""Code of what can be done about a file that is not read → endings."""

MOST_FILES = 2_000
_MOST_NAMES = 100_000
"""Names that are looked at; whoever drops a whole disk waits a second and not an hour."""
_COMPANIONS = ("_files", ".files", "_file", ".assets")
"""What browsers put beside a saved page: its images, and pages of its frames."""
_HIDDEN = (".", "~$", "._")
"""How names begin that nobody means: hidden files, and what Word and WPS put beside an open document."""


def can_be_added(path: Path) -> bool:
    """Whether a file has an ending of those that are read."""
    return path.suffix.lower() in ADDABLE


def why_not(name: str) -> CaptureError | None:
    """What can be done about a file that cannot be added, by its ending; None when it is of no known kind."""
    suffix = Path(name).suffix.lower()
    code = next((code for code, suffixes in _OTHERS.items() if suffix in suffixes), None)
    return CaptureError(code, source=name, format=suffix[1:].upper()) if code else None


def files_below(folder: Path) -> list[Path]:
    """The addable files in a folder and below it, sorted by path, at most MOST_FILES.

    Hidden ones, links that lead out of the folder, and what browsers saved beside a page are left out. CaptureError
    folder_empty, file_missing.
    """
    found: list[Path] = []
    seen = 0
    home = folder.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN) and not name.endswith(_COMPANIONS))
        paths = (Path(place, name) for name in sorted(names) if not name.startswith(_HIDDEN))
        found += [path for path in paths if can_be_added(path) and _is_file_in(path, home)]
        seen += len(names) + len(folders)
        if len(found) >= MOST_FILES or seen >= _MOST_NAMES:
            break
    if not found:
        raise CaptureError("folder_empty" if folder.is_dir() else "file_missing", path=str(folder))
    return found[:MOST_FILES]


def _is_file_in(path: Path, home: Path) -> bool:
    """No folder, no pipe, no link to somewhere else."""
    try:
        return path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(home))
    except (OSError, RuntimeError):  # a circle of links
        return False
