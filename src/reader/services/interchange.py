"""Annotations out of the library into files of other programs, and out of such files into the library."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader.export.document import save
from reader.export.interchange import hypothesis, table, w3c
from reader.export.interchange.formats import WRITTEN, detect, read
from reader.export.interchange.parsing import LARGEST_FILE
from reader.library import Library
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.errors import CancelledError, ExportError, InterchangeError, LibraryError
from reader.model.interchange import ExchangedArticle, ImportOutcome
from reader.model.progress import Progress
from reader.services.annotating import Annotating, now
from reader.services.annotation_import import Import
from reader.services.exporting import Exported

__all__ = ["WRITTEN", "ImportOutcome", "Interchange", "detect"]


class Interchange:
    """Export and import of annotations."""

    def __init__(self, library: Library, annotating: Annotating) -> None:
        self._library, self._annotating = library, annotating

    # -- out ----------------------------------------------------------------------------------------------------

    def export(
        self,
        ids: Sequence[str],
        format: str,
        path: Path,
        *,
        kinds: Sequence[Kind] = (),
        tags: Sequence[str] = (),
        creators: Sequence[str] = (),
        with_text: bool = True,
    ) -> Exported:
        """Write the annotations of some articles in one of WRITTEN: the old file or the new one, never half.

        `kinds`, `tags` and `creators` choose among the annotations, by default all; `with_text` lets a file that can
        hold it (JSON-LD) carry the articles' text, to be read where nobody has them. Raises ExportError.
        """
        if format not in WRITTEN:
            raise ExportError("export_format", format=format, formats=", ".join(WRITTEN))
        articles = [self.exchanged(key, kinds=kinds, tags=tags, creators=creators) for key in dict.fromkeys(ids)]
        if format == "jsonld":
            data = w3c.write([each if with_text else replace(each, text=None) for each in articles])
        elif format == "hypothesis":
            data = hypothesis.write(articles, now())
        else:
            data = table.write(articles)
        save(data, path)
        return Exported(path, len(data))

    def exchanged(
        self,
        article: str,
        *,
        kinds: Sequence[Kind] = (),
        tags: Sequence[str] = (),
        creators: Sequence[str] = (),
    ) -> ExchangedArticle:
        """An article with its annotations, as it travels."""
        articles = self._library.articles
        row, version = articles.get(article), articles.versions(article)[-1]
        try:
            text = articles.content(article).text
        except LibraryError:
            # Damaged, which `check` reports: the quotations are stored beside it.
            text = None
        marks = [
            mark
            for mark in self._library.annotations.list(article)
            if (not kinds or mark.kind in kinds)
            and (not tags or set(tags) & set(mark.tags))
            and (not creators or mark.creator in creators)
        ]
        return ExchangedArticle(
            row.metadata,
            tuple(marks),
            id=article,
            text=text,
            sha256=version.sha256,
            fetched=version.fetched,
            tags=row.tags,
        )

    # -- in -----------------------------------------------------------------------------------------------------

    def import_file(
        self,
        path: Path,
        language: str = "zh_CN",
        *,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> ImportOutcome:
        """Take the annotations of a file into the library, all of them or, with an error, nothing.

        An article is known by its id, its address, its annotations, its text or its title; of one that is not, the
        file's text is saved, else the marked words alone, under a line that says so in `language`. An annotation that
        the library has is changed only by a newer one: the same file again changes nothing. What lies in the trash
        comes back. Raises InterchangeError, CancelledError.
        """
        exchange = read(_bytes(path), path.name)
        with self._library.transaction():
            run = Import(self._library, self._annotating, Messages(language), exchange.format, path.stem)
            for number, article in enumerate(exchange.articles):
                if progress:
                    progress("import", number, len(exchange.articles))
                if cancel is not None and cancel.is_set():
                    raise CancelledError
                run.take(article)
        return replace(run.outcome(), skipped=exchange.skipped)

    def revert(self, outcome: ImportOutcome) -> None:
        """Take an import back: what it added goes to the trash, what it changed is as it was."""
        with self._library.transaction():
            for before, _ in outcome.updated:
                self._annotating.put_back(before)
            self._annotating.delete([*outcome.added, *outcome.restored])
            self._library.articles.delete([*outcome.articles_added, *outcome.articles_restored])

    def reapply(self, outcome: ImportOutcome) -> None:
        """The way back of `revert`."""
        with self._library.transaction():
            self._library.articles.undelete([*outcome.articles_added, *outcome.articles_restored])
            self._annotating.undelete([*outcome.added, *outcome.restored])
            for _, after in outcome.updated:
                self._annotating.put_back(after)


def counted(outcome: ImportOutcome) -> list[tuple[str, int]]:
    """What an import is told with: the key of a message and a number, in the order of telling."""
    return [
        ("import.articles.matched", len(outcome.articles_matched)),
        ("import.articles.added", len(outcome.articles_added)),
        ("import.articles.restored", len(outcome.articles_restored)),
        ("import.annotations.added", len(outcome.added)),
        ("import.annotations.updated", len(outcome.updated)),
        ("import.annotations.restored", len(outcome.restored)),
        ("import.annotations.unchanged", outcome.unchanged),
        ("import.annotations.orphaned", len(outcome.orphaned)),
        ("import.skipped", outcome.skipped),
    ]


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InterchangeError("import_too_large", limit=LARGEST_FILE // 2**20)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise InterchangeError("import_unreadable", path=str(path), reason=reason or str(error)) from error
