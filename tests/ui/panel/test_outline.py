"""The tab 目录: the outline of the digest and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from tests.digests import TEXT, hand_made

from reader.model.corrections import Change
from reader.model.digest import Field, OutlineNode
from reader.ui.panel.outline import nested, words

LEFT = Qt.MouseButton.LeftButton


def node(title, level=1, start=0, marker="", field=Field.BODY):
    text = marker + title
    return OutlineNode(
        text=text, start=start, end=start + len(text), title=title, marker=marker, level=level, field=field
    )


@pytest.fixture
def outline(panel, article, content):
    """The tab in front, with the outline of the report."""
    panel.show_article(article, content, [])
    panel.show_tab("outline", focus=True)
    panel.outline.set_nodes(hand_made().outline)
    return panel.outline


def current(panel):
    return panel.tree.currentIndex().data()


def rows(panel):
    """(depth, words) of every row of the tree, from top to bottom."""
    tree, found = panel.tree, []
    index = tree.model().index(0, 0)
    while index.isValid():
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        found.append((depth, index.data()))
        index = tree.indexBelow(index)
    return found


def test_the_tree_is_the_outline_of_the_digest(outline):
    assert rows(outline) == [
        (0, "构建“一张网”托起民生实事"),
        (0, "推行“三联机制”破解治理难题"),
        (1, "一是组织联建"),
        (1, "二是资源联享"),
        (1, "三是服务联动"),
        (0, "建立“三张清单”促进长效运行"),
    ]


def test_markers_stand_before_titles_as_people_write_them():
    assert words(node("（上）", marker="一、")) == "一、（上）"
    assert words(node("Aims", marker="1.")) == "1. Aims"
    assert words(node("Aims", marker="##")) == "Aims"


@given(st.lists(st.integers(1, 9), max_size=12))
def test_a_node_is_never_deeper_than_one_below_its_parent(levels):
    nodes = [node(f"题{n}", level, n) for n, level in enumerate(levels)]
    depths = [depth for depth, _ in nested(nodes)]
    assert len(depths) == len(nodes)
    assert all(after <= before + 1 for before, after in zip([-1, *depths], depths, strict=False))


def test_what_stands_in_the_title_is_no_section():
    assert nested([node("题", field=Field.TITLE)]) == []


def test_the_current_section_follows_the_text_without_a_signal(qtbot, outline):
    with qtbot.assertNotEmitted(outline.goto_requested):
        outline.set_offset(TEXT.index("二是资源") + 3)
        assert current(outline) == "二是资源联享"
        outline.set_offset(TEXT.index("建立“三张"))
        assert current(outline) == "建立“三张清单”促进长效运行"
        outline.set_offset(0)
    assert not outline.tree.selectionModel().hasSelection()


def test_an_outline_that_comes_late_knows_where_the_reader_is(panel, article, content):
    panel.show_article(article, content, [])
    panel.show_tab("outline")
    panel.outline.wait()
    panel.set_offset(TEXT.index("三是服务"))
    panel.outline.set_nodes(hand_made().outline)
    assert current(panel.outline) == "三是服务联动"


def test_a_tab_that_is_not_looked_at_is_filled_when_it_is(panel, article, content):
    panel.show_article(article, content, [])
    panel.outline.set_nodes(hand_made().outline)
    panel.show_tab("outline")
    assert len(rows(panel.outline)) == 6
    panel.show_tab("info")
    panel.outline.clear()
    panel.show_tab("outline")
    assert rows(panel.outline) == []


def test_a_click_goes_to_the_section(qtbot, outline):
    index = outline.tree.model().index(2, 0)
    with qtbot.waitSignal(outline.goto_requested) as asked:
        QTest.mouseClick(outline.tree.viewport(), LEFT, pos=outline.tree.visualRect(index).center())
    assert asked.args == [TEXT.index("建立“三张清单")]


def test_arrows_and_enter_go_to_a_section_and_letters_do_not_jump(qtbot, outline):
    outline.set_offset(TEXT.index("推行“三联"))
    QTest.keyClick(outline.tree, Qt.Key.Key_Down)
    QTest.keyClick(outline.tree, Qt.Key.Key_J)
    with qtbot.waitSignal(outline.goto_requested) as asked:
        QTest.keyClick(outline.tree, Qt.Key.Key_Return)
    assert asked.args == [TEXT.index("一是组织联建")]


def test_f2_renames_in_place(qtbot, outline):
    outline.set_offset(TEXT.index("一是组织"))
    QTest.keyClick(outline.tree, Qt.Key.Key_F2)
    editor = outline.tree.findChild(QLineEdit)
    assert editor.text() == "组织联建"  # without its marker
    editor.selectAll()
    QTest.keyClicks(editor, "Joint work")
    with qtbot.waitSignal(outline.correction_requested) as asked:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == [hand_made().outline[2], Change.SET, {"title": "Joint work"}]
    assert current(outline) == "一是组织联建"  # the digest made anew says what it is called


def test_escape_renames_nothing(qtbot, outline):
    outline.set_offset(TEXT.index("一是组织"))
    with qtbot.assertNotEmitted(outline.correction_requested):
        QTest.keyClick(outline.tree, Qt.Key.Key_F2)
        editor = outline.tree.findChild(QLineEdit)
        QTest.keyClicks(editor, "Joint work")
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_del_removes(qtbot, outline):
    outline.set_offset(TEXT.index("二是资源"))
    with qtbot.waitSignal(outline.correction_requested) as asked:
        QTest.keyClick(outline.tree, Qt.Key.Key_Delete)
    assert asked.args == [hand_made().outline[3], Change.REMOVE, {}]


def test_the_menu_merges_renames_removes_copies_and_goes(qtbot, outline):
    second = outline.tree.model().index(1, 0)
    menu = outline.build_menu(second)
    go, copy, _separator, rename, merge, remove = menu.actions()
    assert all(action.isEnabled() for action in (go, copy, rename, merge, remove))
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "推行“三联机制”破解治理难题"
    with qtbot.waitSignal(outline.correction_requested) as asked:
        merge.trigger()
    assert asked.args == [hand_made().outline[1], Change.MERGE, {}]
    first = outline.build_menu(outline.tree.model().index(0, 0))
    assert not first.actions()[4].isEnabled()  # nothing stands before it


def test_a_right_click_opens_the_menu(outline):
    place = outline.tree.visualRect(outline.tree.model().index(0, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, outline.tree.viewport().mapToGlobal(place))
    QApplication.sendEvent(outline.tree.viewport(), event)
    menu = outline.findChild(QMenu, "outlineMenu")
    assert menu.isVisible()
    menu.close()


def test_a_library_that_can_only_be_read_offers_no_corrections(qtbot, outline):
    outline.set_can_correct(False)
    outline.set_offset(TEXT.index("二是资源"))
    assert len(outline.build_menu(outline.tree.model().index(0, 0)).actions()) == 2
    with qtbot.assertNotEmitted(outline.correction_requested):
        QTest.keyClick(outline.tree, Qt.Key.Key_Delete)
        QTest.keyClick(outline.tree, Qt.Key.Key_F2)
    assert outline.tree.findChild(QLineEdit) is None


def test_a_text_without_an_outline_says_why_there_are_no_contents(outline):
    outline.set_nodes(())
    assert not outline.tree.isVisible()
    assert all(outline._empty.words())
    assert QPoint(0, 0) == outline._empty.pos()
