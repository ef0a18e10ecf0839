"""Books (EPUB 2 and 3): the chapters in the order of the spine."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from reader.capture.archives import Archive
from reader.capture.lines import read_lines
from reader.capture.page import Page
from reader.capture.papers import prefixed, take_headline
from reader.model.errors import CaptureError
from reader.text.bylines import find_date, person

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RIGHTS = "META-INF/encryption.xml"


def read_epub(data: bytes) -> Page:
    """The book as a page; raises CaptureError (archive_…, document_damaged, document_encrypted)."""
    from lxml import html

    archive = Archive(data)
    opf = _package_name(archive)
    package = _xml(archive.read(opf))
    if package is None:
        raise CaptureError("document_damaged", format="EPUB")
    if _RIGHTS in archive and "META-INF/rights.xml" in archive:
        raise CaptureError("document_encrypted", format="EPUB")
    page = Page(body=html.fragment_fromstring("<div></div>"))
    for name in _spine(package, posixpath.dirname(opf)):
        _append_chapter(page, archive, name)
    page.author = person(_said(package, "creator"))
    page.source = _said(package, "publisher") or None
    page.published = find_date(_said(package, "date"))
    page.language = _said(package, "language").split("-")[0].lower() or None
    _take_title(page, _said(package, "title"))
    return page


def _xml(data: bytes | None) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(data or b"", parser)
    except etree.XMLSyntaxError:
        return None


def _package_name(archive: Archive) -> str:
    container = _xml(archive.read(_CONTAINER))
    found = container.xpath("//*[local-name()='rootfile']/@full-path") if container is not None else []
    name = str(found[0]) if found else next((name for name in archive.names() if name.endswith(".opf")), "")
    if name not in archive:
        raise CaptureError("document_damaged", format="EPUB")
    return name


def _spine(package: Any, folder: str) -> Iterator[str]:
    items = {
        item.get("id"): item.get("href") or ""
        for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")
        if "nav" not in (item.get("properties") or "").split()
    }
    for place in package.xpath("//*[local-name()='spine']/*[local-name()='itemref']"):
        if href := items.get(place.get("idref")):
            yield _member(folder, href)


def _member(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.split("#")[0])))


def _append_chapter(page: Page, archive: Archive, name: str) -> None:
    from lxml import etree, html

    data = archive.read(name)
    if not data:
        page.truncated = True
        return
    parser = html.HTMLParser(encoding=_encoding(data), remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    body = root.find("body") if root.find("body") is not None else root
    for image in body.iter("img"):
        _embed(page, archive, image, posixpath.dirname(name))
    chapter = etree.SubElement(page.body, "div")
    chapter.text = body.text
    for child in list(body):
        chapter.append(child)


def _encoding(data: bytes) -> str:
    from reader.capture.charset import decode

    return decode(data).encoding


def _embed(page: Page, archive: Archive, image: Any, folder: str) -> None:
    name = _member(folder, image.get("src") or "")
    if name in archive:
        address = prefixed(len(page.embedded))
        page.embedded[address] = archive.read(name) or b""
        image.set("src", address)


def _said(package: Any, name: str) -> str:
    return next((str(each.text).strip() for each in package.iter(f"{_DC}{name}") if each.text), "")


def _take_title(page: Page, title: str) -> None:
    """The title of the book; where the text begins with it (a report made into a book), its headline goes."""
    first = next((line.text for line in read_lines(page.body) if line.text), "")
    if first and "".join(title.split()).startswith("".join(first.split())):
        take_headline(page)
    page.title = page.title or title
