"""What Zotero exports of items and their notes.

Items as RIS (https://github.com/zotero/translators, RIS.js): N1 is a note, AB or N2 the abstract. Notes as HTML or
Markdown (https://github.com/zotero/note-editor, https://github.com/zotero/translators, Note Markdown.js): a highlight
is “in quotation marks”, then comes the citation in brackets, links to zotero://, and the comment.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from urllib.parse import unquote

from reader.export.interchange.parsing import (
    MOST_ANNOTATIONS,
    MOST_VALUES,
    Gathering,
    decoded,
    identifier,
    joined,
    members,
    metadata,
    name,
    names,
    words,
)
from reader.model.annotation import Annotation, Kind
from reader.model.errors import InterchangeError
from reader.model.interchange import Exchange, ExchangedArticle

LARGEST_NOTE = 10 * 1024 * 1024
"""Bytes of HTML or Markdown, which are taken apart in one go."""

_TAG = re.compile(r"^([A-Z][A-Z0-9])  -(?: |$)", re.MULTILINE)
_NOTES = ("N1", "AB", "N2")
_FIRST = {
    "title": ("TI", "T1"),
    "published": ("DA", "PY", "Y1"),
    "source": ("PB", "JO", "T2", "JF"),
    "url": ("UR",),
    "language": ("LA",),
}
_SILENT = frozenset(("title", "style", "script"))
_BLOCKS = _SILENT.union(
    ["body", "table", "ul", "ol", "p", "div", "li", "blockquote", "pre", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"]
)
# No repetition in it can pass a "<": however the markup is broken, no character is looked at twice.
_ELEMENT = re.compile(r"<(?:(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)\b(?P<facts>[^<>]*)|[!?][^<>]*)>", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:p|div|h\d|span|br|ul|ol)\b[^<>]*>", re.IGNORECASE)
_DATA = re.compile(r"\bdata-annotation=[\"']?([^\"'\s]+)")
_QUOTED = re.compile(r"^[“\"](?P<quote>.+?)[”\"](?=\s*(?:\(|$|\[))(?P<rest>.*)$", re.DOTALL)
_BRACKETS = re.compile(r"\s*\((?:\[[^\]]*\]\([^)\s]*\)|[^()\[\]])*\)")
"""A citation in brackets, with or without links in it."""
_ANNOTATION_KEY = re.compile(r"[?&]annotation=([A-Z0-9]{8})")


def read_ris(data: bytes) -> Exchange:
    """Every note of every item; one that is written as HTML is taken apart.

    InterchangeError: import_encoding, import_too_many.
    """
    if data.count(b"  - ") > MOST_VALUES:
        raise InterchangeError("import_too_many", limit=MOST_ANNOTATIONS)
    gathering = Gathering("ris")
    for record in _records(decoded(data)):
        facts = {fact: next((record[tag][0] for tag in tags if record.get(tag)), None) for fact, tags in _FIRST.items()}
        about = metadata(**facts, author="；".join(record.get("AU", []) + record.get("A1", [])))
        key = about.url or about.title
        gathering.article(key, ExchangedArticle(about, tags=names(record.get("KW", []))))
        for note in (text for tag in _NOTES for text in record.get(tag, [])):
            is_html = _MARKUP.search(note) and len(note) < LARGEST_NOTE
            for mark in _html_marks(note, key) if is_html else [_mark(key, "", note)]:
                gathering.add(key, mark)
    return gathering.exchange()


def _records(text: str) -> Iterator[dict[str, list[str]]]:
    record: dict[str, list[str]] = {}
    # tag, value, tag, value, …: what follows a line without a tag of its own belongs to the one before.
    pieces = _TAG.split(text.replace("\r\n", "\n").replace("\r", "\n"))[1:]
    for tag, value in zip(pieces[::2], pieces[1::2], strict=True):
        if tag == "TY":
            record = {}
        elif tag == "ER":
            yield record
            record = {}
        elif value.strip():
            record.setdefault(tag, []).append(words(value).strip())


def read_html(data: bytes) -> Exchange:
    """The highlights and comments of a note. InterchangeError: import_too_large, import_too_many, import_encoding."""
    return _note("zotero-html", _paragraphs(_text(data)))


def read_markdown(data: bytes) -> Exchange:
    """The same of a note exported as Markdown, with the same errors."""
    paragraphs = re.split(r"\n\s*\n", _text(data).replace("\r\n", "\n"))
    return _note(
        "zotero-markdown",
        ((each.lstrip().startswith("# "), "", each.strip().lstrip("#").strip()) for each in paragraphs),
    )


def _text(data: bytes) -> str:
    if len(data) > LARGEST_NOTE:
        raise InterchangeError("import_too_large", limit=LARGEST_NOTE // 2**20)
    return decoded(data)


Paragraph = tuple[bool, str, str]
"""Whether it is the heading of a note, the key of its annotation in Zotero or "", its text."""


def _note(format: str, paragraphs: Iterable[Paragraph]) -> Exchange:
    """A note; its first heading names what it is about."""
    found = list(islice((each for each in paragraphs if each[2]), MOST_ANNOTATIONS + 1))
    if len(found) > MOST_ANNOTATIONS:
        raise InterchangeError("import_too_many", limit=MOST_ANNOTATIONS)
    gathering = Gathering(format)
    title = next((name(text) for is_heading, _, text in found if is_heading), "")
    gathering.article(title, ExchangedArticle(metadata(title=title)))
    for is_heading, key, text in found:
        if not (is_heading and name(text) == title):
            gathering.add(title, _taken_apart(title, key, text))
    return gathering.exchange()


def _html_marks(markup: str, article: str) -> list[Annotation]:
    return [_taken_apart(article, key, text) for _, key, text in _paragraphs(markup)]


def _paragraphs(markup: str) -> Iterator[Paragraph]:
    """The innermost blocks of a note that have text, in time linear in its length, whatever is in it.

    No parser of HTML builds a tree here: those of the house run in a process of their own, because broken markup can
    keep them for minutes. Of a note nothing is wanted but its words and the keys of its annotations.
    """
    parts: list[str] = []
    tag, key, at = "", "", 0
    for element in chain(_ELEMENT.finditer(markup), [None]):
        if tag not in _SILENT:
            parts.append(markup[at : element.start() if element else None])
        if element is None or (met := (element["tag"] or "").lower()) in _BLOCKS:
            if text := _words("".join(parts)):
                yield tag == "h1", key, text
            parts.clear()
            key = ""
        if element is None:
            return
        at = element.end()
        if met in _BLOCKS:
            tag = "" if element["end"] else met
        elif met == "br":
            parts.append("\n")
        if not key and (data := _DATA.search(element["facts"] or "")):
            key = _annotation_key(data[1])


def _words(text: str) -> str:
    try:
        return words(html.unescape(text)).strip()
    except ValueError:  # a character with a number of thousands of digits
        return words(text).strip()


def _annotation_key(data: str) -> str:
    try:
        return name(members(json.loads(unquote(data))).get("annotationKey"))
    except (ValueError, RecursionError):
        return ""


def _taken_apart(article: str, key: str, text: str) -> Annotation:
    """A paragraph as a highlight with its comment, or as a note on the whole where nothing is quoted."""
    match = _QUOTED.match(text)
    if match is None:
        return _mark(article, "", text, key)
    linked, rest, at = _ANNOTATION_KEY.search(match["rest"]), match["rest"], 0
    while found := _BRACKETS.match(rest, at):
        at = found.end()
    return _mark(article, match["quote"], rest[at:].strip(), key or (linked[1] if linked else ""))


def _mark(article: str, quote: str, note: str, key: str = "") -> Annotation:
    own = identifier("zotero:" + (key or joined((article, quote or note))))
    return Annotation(own, "", 0, Kind.KEY, quote=quote, note=note)
