"""The sidebar under real clicks and keys, as tree and as rail."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from reader.model.article import Collection, Status
from reader.model.query import ArticleQuery, SortKey
from reader.ui.article_model import ARTICLES_MIME
from reader.ui.nav_delegate import plus_area
from reader.ui.nav_model import NODE_ROLE
from reader.ui.nav_tree import NavTree
from reader.ui.sidebar import Sidebar

COUNTS = SimpleNamespace(
    all=42, unread=11, reading=5, read=26, archived=0, starred=7, annotated=18, trash=2, tags={"双报到": 5, "河长制": 1}
)
COLLECTIONS = [Collection(1, "网格化管理", 9), Collection(2, "A & B", 6)]


@pytest.fixture
def sidebar(qtbot, icons):
    sidebar = Sidebar(icons)
    qtbot.addWidget(sidebar)
    sidebar.set_counts(COUNTS, COLLECTIONS)
    sidebar.resize(208, 700)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


@pytest.fixture
def tree(sidebar):
    return sidebar.findChild(NavTree, "navTree")


def place(tree, query):
    return tree.visualRect(tree.model().index_of(query)).center()


def actions(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_click_chooses_a_place(qtbot, sidebar, tree):
    with qtbot.waitSignal(sidebar.selected) as chosen:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place(tree, ArticleQuery(tag="双报到")))
    assert chosen.args == [ArticleQuery(tag="双报到")]
    assert sidebar.name_of(sidebar.query()) == "双报到"


def test_arrow_keys_choose_and_letters_do_nothing(qtbot, sidebar, tree):
    tree.setFocus()
    chosen = []
    sidebar.selected.connect(chosen.append)
    QTest.keyClicks(tree, "s")
    assert chosen == []
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert chosen == [ArticleQuery(status=Status.UNREAD)]


def test_select_shows_without_telling(qtbot, sidebar, tree):
    with qtbot.assertNotEmitted(sidebar.selected):
        sidebar.select(ArticleQuery(starred=True, text="网格", sort=SortKey.TITLE))
    assert tree.currentIndex().data() == "Starred"
    assert sidebar.query() == ArticleQuery(starred=True)


def test_the_choice_survives_new_counts_and_new_rows(qtbot, sidebar, tree):
    sidebar.select(ArticleQuery(tag="河长制"))
    with qtbot.assertNotEmitted(sidebar.selected):
        sidebar.set_counts(COUNTS, [*COLLECTIONS, Collection(3, "新的", 0)])
    assert tree.currentIndex().data() == "河长制"


def test_a_heading_closes_and_stays_closed(sidebar, tree):
    heading = tree.model().sections()[1]
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(heading).center())
    assert not tree.isExpanded(heading)
    sidebar.set_counts(COUNTS, [*COLLECTIONS, Collection(3, "新的", 0)])
    collections, tags = tree.model().sections()
    assert tree.isExpanded(collections)
    assert not tree.isExpanded(tags)


def test_the_plus_of_collections_asks_for_a_new_one(qtbot, sidebar, tree):
    heading = tree.visualRect(tree.model().sections()[0])
    with qtbot.waitSignal(sidebar.collection_add_requested):
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=plus_area(heading).center())


def test_f2_renames_in_place(qtbot, sidebar, tree):
    sidebar.select(ArticleQuery(collection="网格化管理"))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit, "navEdit")
    editor.selectAll()
    QTest.keyClicks(editor, "Grid")
    with qtbot.waitSignal(sidebar.collection_renamed) as asked:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == [1, "Grid"]


@pytest.mark.parametrize("by_keyboard", [True, False])
def test_a_menu_opens_at_its_row(qtbot, sidebar, tree, by_keyboard):
    sidebar.select(ArticleQuery(collection="网格化管理"))
    tree.setFocus()
    where = place(tree, ArticleQuery(tag="双报到"))
    if by_keyboard:
        QTest.keyClick(tree, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(
            tree.viewport(), QContextMenuEvent(reason, where, tree.viewport().mapToGlobal(where))
        )
    menu = QApplication.activePopupWidget()
    assert ("New collection…" in actions(menu)) is by_keyboard
    menu.close()


def test_the_menu_of_a_collection(qtbot, sidebar, tree):
    node = tree.model().index_of(ArticleQuery(collection="网格化管理")).data(NODE_ROLE)
    menu = sidebar.menu_for(node)
    merge = actions(menu)["Merge into"].menu()
    assert [action.text() for action in merge.actions()] == ["A && B"]
    with qtbot.waitSignal(sidebar.collection_merge_requested) as asked:
        merge.actions()[0].trigger()
    assert asked.args == [1, 2]
    with qtbot.waitSignal(sidebar.collection_delete_requested) as asked:
        actions(menu)["Delete (articles stay)"].trigger()
    assert asked.args == [1]


def test_the_menu_of_a_tag_and_of_the_trash(qtbot, sidebar, tree):
    menu = sidebar.menu_for(tree.model().index_of(ArticleQuery(tag="双报到")).data(NODE_ROLE))
    with qtbot.waitSignal(sidebar.tag_merge_requested) as asked:
        actions(menu)["Merge into"].menu().actions()[0].trigger()
    assert asked.args == ["双报到", "河长制"]
    menu = sidebar.menu_for(tree.model().index_of(ArticleQuery(deleted=True)).data(NODE_ROLE))
    with qtbot.waitSignal(sidebar.empty_trash_requested):
        actions(menu)["Empty trash…"].trigger()
    assert sidebar.menu_for(tree.model().index_of(ArticleQuery()).data(NODE_ROLE)) is None


def test_articles_can_be_dropped_on_a_tag(qtbot, sidebar, tree):
    mime = QMimeData()
    mime.setData(ARTICLES_MIME, QByteArray(b"aa\nbb"))
    where = place(tree, ArticleQuery(tag="河长制"))
    rest = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where, *rest)
    QApplication.sendEvent(tree.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(tree.viewport(), QDragMoveEvent(where, *rest))
    assert tree.drop_row().data() == "河长制"
    heading = tree.visualRect(tree.model().sections()[0]).center()
    QApplication.sendEvent(tree.viewport(), QDragMoveEvent(heading, *rest))
    assert not tree.drop_row().isValid()
    with qtbot.waitSignal(sidebar.articles_dropped) as dropped:
        QApplication.sendEvent(tree.viewport(), QDropEvent(QPointF(where), *rest))
    assert dropped.args == [ArticleQuery(tag="河长制"), ["aa", "bb"]]
    assert not tree.drop_row().isValid()


def test_the_rail_chooses_and_shows_the_same_places(qtbot, sidebar):
    sidebar.set_rail(True)
    assert sidebar.is_rail()
    assert sidebar.maximumWidth() == 56
    star = sidebar.findChild(QToolButton, "rail_star")
    assert "Starred" in star.accessibleName()
    with qtbot.waitSignal(sidebar.selected) as chosen:
        QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert chosen.args == [ArticleQuery(starred=True)]
    assert star.isChecked()
    sidebar.set_rail(False)
    assert sidebar.findChild(NavTree, "navTree").currentIndex().data() == "Starred"


def test_the_rail_is_walked_with_the_keyboard(qtbot, sidebar):
    sidebar.set_rail(True)
    sidebar.select(ArticleQuery(status=Status.READ))
    sidebar.focus_tree()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sidebar.findChild(QToolButton, "rail_check-check"))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(sidebar.selected) as chosen:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert chosen.args == [ArticleQuery(starred=True)]


def test_the_rail_has_collections_and_tags_as_flyouts(qtbot, sidebar):
    sidebar.set_rail(True)
    button = sidebar.findChild(QToolButton, "rail_tags")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    assert texts == ["双报到", "河长制"]
    with qtbot.waitSignal(sidebar.selected) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == [ArticleQuery(tag="河长制")]
    assert button.isChecked()
    menu.close()


def test_the_footer_is_left_out_of_the_rail(sidebar):
    footer = QLabel("3 / 8")
    sidebar.set_footer(footer)
    assert footer.height() > 0
    sidebar.set_rail(True)
    QApplication.processEvents()
    assert footer.height() == 0


def test_another_language_renames_the_places_and_says_so(qtbot, sidebar, tree):
    from reader.ui.translation import Translation

    sidebar.select(ArticleQuery(starred=True))
    translation = Translation(QApplication.instance())
    with qtbot.waitSignal(sidebar.names_changed):
        translation.use("zh_CN")
    try:
        assert sidebar.name_of(sidebar.query()) == "星标"
        assert tree.currentIndex().data() == "星标"
        assert "星标" in sidebar.findChild(QToolButton, "rail_star").accessibleName()
    finally:
        translation.use("en")
