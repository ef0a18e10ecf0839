"""Reposts: which articles have a text in common, and the chain from a site to its source and the original."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from reader.library import Library
from reader.model.article import AddOutcome, AddStatus, Article, Resembling
from reader.model.reposts import Link, Reposts, Role
from reader.text.addresses import normalise, site_of
from reader.text.folding import letters
from reader.text.overlap import overlap

COMPARED = 12
"""Texts that are read for one question, the likeliest by their sketches."""
LEAST = 0.5
"""How much of the shorter text must be common before two articles are said to resemble one another."""
LATEST = "9"
"""Sorts after every date: what has none is the last to be taken for the first publication."""
BATCH = 20
"""Articles sketched in one transaction: some 50 ms in which nobody else can write."""
PAUSE = 0.02
"""Seconds between two transactions, in which others get their turn."""


class RepostFinder:
    """What capturing, the command line and the window ask about reposts."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def resembling(self, article: str) -> tuple[Resembling, ...]:
        """The articles with a text in common with this one, compared text by text, the likest first."""
        articles = self._library.articles
        ids = self._library.sketches.candidates(article, COMPARED)
        if not ids:
            return ()
        here, ours = articles.get(article), articles.text(article)
        found = []
        for other in articles.rows(ids):
            both = overlap(ours, articles.text(other.id))
            is_linked = other.id == here.duplicate_of or other.duplicate_of == here.id
            if both.contained >= LEAST or (is_linked and both.contained > 0):
                found.append(Resembling(other, both.share, both.contained, other.chars > here.chars))
        return tuple(sorted(found, key=_likeness))

    def repost_of(self, article: str) -> Resembling | None:
        """The article that this one is the same as, or stands in, or holds; the likest."""
        return next((each for each in self.resembling(article) if each.is_repost), None)

    def about(self, article: str) -> Reposts:
        """The reprint chain of an article and whatever resembles it. NotFoundError."""
        here = self._library.articles.get(article)
        resembling = self.resembling(article)
        return Reposts(article, self._chain(here, resembling), resembling)

    def sketch_missing(self, limit: int = BATCH) -> int:
        """Get up to `limit` articles of an older library ready for being found; how many there were to do."""
        return 0 if self._library.read_only else self._library.sketches.sketch_missing(limit)

    def sketch_all(self, cancel: threading.Event | None = None) -> int:
        """Get all of an older library ready, step by step, until `cancel` is set; how many articles there were."""
        done = 0
        while count := self.sketch_missing():
            done += count
            if cancel is not None and cancel.wait(PAUSE):
                break
        return done

    def _chain(self, here: Article, resembling: tuple[Resembling, ...]) -> tuple[Link, ...]:
        about = here.metadata
        host = about.site or site_of(about.url or "")
        site = Link(Role.SITE, host or about.url or "", about.url, here.id, about.published)
        source = _source(here, resembling)
        original = self._original(here)
        if source and original and source.article == original.article is not None:
            # One publication is one place: what the source put out is what the page links to.
            original, source = replace(original, name=source.name), None
        links = (site if site.name else None, source, original)
        return tuple(link for link in links if link is not None)

    def _original(self, here: Article) -> Link | None:
        """Where the page says the original stands, with the article that was saved from there."""
        about = here.metadata
        if not about.original_url:
            return None
        address = normalise(about.original_url)
        if about.url and address == normalise(about.url):
            return None
        found = self._library.articles.find_by_url(address)
        article = self._library.articles.get(found) if found and found != here.id else None
        name = site_of(address) or address
        if article is None or article.deleted:
            return Link(Role.ORIGINAL, name, address)
        return Link(Role.ORIGINAL, name, address, article.id, article.metadata.published)


def _source(here: Article, resembling: Sequence[Resembling]) -> Link | None:
    """Who published it first, with the article that is that publication: the earliest with this text that names the
    same source, stands on another site and does not itself point to an original elsewhere."""
    about = here.metadata
    if not about.source:
        return None
    own = [
        other.article
        for other in resembling
        if other.is_repost and _is_publication(other.article, letters(about.source))
        and other.article.metadata.site != about.site
        and (other.article.metadata.published or LATEST) <= (about.published or LATEST)
    ]  # fmt: skip
    if not own:
        return Link(Role.SOURCE, about.source)
    first = min(own, key=lambda each: (each.metadata.published or LATEST, each.added))
    return Link(Role.SOURCE, about.source, first.metadata.url, first.id, first.metadata.published)


def _is_publication(article: Article, source: str) -> bool:
    about = article.metadata
    if not about.source or letters(about.source) != source:
        return False
    return not about.original_url or normalise(about.original_url) == normalise(about.url or "")


def _likeness(each: Resembling) -> tuple[float, float, str, str]:
    about = each.article.metadata
    return (-each.share, -each.contained, about.published or LATEST, each.article.added)


def sentence(outcome: AddOutcome) -> tuple[str, dict[str, object]]:
    """What is told about an outcome that did not fail: key of the catalogue and its data."""
    other = outcome.resembling
    if outcome.status is not AddStatus.ADDED or other is None:
        return f"added.{outcome.status.value}", {"title": outcome.title}
    key = "twin" if other.is_same and other.percent == 100 else likeness(other).removeprefix("reposts.")
    called = _called(other.article, outcome.title)
    return f"added.{key}", {"title": outcome.title, "other": called, "percent": other.percent}


def likeness(each: Resembling) -> str:
    """Key of the sentence that says how another article resembles the one that was asked about, by `percent`."""
    return "reposts.same" if each.is_same else "reposts.excerpt" if each.is_longer else "reposts.whole"


def _called(article: Article, title: str) -> str:
    """What tells an article from a repost of it: its title, unless the one title is but the other cut short."""
    about = article.metadata
    theirs, ours = letters(about.title), letters(title)
    is_told = theirs not in ours and ours not in theirs
    return about.title if is_told else about.site or about.source or about.title
