"""Digests of articles and of texts: what a report says, what the reader corrected, and what the whole library says."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from reader.anchoring import describe
from reader.digest import corrected_article, digest_article, digest_text, find, starting
from reader.digest.timeline import timeline
from reader.library import Library
from reader.model.article import Article
from reader.model.blocks import Span
from reader.model.corrections import Change, Correction, checked
from reader.model.digest import Digest, Field, Item, Layer, Moment
from reader.model.digest_index import FigureRow, IndexOutcome, TermPlace, TermRow, TermSort
from reader.model.errors import CaptureError, CorrectionError
from reader.model.progress import Progress
from reader.services.correcting import Resolved, headline, place
from reader.services.indexing import Indexing
from reader.services.recent import Recent
from reader.text.folding import clean

if TYPE_CHECKING:
    from reader.services.apart import Apart

REMEMBERED = 8
"""Digests that are kept for being asked again: the articles somebody goes back and forth between."""

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes of a text file that are read."""


@dataclass(frozen=True, slots=True)
class Digested:
    """A digest and the text its offsets count in."""

    digest: Digest
    text: str

    def moments(self) -> list[Moment]:
        """The time line: its dates in the order in which things happened."""
        return timeline(self.digest.dates)


@dataclass(frozen=True, slots=True)
class _State:
    digest: Digest
    text: str
    corrections: tuple[Resolved, ...] = ()


class Digesting:
    """Digests of what the library holds. Any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._states: Recent[_State] = Recent(REMEMBERED)
        self._apart: Apart | None = None

    def use_process(self) -> None:
        """From now on make digests in a process of its own, until `close`: a window must not wait for them."""
        from reader.services.apart import Apart

        self._apart = self._apart or Apart()

    def close(self) -> None:
        """End that process; a digest that is being made raises CancelledError."""
        if self._apart is not None:
            self._apart.close()

    # ---- one article

    def digest(self, article: str, number: int | None = None) -> Digest:
        """The digest of a version, by default the newest, with the reader's corrections."""
        return self._state(article, number).digest

    def digested(self, article: str, number: int | None = None) -> Digested:
        """The same, with the text of the version."""
        state = self._state(article, number)
        return Digested(state.digest, state.text)

    def digest_source(self, source: str) -> Digest:
        """The digest of a link or file, as adding it would make the article; nothing is saved. Raises CaptureError."""
        return digested_source(source).digest

    def correct(
        self,
        article: str,
        layer: Layer,
        span: Span,
        change: Change,
        data: Mapping[str, object] | None = None,
        *,
        field: Field = Field.BODY,
        version: int | None = None,
    ) -> Correction:
        """Change the item of a layer at `span` of a version (default: the newest); it stays so in later digests.

        `data` names the fields that are SET and their values. Raises CorrectionError: those of `checked`,
        correction_no_item, correction_first (an outline node that has none before it cannot be merged).
        """
        layer, change, field = Layer(layer), Change(change), Field(field)
        given = {name: clean(value) if isinstance(value, str) else value for name, value in (data or {}).items()}
        values = checked(layer, change, given)
        about = self._library.articles.get(article)
        number = about.version if version is None else version
        state = self._state(article, number)
        item = find(state.digest, layer, Span(*span), field)
        if item is None:
            raise CorrectionError("correction_no_item", layer=layer.value, start=span[0], end=span[1])
        if change is Change.MERGE and item == state.digest.outline[0]:
            raise CorrectionError("correction_first")
        text = headline(about.title) if item.field is Field.TITLE else state.text
        selectors = describe(text, item.start, item.end)
        made = Correction("", article, number, layer, change, selectors, item.field, values)
        return self._library.corrections.add(made)

    def item_at(
        self, article: str, layer: Layer, start: int, *, field: Field = Field.BODY, version: int | None = None
    ) -> Item:
        """The item of a layer that begins at `start`. CorrectionError correction_no_item."""
        item = starting(self._state(article, version).digest, Layer(layer), start, Field(field))
        if item is None:
            raise CorrectionError("correction_no_item", layer=layer, start=start, end="…")
        return item

    def corrections(self, article: str) -> list[Correction]:
        """The corrections of an article, in the order they were made."""
        return self._library.corrections.list(article)

    def resolved(self, article: str, number: int | None = None) -> tuple[Resolved, ...]:
        """The same, with what has become of each in a version, by default the newest."""
        return self._state(article, number).corrections

    def undo_correction(self, article: str, id: str) -> None:
        """Take a correction back. NotFoundError."""
        self._library.corrections.remove(article, id)

    # ---- the whole library

    def index(self, progress: Progress | None = None, cancel: Event | None = None) -> IndexOutcome:
        """Bring what `terms` and `figures` know up to date: digests what is new or has changed, until `cancel` is set.

        What is done by then stays done. An article that cannot be digested is logged and passed over.
        """
        return Indexing(self._library, self._fresh, progress, cancel).run()

    def forget_index(self) -> None:
        """Let the next `index` digest everything anew."""
        self._library.digests.clear()

    def terms(self, query: str = "", sort: TermSort = TermSort.ARTICLES, limit: int | None = None) -> list[TermRow]:
        """Terms that contain `query`, the one that is it first; as of the last `index`."""
        return self._library.digests.terms(query, sort, limit)

    def term_places(self, term: str) -> list[TermPlace]:
        """The articles that use a term, the earliest first; as of the last `index`."""
        return self._library.digests.term_places(term)

    def figures(self, query: str = "", limit: int | None = None) -> list[FigureRow]:
        """Figures about something, the newest report first; as of the last `index`."""
        return self._library.digests.figures(query, limit)

    # ---- the work

    def _state(self, article: str, number: int | None) -> _State:
        about = self._library.articles.get(article)
        number = about.version if number is None else number
        stamp = self._library.corrections.stamp(article)
        return self._states.get((article, number, about.metadata, stamp), lambda: self._made(about, number))

    def _fresh(self, article: str, number: int) -> tuple[Digest, str]:
        """For the index, which asks for each article once: nothing is remembered."""
        state = self._made(self._library.articles.get(article), number)
        return state.digest, state.text

    def _made(self, about: Article, number: int) -> _State:
        content = self._library.articles.content(about.id, number)
        texts = {Field.BODY: content.text, Field.TITLE: headline(about.title)}
        placed = place(self._library, self._library.corrections.list(about.id), number, texts)
        asked = (about.metadata, content.blocks, placed)
        after = self._apart.call(corrected_article, *asked) if self._apart else corrected_article(*asked)
        resolved = (Resolved(correction, span, correction.id not in after.unused) for correction, span in placed)
        return _State(after.digest, content.text, tuple(resolved))


def digested_source(source: str, data: bytes | None = None) -> Digested:
    """The digest of a link or file, with its text; `data` is what was read of standard input. Raises CaptureError."""
    from reader.services.capturing import extract

    captured = extract(source, data=data)
    return Digested(digest_article(captured.metadata, captured.blocks), captured.text)


def digested_file(path: str) -> Digested:
    """The digest of a text file in UTF-8, with its text exactly as stored: a byte order mark counts as one character,
    a line end of Windows as two. Raises CaptureError file_missing, file_unreadable, and as `digested_bytes`."""
    try:
        with Path(path).expanduser().open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise CaptureError("file_missing", path=path) from error
    except (OSError, ValueError, RuntimeError) as error:  # a folder, no permission; a NUL in the name; "~nobody"
        raise CaptureError("file_unreadable", path=path) from error
    return digested_bytes(data, path)


def digested_bytes(data: bytes, path: str) -> Digested:
    """The digest of a text in UTF-8 that came from `path`. Raises CaptureError text_too_large, text_not_utf8."""
    if len(data) > LARGEST_FILE:
        raise CaptureError("text_too_large", path=path, limit=LARGEST_FILE // 1024 // 1024)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CaptureError("text_not_utf8", path=path, place=error.start) from error
    return Digested(digest_text(text), text)


def digest_file(path: str) -> Digest:
    """As `digested_file`, the digest alone."""
    return digested_file(path).digest
