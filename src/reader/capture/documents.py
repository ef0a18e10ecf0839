"""Pages made of plain paragraphs or of HTML that is all body (Markdown)."""

from collections.abc import Iterable

from reader.capture.page import Page


def page_of_paragraphs(paragraphs: Iterable[str]) -> Page:
    """A page whose body is these paragraphs."""
    from lxml import etree

    body = etree.Element("div")
    for text in paragraphs:
        etree.SubElement(body, "p").text = text
    return Page(body=body)


def page_of_html(markup: str) -> Page:
    """A page whose body is all of this HTML; a leading first heading is its title."""
    from lxml import html as lxml_html

    body = lxml_html.document_fromstring(f"<div>{markup or '<p></p>'}</div>").find(".//div")
    page = Page(body=body)
    first = next(iter(body), None)
    if first is not None and first.tag == "h1":
        page.title = first.text_content()
        first.drop_tree()
    return page
