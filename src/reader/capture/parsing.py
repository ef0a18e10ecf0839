"""Bytes to blocks and metadata: all that happens to untrusted content, in one function without side effects.

It runs in the worker process (`worker.py`); tests and measurements may call it in their own.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, NamedTuple
from urllib.parse import urljoin

from reader.capture import blocks as block_maker
from reader.capture.addresses import scheme_of
from reader.capture.attachments import find_attachments
from reader.capture.charset import Decoded, codec_of, decode
from reader.capture.complexity import SOURCE_LIMIT, limit_blocks, simplify
from reader.capture.continuation import Beyond, find_beyond, trim_pager
from reader.capture.documents.papers import page_of_paper
from reader.capture.formats import Format, recognise, recognise_document
from reader.capture.markdown import to_markdown
from reader.capture.page import Page, extract_page, language_of
from reader.capture.pictures import within_limits
from reader.capture.sanitise import sanitise
from reader.capture.walls import refuse_wall
from reader.model.blocks import Block, BlockKind, blocks_to_json
from reader.model.errors import CaptureError
from reader.text.dumps import parse_dump
from reader.text.folding import clean, one_line


@dataclass(frozen=True, slots=True)
class Source:
    """What is known about bytes before they are read."""

    media_type: str = ""
    """The Content-Type header, with its parameters."""
    name: str = ""
    """File name or last part of the address."""
    url: str | None = None
    """Base of relative addresses."""
    asked: str | None = None
    """The address that was asked for, before redirects."""
    encoding: str | None = None
    """Codec to use whatever the bytes say (a reader's own choice)."""
    began: Sequence[str] = ()
    """Of a further page of a split article: the first lines of the first page, which some portals repeat."""
    body: str = ""
    """CSS selector of the element that holds the body of a web page (a reader's own choice)."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """Plain data, ready for JSON. `images` are addresses; html and blocks name image n `lib:<token>-n`."""

    blocks: list[dict[str, Any]]
    html: str
    markdown: str
    encoding: str | None
    token: str
    images: list[str] = field(default_factory=list)
    title: str = ""
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None
    language: str | None = None
    truncated: bool = False
    url: str | None = None
    """The page's own address, where a saved page says it."""
    embedded: dict[str, bytes] = field(default_factory=dict)
    """Pictures that came with the document, by their address in `images`."""
    files: list[list[str]] = field(default_factory=list)
    """[address, text of the link] of what a web page's body offers as files."""
    next_page: str | None = None
    """Where the article goes on."""
    whole_page: str | None = None
    """Where all of it stands on one page."""

    def as_message(self) -> tuple[dict[str, Any], bytes]:
        """For the pipe between the processes: plain data, and the embedded pictures one after the other."""
        plain = {name: value for name, value in asdict(self).items() if name != "embedded"}
        plain["embedded"] = [[address, len(data)] for address, data in self.embedded.items()]
        return plain, b"".join(self.embedded.values())


def parse(data: bytes, source: Source) -> Parsed:
    """Read a source.

    Raises CaptureError: empty_source, binary_source, no_text, archive_…, document_…, pdf_scanned, unknown_encoding,
    body_selector, body_not_found, and the codes of `formats.py` and `walls.py`.
    """
    if not data.strip():
        raise CaptureError("empty_source")
    document = recognise_document(data)
    if document in DOCUMENTS:
        return _assemble(DOCUMENTS[document](data), None)
    opened = opened_of(data, source, document)
    decoded, source = decoded_by(opened.data, opened.source), opened.source
    form = recognise(decoded.text, source.media_type, source.name)
    page = _READERS[form](decoded.text[:SOURCE_LIMIT], source)
    page.truncated = page.truncated or len(decoded.text) > SOURCE_LIMIT
    page.embedded, page.url = page.embedded | opened.pictures, opened.url
    # A page saved as one file is all there is of it: adding it asks nothing of the network.
    beyond = _beyond(decoded.text, source, page) if form is Format.HTML and document is None else Beyond()
    return replace(_assemble(page, decoded.encoding), next_page=beyond.next_page, whole_page=beyond.whole_page)


def _beyond(text: str, source: Source, page: Page) -> Beyond:
    beyond = find_beyond(text[:SOURCE_LIMIT], source.url, page.body, is_further=bool(source.began))
    if beyond.next_page or source.began:
        trim_pager(page.body, source.began)
    return beyond


class Opened(NamedTuple):
    """A text, and of a page saved with its pictures (MHTML) also those and its address."""

    data: bytes
    source: Source
    pictures: dict[str, bytes]
    url: str | None


def opened_of(data: bytes, source: Source, document: Format | None) -> Opened:
    """The text in a source that is a text or a web archive; CaptureError document_damaged."""
    if document is not Format.MHTML:
        return Opened(data, source, {}, None)
    from reader.capture.documents.mhtml import read_mhtml

    found = read_mhtml(data)
    inside = replace(source, media_type=found.media_type, url=source.url or found.url)
    return Opened(found.data, inside, found.pictures, found.url)


def _read_docx(data: bytes) -> Page:
    from reader.capture.documents.docx import read_docx

    return read_docx(data)


def _read_pdf(data: bytes) -> Page:
    from reader.capture.documents.pdf_paragraphs import read_pdf

    return read_pdf(data)


def _read_epub(data: bytes) -> Page:
    from reader.capture.documents.epub import read_epub

    return read_epub(data)


DOCUMENTS: dict[Format | None, Callable[[bytes], Page]] = {
    Format.DOCX: _read_docx,
    Format.PDF: _read_pdf,
    Format.EPUB: _read_epub,
}


def decoded_by(data: bytes, source: Source) -> Decoded:
    """The text of a source, in the charset the reader chose or the bytes tell."""
    if not source.encoding:
        return decode(data, source.media_type)
    codec = codec_of(source.encoding)
    return Decoded(data.decode(codec, "replace"), codec)


def _read_html(text: str, source: Source) -> Page:
    page = extract_page(text, source.url, source.body)
    if not source.body:  # a reader who chose the body has seen the page
        refuse_wall(page, text, source.url, source.asked)
    return page


def _read_markdown(text: str, source: Source) -> Page:
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return page_of_paper(rendered)


def _read_text(text: str, source: Source) -> Page:
    dump = parse_dump(text)
    if not dump.body:
        return _page_of_paragraphs(line.text for line in dump.lines)
    page = _page_of_paragraphs(dump.body)
    page.title, page.published, page.source = dump.title, dump.published, dump.source
    page.author, page.original_url = dump.author, dump.original_url
    return page


def _page_of_paragraphs(paragraphs: Iterable[str]) -> Page:
    from lxml import etree

    body = etree.Element("div")
    for text in paragraphs:
        etree.SubElement(body, "p").text = text
    return Page(body=body)


_READERS = {Format.HTML: _read_html, Format.MARKDOWN: _read_markdown, Format.TEXT: _read_text}


def _assemble(page: Page, encoding: str | None) -> Parsed:
    from lxml import etree

    token = secrets.token_hex(8)
    # Old systems wrap whole pages in an element of this name; outside a drawing, sanitising would drop all of it.
    for element in list(page.body.iter("text")):
        element.tag = "span"
    dropped = simplify(page.body)
    images = _name_images(page.body, page.base, token, page.embedded)
    files = _files(page) if page.is_web else []
    html = sanitise(etree.tostring(page.body, encoding="unicode", method="html", with_tail=False))
    made, too_long = limit_blocks(block_maker.make_blocks(html))
    if too_long:
        html = _plain_html(made)
    if not any(block.text for block in made):
        raise CaptureError("login_wall" if page.asks_password else "no_text")
    names = {f"lib:{token}-{index}": address for index, address in enumerate(images)}
    return Parsed(
        blocks_to_json(made),
        html,
        to_markdown(html, names),
        encoding,
        token,
        images,
        title=tidy(page.title),
        published=page.published,
        source=_or_none(page.source),
        author=_or_none(page.author),
        original_url=page.original_url,
        language=page.language or language_of("".join(block.text for block in made)),
        truncated=dropped or too_long or page.truncated,
        url=page.url,
        embedded=within_limits(images, page.embedded),
        files=files,
    )


def _files(page: Page) -> list[list[str]]:
    """What the body links to, then what is listed beside it."""
    found = find_attachments(page.body)
    known = {address for address, _ in found}
    return found + [each for each in page.attached if each[0] not in known]


def tidy(text: str) -> str:
    """A title or name on one line, without unwanted characters."""
    return one_line(clean(text))[:300]


def _or_none(text: str | None) -> str | None:
    return tidy(text) or None if text else None


def _name_images(body: Any, base: str | None, token: str, page_pictures: Collection[str]) -> list[str]:
    """Replace image addresses by names and make links absolute; returns the image addresses.

    They are absolute where the page's own address is known.
    """
    addresses: list[str] = []
    for link in body.iter("a"):
        if href := link.get("href"):
            link.set("href", _absolute(base, href))
    for image in list(body.iter("img")):
        address = _absolute(base, image.get("src") or "")
        named = (image.get("src") or "").strip()
        address = named if named in page_pictures else address
        if not address or (address not in page_pictures and scheme_of(address) not in (None, "http", "https")):
            image.drop_tree()
            continue
        if address not in addresses:
            addresses.append(address)
        image.set("src", f"lib:{token}-{addresses.index(address)}")
    return addresses


def _absolute(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address.strip()) if base else address.strip()
    except ValueError:
        return ""


def _plain_html(made: tuple[Block, ...]) -> str:
    from html import escape

    return "".join(f"<p>{escape(block.text)}</p>" for block in made if block.kind is not BlockKind.IMAGE)
