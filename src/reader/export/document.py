"""One door to all writers: a summary, a format and a path become a file, or an ExportError and no file."""

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import paths
from reader.export import Rendered
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Summary

EXTENSIONS = {"docx": "docx", "pdf": "pdf", "html": "html", "md": "md"}
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
    errno.ENAMETOOLONG: "export_name_too_long",
}


def render(summary: Summary, format: str, cancel: threading.Event | None = None, name: str = "") -> Rendered:
    """The document in one of EXTENSIONS; ExportError export_format or no_cjk_font, CancelledError.

    `name` is what the file will be called, without its ending: Markdown has its pictures in a folder beside it, and
    none when there is no file. Every other format holds them.
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
    if format == "md":
        return _markdown(summary, name)
    raise ExportError("export_format", format=format, formats=", ".join(EXTENSIONS))


def _markdown(summary: Summary, name: str) -> Rendered:
    from reader.export import markdown

    folder = f"{name}.assets"
    files = markdown.picture_files(summary) if name else {}
    text = markdown.render(summary, folder if files else "")
    return Rendered(text.encode(), files=tuple((f"{folder}/{key}", data) for key, data in files.items()))


def write(summary: Summary, format: str, path: Path, cancel: threading.Event | None = None) -> Rendered:
    """Render and write beside `path`, then rename: `path` is the old file or the new one, never half of it.

    ExportError says why it could not be written; CancelledError when `cancel` was set before the file was in place.
    """
    rendered = render(summary, format, cancel, path.stem)
    if cancel is not None and cancel.is_set():
        raise CancelledError
    # First what the document leads to: it is never there without.
    for name, data in rendered.files:
        save(data, path.parent / name)
    save(rendered.data, path)
    return rendered


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
        code = _CODES.get(error.errno or 0, "export_failed")
        raise ExportError(code, path=str(path), reason=error.strerror or str(error)) from error
    except ValueError as error:
        # A NUL in a path.
        raise ExportError("export_failed", path=repr(str(path)), reason=str(error)) from error
