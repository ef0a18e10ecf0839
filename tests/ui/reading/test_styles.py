"""How each kind of block is set."""

from PySide6.QtCore import Qt

from reader.model.blocks import Block, BlockKind
from reader.ui.reading.styles import style_of


def test_chinese_paragraphs_are_indented_by_two_and_justified():
    style = style_of(Block(BlockKind.PARAGRAPH, "正文"), is_cjk=True)
    assert (style.indent, style.align) == (2.0, Qt.AlignmentFlag.AlignJustify)
    english = style_of(Block(BlockKind.PARAGRAPH, "text"), is_cjk=False)
    assert english.indent == 0 and english.align != Qt.AlignmentFlag.AlignJustify


def test_headings_are_bold_and_smaller_the_deeper_they_are():
    styles = [style_of(Block(BlockKind.HEADING, "一", level=level), is_cjk=True) for level in range(1, 7)]
    assert all(style.bold and style.indent == 0 for style in styles)
    scales = [style.scale for style in styles]
    assert scales == sorted(scales, reverse=True) and scales[0] > scales[3]


def test_every_kind_has_a_style():
    for kind in BlockKind:
        assert style_of(Block(kind, "文"), is_cjk=True).scale > 0
