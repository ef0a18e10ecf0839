"""Documents that are not web pages (DOCX, PDF, Markdown) as pages: their headline is found by what stands there."""

import re
from typing import Any

from reader.capture.lines import Line, read_lines
from reader.capture.page import Page
from reader.text import bylines
from reader.text.furniture import original_address

EMBEDDED = "embedded:"
"""Scheme of addresses of pictures that came with the document."""
_HEAD_LINES = 6
_LONGEST_TITLE = 80
_NO_TITLE = re.compile(
    r"microsoft (?:word|excel|powerpoint) - .*|untitled.*|无标题.*|未命名.*|新建.{0,12}(?:文档|文稿).*"
    r"|(?:(?:word)?文档|演示文稿|幻灯片|标题|题目|document|presentation|slide|title)\s*\d*"
    r"|.*\.(?:docx?|wps|pdf|pptx?|xlsx?|indd|html?|tmp|rtf|ofd)|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
"""What programs write where a document's information names no title: of the file, of the kind, of nothing."""
_SENTENCE_END = ("。", "！", "；", "，", "：", ".", ";", ",", ":")


def prefixed(number: int) -> str:
    """The address of a document's picture with this number."""
    return f"{EMBEDDED}{number}"


def sensible_title(said: str) -> str:
    """The title in a document's own information; "" where it is what a program puts there by itself."""
    said = said.strip("\0 \t\r\n")
    return "" if _NO_TITLE.fullmatch(said) else said


def page_of_paper(markup: str) -> Page:
    """A page whose body is all of this HTML but the headline: title, date, source and author above the text."""
    from lxml import html

    body = html.document_fromstring(f"<div>{markup or '<p></p>'}</div>").find(".//div")
    page = Page(body=body)
    take_headline(page)
    return page


def take_headline(page: Page) -> None:
    """Move title and byline from the top of the body into the metadata, where there are such lines."""
    lines = [line for line in read_lines(page.body) if line.text or line.image is not None]
    if not lines or lines[0].image is not None:
        return
    head = _title_lines(lines)
    if head:
        page.title = " ".join(line.text for line in head)
    taken = list(head)
    for line in lines[len(head) : len(head) + _HEAD_LINES]:
        if line.image is not None or not bylines.is_byline(line.text):
            break
        said = bylines.parse_byline(line.text)
        page.published = page.published or said.published
        page.source = page.source or said.source
        page.author = page.author or said.author
        taken.append(line)
    for line in taken:
        _remove(line)
    page.original_url = next((found for line in lines[-5:] if (found := original_address(line.text))), None)


def _title_lines(lines: list[Line]) -> list[Line]:
    """The first heading of the first level, else a short first line that is no sentence and has text below it."""
    first = lines[0]
    if first.element.tag == "h1":
        return [line for line in lines[:3] if line.element is first.element]
    is_short = len(first.text) <= _LONGEST_TITLE and not first.text.endswith(_SENTENCE_END)
    is_paragraph = first.element.tag in ("p", "div", "h2")
    return [first] if len(lines) > 1 and is_short and is_paragraph and not bylines.is_byline(first.text) else []


def _remove(line: Line) -> None:
    element: Any = line.element
    line.drop()
    if element.getparent() is not None and not element.text_content().strip() and element.find(".//img") is None:
        element.drop_tree()
