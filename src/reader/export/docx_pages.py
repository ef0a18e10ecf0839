"""Pages of the DOCX: page numbers, sections that lie on their side, and what stays on one page."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from reader.export.docx_styles import STYLE_NAMES, element, fonts, set_page
from reader.export.gbt9704 import BOTTOM, FOOTER_PITCH, LEFT, TEXT_WIDTH, Face, Role
from reader.export.lines import Indents

_NUMBER_MIDDLE = BOTTOM - 397
"""Of the dash of a page number, from the lower edge of an upright sheet: 7 mm below the text area."""


def turn(document: Any, *, is_wide: bool) -> None:
    """End the section with the last paragraph and begin one with other pages."""
    last = document.element.body[-2]
    ended = deepcopy(document.element.body.sectPr)
    last.get_or_add_pPr().append(ended)
    set_page(document.sections[-1], is_wide=is_wide)


def keep_last(document: Any) -> None:
    """What the body holds so far ends on the page on which what follows begins."""
    last = document.element.body[-2]
    rows = getattr(last, "tr_lst", None)
    keep([last] if rows is None else [each for cell in rows[-1].tc_lst for each in cell.p_lst])


def keep(paragraphs: Iterable[Any]) -> None:
    """These end on the page on which what follows begins."""
    from docx.text.paragraph import Paragraph

    for paragraph in paragraphs:
        Paragraph(paragraph, None).paragraph_format.keep_with_next = True  # type: ignore[arg-type]


def indent(paragraph: Any, indents: Indents) -> None:
    """Set the indents of one paragraph; 0 characters lets those in twips be valid instead of the style's."""
    kind = "hanging" if indents.first < 0 else "firstLine"
    twips = {"left": indents.left, "right": indents.right, kind: abs(indents.first)}
    characters = {f"{side}Chars": 0 for side in twips}
    properties = paragraph._p.get_or_add_pPr()
    properties._insert_ind(element("ind", **characters, **twips))


def float_table(made: Any, width: int, **place: object) -> None:
    """Take a table without cell margins out of the flow, `place` being attributes of tblpPr; it stands on the page of
    the paragraph after it. LibreOffice lets only tables float that are placed from the left edge of the page."""
    from docx.oxml.ns import qn

    made.autofit = False
    properties = made._tbl.tblPr
    size = properties.find(qn("w:tblW"))
    size.addprevious(element("tblpPr", leftFromText=0, rightFromText=0, horzAnchor="page", **place))
    size.set(qn("w:type"), "dxa")
    size.set(qn("w:w"), str(width))
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=0, type="dxa"))
    properties.find(qn("w:tblLook")).addprevious(margins)


def put_page_numbers(document: Any) -> None:
    """— 1 — in 4号 宋体: right on odd pages, left on even ones, one character from the margin. Where pages lie on
    their side it keeps its place on the sheet (GB/T 9704-2012, 8)."""
    document.settings.odd_and_even_pages_header_footer = True
    written: dict[bool, list[Any]] = {}
    for section in document.sections:
        is_wide = section.page_width > section.page_height
        if is_wide in written:
            for reference in written[is_wide]:
                section._sectPr.insert(0, deepcopy(reference))
            continue
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            footer.is_linked_to_previous = False
            place = _upright_place if not is_wide else _sideways_place
            _number(place(footer), side)
        written[is_wide] = [each for each in section._sectPr if each.tag.endswith("}footerReference")]


def _upright_place(footer: Any) -> Any:
    return footer.paragraphs[0]


def _sideways_place(footer: Any) -> Any:
    """In a cell as high as the text area, at the left of the page, whose text runs downwards."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Twips

    footer.paragraphs[0].style = STYLE_NAMES[Role.SPACER]
    made = footer.add_table(1, 1, Twips(FOOTER_PITCH))
    footer._element.insert(0, made._tbl)
    float_table(made, FOOTER_PITCH, vertAnchor="page", tblpX=_NUMBER_MIDDLE - FOOTER_PITCH // 2, tblpY=LEFT)
    made.rows[0].height, made.rows[0].height_rule = Twips(TEXT_WIDTH), WD_ROW_HEIGHT_RULE.EXACTLY
    cell = made.cell(0, 0)
    cell.width = Twips(FOOTER_PITCH)
    cell._tc.get_or_add_tcPr().append(element("textDirection", val="tbRl"))
    return cell.paragraphs[0]


def _number(paragraph: Any, side: str) -> None:
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
