"""Books (EPUB 2 and 3): the chapters in the order of the spine."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from reader.capture.documents.archives import Archive
from reader.capture.documents.papers import prefixed, sensible_title, take_headline
from reader.capture.lines import read_lines
from reader.capture.page import Page
from reader.capture.pictures import SIZE_LIMIT
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
    folder = posixpath.dirname(opf)
    contents = _contents(archive, package, folder)
    pictures: dict[str, str] = {}
    for name in _spine(package, folder):
        _append_chapter(page, archive, name, contents.get(name, set()), pictures)
    page.author = person(_said(package, "creator"))
    page.source = _said(package, "publisher") or None
    page.published = find_date(_said(package, "date"))
    page.language = _said(package, "language").split("-")[0].lower() or None
    _take_title(page, sensible_title(_said(package, "title")))
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


def _items(package: Any) -> Iterator[Any]:
    yield from package.xpath("//*[local-name()='manifest']/*[local-name()='item']")


def _is_contents(item: Any) -> bool:
    return "nav" in (item.get("properties") or "").split()


def _spine(package: Any, folder: str) -> Iterator[str]:
    items = {item.get("id"): item.get("href") or "" for item in _items(package) if not _is_contents(item)}
    for place in package.xpath("//*[local-name()='spine']/*[local-name()='itemref']"):
        if href := items.get(place.get("idref")):
            yield _member(folder, href)


def _contents(archive: Archive, package: Any, folder: str) -> dict[str, set[str]]:
    """What the tables of contents (nav of EPUB 3, NCX of EPUB 2) call the parts of each chapter, without blanks."""
    called: dict[str, set[str]] = {}
    for item in _items(package):
        if not _is_contents(item) and item.get("media-type") != "application/x-dtbncx+xml":
            continue
        name = _member(folder, item.get("href") or "")
        table = _xml(archive.read(name))
        for entry in [] if table is None else table.xpath("//*[local-name()='a' or local-name()='navPoint']"):
            target = entry.xpath("string(@href | ./*[local-name()='content']/@src)")
            label = entry.xpath("string(./*[local-name()='navLabel'])") or entry.xpath("string(.)")
            called.setdefault(_member(posixpath.dirname(name), str(target)), set()).add(_bare(str(label)))
    return called


def _bare(text: str) -> str:
    return "".join(text.split())


def _member(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.split("#")[0])))


def _append_chapter(page: Page, archive: Archive, name: str, called: set[str], pictures: dict[str, str]) -> None:
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
    _settle_images(page, archive, body, posixpath.dirname(name), pictures)
    _raise_headings(body, called)
    for reference in body.xpath(".//a[@*[name() = 'epub:type'] = 'noteref'][string-length(normalize-space()) < 4]"):
        if (number := reference.text_content().strip()).isdecimal():
            reference.text = f"[{number}]"
            del reference[:]
    chapter = etree.SubElement(page.body, "div")
    chapter.text = body.text
    for child in list(body):
        chapter.append(child)


def _raise_headings(body: Any, called: set[str]) -> None:
    """Make headings of the lines that the table of contents names: LibreOffice for one writes them as paragraphs."""
    for line in read_lines(body) if called else ():
        element = line.element
        if element.tag == "p" and _bare(line.text) in called and _bare(element.text_content()) == _bare(line.text):
            element.tag = "h2"


def _encoding(data: bytes) -> str:
    from reader.capture.charset import decode

    return decode(data).encoding


def _settle_images(page: Page, archive: Archive, body: Any, folder: str, pictures: dict[str, str]) -> None:
    """Give every image the address of its bytes; a picture that stands in several chapters has one."""
    for image in body.xpath(".//svg//image"):  # how a cover is often set
        image.tag = "img"
        image.set("src", image.get("xlink:href") or image.get("href") or "")
    for image in body.iter("img"):
        name = _member(folder, image.get("src") or "")
        if name not in pictures and (data := archive.read(name, SIZE_LIMIT)):
            pictures[name] = prefixed(len(pictures))
            page.embedded[pictures[name]] = data
        if name in pictures:
            image.set("src", pictures[name])


def _said(package: Any, name: str) -> str:
    return next((str(each.text).strip() for each in package.iter(f"{_DC}{name}") if each.text), "")


def _take_title(page: Page, title: str) -> None:
    """The title of the book; where the text begins with it (a report made into a book), its headline goes."""
    first = next((line.text for line in read_lines(page.body) if line.text), "")
    if first and _bare(title).startswith(_bare(first)):
        take_headline(page)
    page.title = page.title or title
