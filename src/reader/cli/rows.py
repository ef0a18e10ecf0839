"""The JSON of the command line: stable shapes that scripts rely on, made of the model's dataclasses."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from reader.model.annotation import Annotation, Suggestion
from reader.model.article import AddOutcome, Article, CapturedArticle, Content, Version
from reader.model.changes import Change, RefetchOutcome
from reader.model.errors import AmbiguousQuoteError, ReaderError
from reader.model.query import SearchHit

Row = dict[str, Any]


def article_row(article: Article) -> Row:
    """A row of `list`."""
    about = article.metadata
    return {
        "id": article.id,
        "title": about.title,
        "source": about.source,
        "published": about.published,
        "author": about.author,
        "url": about.url,
        "original_url": about.original_url,
        "added": article.added,
        "status": article.status.value,
        "starred": article.starred,
        "progress": article.progress,
        "tags": list(article.tags),
        "collections": list(article.collections),
        "annotations": article.annotations,
        "duplicate_of": article.duplicate_of,
    }


def shown_row(article: Article, versions: Sequence[Version], content: Content) -> Row:
    """What `show` tells: the row of `list`, all versions, and the canonical text of the one that is shown."""
    return article_row(article) | {
        "versions": [
            {"number": each.number, "fetched": each.fetched, "sha256": each.sha256, "chars": each.chars}
            for each in versions
        ],
        "version": content.version.number,
        "text": content.text,
    }


def captured_row(captured: CapturedArticle) -> Row:
    """What `extract` tells."""
    about = captured.metadata
    return {
        "title": about.title,
        "published": about.published,
        "source": about.source,
        "author": about.author,
        "original_url": about.original_url,
        "url": about.url,
        "site": about.site,
        "language": about.language,
        "encoding": captured.encoding,
        "body": captured.text,
        "html": captured.html,
        "markdown": captured.markdown,
        "images": list(captured.image_sources),
        "truncated": captured.truncated,
    }


def annotation_row(annotation: Annotation) -> Row:
    """A row of `annotations`."""
    return {
        "id": annotation.id,
        "article": annotation.article,
        "version": annotation.version,
        "kind": annotation.kind.value,
        "quote": annotation.quote,
        "start": annotation.start,
        "end": annotation.end,
        "passage": annotation.passage,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "owner": annotation.owner,
        "due": annotation.due,
        "creator": annotation.creator,
        "created": annotation.created,
        "modified": annotation.modified,
        "orphan": annotation.orphan,
    }


def suggestion_row(suggestion: Suggestion | None) -> Row | None:
    """The `suggestion` of an orphan in `annotations --orphans`."""
    return None if suggestion is None else asdict(suggestion)


def hit_row(hit: SearchHit) -> Row:
    """A row of `search`."""
    return {
        "id": hit.article,
        "title": hit.title,
        "field": hit.field.value,
        "annotation": hit.annotation,
        "start": hit.start,
        "end": hit.end,
        "snippet": hit.snippet,
        "hits": [list(span) for span in hit.hits],
    }


def outcome_row(outcome: AddOutcome) -> Row:
    """A row of `add`; `error` is the code of what went wrong."""
    error = outcome.error
    return {
        "source": outcome.source,
        "id": outcome.id,
        "status": outcome.status.value,
        "title": outcome.title,
        "duplicate_of": outcome.duplicate_of,
        "error": error.code if isinstance(error, ReaderError) else error and "unexpected",
    }


def refetch_row(outcome: RefetchOutcome) -> Row:
    """A row of `refetch`: that of `add`, and what changed."""
    return outcome_row(outcome.added) | {
        "id": outcome.article,
        "version": outcome.version,
        **asdict(outcome.counts),
        "carried": outcome.carried,
        "lost": outcome.lost,
        "stump": outcome.is_stump,
    }


def change_row(change: Change) -> Row:
    """A row of `changes`; a reworded paragraph has pieces of the same shape."""
    row: Row = {"kind": change.kind.value, "old": list(change.old), "new": list(change.new)}
    if change.pieces:
        row["pieces"] = [
            {"kind": piece.kind.value, "old": list(piece.old), "new": list(piece.new)} for piece in change.pieces
        ]
    return row


def error_row(error: Exception, sentence: str) -> Row:
    """What stands on stdout when a verb failed as a whole."""
    if isinstance(error, AmbiguousQuoteError):
        return {"error": error.code, "message": sentence, "places": error.places}
    code = "system" if isinstance(error, OSError) else "unexpected"
    return {"error": error.code if isinstance(error, ReaderError) else code, "message": sentence}
