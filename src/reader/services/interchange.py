"""Annotations out of the library into files of other programs, and out of such files into the library."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.export.document import save
from reader.export.interchange import hypothesis, table, w3c
from reader.export.interchange.formats import WRITTEN, detect, read
from reader.export.interchange.parsing import LARGEST_FILE
from reader.library import Library
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.errors import CancelledError, ExportError, InterchangeError, LibraryError, NotFoundError
from reader.model.interchange import ExchangedArticle, ImportOutcome
from reader.services.annotating import Annotating, now
from reader.services.excerpts import EXCERPTS, captured, captured_excerpts, standing
from reader.services.exporting import Exported, Progress
from reader.services.placing import Placer
from reader.text.filenames import safe_filename

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
        with_text: bool = True,
    ) -> Exported:
        """Write the annotations of some articles in one of WRITTEN: the old file or the new one, never half.

        `kinds` and `tags` choose among the annotations, by default all; `with_text` lets a file that can hold it
        (JSON-LD) carry the articles' text, so that they can be read where nobody has them. Raises ExportError.
        """
        if format not in WRITTEN:
            raise ExportError("export_format", format=format, formats=", ".join(WRITTEN))
        articles = [self.exchanged(key, kinds=kinds, tags=tags) for key in dict.fromkeys(ids)]
        if format == "jsonld":
            data = w3c.write([each if with_text else replace(each, text=None) for each in articles])
        elif format == "hypothesis":
            data = hypothesis.write(articles, now())
        else:
            data = table.write(articles)
        save(data, path)
        return Exported(path, len(data))

    def exchanged(self, article: str, *, kinds: Sequence[Kind] = (), tags: Sequence[str] = ()) -> ExchangedArticle:
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
            if (not kinds or mark.kind in kinds) and (not tags or set(tags) & set(mark.tags))
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

    def suggested_name(self, title: str, format: str) -> str:
        """A file name that every system takes."""
        return safe_filename(title, WRITTEN[format])

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

        An article is known by its id, its address, its text or its title, in that order; of one that is not, the file's
        text is saved, else the marked words alone, under a line that says so in `language`. An annotation that the
        library has is changed only by a newer one: the same file again changes nothing. What lies in the trash comes
        back. Raises InterchangeError, CancelledError.
        """
        exchange = read(_bytes(path), path.name)
        with self._library.transaction():
            run = _Import(self._library, self._annotating, Messages(language), exchange.format, path.stem)
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


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InterchangeError("import_too_large", limit=LARGEST_FILE // 2**20)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise InterchangeError("import_unreadable", path=str(path), reason=reason or str(error)) from error


@dataclass
class _Import:
    """One file on its way into the library, inside one transaction."""

    library: Library
    annotating: Annotating
    say: Messages
    format: str
    name: str
    """Of the file, without its ending: the title of an article that has none."""
    matched: list[str] = field(default_factory=list)
    articles_added: list[str] = field(default_factory=list)
    articles_restored: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    updated: list[tuple[Annotation, Annotation]] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    unchanged: int = 0

    def outcome(self) -> ImportOutcome:
        """What came of it so far."""
        return ImportOutcome(
            self.format,
            tuple(key for key in dict.fromkeys(self.matched) if key not in self.articles_added),
            tuple(self.articles_added),
            tuple(self.articles_restored),
            tuple(self.added),
            tuple(self.restored),
            tuple(self.updated),
            self.unchanged,
            tuple(self.orphaned),
        )

    def take(self, article: ExchangedArticle) -> None:
        """One article with its annotations."""
        articles = self.library.articles
        key = self._known(article)
        if key is None and not article.annotations and article.text is None:
            # Only named, as the items of a list of references without notes are.
            return
        if key is None:
            key, article = self._add(article)
        elif articles.get(key).deleted:
            articles.undelete([key])
            self.articles_restored.append(key)
        else:
            self.matched.append(key)
        article = self._grown(key, article)
        content = articles.content(key)
        placer = Placer(content.text, self._origin(key, article))
        for annotation in article.annotations:
            annotation = replace(annotation, article=key, version=content.version.number)
            self._annotation(annotation, placer)

    def _known(self, article: ExchangedArticle) -> str | None:
        """The article of the library that is meant. A title alone says nothing where both have an address."""
        articles, about = self.library.articles, article.metadata
        if article.id:
            try:
                return articles.get(article.id).id
            except NotFoundError:
                pass
        addresses = [url for url in (about.url, about.original_url) if url]
        for find in (articles.find_by_url, articles.find_by_original):
            for url in addresses:
                if found := find(url):
                    return found
        if article.sha256 and (found := articles.find_by_text(article.sha256)):
            return found
        found = articles.find_by_title(about.title) if about.title else None
        return None if found and about.url and articles.get(found).metadata.url else found

    def _add(self, article: ExchangedArticle) -> tuple[str, ExchangedArticle]:
        articles = self.library.articles
        if article.text is None:
            opening = (self.say("interchange.excerpts", format=self.say(f"interchange.format.{self.format}")),)
            made = captured_excerpts(article, self.name, opening)
            article = standing(article, opening)
        else:
            made = captured(article, self.name)
        key = articles.add(made, id=article.id).id
        if article.tags:
            articles.tag([key], article.tags)
        self.articles_added.append(key)
        return key, article

    def _grown(self, key: str, article: ExchangedArticle) -> ExchangedArticle:
        """Where the library has excerpts alone: more of them, or the whole text, become a new version."""
        articles = self.library.articles
        if key in self.articles_added or not self._is_excerpts(key):
            return article
        content = articles.content(key)
        if article.text is None:
            known = {mark.id for mark in self.library.annotations.list(key)}
            new = [mark for mark in article.annotations if mark.id not in known and mark.quote not in content.text]
            if not new:
                return article
            opening = content.text.split("\n")
            more = replace(article, annotations=tuple(new))
            made = captured_excerpts(more, self.name, opening)
            rest = [mark for mark in article.annotations if mark not in new]
            grown = replace(standing(more, opening), metadata=article.metadata)
            article = replace(grown, annotations=(*rest, *grown.annotations))
        else:
            made = captured(article, self.name)
        articles.add_version(key, made)
        self.annotating.carry_over(key, content.version.number)
        return article

    def _is_excerpts(self, key: str) -> bool:
        try:
            return self.library.articles.fetch(key).media_type == EXCERPTS
        except LibraryError:  # damaged, which `check` reports
            return False

    def _origin(self, key: str, article: ExchangedArticle) -> str | None:
        """The text that the offsets of the file count in, if anybody has it."""
        if article.text is not None:
            return article.text
        for version in reversed(self.library.articles.versions(key)):
            if version.sha256 == article.sha256:
                try:
                    return self.library.articles.content(key, version.number).text
                except LibraryError:
                    return None
        return None

    def _annotation(self, annotation: Annotation, placer: Placer) -> None:
        try:
            known = self.library.annotations.get(annotation.id)
        except NotFoundError:
            stored = self.library.annotations.add(placer.place(annotation))
            self.added.append(stored.id)
        else:
            if known.deleted:
                self.annotating.undelete([known.id])
                self.restored.append(known.id)
            if annotation.modified <= known.modified:
                self.unchanged += not known.deleted
                return
            before = self.library.annotations.get(annotation.id)
            signed = replace(
                annotation, created=annotation.created or before.created, creator=annotation.creator or before.creator
            )
            stored = self.library.annotations.replace(placer.place(signed))
            self.updated.append((before, stored))
        if stored.orphan:
            self.orphaned.append(stored.id)
