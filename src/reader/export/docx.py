"""A summary as DOCX in the layout of GB/T 9704: real heading styles, native footnotes, alternating page numbers."""

import io
from collections.abc import Sequence
from typing import Any

from reader.export.clean import cleaned
from reader.export.docx_comments import Comments
from reader.export.docx_notes import Footnotes
from reader.export.docx_pages import float_table, indent, keep, keep_last, put_page_numbers, turn
from reader.export.docx_parts import declare_fonts, set_properties, set_settings
from reader.export.docx_styles import STYLE_NAMES, element, fonts, rule, set_page, set_styles
from reader.export.flow import cells, flow
from reader.export.flow_frame import imprint
from reader.export.gbt9704 import (
    CELL_MARGINS,
    LEFT,
    STYLES,
    TEXT_WIDTH,
    THICK_RULE,
    THIN_RULE,
    WIDE_WIDTH,
    Face,
    Role,
)
from reader.export.lines import Flowable, Line, Mark, Piece, is_kept_row
from reader.export.pictures import size_on_paper
from reader.model.summary import Imprint, Picture, Summary, Table


def render(summary: Summary) -> bytes:
    """The document."""
    from docx import Document

    summary = cleaned(summary)
    made = Document()
    set_page(made.sections[0])
    set_styles(made, is_chinese=summary.language.startswith("zh"))
    body = _Body(made, summary)
    for item in flow(summary):
        body.add(item)
    put_page_numbers(made)
    set_settings(made)
    set_properties(made, summary)
    declare_fonts(made)
    body.notes.save()
    body.comments.save()
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


class _Body:
    def __init__(self, made: Any, summary: Summary) -> None:
        self._made = made
        self._width = TEXT_WIDTH
        # By id: python-docx searches all styles each time that one is set by name.
        self._styles = {role: made.styles[name].style_id for role, name in STYLE_NAMES.items()}
        self.notes = Footnotes(made, {each.number: f"{each.text}{each.note}" for each in summary.references})
        self.comments = Comments(made, summary)

    def add(self, item: Flowable) -> None:
        match item:
            case Line():
                self._line(item)
            case Table():
                self._table(item)
            case Picture():
                self._picture(item)
            case Imprint():
                self._imprint(item)
            case Mark.KEEP:
                keep_last(self._made)
            case Mark.WIDE | Mark.UPRIGHT:
                turn(self._made, is_wide=item is Mark.WIDE)
                self._width = WIDE_WIDTH if item is Mark.WIDE else TEXT_WIDTH

    def _line(self, line: Line) -> None:
        paragraph = self._made.add_paragraph()
        self._set(paragraph, line)

    def _set(self, paragraph: Any, line: Line) -> None:
        paragraph._p.style = self._styles[line.role]
        if line.starts_page:
            paragraph.paragraph_format.page_break_before = True
        if line.indents is not None:
            indent(paragraph, line.indents)
        own = line.style.face
        if line.label:
            # A label of Chinese characters fills its room, others leave a gap before the text.
            gap = "\t" if line.label[-1].isascii() else ""
            self._fill(paragraph, [Piece(line.label + gap)], own)
        self._fill(paragraph, line.pieces, own)
        if line.end:
            self._fill(paragraph, [Piece("\t" + line.end)], own)

    def _fill(self, paragraph: Any, pieces: Sequence[Piece], own: Face) -> None:
        for piece in pieces:
            self.comments.begin(paragraph, piece.marks)
            if piece.text:
                run = paragraph.add_run(piece.text)
                face = piece.face if piece.face is not own else None
                _dress(run, piece.text, face)
                self.comments.underline(run, piece.marks)
            self.comments.end(paragraph, piece.ends)
            if piece.footnote:
                self.notes.mark(paragraph, piece.footnote)

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Twips

        paragraph = self._made.add_paragraph()
        paragraph._p.style = self._styles[Role.PICTURE]
        paragraph.paragraph_format.keep_with_next = bool(picture.caption)
        width, height = map(Twips, size_on_paper(picture))
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.data), width, height)
        properties = shape._inline.docPr
        properties.set("descr", picture.alt or picture.caption)

    def _table(self, table: Table) -> None:
        made = self._made.add_table(rows=1 + len(table.rows), cols=len(table.header))
        made.style = "Table Grid"
        made.autofit = False
        total = sum(table.shares)
        widths = [self._width * share // total for share in table.shares]
        _describe(made, table, sum(widths))
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(_w("w"), str(width))
        # python-docx looks cells up anew for every access, which takes minutes for long tables.
        rows = list(made._tbl.tr_lst)
        for number, (row, texts) in enumerate(zip(rows, cells(table), strict=True)):
            role = Role.CELL if number else Role.HEADER_CELL
            properties = row.get_or_add_trPr()
            properties.append(element("cantSplit"))
            if not number:
                properties.append(element("tblHeader"))
            is_kept = not number or is_kept_row(number - 1, len(table.rows))
            for cell, pieces, width in zip(row.tc_lst, texts, widths, strict=True):
                self._cell(cell, pieces, width, role)
                if is_kept:
                    keep(cell.p_lst)

    def _imprint(self, foot: Imprint) -> None:
        """A table that floats to the foot of the page on which its anchor stands, the last paragraph of the paper."""
        from docx.text.paragraph import Paragraph

        blocks = imprint(foot)
        made = self._made.add_table(rows=len(blocks), cols=1)
        made.autofit = False
        float_table(made, TEXT_WIDTH, vertAnchor="margin", tblpX=LEFT, tblpYSpec="bottom")
        for number, (row, block) in enumerate(zip(made._tbl.tr_lst, blocks, strict=True)):
            cell = row.tc_lst[0]
            cell.width = TEXT_WIDTH * 635
            borders = element("tcBorders")
            borders.append(rule("top", THIN_RULE if number else THICK_RULE))
            borders.append(rule("bottom", THIN_RULE if number < len(blocks) - 1 else THICK_RULE))
            cell.get_or_add_tcPr().append(borders)
            for order, line in enumerate(block):
                self._set(Paragraph(cell.add_p() if order else cell.p_lst[0], self._made._body), line)
        anchor = self._made.add_paragraph()
        anchor._p.style = self._styles[Role.SPACER]

    def _cell(self, cell: Any, pieces: Sequence[Piece], width: int, role: Role) -> None:
        from docx.shared import Twips
        from docx.text.paragraph import Paragraph

        cell.width = Twips(width)
        paragraph = Paragraph(cell.p_lst[0], self._made._body)
        paragraph._p.style = self._styles[role]
        self._fill(paragraph, pieces, STYLES[role].face)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _describe(made: Any, table: Table, width: int) -> None:
    properties = made._tbl.tblPr
    size = properties.find(_w("tblW"))
    size.set(_w("type"), "dxa")
    size.set(_w("w"), str(width))
    margins = element("tblCellMar")
    for side, width_of_side in CELL_MARGINS.items():
        margins.append(element(side, w=width_of_side, type="dxa"))
    properties.find(_w("tblLook")).addprevious(margins)
    properties.append(element("tblCaption", val=table.caption))
    properties.append(element("tblDescription", val=table.description))


def _dress(run: Any, text: str, face: Face | None) -> None:
    """A typeface other than the paragraph's, and the hint without which Word sets “ ” … — in the Latin font."""
    wide = any(character > "\u2000" for character in text)
    if face is not None:
        fonts(run._r.get_or_add_rPr(), face, hint=wide)
    elif wide:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(_w("hint"), "eastAsia")
