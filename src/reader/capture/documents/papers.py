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
    r"microsoft (?:word|excel|powerpoint) - .*|untitled.*|无标题.*|未命名.*|新建.{0,20}(?:文档|文稿).*"
    r"|(?:(?:word)?文档|演示文稿|幻灯片|标题|题目|document|presentation|slide|title)\s*\d*"
    r"|.*\.(?:docx?|wps|pdf|pptx?|xlsx?|indd|html?|tmp|rtf|ofd)|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
"""What programs write where a document's information names no title: of the file, of the kind, of nothing."""
_LETTERHEAD = re.compile(
    r".{2,40}文件|.{0,20}[〔\[（(]\d{4}[〕\]）)]\s*(?:第\s*)?\d+\s*号.*|(?:签发人|份号|密级|紧急程度).*|附件\s*\d*[：:]?"
    r"|(?:绝密|机密|秘密|内部).{0,12}|[特加平]急|\d{6}|.{0,12}第?\s*\d+\s*期.{0,30}"
)
"""What stands above the title of an official document (GB/T 9704: 发文机关标志, 发文字号, 密级 …) or of a bulletin."""
_SENTENCE_END = ("。", "；", "，", "：", ".", ";", ",", ":")


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


def is_letterhead(text: str) -> bool:
    """Whether a line is what stands above the title of an official document."""
    return _LETTERHEAD.fullmatch(text.strip()) is not None


def take_headline(page: Page) -> None:
    """Move title and byline from the top of the body into the metadata, where there are such lines."""
    lines = [line for line in read_lines(page.body) if line.text or line.image is not None]
    head = _title_lines(lines)
    if head:
        page.title = _as_one([line.text for line in head])
    start = lines.index(head[-1]) + 1 if head else 0
    taken = list(head)
    for line in lines[start : start + _HEAD_LINES]:
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
    """The first heading of the first level, else a short first line that is no sentence and has text below it.

    A letterhead may stand above it, which stays in the text.
    """
    start = next((at for at, line in enumerate(lines[:_HEAD_LINES]) if not is_letterhead(line.text)), len(lines))
    if start >= len(lines) or lines[start].image is not None:
        return []
    first = lines[start]
    if first.element.tag == "h1":
        return [line for line in lines[start : start + 3] if line.element is first.element]
    is_short = len(first.text) <= _LONGEST_TITLE and not first.text.endswith(_SENTENCE_END)
    is_paragraph = first.element.tag in ("p", "div", "h2")
    has_text = len(lines) > start + 1
    return [first] if has_text and is_short and is_paragraph and not bylines.is_byline(first.text) else []


def _as_one(lines: list[str]) -> str:
    """The lines of a title; Chinese is written without spaces."""
    whole = lines[0]
    for line in lines[1:]:
        whole += line if whole[-1:] > "\u2e7f" or line[:1] > "\u2e7f" else f" {line}"
    return whole


def _remove(line: Line) -> None:
    element: Any = line.element
    line.drop()
    if element.getparent() is not None and not element.text_content().strip() and element.find(".//img") is None:
        element.drop_tree()
