"""The file that the Hypothesis client exports and imports.

Shape and meaning as its source has them (https://github.com/hypothesis/client, src/sidebar/services:
annotations-exporter.ts, import-annotations.ts): an object with `export_date`, `export_userid`, `client_version` and
`annotations`, each as the API gives it (https://h.readthedocs.io/en/latest/api-reference/v1/).

Hypothesis knows nothing of kinds and tasks, and of what is not in a field of its own it keeps tags alone: kind, owner
and due date are the first tags, "kind:data", "owner:张明", "due:2026-12-01".
"""

import base64
import binascii
import json
import re
from collections.abc import Sequence
from typing import Any

from reader import __version__
from reader.export.interchange.parsing import (
    Gathering,
    address,
    day,
    entries,
    identifier,
    load_json,
    members,
    metadata,
    moment,
    name,
    names,
    offset,
    words,
)
from reader.model.annotation import Annotation, Kind
from reader.model.interchange import Exchange, ExchangedArticle

USER = "acct:reader@localhost"
"""There is no account: names are shown by `user_info.display_name`."""
PUBLIC = "__world__"
_PREFIXES = ("kind", "owner", "due")
_OWN_ID = re.compile("[A-Za-z0-9_-]{22}")


def write(articles: Sequence[ExchangedArticle], moment: str) -> bytes:
    """The file, as exported at `moment` (UTC, ISO 8601). Only the user may read what is imported from it."""
    value = {
        "export_date": moment,
        "export_userid": USER,
        "client_version": f"yandu-reader {__version__}",
        "annotations": [_row(article, annotation) for article in articles for annotation in article.annotations],
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode(errors="replace")


def _row(article: ExchangedArticle, annotation: Annotation) -> dict[str, Any]:
    about = article.metadata
    uri = about.url or about.original_url or f"urn:uuid:{article.id}"
    target: dict[str, Any] = {"source": uri}
    if annotation.quote:
        target["selector"] = _selectors(annotation)
    return {
        "id": _id(annotation.id),
        "created": annotation.created,
        "updated": annotation.modified,
        "user": USER,
        "uri": uri,
        "text": annotation.note,
        "tags": _tags(annotation),
        "group": PUBLIC,
        "permissions": {action: [USER] for action in ("read", "admin", "update", "delete")},
        "target": [target],
        "document": {"title": [about.title]},
        "references": [],
        "links": {},
        "flagged": False,
        "hidden": False,
        "user_info": {"display_name": annotation.creator or None},
    }


def _id(hex_id: str) -> str:
    """A UUID in URL-safe base 64 without padding, as Hypothesis writes its own."""
    return base64.urlsafe_b64encode(bytes.fromhex(hex_id)).decode().rstrip("=")


def _selectors(annotation: Annotation) -> list[dict[str, Any]]:
    quote = {"exact": annotation.quote, "prefix": annotation.prefix, "suffix": annotation.suffix}
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", **quote}]
    if annotation.start is not None:
        selectors.insert(0, {"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end})
    return selectors


def _tags(annotation: Annotation) -> list[str]:
    facts = (annotation.kind.value, annotation.owner, annotation.due)
    return [f"{prefix}:{fact}" for prefix, fact in zip(_PREFIXES, facts, strict=True) if fact] + list(annotation.tags)


# -- reading ------------------------------------------------------------------------------------------------------


def read(data: bytes) -> Exchange:
    """The annotations of a file, or of an answer of the API (`rows`). A reply stands where what it answers stands.

    InterchangeError: import_damaged, import_too_many.
    """
    top = load_json(data)
    rows = top if isinstance(top, list) else members(top).get("annotations") or members(top).get("rows")
    rows = [members(row) for row in entries(rows)]
    places = {name(row.get("id")): row for row in rows}
    gathering = Gathering("hypothesis")
    for row in rows:
        target = _target(row)
        uri = name(row.get("uri")) or name(target.get("source"))
        if not uri:
            gathering.skip()
            continue
        about = metadata(url=uri, title=next(iter(entries(members(row.get("document")).get("title"))), None))
        # Other documents than web pages have names of their own (urn:x-pdf:…, file:…).
        gathering.article(uri, ExchangedArticle(about, id="" if address(uri) else identifier(uri)))
        thread = [places[each] for each in map(name, entries(row.get("references"))) if each in places]
        gathering.add(uri, _read_annotation(row, _target(thread[0]) if thread else target))
    return gathering.exchange()


def _target(row: dict[str, Any]) -> dict[str, Any]:
    return next((members(each) for each in entries(row.get("target"))), {})


def _read_annotation(row: dict[str, Any], target: dict[str, Any]) -> Annotation:
    selectors = {name(each.get("type")): each for each in map(members, entries(target.get("selector")))}
    quote, position = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    start, end = offset(position.get("start")), offset(position.get("end"))
    has_place = start is not None and end is not None and start < end
    exact, created = words(quote.get("exact")), moment(row.get("created"))
    facts, tags = _facts(names(row.get("tags")))
    return Annotation(
        id=_read_id(name(row.get("id")) or json.dumps(row, sort_keys=True)),
        article="",
        version=0,
        kind=Kind(facts.get("kind", Kind.KEY)),
        quote=exact,
        start=start if has_place else None,
        end=end if has_place else None,
        prefix=words(quote.get("prefix")),
        suffix=words(quote.get("suffix")),
        note=words(row.get("text")),
        tags=tags,
        owner=facts.get("owner"),
        due=facts.get("due"),
        creator=_creator(row),
        created=created,
        modified=moment(row.get("updated")) or created,
        orphan=bool(exact) and not has_place,
    )


def _creator(row: dict[str, Any]) -> str:
    shown, user = name(members(row.get("user_info")).get("display_name")), name(row.get("user"))
    return shown or ("" if user == USER else user.removeprefix("acct:").partition("@")[0])


def _facts(tags: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Kind, owner and due date from the first tags, and the other tags; a kind that is none of ours stays a tag."""
    facts: dict[str, str] = {}
    rest = list(tags)
    for prefix in _PREFIXES:
        head, colon, value = rest[0].partition(":") if rest else ("", "", "")
        if head != prefix or not colon or not value or not _fits(prefix, value):
            # "kind:" always comes first in our files: without it the tags are somebody else's.
            if prefix == "kind":
                break
            continue
        facts[prefix] = value
        del rest[0]
    return facts, tuple(rest)


def _fits(prefix: str, value: str) -> bool:
    return value in {kind.value for kind in Kind} if prefix == "kind" else prefix != "due" or day(value) == value


def _read_id(text: str) -> str:
    if _OWN_ID.fullmatch(text):
        try:
            return base64.urlsafe_b64decode(text + "==").hex()
        except binascii.Error:
            pass
    return identifier(text)
