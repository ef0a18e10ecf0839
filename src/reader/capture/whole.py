"""All the text of a document, for looking through it: nothing is taken for furniture, headline or byline.

It runs in the worker process, as all reading of untrusted content.
"""

import re
from typing import Any

from reader.capture.blocks import make_blocks
from reader.capture.clutter import remove_silent
from reader.capture.complexity import SOURCE_LIMIT, limit_blocks, simplify
from reader.capture.formats import Format, recognise, recognise_document
from reader.capture.page import parse_markup
from reader.capture.parsing import DOCUMENTS, Source, decoded_by, opened_of
from reader.capture.sanitise import sanitise
from reader.model.blocks import BlockKind, canonical_text
from reader.model.errors import CaptureError
from reader.text.folding import clean
from reader.text.front_matter import read_front_matter

_NOTE_MARK = re.compile(r"\s*\[[^\[\]]{1,12}\]\s*")


def read_whole(data: bytes, source: Source) -> dict[str, Any]:
    """{"text": lines, "quotes": numbers, from 0, of those that are block quotes, "truncated": whether a limit was met}.

    Raises CaptureError: empty_source, binary_source, no_text, archive_…, document_…, pdf_scanned, and the codes of
    `formats.py`.
    """
    if not data.strip():
        raise CaptureError("empty_source")
    document = recognise_document(data)
    if document is Format.DOCX:
        from reader.capture.documents.docx import read_whole_docx

        return _of_body(_fragment(read_whole_docx(data)))
    if document in DOCUMENTS:
        page = DOCUMENTS[document](data)
        return _of_body(page.body, page.title, page.truncated)
    opened = opened_of(data, source, document)
    text = decoded_by(opened.data, opened.source).text
    form, is_cut = recognise(text, opened.source.media_type, opened.source.name), len(text) > SOURCE_LIMIT
    text = text[:SOURCE_LIMIT]
    if form is Format.HTML:
        root, truncated = parse_markup(text)
        remove_silent(root)
        body = root.find("body")
        return _of_body(root if body is None else body, truncated=truncated or is_cut)
    if form is Format.MARKDOWN:
        from markdown_it import MarkdownIt

        rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(_without_front_matter(text))
        return _of_body(_fragment(rendered), truncated=is_cut)
    return _answer(clean(re.sub(r"\r\n?", "\n", text)), [], is_cut)


def _without_front_matter(text: str) -> str:
    lines = text.splitlines()
    front = read_front_matter([line.strip() for line in lines])
    return "\n".join(lines[front.lines :]) if front else text


def _fragment(markup: str) -> Any:
    from lxml import html

    return html.document_fromstring(f"<div>{markup or '<p></p>'}</div>").find(".//div")


def _of_body(body: Any, title: str = "", truncated: bool = False) -> dict[str, Any]:
    from lxml import etree

    _prepare(body)
    dropped = simplify(body)
    html = sanitise(etree.tostring(body, encoding="unicode", method="html", with_tail=False))
    made, too_long = limit_blocks(make_blocks(html))
    kept = [block for block in made if block.kind is not BlockKind.IMAGE]
    quotes = [number for number, block in enumerate(kept, 1 if title else 0) if block.kind is BlockKind.QUOTE]
    text = canonical_text(kept)
    return _answer(f"{title}\n{text}" if title else text, quotes, dropped or too_long or truncated)


def _prepare(body: Any) -> None:
    """Numbers of notes stand inside of what is quoted and are no part of it; a seal of our own papers (see
    `export/html.py`) gets the brackets that it has in all their other forms."""
    for mark in list(body.iter("sup")):
        if mark.find("a") is not None and _NOTE_MARK.fullmatch(mark.text_content()):
            mark.drop_tree()
    for outer in body.xpath(".//blockquote[.//blockquote]"):
        outer.tag = "div"  # the innermost holds the words; around them stands what was noted
    for arrow in body.xpath(".//a[contains(@href, '-ref-') and string() = '↑']"):
        arrow.drop_tree()
    for seal in body.iter("span"):
        if seal.get("class") == "seal" and len(seal) == 0 and len(seal.text or "") == 1:
            seal.text = f"〔{seal.text}〕"


def _answer(text: str, quotes: list[int], truncated: bool) -> dict[str, Any]:
    if not text.strip():
        raise CaptureError("no_text")
    return {"text": text, "quotes": quotes, "truncated": truncated}
