"""Bytes to blocks and metadata: all that happens to untrusted content, in one function without side effects.

It runs in the worker process (`worker.py`); tests and measurements may call it in their own.
"""

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urljoin

from reader.capture import blocks as block_maker
from reader.capture.addresses import scheme_of
from reader.capture.charset import ALLOWED, Decoded, decode
from reader.capture.complexity import SOURCE_LIMIT, limit_blocks, simplify
from reader.capture.formats import Format, recognise, refuse_unreadable
from reader.capture.markdown import to_markdown
from reader.capture.page import Page, extract_page, language_of
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


@dataclass(frozen=True, slots=True)
class Parsed:
    """Plain data, ready for JSON. `images` are addresses; html and blocks name image n `lib:<token>-n`."""

    blocks: list[dict[str, Any]]
    html: str
    markdown: str
    encoding: str
    token: str
    images: list[str] = field(default_factory=list)
    title: str = ""
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None
    language: str | None = None
    truncated: bool = False

    def as_json(self) -> dict[str, Any]:
        """For the pipe between the processes."""
        return asdict(self)


def parse(data: bytes, source: Source) -> Parsed:
    """Read a source.

    Raises CaptureError: empty_source, binary_source, unsupported_format, no_text, and the codes of `walls.py`.
    """
    if not data.strip():
        raise CaptureError("empty_source")
    refuse_unreadable(data)
    decoded = _decoded(data, source)
    form = recognise(decoded.text, source.media_type, source.name)
    page = _READERS[form](decoded.text[:SOURCE_LIMIT], source)
    page.truncated = page.truncated or len(decoded.text) > SOURCE_LIMIT
    return _assemble(page, decoded.encoding)


def _decoded(data: bytes, source: Source) -> Decoded:
    codec = ALLOWED.get((source.encoding or "").lower())
    return Decoded(data.decode(codec, "replace"), codec) if codec else decode(data, source.media_type)


def _read_html(text: str, source: Source) -> Page:
    page = extract_page(text, source.url)
    refuse_wall(page, text, source.url, source.asked)
    return page


def _read_markdown(text: str, source: Source) -> Page:
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return _page_of_html(rendered)


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


def _page_of_html(markup: str) -> Page:
    """A page whose body is all of this HTML; a leading first heading is its title."""
    from lxml import html as lxml_html

    body = lxml_html.document_fromstring(f"<div>{markup or '<p></p>'}</div>").find(".//div")
    page = Page(body=body)
    first = next(iter(body), None)
    if first is not None and first.tag == "h1":
        page.title = first.text_content()
        first.drop_tree()
    return page


_READERS = {Format.HTML: _read_html, Format.MARKDOWN: _read_markdown, Format.TEXT: _read_text}


def _assemble(page: Page, encoding: str) -> Parsed:
    from lxml import etree

    token = secrets.token_hex(8)
    dropped = simplify(page.body)
    images = _name_images(page.body, page.base, token)
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
    )


def tidy(text: str) -> str:
    """A title or name on one line, without unwanted characters."""
    return one_line(clean(text))[:300]


def _or_none(text: str | None) -> str | None:
    return tidy(text) or None if text else None


def _name_images(body: Any, base: str | None, token: str) -> list[str]:
    """Replace image addresses by names and make links absolute; returns the image addresses.

    They are absolute where the page's own address is known.
    """
    addresses: list[str] = []
    for link in body.iter("a"):
        if href := link.get("href"):
            link.set("href", _absolute(base, href))
    for image in list(body.iter("img")):
        address = _absolute(base, image.get("src") or "")
        if not address or scheme_of(address) not in (None, "http", "https"):
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
