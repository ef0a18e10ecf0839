"""Word documents (Office Open XML, ISO/IEC 29500), by mammoth."""

import io
from typing import Any

from reader.capture.documents.archives import Archive
from reader.capture.documents.papers import page_of_paper, prefixed, sensible_title
from reader.capture.page import Page
from reader.capture.pictures import SIZE_LIMIT
from reader.model.errors import CaptureError

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='标题'] => h1:fresh
p[style-name='Subtitle'] => h3:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='题注'] => figcaption:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
"""
"""What mammoth's own table does not know: names that Word and WPS give, in both languages."""


WHOLE_STYLES = (
    STYLES
    + """
p[style-name='引用'] => blockquote:fresh
p[style-name='明显引用'] => blockquote:fresh
p[style-name='摘录引文'] => blockquote:fresh
comment-reference => sup
"""
)
"""For a document that is looked through and not kept: its comments too, and the quotations of our own papers."""


def read_whole_docx(data: bytes) -> str:
    """HTML of all that a document says, notes and comments at the end; raises as `read_docx` does."""
    Archive(data).require_plain_xml((".xml", ".rels"))
    return _with_notes(_html(data, {}, WHOLE_STYLES))


def read_docx(data: bytes) -> Page:
    """The document as a page; raises CaptureError (archive_…, document_damaged)."""
    archive = Archive(data)
    archive.require_plain_xml((".xml", ".rels"))
    images: dict[str, bytes] = {}
    page = page_of_paper(_with_notes(_html(data, images, STYLES)))
    page.embedded = images
    if not page.title:
        page.title = sensible_title(_core_title(archive))
    return page


def _html(data: bytes, images: dict[str, bytes], styles: str) -> str:
    import mammoth

    def keep(image: Any) -> dict[str, str]:
        try:
            with image.open() as file:
                content = file.read(SIZE_LIMIT + 1)
        except (KeyError, ValueError, OSError):  # it lies elsewhere: mammoth does not go there
            return {}
        address = prefixed(len(images))
        images[address] = content
        return {"src": address}

    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(data), style_map=styles, convert_image=mammoth.images.img_element(keep)
        )
    except (MemoryError, RecursionError, CaptureError):
        raise
    except Exception as error:  # whatever a broken document makes of it
        raise CaptureError("document_damaged", format="DOCX") from error
    markup: str = converted.value
    return markup


def _with_notes(markup: str) -> str:
    """Foot- and endnotes as paragraphs that begin with the number that stands in the text.

    mammoth makes a list of them, each with an arrow that leads back; the numbers of a list are no part of its text.
    """
    from lxml import html

    root = html.fragment_fromstring(markup, create_parent="div")
    references = root.xpath(".//a[starts-with(@id, 'footnote-ref-') or starts-with(@id, 'endnote-ref-')]")
    numbers = {(link.get("href") or "")[1:]: link.text_content() for link in references}
    for note in root.xpath("./ol/li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        for arrow in note.xpath(".//a[contains(@href, 'note-ref-') and string() = '↑']"):
            arrow.drop_tree()
        note.tag = "div"
        first = next(iter(note), note)
        first.text = f"{numbers.get(note.get('id'), '')} {(first.text or '').lstrip()}".lstrip()
        note.getparent().tag = "div"
    return str(html.tostring(root, encoding="unicode"))


def _core_title(archive: Archive) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(archive.read("docProps/core.xml") or b"<none/>", parser)
    except etree.XMLSyntaxError:
        return ""
    return str(root.findtext("{http://purl.org/dc/elements/1.1/}title") or "")
