"""What Zotero exports of items and their notes.

Items as RIS (https://github.com/zotero/translators, RIS.js): N1 is a note, AB or N2 the abstract. Notes as HTML or
Markdown (https://github.com/zotero/note-editor, https://github.com/zotero/translators, Note Markdown.js): a highlight
is “in quotation marks”, then comes the citation in brackets, links to zotero://, and the comment.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from reader.export.interchange.parsing import (
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
"""Bytes of HTML, which the parser takes in one go."""

_TAG = re.compile(r"^([A-Z][A-Z0-9])  -(?: |$)", re.MULTILINE)
_NOTES = ("N1", "AB", "N2")
_FIRST = {
    "title": ("TI", "T1"),
    "published": ("DA", "PY", "Y1"),
    "source": ("PB", "JO", "T2", "JF"),
    "url": ("UR",),
    "language": ("LA",),
}
_MARKUP = re.compile(r"<(?:p|div|h\d|span|br|ul|ol)\b[^>]*>", re.IGNORECASE)
_QUOTED = re.compile(r"^[“\"](?P<quote>.+?)[”\"](?=\s*(?:\(|$|\[))(?P<rest>.*)$", re.DOTALL)
_BRACKETS = re.compile(r"^\s*\((?:\[[^\]]*\]\([^)\s]*\)|[^()\[\]])*\)")
"""A citation in brackets, with or without links in it, at the beginning of what follows a quotation."""
_ANNOTATION_KEY = re.compile(r"[?&]annotation=([A-Z0-9]{8})")


def read_ris(data: bytes) -> Exchange:
    """Every note of every item; one that is written as HTML is taken apart. InterchangeError: import_encoding."""
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
    """The highlights and comments of a note. InterchangeError: import_too_large, import_encoding."""
    if len(data) > LARGEST_NOTE:
        raise InterchangeError("import_too_large", limit=LARGEST_NOTE // 2**20)
    return _note("zotero-html", _paragraphs(decoded(data)))


def read_markdown(data: bytes) -> Exchange:
    """The same of a note exported as Markdown. InterchangeError: import_encoding."""
    paragraphs = re.split(r"\n\s*\n", decoded(data).replace("\r\n", "\n"))
    found = [(each.lstrip().startswith("# "), "", each.strip().lstrip("#").strip()) for each in paragraphs]
    return _note("zotero-markdown", found)


def _note(format: str, paragraphs: list[tuple[bool, str, str]]) -> Exchange:
    """A note of (is it a heading, key of its annotation, text); the first heading names what it is about."""
    gathering = Gathering(format)
    title = next((name(text) for is_heading, _, text in paragraphs if is_heading), "")
    gathering.article(title, ExchangedArticle(metadata(title=title)))
    for is_heading, key, text in paragraphs:
        if text and not (is_heading and name(text) == title):
            gathering.add(title, _taken_apart(title, key, text))
    return gathering.exchange()


def _html_marks(html: str, article: str) -> list[Annotation]:
    return [_taken_apart(article, key, text) for _, key, text in _paragraphs(html) if text]


def _paragraphs(html: str) -> list[tuple[bool, str, str]]:
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fromstring(html, parser=parser.HTMLParser(no_network=True, remove_comments=True))
    except (etree.ParserError, ValueError):
        return []
    blocks = tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::p or self::li or self::blockquote]")
    found = []
    for block in blocks:
        if block.xpath("./p|./li"):
            continue
        data = next(iter(block.xpath(".//@data-annotation")), "")
        try:
            key = name(members(json.loads(unquote(data))).get("annotationKey")) if data else ""
        except (ValueError, RecursionError):
            key = ""
        found.append((block.tag == "h1", key, words(block.text_content()).strip()))
    # A note without any element is one paragraph.
    return found or [(False, "", words(tree.text_content()).strip())]


def _taken_apart(article: str, key: str, text: str) -> Annotation:
    """A paragraph as a highlight with its comment, or as a note on the whole where nothing is quoted."""
    match = _QUOTED.match(text)
    if match is None:
        return _mark(article, "", text, key)
    linked, comment = _ANNOTATION_KEY.search(match["rest"]), match["rest"]
    while found := _BRACKETS.match(comment):
        comment = comment[found.end() :]
    return _mark(article, match["quote"], comment.strip(), key or (linked[1] if linked else ""))


def _mark(article: str, quote: str, note: str, key: str = "") -> Annotation:
    own = identifier("zotero:" + (key or joined((article, quote or note))))
    return Annotation(own, "", 0, Kind.KEY, quote=quote, note=note)
