"""Page and styles of the DOCX: GB/T 9704 in WordprocessingML (ECMA-376 part 1, 17)."""

from typing import Any

from reader.export.gbt9704 import (
    BOTTOM,
    FOOTER_DISTANCE,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PICTURE_GAP,
    PITCH,
    RIGHT,
    STYLES,
    TEXT_WIDTH,
    TOP,
    WIDE_LINES,
    Alignment,
    Face,
    Role,
    Style,
)

FONT_NAMES = {
    Face.TITLE: "方正小标宋简体",
    Face.BODY: "仿宋_GB2312",
    Face.HEI: "黑体",
    Face.KAI: "楷体_GB2312",
    Face.SONG: "宋体",
}
"""Named, never embedded: their licences do not allow it."""
LATIN = "Times New Roman"

STYLE_NAMES = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.BLANK: "Normal",
    Role.HEADING_1: "Heading 1",
    Role.HEADING_2: "Heading 2",
    Role.ORIGINAL_HEADING: "原文标题",
    Role.BODY: "公文正文",
    Role.QUOTE: "摘录引文",
    Role.NOTE: "批注说明",
    Role.CAPTION: "表格标题",
    Role.HEADER_CELL: "表格表头",
    Role.CELL: "表格文字",
    Role.SPACER: "表格间距",
    Role.REFERENCE: "参考文献",
    Role.FOOTNOTE: "footnote text",
    Role.COMMENT: "annotation text",
    Role.FOOTER: "Footer",
    Role.PICTURE: "图片",
    Role.PICTURE_CAPTION: "图片说明",
    Role.REMARK: "报头标注",
    Role.MASTHEAD: "报头名称",
    Role.ISSUE: "报头期号",
    Role.EDITOR: "报头单位",
    Role.MASTHEAD_RULE: "报头分隔线",
    Role.RECIPIENT: "主送",
    Role.ATTACHMENT: "附件说明",
    Role.SIGNATURE: "署名",
    Role.ATTACHMENT_NUMBER: "附件序号",
    Role.ATTACHMENT_TITLE: "附件标题",
    Role.IMPRINT: "版记",
}
FOOTNOTE_MARK = "footnote reference"
COMMENT_MARK = "annotation reference"
# Of the levels that no template uses yet, so that a person can go on writing in them.
_MORE_HEADINGS = {
    "Heading 3": Style(first=2, alignment=Alignment.LEFT, keep_with_next=True, outline=2),
    "Heading 4": Style(first=2, alignment=Alignment.LEFT, keep_with_next=True, outline=3),
}
_JUSTIFICATION = {
    Alignment.LEFT: "left",
    Alignment.CENTRE: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFY: "both",
}


def element(tag: str, **attributes: object) -> Any:
    """A WordprocessingML element; attributes without their prefix."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def fonts(properties: Any, face: Face, *, hint: bool = False, latin: str = "") -> None:
    """Set the fonts of run properties by name; theme fonts would win over names and are removed.

    `latin` is for letters and digits; by default that of official papers, or of the face where it has its own.
    """
    from docx.oxml.ns import qn

    named = properties.get_or_add_rFonts()
    for name in list(named.attrib):
        del named.attrib[name]
    latin = latin or (FONT_NAMES[face] if face in (Face.TITLE, Face.SONG) else LATIN)
    for name in ("ascii", "hAnsi", "cs"):
        named.set(qn(f"w:{name}"), latin)
    named.set(qn("w:eastAsia"), FONT_NAMES[face])
    if hint:
        named.set(qn("w:hint"), "eastAsia")


def set_page(section: Any, *, is_wide: bool = False) -> None:
    """Size, margins and the grid of lines; a wide page has its top where upright ones have their left edge."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Twips

    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if is_wide else (PAGE_WIDTH, PAGE_HEIGHT)
    section.page_width, section.page_height = Twips(width), Twips(height)
    # LibreOffice puts what the lines leave of the height above and below them.
    lowest = PAGE_WIDTH - LEFT - WIDE_LINES * PITCH
    top, right, bottom, left = (LEFT, TOP, lowest, BOTTOM) if is_wide else (TOP, RIGHT, BOTTOM, LEFT)
    section.top_margin, section.bottom_margin = Twips(top), Twips(bottom)
    section.left_margin, section.right_margin = Twips(left), Twips(right)
    section.header_distance, section.footer_distance = Twips(851), Twips(851 if is_wide else FOOTER_DISTANCE)
    section.gutter = Twips(0)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    # No charSpace: LibreOffice would give each character two cells. The styles tighten the characters instead.
    section._sectPr.append(element("docGrid", type="lines", linePitch=PITCH))


def set_styles(document: Any, *, is_chinese: bool) -> None:
    """Every role has a style, so that a person can go on writing in them.

    In Chinese, headings differ by their typeface; in a paper of Latin letters they are bold.
    """
    from docx.enum.style import WD_STYLE_TYPE

    _set_defaults(document.styles.element)
    by_name = {STYLE_NAMES[role]: STYLES[role] for role in Role} | _MORE_HEADINGS
    existing = {style.name for style in document.styles}
    for name, look in by_name.items():
        if name not in existing:
            made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = document.styles["Normal"]
            made.quick_style = True
        style = document.styles[name].element
        _set_characters(style, look, is_bold=not is_chinese and look.face in (Face.TITLE, Face.HEI))
        _set_paragraph(style, look)
    mark = document.styles.add_style(FOOTNOTE_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    document.styles.add_style(COMMENT_MARK, WD_STYLE_TYPE.CHARACTER)
    _remove_theme_fonts(document.styles.element)


def _set_defaults(styles: Any) -> None:
    from docx.oxml.ns import qn

    defaults = styles.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    fonts(run, Face.BODY)
    language = run.find(qn("w:lang"))
    # The main language stays en-US: with zh-CN LibreOffice breaks lines inside numbers.
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    paragraph = defaults.find(qn("w:pPrDefault")).find(qn("w:pPr"))
    for child in list(paragraph):
        paragraph.remove(child)


def _remove_theme_fonts(styles: Any) -> None:
    from docx.oxml.ns import qn

    for named in styles.iter(qn("w:rFonts")):
        for name in [name for name in named.attrib if name.endswith("Theme")]:
            del named.attrib[name]


def _set_characters(style: Any, look: Style, *, is_bold: bool) -> None:
    """Replace the run properties of a style, in the order of the schema (CT_RPr)."""
    properties = style.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    fonts(properties, look.face, latin=LATIN if is_bold else "")
    half_points = int(look.size * 2)
    for name, attributes in (
        ("b", {"val": int(is_bold)}),
        ("i", {"val": 0}),
        ("color", {"val": "000000"}),
        ("spacing", {"val": look.tighten}),
        ("kern", {"val": 0}),
        ("sz", {"val": half_points}),
        ("szCs", {"val": half_points}),
    ):
        properties.append(element(name, **attributes))


def _set_paragraph(style: Any, look: Style) -> None:
    """Replace the paragraph properties of a style, in the order of the schema (CT_PPr)."""
    properties = style.get_or_add_pPr()
    for child in list(properties):
        properties.remove(child)
    parts = [
        element("keepNext", val=int(look.keep_with_next)),
        element("keepLines", val=0),
        element("widowControl", val=0),
        *([_rule_above(look.rule)] if look.rule else []),
        *([_right_tab(look)] if look.right else []),
        # What Word does anyway; left out or 0, LibreOffice lets punctuation hang over the margin: it reads it the wrong
        # way round (7.4).
        element("overflowPunct", val=1),
        # No gaps between Chinese and digits: they would break the grid of 28 characters.
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        # LibreOffice snaps exact lines to the grid too: 35 pt would become 57.9.
        element("snapToGrid", val=int(look.pitch == PITCH)),
        _spacing(look),
        _indent(look),
        element("jc", val=_JUSTIFICATION[look.alignment]),
    ]
    if look.outline is not None:
        parts.append(element("outlineLvl", val=look.outline))
    for part in parts:
        properties.append(part)


def _rule_above(thickness: int) -> Any:
    borders = element("pBdr")
    borders.append(rule("top", thickness))
    return borders


def rule(side: str, thickness: int) -> Any:
    """A border of a paragraph or table, as thick as so many twips."""
    return element(side, val="single", sz=round(thickness * 8 / 20), space=0, color="000000")


def _right_tab(look: Style) -> Any:
    """For what stands at the right end of a line."""
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=TEXT_WIDTH - look.right * look.em))
    return tabs


def _spacing(look: Style) -> Any:
    if look.pitch:
        return element("spacing", before=0, after=0, line=look.pitch, lineRule="exact")
    # An exact line would show only the lowest strip of a picture.
    return element("spacing", before=PICTURE_GAP, after=PICTURE_GAP, line=240, lineRule="auto")


def _indent(look: Style) -> Any:
    """In characters for Word and WPS, in twips for everybody else."""
    attributes: dict[str, int] = {"leftChars": look.left * 100, "left": look.left * look.em}
    attributes |= {"rightChars": look.right * 100, "right": look.right * look.em}
    if look.first < 0:
        attributes |= {"hangingChars": -look.first * 100, "hanging": -look.first * look.em}
    else:
        attributes |= {"firstLineChars": look.first * 100, "firstLine": look.first * look.em}
    return element("ind", **attributes)
