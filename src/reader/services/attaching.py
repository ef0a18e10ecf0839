"""Attachments: listed, written to where the reader wants them, added as articles. They are never opened."""

import builtins
import threading
from collections.abc import Callable
from pathlib import Path

from reader.export.document import save as save_bytes
from reader.library import Library
from reader.model.article import AddOutcome, Attachment
from reader.services.capturing import Capturing
from reader.text.addresses import is_web
from reader.text.filenames import safe_filename

Progress = Callable[[str, int, int], None]
ADDABLE = ("pdf", "docx", "txt", "csv")
"""Endings of attachments that can be added as articles of their own."""


class Attaching:
    """The attachments of articles."""

    def __init__(self, library: Library, capturing: Capturing) -> None:
        self._library = library
        self._capturing = capturing

    def list(self, article: str, number: int | None = None) -> builtins.list[Attachment]:
        """Those of a version, by default the newest."""
        return self._library.attachments.list(article, number)

    def suggested_name(self, attachment: Attachment) -> str:
        """A file name that every system takes."""
        stem, dot, suffix = attachment.name.rpartition(".")
        return safe_filename(stem, suffix) if dot else safe_filename(attachment.name, "")

    def save(self, attachment: Attachment, path: Path) -> None:
        """Write one to `path`, which is the old file or the whole new one; asking before is the caller's part.

        Raises NotFoundError, ExportError."""
        save_bytes(self._library.attachments.data(attachment.sha256), path)

    def save_all(self, article: str, folder: Path) -> builtins.list[tuple[Attachment, Path]]:
        """Write all attachments of the newest version into a folder, under names that are still free there."""
        written = []
        for attachment in self.list(article):
            path = free_path(folder / self.suggested_name(attachment))
            self.save(attachment, path)
            written.append((attachment, path))
        return written

    def can_add(self, attachment: Attachment) -> bool:
        """Whether its format can be read as an article."""
        return attachment.name.rpartition(".")[2].lower() in ADDABLE

    def add(
        self,
        attachment: Attachment,
        *,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> AddOutcome:
        """Save an attachment as an article of its own, without asking the network again; outcomes as in capturing."""
        return self._capturing.add(
            attachment.name,
            url=attachment.href if is_web(attachment.href) else None,
            data=self._library.attachments.data(attachment.sha256),
            progress=progress,
            cancel=cancel,
        )


def free_path(path: Path, is_taken: Callable[[Path], bool] = Path.exists) -> Path:
    """`path`, or with " (2)", " (3)" … before its ending when a file is there that must stay."""
    number = 1
    free = path
    while is_taken(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
