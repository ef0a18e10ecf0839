"""One file of annotations on its way into the library: which articles are meant, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.library import Library
from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.errors import LibraryError, NotFoundError
from reader.model.interchange import ExchangedArticle, ImportOutcome
from reader.services.annotating import Annotating
from reader.services.excerpts import EXCERPTS, captured, captured_excerpts, standing
from reader.services.placing import Placer


@dataclass
class Import:
    """The import of one file, inside one transaction of the caller's."""

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
        """The article of the library that is meant; None: there is none.

        Two of one file that only resemble each other (reposts of one text, say) are never taken for one.
        """
        articles, about = self.library.articles, article.metadata
        if article.id:
            try:
                return articles.get(article.id).id
            except NotFoundError:
                pass
        if about.url and (found := articles.find_by_url(about.url)):
            return found
        for annotation in article.annotations:
            if known := self._stored(annotation.id):
                return known.article
        taken = {*self.matched, *self.articles_added, *self.articles_restored}
        return next((found for found in self._guesses(article) if found and found not in taken), None)

    def _guesses(self, article: ExchangedArticle) -> Iterator[str | None]:
        articles, about = self.library.articles, article.metadata
        for url in filter(None, (about.url, about.original_url)):
            yield articles.find_by_url(url)
            yield articles.find_by_original(url)
        if article.sha256:
            yield articles.find_by_text(article.sha256)
        titled = articles.find_by_title(about.title) if about.title else None
        # Two reports of one title at two addresses are two reports.
        if titled and not (about.url and articles.get(titled).metadata.url):
            yield titled

    def _stored(self, id: str) -> Annotation | None:
        try:
            return self.library.annotations.get(id)
        except NotFoundError:
            return None

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
        known = self._stored(annotation.id)
        if known is None:
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
