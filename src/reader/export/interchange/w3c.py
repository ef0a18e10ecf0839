"""W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/, https://www.w3.org/TR/annotation-vocab/).

One AnnotationCollection with one page. The kind of a mark is its motivation and, exactly, a body with the purpose
"classifying". What the model has no place for stands under terms of our own, which the context binds to NAMESPACE:

- of an annotation: `reader:owner`, `reader:due` (YYYY-MM-DD), `reader:passage` ("3-5"), `reader:orphan` (true when the
  words were no longer found);
- of a target: `reader:article`, the article among `reader:articles` of the collection;
- of a state: `reader:sha256` of the canonical text in UTF-8;
- of the collection: `reader:articles`, each with its metadata, `reader:tags`, `reader:fetched`, `reader:sha256` and,
  where it was asked for, `reader:text`, the canonical text that all positions count in (code points, half-open).
"""

import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from reader import __version__
from reader.export.interchange.parsing import (
    Gathering,
    address,
    day,
    entries,
    identifier,
    joined,
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
from reader.model.errors import InterchangeError
from reader.model.interchange import Exchange, ExchangedArticle

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:x-yandu-reader:"

MOTIVATIONS = {
    Kind.KEY: "describing",
    Kind.BORROW: "assessing",
    Kind.DATA: "identifying",
    Kind.QUESTION: "questioning",
    Kind.ACTION: "editing",
}
PURPOSES = {Kind.KEY: "describing", Kind.BORROW: "assessing", Kind.QUESTION: "questioning"}
"""Of the note; a note on a figure or a task is a comment."""


def write(articles: Sequence[ExchangedArticle]) -> bytes:
    """The collection of all annotations, article by article; the same articles give the same bytes."""
    items = [_item(article, annotation) for article in articles for annotation in article.annotations]
    own = NAMESPACE + " ".join(article.id for article in articles)
    collection_id, page_id = (_urn(uuid.uuid5(uuid.NAMESPACE_URL, own + part).hex) for part in ("", "#page1"))
    page = {"id": page_id, "type": "AnnotationPage", "partOf": collection_id, "startIndex": 0, "items": items}
    collection = {
        "@context": [CONTEXT, {"reader": NAMESPACE}],
        "id": collection_id,
        "type": "AnnotationCollection",
        "label": " / ".join(article.metadata.title for article in articles),
        "generator": {"type": "Software", "name": f"Yandu Reader {__version__}"},
        "total": len(items),
        "first": page,
        "reader:articles": [_article(article) for article in articles],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode(errors="replace")


def _urn(hex_id: str) -> str:
    return f"urn:uuid:{uuid.UUID(hex=hex_id)}"


def _present(facts: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: the standard has no empty values."""
    return {key: value for key, value in facts.items() if value not in (None, "", [], ())}


def _article(article: ExchangedArticle) -> dict[str, Any]:
    facts = {f"reader:{key}": value for key, value in asdict(article.metadata).items()}
    facts |= {"reader:tags": list(article.tags), "reader:fetched": article.fetched, "reader:sha256": article.sha256}
    return _present({"id": _urn(article.id), **facts}) | ({} if article.text is None else {"reader:text": article.text})


def _item(article: ExchangedArticle, annotation: Annotation) -> dict[str, Any]:
    motivation = MOTIVATIONS[annotation.kind]
    return _present(
        {
            "id": _urn(annotation.id),
            "type": "Annotation",
            "motivation": ["highlighting", motivation] if annotation.quote else [motivation],
            "created": annotation.created,
            "modified": annotation.modified,
            "creator": {"type": "Person", "name": annotation.creator} if annotation.creator else None,
            "body": _bodies(annotation, "en" if article.metadata.language == "en" else "zh-CN"),
            "target": _target(article, annotation),
            "reader:owner": annotation.owner,
            "reader:due": annotation.due,
            "reader:passage": annotation.passage,
            "reader:orphan": True if annotation.orphan else None,
        }
    )


def _bodies(annotation: Annotation, language: str) -> list[dict[str, str]]:
    def body(value: str, purpose: str) -> dict[str, str]:
        return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}

    note = body(annotation.note, PURPOSES.get(annotation.kind, "commenting")) | {"language": language}
    tags = [body(tag, "tagging") for tag in annotation.tags]
    return [*([note] if annotation.note else []), *tags, body(annotation.kind.value, "classifying")]


def _target(article: ExchangedArticle, annotation: Annotation) -> dict[str, Any]:
    about = article.metadata
    state = {"type": "TimeState", "sourceDate": article.fetched, "reader:sha256": article.sha256}
    selectors: list[dict[str, Any]] = []
    if annotation.quote:
        quote = {"exact": annotation.quote, "prefix": annotation.prefix, "suffix": annotation.suffix}
        selectors.append({"type": "TextQuoteSelector", **_present(quote)})
    if annotation.start is not None:
        selectors.append({"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end})
    return _present(
        {
            "source": about.url or about.original_url or _urn(article.id),
            "state": _present(state),
            "selector": selectors,
            "reader:article": {"id": _urn(article.id)},
        }
    )


# -- reading ------------------------------------------------------------------------------------------------------


def read(data: bytes) -> Exchange:
    """The annotations of a collection, a page, a list or a single annotation, whoever wrote it.

    InterchangeError: import_damaged, import_too_many, import_pages (the annotations stand in other files).
    """
    top = load_json(data)
    gathering = Gathering("jsonld")
    for about in entries(members(top).get("reader:articles")):
        about = members(about)
        if article_id := name(about.get("id")):
            gathering.article(identifier(article_id), _read_article(identifier(article_id), about))
    for item in _items(top):
        _read_item(gathering, members(item))
    return gathering.exchange()


def _items(top: Any) -> list[Any]:
    if isinstance(top, list):
        return top
    first = members(top).get("first")
    if isinstance(first, str):
        raise InterchangeError("import_pages", address=first)
    page = members(first) if first else members(top)
    return entries(page["items"]) if "items" in page else [page] if "target" in page else []


def _read_article(article_id: str, about: dict[str, Any]) -> ExchangedArticle:
    facts = {key.removeprefix("reader:"): value for key, value in about.items()}
    text = words(facts["text"]) if isinstance(facts.get("text"), str) else None
    return ExchangedArticle(
        metadata(**{key: value for key, value in facts.items() if key.isidentifier()}),
        id=article_id,
        text=text,
        sha256=name(facts.get("sha256")) if text is None else hashlib.sha256(text.encode()).hexdigest(),
        fetched=moment(facts.get("fetched")),
        tags=names(facts.get("tags")),
    )


def _iri(value: object) -> str:
    """Of a resource that is named by its address alone, or described by an object."""
    return name(value) or name(members(value).get("id")) or name(members(value).get("@id"))


def _read_item(gathering: Gathering, item: dict[str, Any]) -> None:
    # An annotation with several targets says the same of each; the first one that has a place is ours.
    target = max(entries(item.get("target")), key=lambda each: "selector" in members(each), default=None)
    source = _iri(members(target).get("source")) or _iri(target)
    if not source:
        gathering.skip()
        return
    about = members(target)
    known = _iri(about.get("reader:article"))
    key = identifier(known) if known else source
    state = next((members(each) for each in entries(about.get("state"))), {})
    gathering.article(
        key,
        ExchangedArticle(
            metadata(url=source, title=members(about.get("source")).get("title"), language=None),
            id=identifier(known or source) if known or not address(source) else "",
            sha256=name(state.get("reader:sha256")),
            fetched=moment(state.get("sourceDate")),
        ),
    )
    gathering.add(key, _read_annotation(item, about))


def _read_annotation(item: dict[str, Any], target: dict[str, Any]) -> Annotation:
    selectors = {name(each.get("type")): each for each in map(members, _selectors(target.get("selector")))}
    quote, position = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    created = moment(item.get("created"))
    bodies = [{"value": item["bodyValue"]}] if "bodyValue" in item else list(map(members, entries(item.get("body"))))
    notes = [each for each in bodies if each.get("purpose") not in ("tagging", "classifying", "linking")]
    start, end = offset(position.get("start")), offset(position.get("end"))
    exact = words(quote.get("exact"))
    has_place = start is not None and end is not None and start < end
    return Annotation(
        id=identifier(_iri(item.get("id")) or json.dumps(item, sort_keys=True)),
        article="",
        version=0,
        kind=_kind(bodies, entries(item.get("motivation"))),
        quote=exact,
        start=start if has_place else None,
        end=end if has_place else None,
        prefix=words(quote.get("prefix")),
        suffix=words(quote.get("suffix")),
        note=joined(words(each.get("value")) for each in notes),
        tags=names([each.get("value") for each in bodies if each.get("purpose") == "tagging"]),
        owner=name(item.get("reader:owner")) or None,
        due=day(item.get("reader:due")),
        creator=next(filter(None, map(_creator, entries(item.get("creator")))), ""),
        created=created,
        modified=moment(item.get("modified")) or created,
        orphan=item.get("reader:orphan") is True,
        passage=name(item.get("reader:passage")) or None,
    )


def _selectors(value: object) -> list[Any]:
    """Those of a target, and one step into what refines them (a range of a PDF's page, say)."""
    found = entries(value)
    return [*found, *(inner for each in found for inner in entries(members(each).get("refinedBy")))]


def _creator(value: object) -> str:
    return name(members(value).get("name")) or _iri(value)


def _kind(bodies: Sequence[dict[str, Any]], motivations: Sequence[object]) -> Kind:
    exact = [each.get("value") for each in bodies if each.get("purpose") == "classifying"]
    for kind in Kind:
        if kind.value in exact:
            return kind
    purposes = [*motivations, *(each.get("purpose") for each in bodies)]
    return next((kind for kind, motivation in MOTIVATIONS.items() if motivation in purposes), Kind.KEY)
