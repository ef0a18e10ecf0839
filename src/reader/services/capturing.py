"""Adding sources to the library: what is new, what is known, what has changed."""

import hashlib
import json
import threading
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import paths
from reader.library import Library
from reader.model.annotation import Kind
from reader.model.article import AddOutcome, AddStatus, Article, CapturedArticle, Recipe
from reader.model.errors import CancelledError, ReaderError
from reader.model.progress import Progress
from reader.services.annotating import Annotating
from reader.services.reposts import RepostFinder
from reader.text.addresses import is_web, normalise, site_of

if TYPE_CHECKING:
    from reader.capture import Limits, Parser


SAMPLE_URL = "https://example.org/qinghe/2026/report.html"


def extract(
    source: str, *, url: str | None = None, data: bytes | None = None, encoding: str | None = None, body: str = ""
) -> CapturedArticle:
    """What adding `source` would save, without a library; no images are fetched. Raises CaptureError.

    `encoding` and `body` (a CSS selector) are the reader's own choices.
    """
    from reader.capture import capture

    return capture(source, url=url, data=data, images=False, encoding=encoding, body=body)


class Capturing:
    """Saves sources; one worker process for parsing serves all of them until `close`."""

    def __init__(self, library: Library, annotating: Annotating, reposts: RepostFinder) -> None:
        self._library = library
        self._annotating = annotating
        self._reposts = reposts
        self._parser: Parser | None = None
        self._limits: Limits | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """End the worker process, if one was started."""
        with self._lock:
            if self._parser is not None:
                self._parser.close()
                self._parser = None

    def parser(self) -> "Parser":
        """The worker process, started when first asked for."""
        from reader.capture import Parser

        with self._lock:
            if self._parser is None:
                self._parser = Parser()
            return self._parser

    def _shared_limits(self) -> "Limits":
        from reader.capture import Limits

        with self._lock:
            if self._limits is None:
                self._limits = Limits()
            return self._limits

    def add(
        self,
        source: str,
        *,
        url: str | None = None,
        title: str | None = None,
        source_name: str | None = None,
        data: bytes | None = None,
        images: bool = True,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
        article: str | None = None,
    ) -> AddOutcome:
        """Save one source: a link, the path of a file, or "-" with its bytes in `data`.

        `article` is what it is known to be a newer state of, whatever else has the same address.
        Trouble comes back as an outcome with status failed; only CancelledError is raised, and nothing is written then.
        """
        from reader.capture import capture

        try:
            recipe = self._recipe(url or source, article)
            captured = capture(
                source,
                url=url,
                title=title,
                source_name=source_name,
                data=data,
                images=images,
                progress=progress,
                cancel=cancel,
                parser=self.parser(),
                limits=self._shared_limits(),
                encoding=recipe.encoding,
                rule=recipe.body,
            )
            written = {name for name, value in (("title", title), ("source", source_name)) if value}
            return self.store(source, captured, edited=written, article=article)
        except CancelledError:
            raise
        except ReaderError as error:
            return AddOutcome(source, AddStatus.FAILED, error=error)

    def _recipe(self, address: str, article: str | None) -> Recipe:
        """How a reader had this page extracted before, or has the pages of its site extracted."""
        articles = self._library.articles
        known = article or (articles.find_by_url(normalise(address)) if is_web(address) else None)
        recipe = articles.recipe(known) if known else Recipe()
        return recipe if recipe.body else replace(recipe, body=self._library.site_rules.body(site_of(address)))

    def store(
        self,
        source: str,
        captured: CapturedArticle,
        *,
        sample: bool = False,
        edited: Collection[str] = (),
        article: str | None = None,
    ) -> AddOutcome:
        """Write a captured article by the table "Same link, same text"; nothing is ever overwritten.

        `edited` names the fields of the metadata that a person wrote: a later version of the page leaves them alone.
        `article` is the one it belongs to, when that is known already.
        """
        articles = self._library.articles
        if captured.metadata.url:
            captured = replace(captured, metadata=replace(captured.metadata, url=normalise(captured.metadata.url)))
        with self._library.transaction():
            known = article or self._known(captured)
            if known is None:
                return self._linked(source, articles.add(captured, sample=sample, edited=edited))
            return self._add_again(source, known, captured, edited)

    def _linked(self, source: str, new: Article) -> AddOutcome:
        """A new article, linked with the one that has the same text, nearly the same, or all of it."""
        outcome = AddOutcome(source, AddStatus.ADDED, new.id, new.title)
        other = self._reposts.repost_of(new.id)
        if other is None:
            return outcome
        self._library.articles.link(new.id, other.article.id)
        return replace(outcome, duplicate_of=other.article.id, resembling=other)

    def _known(self, captured: CapturedArticle) -> str | None:
        if captured.metadata.url:
            return self._library.articles.find_by_url(captured.metadata.url)
        return self._library.articles.find_by_raw(hashlib.sha256(captured.fetch.raw).hexdigest())

    def _add_again(
        self, source: str, known: str, captured: CapturedArticle, edited: Collection[str]
    ) -> AddOutcome:
        articles = self._library.articles
        article = articles.get(known)
        status = AddStatus.DUPLICATE
        if article.deleted:
            articles.undelete([known])
            status = AddStatus.RESTORED
        if articles.content(known).version.sha256 != captured.sha256:
            articles.add_version(known, captured, edited=edited)
            self._annotating.carry_over(known, article.version)
            if status is AddStatus.DUPLICATE:
                status = AddStatus.UPDATED
        else:
            # The same text; pictures that were missing may have come this time.
            self._library.pictures.fill(known, article.version, {image.src: image for image in captured.images})
        article = articles.get(known)
        return AddOutcome(source, status, known, article.title, article.duplicate_of)

    def add_sample(self) -> AddOutcome:
        """The sample report with its three marks; adding it again changes nothing."""
        from reader.capture import capture

        folder = paths.resources() / "sample"
        page = folder / "report.html"
        captured = capture(str(page), url=SAMPLE_URL, images=False, parser=self.parser())
        with self._library.transaction():
            outcome = self.store(str(page), captured, sample=True)
            if outcome.status is AddStatus.ADDED and outcome.id:
                for mark in json.loads((folder / "marks.json").read_text(encoding="utf-8")):
                    mark["kind"] = Kind(mark["kind"])
                    self._annotating.annotate(outcome.id, **mark)
        return outcome
