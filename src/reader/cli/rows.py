"""The JSON of the command line: stable shapes that scripts rely on, made of the model's dataclasses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.model.annotation import Annotation, Suggestion
from reader.model.article import AddOutcome, Article, Attachment, CapturedArticle, Content, Version
from reader.model.errors import AmbiguousQuoteError, ReaderError
from reader.model.query import SearchHit

if TYPE_CHECKING:
    from reader.model.changes import Change, RefetchOutcome
    from reader.model.reposts import Reposts
    from reader.model.verification import Checked
    from reader.model.waiting import WaitingLink

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


def attachment_row(attachment: Attachment, path: Path | None = None) -> Row:
    """A row of `attachments`; `path` is where it was written, if it was."""
    return {
        "name": attachment.name,
        "sha256": attachment.sha256,
        "bytes": attachment.bytes,
        "media_type": attachment.media_type,
        "href": attachment.href,
        "path": None if path is None else str(path),
    }


def shown_row(
    article: Article, versions: Sequence[Version], content: Content, attachments: Sequence[Attachment]
) -> Row:
    """What `show` tells: the row of `list`, all versions, and text and attachments of the one that is shown."""
    return article_row(article) | {
        "versions": [
            {"number": each.number, "fetched": each.fetched, "sha256": each.sha256, "chars": each.chars}
            for each in versions
        ],
        "version": content.version.number,
        "text": content.text,
        "attachments": [attachment_row(each) for each in attachments],
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
        "images": list(dict.fromkeys(captured.image_sources)),
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
    error, other = outcome.error, outcome.resembling
    return {
        "source": outcome.source,
        "id": outcome.id,
        "status": outcome.status.value,
        "title": outcome.title,
        "duplicate_of": outcome.duplicate_of,
        "resemblance": _part(other.share) if other else None,
        "contained": _part(other.contained) if other else None,
        "error": error.code if isinstance(error, ReaderError) else error and "unexpected",
        "waiting": outcome.waiting,
    }


def waiting_row(link: WaitingLink) -> Row:
    """A row of `waiting`; `error` is the code of why it waits."""
    return {
        "id": link.id,
        "source": link.source,
        "added": link.added,
        "tried": link.tried,
        "attempts": link.attempts,
        "error": link.error.code,
    }


def reposts_row(reposts: Reposts) -> Row:
    """What `resembling` tells."""
    return {
        "chain": [
            {
                "role": link.role.value,
                "name": link.name,
                "url": link.url,
                "id": link.article,
                "published": link.published,
            }
            for link in reposts.chain
        ],
        "resembling": [
            {
                "id": each.article.id,
                "title": each.article.title,
                "source": each.article.metadata.source,
                "published": each.article.metadata.published,
                "site": each.article.metadata.site,
                "share": _part(each.share),
                "contained": _part(each.contained),
            }
            for each in reposts.resembling
        ],
    }


def _part(of_one: float) -> float:
    """Four digits, rounded down: 1.0 stands for all of it, and for nothing less."""
    return int(of_one * 10_000 + 1e-9) / 10_000


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


def checked_row(checked: Checked) -> Row:
    """A row of `verify`; null where it is not found."""
    is_found = bool(checked.article)
    return {
        "quote": checked.quote,
        "start": checked.start,
        "end": checked.end,
        "status": checked.verdict.value,
        "stated": checked.stated,
        "article": checked.article or None,
        "title": checked.title or None,
        "version": checked.version or None,
        "old": checked.is_old,
        "passage": checked.passage,
        "found": checked.found if is_found else None,
        "found_start": checked.found_start if is_found else None,
        "found_end": checked.found_end if is_found else None,
        "differences": [
            {"start": each.start, "end": each.end, "found": each.found, "kind": each.kind.value}
            for each in checked.differences
        ],
        "similarity": round(checked.similarity, 4),
    }


def error_row(error: Exception, sentence: str) -> Row:
    """What stands on stdout when a verb failed as a whole."""
    if isinstance(error, AmbiguousQuoteError):
        return {"error": error.code, "message": sentence, "places": error.places}
    code = "system" if isinstance(error, OSError) else "unexpected"
    return {"error": error.code if isinstance(error, ReaderError) else code, "message": sentence}
