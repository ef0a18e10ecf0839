"""A paper for the clipboard: HTML whose every paragraph says itself how it looks, and plain text.

Word and WPS heed little of a style sheet in what is pasted, but sizes, fonts, indents and exact line heights that
stand at a paragraph; headings become their heading styles.
"""

import base64
from collections.abc import Iterator
from html import escape
from itertools import chain

from reader.export.clean import cleaned
from reader.export.flow import flow
from reader.export.flow_frame import imprint
from reader.export.fonts import CANDIDATES
from reader.export.gbt9704 import STYLES, Alignment, Face, Role
from reader.export.lines import Line, Mark, Piece
from reader.export.pictures import size_on_paper
from reader.model.summary import Imprint, Picture, Summary, Table

_FONTS = 4
"""Names of a face that are given, the most official first."""
_ALIGN = {
    Alignment.LEFT: "left",
    Alignment.CENTRE: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFY: "justify",
}
_CELL = "border:0.5pt solid #000;padding:2pt 6pt;vertical-align:top"


def html(summary: Summary) -> str:
    """The whole paper."""
    summary = cleaned(summary)
    body = "\n".join(_block(item) for item in _items(summary))
    head = f'<html lang="{summary.language.replace("_", "-")}"><head><meta charset="utf-8"></head>'
    return f"{head}<body>\n{body}\n</body></html>"


def text(summary: Summary) -> str:
    """The whole paper for programs that take no more: a paragraph or a row of a table a line, tabs between cells."""
    lines: list[str] = []
    for item in _items(cleaned(summary)):
        match item:
            case Line():
                lines.append("".join(map(_plain, _pieces(item))))
            case Table():
                lines += ["\t".join(cell.replace("\n", " ") for cell in row) for row in (item.header, *item.rows)]
            case Picture():
                lines.append(item.alt or item.caption)
    return "\n".join(lines).strip() + "\n"


def _items(summary: Summary) -> Iterator[Line | Table | Picture]:
    """What is pasted has no pages: nothing turns them, and nothing stands at their foot."""
    for item in flow(summary):
        if isinstance(item, Imprint):
            yield from chain.from_iterable(imprint(item))
        elif not isinstance(item, Mark):
            yield item


def _pieces(line: Line) -> list[Piece]:
    """With what stands before and behind the text; a wide blank is all that parts the ends of a line."""
    end = ("\u3000\u3000" if line.pieces else "") + line.end if line.end else ""
    return [piece for piece in (Piece(line.label), *line.pieces, Piece(end)) if piece.text or piece.footnote]


def _plain(piece: Piece) -> str:
    return piece.text + (f"[{piece.footnote}]" if piece.footnote else "")


def _block(item: Line | Table | Picture) -> str:
    if isinstance(item, Table):
        return _table(item)
    if isinstance(item, Picture):
        return _picture(item)
    style = STYLES[item.role]
    tag = "p" if style.outline is None else f"h{style.outline + 1}"
    inner = "".join(_spans(item)) or "&nbsp;"
    edges = item.indents
    own = f";margin-left:{edges.left / 20:g}pt;text-indent:{edges.first / 20:g}pt" if edges else ""
    own += f";margin-right:{item.edges.right / 20:g}pt" if item.edges.right else ""
    return f'<{tag} style="{_paragraph(item.role)}{own}">{inner}</{tag}>'


def _spans(line: Line) -> Iterator[str]:
    for piece in _pieces(line):
        words = escape(piece.text).replace("\n", "<br>")
        face = f'<span style="{_face(piece.face)}">{words}</span>' if piece.face else words
        yield face + (f"<sup>[{piece.footnote}]</sup>" if piece.footnote else "")


def _paragraph(role: Role) -> str:
    style = STYLES[role]
    rules = [
        "margin-top:0pt;margin-bottom:0pt",  # LibreOffice heeds no shorter form
        _face(style.face),
        f"font-size:{style.size:g}pt",
        "font-weight:normal",
        "color:#000",
        f"text-align:{_ALIGN[style.alignment]}",
    ]
    if style.left:
        rules.append(f"margin-left:{style.left * style.size:g}pt")
    if style.first:
        rules.append(f"text-indent:{style.first * style.size:g}pt;mso-char-indent-count:{style.first}")
    if style.pitch:
        rules.append(f"line-height:{style.pitch / 20:g}pt;mso-line-height-rule:exactly")
    return ";".join(rules)


def _face(face: Face) -> str:
    names = ",".join(f"'{name}'" for name in CANDIDATES[face][:_FONTS])
    return f"font-family:{names},{'sans-serif' if face is Face.HEI else 'serif'}"


def _table(table: Table) -> str:
    total = sum(table.shares)
    widths = [f"{share * 100 // total}%" for share in table.shares]
    rows = [_row(table.header, "th", Role.HEADER_CELL, widths)]
    rows += [_row(row, "td", Role.CELL, widths) for row in table.rows]
    return '<table style="border-collapse:collapse;width:100%">\n' + "\n".join(rows) + "\n</table>"


def _row(cells: tuple[str, ...], tag: str, role: Role, widths: list[str]) -> str:
    written = (
        f'<{tag} width="{width}" style="{_CELL}"><p style="{_paragraph(role)}">'
        + escape(cell).replace("\n", "<br>")
        + f"</p></{tag}>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return "<tr>" + "".join(written) + "</tr>"


def _picture(picture: Picture) -> str:
    across, high = (round(twips / 15) for twips in size_on_paper(picture))  # px of 96 dpi
    data = base64.b64encode(picture.data).decode()
    alt = escape(picture.alt or picture.caption)
    image = f'<img src="data:{picture.media_type};base64,{data}" width="{across}" height="{high}" alt="{alt}">'
    return f'<p style="margin-top:0pt;margin-bottom:0pt;text-align:center">{image}</p>'
