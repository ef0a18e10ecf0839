"""The sidebar under real clicks and keys, its menus, and what it tells."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from reader.model.article import Collection
from reader.model.query import ArticleQuery, SortKey
from reader.ui.nav_model import NODE_ROLE

from .conftest import COLLECTIONS, COUNTS, place


def actions(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_click_chooses_a_place(qtbot, sidebar, tree):
    with qtbot.waitSignal(sidebar.selected) as chosen:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place(tree, ArticleQuery(tag="双报到")))
    assert chosen.args == [ArticleQuery(tag="双报到")]
    assert sidebar.name_of(sidebar.query()) == "双报到"


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
