"""The tab 目录."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from reader.model.blocks import Block, BlockKind, canonical_text
from reader.ui.panel.outline import headings


def current(panel):
    return panel.outline.tree.currentIndex().data()


def offset_of(content, text):
    return content.text.index(text)


def test_headings_nest_by_level_and_know_their_offsets(content):
    found = headings(content.blocks)
    assert [(depth, text) for depth, text, _ in found] == [
        (0, "一、构建一套体系"),
        (1, "（一）区域化联建"),
        (0, "二、落实三项举措"),
    ]
    assert all(content.text.startswith(text, offset) for _, text, offset in found)


@given(st.lists(st.integers(1, 6), max_size=12))
def test_a_heading_is_never_deeper_than_one_below_its_parent(levels):
    blocks = [Block(BlockKind.HEADING, f"题{n}", level=level) for n, level in enumerate(levels)]
    depths = [depth for depth, _, _ in headings(blocks)]
    assert all(after <= before + 1 for before, after in zip([-1, *depths], depths, strict=False))
    text = canonical_text(blocks)
    assert all(text.startswith(words, offset) for _, words, offset in headings(blocks))


def test_the_current_section_follows_the_text_without_a_signal(qtbot, panel, article, content):
    panel.show_article(article, content, [])
    with qtbot.assertNotEmitted(panel.outline.goto_requested):
        panel.set_offset(offset_of(content, "联建联建"))
        assert current(panel) == "（一）区域化联建"
        panel.set_offset(offset_of(content, "二、落实") + 2)
        assert current(panel) == "二、落实三项举措"
        panel.set_offset(0)
    assert not panel.outline.tree.selectionModel().hasSelection()


def test_a_click_goes_to_the_section(qtbot, panel, article, content):
    panel.show_article(article, content, [])
    panel.show_tab("outline")
    tree = panel.outline.tree
    rect = tree.visualRect(tree.model().index(1, 0))
    with qtbot.waitSignal(panel.outline.goto_requested) as asked:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked.args == [offset_of(content, "二、落实")]


def test_letters_do_not_jump(qtbot, panel):
    panel.outline.set_blocks([Block(BlockKind.HEADING, "Aims", level=1), Block(BlockKind.HEADING, "Xenia", level=1)])
    panel.show_tab("outline", focus=True)
    panel.set_offset(0)
    qtbot.keyClick(panel.outline.tree, Qt.Key.Key_X)
    assert current(panel) == "Aims"


def test_enter_goes_to_the_section(qtbot, panel, article, content):
    panel.show_article(article, content, [])
    panel.show_tab("outline", focus=True)
    panel.set_offset(offset_of(content, "一、构建"))
    qtbot.keyClick(panel.outline.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.outline.goto_requested) as asked:
        qtbot.keyClick(panel.outline.tree, Qt.Key.Key_Return)
    assert asked.args == [offset_of(content, "（一）")]


def test_a_page_without_headings_says_why_there_are_no_contents(panel, article, content):
    panel.outline.set_blocks([Block(BlockKind.PARAGRAPH, "正文")])
    panel.show_tab("outline")
    assert not panel.outline.tree.isVisible()
    assert all(panel.outline._empty.words())
