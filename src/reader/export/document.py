"""One door to all writers: a summary, a format and a path become a file, or an ExportError and no file."""

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import paths
from reader.export import DEFAULT_PROFILE, Rendered
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Summary

EXTENSIONS = {"docx": "docx", "pdf": "pdf", "html": "html", "md": "md", "xlsx": "xlsx"}
"""Formats, as the command line names them, and the ends of their files' names."""

# What the system says, and the sentence for it. Windows reports a file that Word has open as "permission denied".
_CODES = {
    errno.EISDIR: "export_is_folder",
    errno.EACCES: "export_no_permission",
    errno.EPERM: "export_no_permission",
    errno.EBUSY: "export_no_permission",
    errno.ENOSPC: "export_disk_full",
    errno.EDQUOT: "export_disk_full",
    errno.EFBIG: "export_disk_full",
    errno.EROFS: "export_read_only",
    errno.ENOENT: "export_no_folder",
    errno.ENAMETOOLONG: "export_name_too_long",
}


def render(
    summary: Summary,
    format: str,
    cancel: threading.Event | None = None,
    name: str = "",
    profile: str = DEFAULT_PROFILE,
    old: bytes = b"",
) -> Rendered:
    """The document in one of EXTENSIONS; ExportError export_format, export_profile or no_cjk_font, CancelledError.

    The rest is for Markdown alone: `name` is what the file will be called, without its ending, since its pictures lie
    in a folder beside it, and none do when there is no file; `profile` is one of markdown.PROFILES; `old` is what
    stands in the file, whose lines by a person stay.
    """
    if format == "docx":
        from reader.export.docx import render as render_docx

        return Rendered(render_docx(summary))
    if format == "pdf":
        from reader.export.pdf import render as render_pdf

        return render_pdf(summary, cancel)
    if format == "html":
        from reader.export.html import render as render_html

        return Rendered(render_html(summary).encode())
    if format == "xlsx":
        from reader.export.xlsx_paper import render as render_xlsx

        return Rendered(render_xlsx(summary))
    if format == "md":
        return _markdown(summary, name, profile, old)
    raise ExportError("export_format", format=format, formats=", ".join(EXTENSIONS))


def _markdown(summary: Summary, name: str, profile: str, old: bytes) -> Rendered:
    from reader.export import markdown

    if profile not in markdown.PROFILES:
        raise ExportError("export_profile", profile=profile, profiles=", ".join(markdown.PROFILES))
    if not name:
        return Rendered(markdown.render(summary, profile=profile).encode())
    folder, files = f"{name}.assets", markdown.picture_files(summary)
    data = markdown.render_file(summary, folder if files else "", profile, old)
    return Rendered(data, files=tuple((f"{folder}/{key}", picture) for key, picture in files.items()))


def write(
    summary: Summary,
    format: str,
    path: Path,
    cancel: threading.Event | None = None,
    profile: str = DEFAULT_PROFILE,
) -> Rendered:
    """Render and write beside `path`, then rename: `path` is the old file or the new one, never half of it.

    A Markdown file that an export of ours has made is brought up to date, and what a person wrote into it stays; any
    other file is replaced. ExportError says why it could not be written; CancelledError when `cancel` was set before
    the file was in place.
    """
    old = _present(path) if format == "md" else b""
    rendered = render(summary, format, cancel, path.stem, profile, old)
    if cancel is not None and cancel.is_set():
        raise CancelledError
    # First what the document leads to: it is never there without.
    for name, data in rendered.files:
        save(data, path.parent / name)
    save(rendered.data, path)
    return rendered


def _present(path: Path) -> bytes:
    """What stands in a file; what cannot be read is not replaced unseen."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise _failure(error, path) from error


def save(data: bytes, path: Path, write: Callable[[Path, bytes], None] = paths.write_atomically) -> None:
    """`paths.write_atomically` with its errors as ExportError."""
    with explained(path):
        write(path, data)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What the system says while `path` is being written, as ExportError."""
    try:
        if path.is_dir():
            raise ExportError("export_is_folder", path=str(path))
        yield
    except OSError as error:
        raise _failure(error, path) from error
    except ValueError as error:
        # A NUL in a path.
        raise ExportError("export_failed", path=repr(str(path)), reason=str(error)) from error


def _failure(error: OSError, path: Path) -> ExportError:
    code = _CODES.get(error.errno or 0, "export_failed")
    return ExportError(code, path=str(path), reason=error.strerror or str(error))
