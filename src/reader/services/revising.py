"""Correcting an article's text from the page that was kept: another body, another charset; never the network."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from reader.anchoring import compare
from reader.library import Library
from reader.model.article import AddOutcome, AddStatus, CapturedArticle, Recipe, SiteRule
from reader.model.changes import ChangeKind
from reader.model.errors import CaptureError, LibraryError
from reader.services.annotating import Annotating
from reader.text.addresses import site_of
from reader.text.length import visible_characters

if TYPE_CHECKING:
    from reader.capture import Parser

WIDER, NARROWER = "wider", "narrower"


@dataclass(frozen=True, slots=True)
class BodyStep:
    """One possible body of a page; `added` and `removed` are the beginnings of what it changes."""

    body: str
    """CSS selector, "" for the program's own choice."""
    name: str
    chars: int
    added: str
    removed: str


@dataclass(frozen=True, slots=True)
class BodyLadder:
    """The possible bodies of a page, narrowest first; no steps where the source is no web page."""

    steps: tuple[BodyStep, ...]
    present: int
    auto: int


@dataclass(frozen=True, slots=True)
class CharsetChoice:
    """How a page begins in a charset; `damaged` when characters are missing in it."""

    encoding: str
    name: str
    line: str
    damaged: bool
    is_present: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as it would be, beside the one that is saved."""

    pieces: tuple[tuple[ChangeKind, str], ...]
    """Whole paragraphs, joined by newlines, in the order to show them."""
    chars: int
    encoding: str
    """Codec it was decoded with."""
    is_changed: bool


class Revising:
    """Extracts saved articles again. Every `encoding` and `body`: None is as in the newest version, "" the program's
    own choice. Any thread."""

    def __init__(self, library: Library, annotating: Annotating, parser: "Callable[[], Parser]") -> None:
        self._library = library
        self._annotating = annotating
        self._parser = parser

    # ---- looking

    def recipe(self, article: str) -> Recipe:
        """The reader's own choices the newest version was made with."""
        return self._library.articles.recipe(article)

    def site(self, article: str) -> str | None:
        """The site that a rule for this article would hold for; None without an address."""
        return site_of(self._library.articles.get(article).metadata.url or "")

    def ladder(self, article: str, *, encoding: str | None = None, body: str | None = None) -> BodyLadder:
        """The possible bodies around and inside `body`. Raises CaptureError."""
        found = self._look(article, self._chosen(article, encoding, body), "structure")
        return BodyLadder(tuple(BodyStep(**each) for each in found["steps"]), found["present"], found["auto"])

    def charsets(self, article: str) -> tuple[CharsetChoice, ...]:
        """The charsets the page can be read in, and how it would begin. Raises CaptureError."""
        found = self._look(article, self._chosen(article, None, None), "charsets")
        return tuple(
            CharsetChoice(**each, is_present=each["encoding"] == found["present"]) for each in found["choices"]
        )

    def preview(self, article: str, *, encoding: str | None = None, body: str | None = None) -> Preview:
        """What `again` would store, beside the newest version. Raises CaptureError."""
        content = self._library.articles.content(article)
        fresh = self._extract(article, self._chosen(article, encoding, body))
        pieces = _pieces(content.text, fresh.text)
        # In another charset nothing is alike: what was there before would only be in the way.
        if fresh.encoding != content.version.encoding and all(change is not ChangeKind.KEPT for change, _ in pieces):
            pieces = ((ChangeKind.KEPT, fresh.text),)
        return Preview(pieces, visible_characters(fresh.text), fresh.encoding or "", fresh.text != content.text)

    # ---- changing

    def again(
        self, article: str, *, encoding: str | None = None, body: str | None = None, remember: bool = False
    ) -> AddOutcome:
        """Extract the kept page again; another text is a new version, to which the marks are carried over.

        The same text writes no version: the outcome is a duplicate. `remember` uses the body for all pages of the
        site from now on; the program's own choice forgets the site's rule. Raises CaptureError, LibraryError
        (rule_without_site), NotFoundError.
        """
        if remember and not self.site(article):
            raise LibraryError("rule_without_site")
        captured = self._extract(article, self._chosen(article, encoding, body))
        with self._library.transaction():
            outcome = self._store(article, captured)
            if remember:
                self._remember(article, captured.recipe.body)
        return outcome

    def step(self, article: str, direction: str, *, encoding: str | None = None, remember: bool = False) -> AddOutcome:
        """`again` with the next body outwards (WIDER) or inwards (NARROWER).

        CaptureError body_widest, body_narrowest where there is none, and as `again`.
        """
        ladder = self.ladder(article, encoding=encoding)
        at = ladder.present + (1 if direction == WIDER else -1)
        if not 0 <= at < len(ladder.steps):
            raise CaptureError("body_widest" if direction == WIDER else "body_narrowest")
        return self.again(article, encoding=encoding, body=ladder.steps[at].body, remember=remember)

    def put_back(self, article: str, number: int) -> AddOutcome:
        """Make the text of version `number` the newest again, as a version of its own: the way back of `again`."""
        with self._library.transaction():
            return self._store(article, self._library.articles.captured(article, number))

    # ---- rules

    def rules(self) -> list[SiteRule]:
        """The bodies remembered for sites."""
        return self._library.site_rules.list()

    def forget(self, site: str) -> bool:
        """Remove the rule of a site; False when it has none."""
        return self._library.site_rules.forget(site)

    def _remember(self, article: str, body: str) -> None:
        site = self.site(article)
        if site and body:
            self._library.site_rules.remember(site, body)
        elif site:
            self._library.site_rules.forget(site)

    # ---- the work

    def _chosen(self, article: str, encoding: str | None, body: str | None) -> Recipe:
        now = self.recipe(article)
        codec = now.encoding if encoding is None else encoding
        return Recipe(codec or None, now.body if body is None else body.strip())

    def _look(self, article: str, recipe: Recipe, what: str) -> dict[str, Any]:
        from reader.capture import look_again

        articles = self._library.articles
        address = articles.get(article).metadata.url
        return look_again(articles.fetch(article), address, recipe, self._parser(), what)

    def _extract(self, article: str, recipe: Recipe) -> CapturedArticle:
        from reader.capture import extract_again

        articles = self._library.articles
        kept, images = articles.captured(article), articles.images(article)
        return extract_again(kept, images, recipe, self._parser())

    def _store(self, article: str, captured: CapturedArticle) -> AddOutcome:
        articles = self._library.articles
        before = articles.get(article)
        status = AddStatus.DUPLICATE
        if articles.content(article).version.sha256 != captured.sha256:
            articles.add_version(article, captured)
            self._annotating.carry_over(article, before.version)
            status = AddStatus.UPDATED
        after = articles.get(article)
        return AddOutcome(after.metadata.url or "", status, article, after.title, after.duplicate_of)


def _pieces(old: str, new: str) -> tuple[tuple[ChangeKind, str], ...]:
    """The paragraphs of both texts in one sequence, those of one kind that follow one another together; of a reworded
    one both forms."""
    paragraphs: list[tuple[ChangeKind, str]] = []
    for change in compare(old, new):
        if change.kind in (ChangeKind.DELETED, ChangeKind.REWORDED):
            paragraphs.append((ChangeKind.DELETED, old[slice(*change.old)]))
        if change.kind is not ChangeKind.DELETED:
            kind = ChangeKind.INSERTED if change.kind is ChangeKind.REWORDED else change.kind
            paragraphs.append((kind, new[slice(*change.new)]))
    return tuple((kind, "\n".join(text for _, text in group)) for kind, group in groupby(paragraphs, itemgetter(0)))
