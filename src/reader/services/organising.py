"""Lists, states, tags, collections and the trash."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from reader.library import Library
from reader.model.annotation import Annotation
from reader.model.article import Article, Collection
from reader.model.errors import ReaderError
from reader.model.query import ArticleQuery, Counts

TRASH_DAYS = 30
"""How long the trash keeps an article before it may go for ever."""


def check_date(value: str | None) -> str | None:
    """A calendar date YYYY-MM-DD, or None for an empty one; ReaderError("bad_date") otherwise."""
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise ReaderError("bad_date", value=value) from None


# Inside the class `list` is the method of that name.
Articles = list[Article]
Annotations = list[Annotation]
Collections = list[Collection]
Names = list[str]


class Organising:
    """Everything about articles but their text and their marks."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def list(self, query: ArticleQuery) -> Articles:
        """The rows a query means, in its order."""
        return self._library.articles.list(query)

    def ids(self, query: ArticleQuery) -> Names:
        """Only the ids: for lists that fetch their rows as they are shown."""
        return self._library.articles.ids(query)

    def rows(self, ids: Sequence[str]) -> Articles:
        """The rows of some ids, in their order; ids that are gone are left out."""
        return self._library.articles.rows(ids)

    def counts(self) -> Counts:
        """How many articles each entry of the sidebar holds."""
        return self._library.articles.counts()

    def edit(self, article: str, **changes: Any) -> tuple[Article, Article]:
        """Change metadata fields, `status` or `starred`; returns the row before and after.

        Raises ReaderError("bad_date") or ("empty_title").
        """
        if "published" in changes:
            changes["published"] = check_date(changes["published"])
        if "title" in changes and not (changes["title"] or "").strip():
            raise ReaderError("empty_title")
        before = self._library.articles.get(article)
        return before, self._library.articles.edit(article, **changes)

    def delete(self, ids: Iterable[str]) -> Names:
        """Move articles to the trash; returns those that moved."""
        return self._library.articles.delete(list(ids))

    def undelete(self, ids: Iterable[str]) -> Names:
        """Take articles out of the trash; returns those that came back."""
        return self._library.articles.undelete(list(ids))

    def trash(self) -> tuple[Articles, Annotations]:
        """What lies in the trash: articles, and annotations deleted one by one."""
        articles = self._library.articles.list(ArticleQuery(deleted=True))
        return articles, self._library.annotations.list(deleted=True)

    def empty_trash(self) -> Names:
        """Remove for ever what lies in the trash; returns the ids."""
        articles, annotations = self.trash()
        article_ids = [article.id for article in articles]
        annotation_ids = [annotation.id for annotation in annotations]
        with self._library.transaction():
            self._library.annotations.purge(annotation_ids)
            self._library.articles.purge(article_ids)
        return article_ids + annotation_ids

    def purge_expired(self) -> Names:
        """Remove for ever the articles that have lain in the trash for more than TRASH_DAYS; returns their ids."""
        return self._library.articles.purge_older(TRASH_DAYS)

    def tag(self, ids: Iterable[str], name: str) -> None:
        """Give articles a tag."""
        self._library.articles.tag(list(ids), [name])

    def untag(self, ids: Iterable[str], name: str) -> None:
        """Take a tag off articles."""
        self._library.articles.untag(list(ids), [name])

    def collect(self, ids: Iterable[str], name: str) -> None:
        """Put articles into a collection, which is made when there is none of that name."""
        self._library.articles.collect(list(ids), name)

    def uncollect(self, ids: Iterable[str], name: str) -> None:
        """Take articles out of a collection."""
        self._library.articles.uncollect(list(ids), name)

    def collections(self) -> Collections:
        """All collections, by name."""
        return self._library.collections.list()

    def add_collection(self, name: str) -> Collection:
        """A new collection. LibraryError when there is one of that name already."""
        return self._library.collections.add(name)

    def rename_collection(self, collection: int, name: str) -> None:
        """Give a collection another name."""
        self._library.collections.rename(collection, name)

    def edit_collection(self, collection: int, *, date: str | None, participants: str) -> None:
        """Make a collection a meeting: its date (YYYY-MM-DD or None) and who takes part."""
        self._library.collections.edit(collection, date=check_date(date), participants=participants)

    def delete_collection(self, collection: int) -> None:
        """Remove a collection; its articles stay."""
        self._library.collections.delete(collection)

    def tags(self) -> Names:
        """All tag names in use, on articles or annotations."""
        return self._library.tags.names()

    def rename_tag(self, old: str, new: str) -> None:
        """Rename a tag; when `new` exists already the two become one."""
        self._library.tags.rename(old, new)

    def delete_tag(self, name: str) -> None:
        """Take a tag off everything."""
        self._library.tags.delete(name)
