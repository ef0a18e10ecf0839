"""Making and changing annotations; quotes, contexts and passages are derived here and nowhere else."""

import datetime
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reader.anchoring import Transfer, describe, fitting_places
from reader.library import Library
from reader.model.annotation import Annotation, Kind, Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.article import Content
from reader.model.blocks import Span
from reader.model.errors import AmbiguousQuoteError, AnnotationError
from reader.services.organising import check_date
from reader.text.passages import Passages

CONTEXT_SHOWN = 16
"""Characters on each side of an ambiguous quote that help a person to choose."""

EDITABLE = frozenset({"kind", "note", "tags", "owner", "due", "start", "end"})


def now() -> str:
    """UTC, ISO 8601 with seconds."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def placed(annotation: Annotation, text: str, span: Span, passages: Passages) -> Annotation:
    """`annotation` at `span` of `text`: offsets, quote, context and passage agree with one another."""
    selectors = describe(text, *span)
    return replace(
        annotation,
        start=span.start,
        end=span.end,
        quote=selectors.quote.exact,
        prefix=selectors.quote.prefix,
        suffix=selectors.quote.suffix,
        passage=passages.number(*span),
        orphan=False,
    )


def selectors(annotation: Annotation) -> Selectors:
    """How an annotation finds its place."""
    position = None
    if annotation.start is not None and annotation.end is not None:
        position = TextPositionSelector(annotation.start, annotation.end)
    return Selectors(TextQuoteSelector(annotation.quote, annotation.prefix, annotation.suffix), position)


def _clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Without #, blanks and repeats, in the order given."""
    names = (" ".join(tag.strip().lstrip("#＃").split()) for tag in tags)
    return tuple(dict.fromkeys(name for name in names if name))


# Inside the class `list` is the method of that name.
Annotations = list[Annotation]
Ids = list[str]


class Annotating:
    """Marks and notes of the library; `creator` is the name they are signed with."""

    def __init__(self, library: Library, creator: str = "") -> None:
        self._library = library
        self.creator = creator

    def resolve(self, prefix: str) -> str:
        """The whole id of the annotation whose id begins with `prefix`."""
        return self._library.annotations.resolve(prefix)

    def get(self, annotation: str) -> Annotation:
        """One annotation."""
        return self._library.annotations.get(annotation)

    def list(
        self,
        article: str | None = None,
        *,
        kind: Kind | None = None,
        tag: str | None = None,
        orphans: bool = False,
    ) -> Annotations:
        """Annotations in text order, of one article or of all."""
        return self._library.annotations.list(article, kind=kind, tag=tag, orphans=orphans)

    def annotate(
        self,
        article: str,
        *,
        quote: str | None = None,
        prefix: str = "",
        suffix: str = "",
        start: int | None = None,
        end: int | None = None,
        version: int | None = None,
        kind: Kind = Kind.KEY,
        note: str = "",
        tags: Sequence[str] = (),
        owner: str | None = None,
        due: str | None = None,
    ) -> Annotation:
        """Add an annotation to the newest version of an article.

        The place is [start, end), or the one place where `quote` stands with `prefix` before and `suffix` after it
        (and `start`, when given). Without both it is a note on the whole article. `version` is the one [start, end) was
        that [start, end) was seen in: when the library has a newer one meanwhile, the same words are marked there.
        Raises AnnotationError ("quote_not_found", "bad_span", "nothing_to_note") and AmbiguousQuoteError.
        """
        content = self._library.articles.content(article)
        time = now()
        annotation = Annotation(
            id=secrets.token_hex(16),
            article=article,
            version=content.version.number,
            kind=kind,
            note=note,
            tags=_clean_tags(tags),
            owner=owner or None,
            due=check_date(due),
            creator=self.creator,
            created=time,
            modified=time,
        )
        if quote is None and start is None:
            if not note.strip():
                raise AnnotationError("nothing_to_note")
            return self._library.annotations.add(annotation)
        passages = Passages(content.text)
        if quote is not None:
            span = _one_place(content.text, TextQuoteSelector(quote, prefix, suffix), start, passages)
        else:
            span = self._seen(content, version, start, end)
        return self._library.annotations.add(placed(annotation, content.text, span, passages))

    def annotate_each(self, article: str, places: Sequence[tuple[Span, Kind]], version: int) -> Annotations:
        """Mark several places that were seen in `version`: all of them or, when one cannot be marked, none.

        Raises AnnotationError as `annotate` does.
        """
        content, time, made = self._library.articles.content(article), now(), []
        passages = Passages(content.text)
        with self._library.transaction():
            for span, kind in places:
                annotation = Annotation(
                    id=secrets.token_hex(16),
                    article=article,
                    version=content.version.number,
                    kind=kind,
                    creator=self.creator,
                    created=time,
                    modified=time,
                )
                place = self._seen(content, version, *span)
                made.append(self._library.annotations.add(placed(annotation, content.text, place, passages)))
        return made

    def _seen(self, content: Content, version: int | None, start: int | None, end: int | None) -> Span:
        """[start, end) of `version` in the newest content, wherever those words stand there."""
        if version in (None, content.version.number):
            return _checked(content.text, start, end)
        old = self._library.articles.content(content.version.article, version).text
        seen = _checked(old, start, end)
        selectors = describe(old, *seen)
        span = Transfer(old, content.text).carry(selectors)
        if span is None:
            raise AnnotationError("quote_not_found", quote=selectors.quote.exact)
        return span

    def edit(
        self, annotation: str, *, version: int | None = None, **changes: Any
    ) -> tuple[Annotation, Annotation]:
        """Change kind, note, tags, owner, due, or the ends; returns the annotation before and after.

        An orphan that is given ends has found its place. A change that changes nothing writes nothing. `version` is
        the one that the ends were seen in, by default the newest.
        """
        unknown = set(changes) - EDITABLE
        if unknown:
            raise TypeError(f"not editable: {sorted(unknown)}")
        before = self._library.annotations.get(annotation)
        start, end = changes.pop("start", before.start), changes.pop("end", before.end)
        if "tags" in changes:
            changes["tags"] = _clean_tags(changes["tags"])
        if "due" in changes:
            changes["due"] = check_date(changes["due"])
        if "owner" in changes:
            changes["owner"] = changes["owner"] or None
        after = replace(before, **changes)
        if (start, end) != (before.start, before.end):
            content = self._library.articles.content(before.article)
            after = replace(after, version=content.version.number)
            after = placed(after, content.text, self._seen(content, version, start, end), Passages(content.text))
        if after == before:
            return before, before
        return before, self._library.annotations.replace(replace(after, modified=now()))

    def put_back(self, annotation: Annotation) -> Annotation:
        """Make an annotation again what it was: the way back of `edit`. In a newer version it finds its new place."""
        with self._library.transaction():
            if annotation.version != self._library.articles.get(annotation.article).version:
                return self.carry_over(annotation.article, annotation.version, [annotation])[0]
            return self._library.annotations.replace(annotation)

    def delete(self, ids: Iterable[str]) -> Ids:
        """Move annotations to the trash; returns those that moved."""
        return self._library.annotations.delete(list(ids))

    def undelete(self, ids: Iterable[str]) -> Ids:
        """Take annotations out of the trash and, if the article has a newer version meanwhile, to their new place."""
        with self._library.transaction():
            back = self._library.annotations.undelete(list(ids))
            for annotation in map(self.get, back):
                if annotation.version != self._library.articles.get(annotation.article).version:
                    self.carry_over(annotation.article, annotation.version, [annotation])
        return back

    def carry_over(
        self, article: str, old_number: int, annotations: Sequence[Annotation] | None = None
    ) -> Annotations:
        """Move annotations of version `old_number` to the newest version; what finds no place becomes an orphan."""
        old, new = (self._library.articles.content(article, number).text for number in (old_number, None))
        number = self._library.articles.get(article).version
        transfer, passages = Transfer(old, new), Passages(new)
        moved = []
        for annotation in self.list(article) if annotations is None else annotations:
            carried = replace(annotation, version=number)
            if annotation.quote:
                span = transfer.carry(selectors(annotation))
                if span is None:
                    carried = replace(carried, start=None, end=None, passage=None, orphan=True)
                else:
                    carried = placed(carried, new, span, passages)
            moved.append(self._library.annotations.replace(carried))
        return moved


def _checked(text: str, start: int | None, end: int | None) -> Span:
    if start is None or end is None or not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise AnnotationError("bad_span", start=start, end=end, length=len(text))
    return Span(start, end)


def _one_place(text: str, quote: TextQuoteSelector, start: int | None, passages: Passages) -> Span:
    if not quote.exact.strip():
        raise AnnotationError("empty_quote")
    places = fitting_places(text, quote)
    if start is not None:
        places = [place for place in places if place.start == start]
    if not places:
        raise AnnotationError("quote_not_found", quote=quote.exact)
    if len(places) > 1:
        raise AmbiguousQuoteError(
            [
                {
                    "start": place.start,
                    "end": place.end,
                    "passage": passages.number(*place),
                    "context": text[max(0, place.start - CONTEXT_SHOWN) : place.end + CONTEXT_SHOWN],
                }
                for place in places
            ]
        )
    return places[0]
