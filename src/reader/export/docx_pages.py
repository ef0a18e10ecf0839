"""Pages of the DOCX: page numbers, sections that lie on their side, and what stays on one page."""

from copy import deepcopy
from typing import Any

from reader.export.docx_styles import element, fonts, set_page
from reader.export.gbt9704 import Face
from reader.export.lines import Indents


def turn(document: Any, *, is_wide: bool) -> None:
    """End the section with the last paragraph and begin one with other pages."""
    last = document.element.body[-2]
    ended = deepcopy(document.element.body.sectPr)
    last.get_or_add_pPr().append(ended)
    set_page(document.sections[-1], is_wide=is_wide)


def keep_last(document: Any) -> None:
    """What the body holds so far ends on the page on which what follows begins."""
    from docx.text.paragraph import Paragraph

    last = document.element.body[-2]
    rows = getattr(last, "tr_lst", None)
    for paragraph in [last] if rows is None else [each for cell in rows[-1].tc_lst for each in cell.p_lst]:
        Paragraph(paragraph, document._body).paragraph_format.keep_with_next = True


def indent(paragraph: Any, indents: Indents) -> None:
    """Set the indents of one paragraph; 0 characters lets those in twips be valid instead of the style's."""
    kind = "hanging" if indents.first < 0 else "firstLine"
    twips = {"left": indents.left, "right": indents.right, kind: abs(indents.first)}
    characters = {f"{side}Chars": 0 for side in twips}
    properties = paragraph._p.get_or_add_pPr()
    properties._insert_ind(element("ind", **characters, **twips))


def put_page_numbers(document: Any) -> None:
    """— 1 — in 4号 宋体: right on odd pages, left on even ones, one character from the margin."""
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        properties = paragraph._p.get_or_add_pPr()
        properties.append(element("ind", **{f"{side}Chars": 100, side: 280}))
        properties.append(element("jc", val=side))
        _text(paragraph, "—\u00a0")
        _page_field(paragraph)
        _text(paragraph, "\u00a0—")


def _text(paragraph: Any, text: str) -> None:
    fonts(paragraph.add_run(text)._r.get_or_add_rPr(), Face.SONG, hint=True)


def _page_field(paragraph: Any) -> None:
    from docx.oxml.ns import qn

    instruction = element("instrText")
    instruction.text = " PAGE "
    instruction.set(qn("xml:space"), "preserve")
    number = element("t")
    number.text = "1"
    begin, separate, end = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    for part in (begin, instruction, separate, number, end):
        run = paragraph.add_run()._r
        fonts(run.get_or_add_rPr(), Face.SONG)
        run.append(part)


