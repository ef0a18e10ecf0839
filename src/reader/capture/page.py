"""A web page to its article: the one interface behind which extraction can be replaced."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Page:
    """What extraction found. `body` is an lxml element (not yet sanitised) with the article and nothing else."""

    body: Any
    title: str = ""
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None
    language: str | None = None
    base: str | None = None
    """Absolute address that relative ones count from."""
    truncated: bool = False
    asks_password: bool = False
    """The page has a field for a password."""


def extract_page(markup: str, url: str | None) -> Page:
    """The article of a web page; `url` (absolute, or None) is what relative addresses count from."""
    from lxml import html as lxml_html
    from readability import Document

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = lxml_html.document_fromstring(markup.encode() or b"<p></p>", parser=parser)
    document = Document(markup)
    body = lxml_html.document_fromstring(document.summary(html_partial=True) or "<p></p>").find(".//div")
    return Page(body=body, title=document.short_title(), base=url, asks_password=bool(root.xpath("//input[@type='password']")))
