"""A whole library into a library file, and a library file into a library."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.library import Library
from reader.messages import LANGUAGES, Messages
from reader.model.annotation import Annotation
from reader.model.errors import CancelledError, LibraryFileError
from reader.model.progress import Progress
from reader.services.annotating import Annotating
from reader.services.reposts import RepostFinder

if TYPE_CHECKING:
    from reader.capture import Parser
    from reader.library.merging import Merged


@dataclass(frozen=True, slots=True)
class ExportedLibrary:
    """What was written."""

    path: Path
    bytes: int
    articles: int
    annotations: int


@dataclass(frozen=True, slots=True)
class ImportedLibrary:
    """What came of a library file, in numbers; `changed` are the articles that came or were changed."""

    path: Path
    articles: int
    """In the file."""
    added: int
    merged: int
    """Known here, and given what they lacked."""
    unchanged: int
    restored: int
    """Taken out of the trash."""
    linked: int
    """Added, and linked with an article that was here as a repost of it."""
    versions: int
    """Stored with articles that were here."""
    annotations: int
    annotations_updated: int
    annotations_set_aside: int
    """Older states of marks that both had: they lie in the trash."""
    corrections: int
    collections: int
    site_rules: int
    waiting: int
    images_refused: int
    """Left out, because they could not be decoded."""
    changed: tuple[str, ...]

    def counts(self) -> list[tuple[str, int]]:
        """What was done, in the order it is told: names for `library_file.<name>`, and how often."""
        names = [each.name for each in fields(self) if each.name not in ("path", "articles", "changed")]
        return [(name, getattr(self, name)) for name in names]


class Moving:
    """Takes libraries out and in. Long work: call it off the UI thread."""

    def __init__(
        self, library: Library, annotating: Annotating, reposts: RepostFinder, parser: Callable[[], Parser]
    ) -> None:
        self._library, self._annotating, self._reposts, self._parser = library, annotating, reposts, parser

    def export_library(
        self, path: Path, *, progress: Progress | None = None, cancel: threading.Event | None = None
    ) -> ExportedLibrary:
        """Write the whole library to `path`: beside it first, so that it is the old file or the new, never half.

        LibraryError article_damaged, ExportError, CancelledError.
        """
        from reader.export.document import explained
        from reader.services.library_file import Writer

        report = _reporter("export_library", progress, cancel)
        if path.exists() and path.samefile(self._library.path):
            raise LibraryFileError("library_file_is_library", path=str(path))
        annotations = 0
        with explained(path), paths.written_atomically(path) as file, self._library.whole.reading() as dump:
            shelves = dump.shelves()
            ids = shelves["articles"]
            with Writer(file) as writer:
                for done, id in enumerate(ids):
                    report(done, len(ids))
                    article = dump.article(id, writer)
                    writer.put_article(id, article)
                    annotations += len(article["annotations"])
                writer.finish(shelves, readme(), {"articles": len(ids), "annotations": annotations})
            report(len(ids), len(ids))
            size = file.seek(0, 2)
        return ExportedLibrary(path, size, len(ids), annotations)

    def import_library(
        self, path: Path, *, progress: Progress | None = None, cancel: threading.Event | None = None
    ) -> ImportedLibrary:
        """Take a library file in: all of it, or nothing when anything is wrong with it.

        It is checked as a whole before the library is touched. LibraryFileError, LibraryError, CancelledError.
        """
        from reader.services.library_file_reading import Reader

        whole = self._library.whole
        whole.require_writable()
        try:
            with Reader(path) as file:
                file.verify(self._parser(), whole.image, _reporter("check_file", progress, cancel))
                report = _reporter("import_library", progress, cancel)
                shelves = file.shelves()
                with whole.merging(file, shelves.articles) as merge:
                    here = set(self._library.articles.every_id())
                    merge.shelves(shelves)
                    for done, id in enumerate(shelves.articles):
                        report(done, len(shelves.articles))
                        merge.article(file.article(id))
                    merged = merge.finish()
                    self._carry_over(merged)
                    linked = self._link(merged, here)
                    report(len(shelves.articles), len(shelves.articles))
                return _counted(path, len(shelves.articles), merged, linked, file.refused_images)
        except OSError as error:
            data = {"path": str(path), "detail": error.strerror or str(error)}
            raise LibraryFileError("library_file_unreadable", **data) from error

    def _carry_over(self, merged: Merged) -> None:
        """Marks that count in an older version find their place in the newest."""
        for article in merged.outdated:
            newest = self._library.articles.get(article).version
            by_version: dict[int, list[Annotation]] = {}
            for each in self._library.annotations.list(article):
                if each.version != newest:
                    by_version.setdefault(each.version, []).append(each)
            for number, marks in by_version.items():
                self._annotating.carry_over(article, number, marks)

    def _link(self, merged: Merged, here: set[str]) -> int:
        """What came in and is a repost of something that was here is linked with it, as when a page is saved."""
        linked = 0
        for id in merged.added if here else ():
            if self._library.articles.get(id).duplicate_of is None:
                found = next((r for r in self._reposts.resembling(id) if r.is_repost and r.article.id in here), None)
                if found is not None:
                    self._library.articles.link(id, found.article.id)
                    linked += 1
        return linked


def _counted(path: Path, articles: int, merged: Merged, linked: int, refused: int) -> ImportedLibrary:
    return ImportedLibrary(
        path=path,
        articles=articles,
        added=len(merged.added),
        linked=linked,
        images_refused=refused,
        changed=(*merged.added, *merged.changed),
        **{
            name: getattr(merged, name)
            for name in (
                "merged", "unchanged", "restored", "versions", "annotations", "annotations_updated",
                "annotations_set_aside", "corrections", "collections", "site_rules", "waiting",
            )
        },
    )  # fmt: skip


def _reporter(
    step: str, progress: Progress | None, cancel: threading.Event | None
) -> Callable[[int, int], None]:
    """Tells of progress; CancelledError when the user cancelled."""

    def report(done: int, total: int) -> None:
        if cancel is not None and cancel.is_set():
            raise CancelledError
        if progress is not None:
            progress(step, done, total)

    return report


def readme() -> str:
    """What is what in a library file, in every language."""
    return "\n\n".join(Messages(language)("library_file.readme") for language in reversed(LANGUAGES)) + "\n"
