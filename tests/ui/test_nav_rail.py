"""The sidebar folded to a rail: the same places, by mouse and by keyboard."""

from types import SimpleNamespace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from reader.model.article import Status
from reader.model.query import ArticleQuery
from reader.ui.nav_tree import NavTree

from .conftest import COLLECTIONS, COUNTS


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


def test_a_place_comes_and_goes_with_what_is_in_it(sidebar):
    sidebar.set_rail(True)

    def names():
        buttons = sorted(sidebar.findChildren(QToolButton), key=lambda button: button.y())
        return [button.objectName() for button in buttons if button.isVisible()]

    before = names()
    sidebar.set_counts(SimpleNamespace(**vars(COUNTS) | {"archived": 3, "tags": {}}), COLLECTIONS)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert [name for name in names() if name not in before] == ["rail_archive"]
    assert [name for name in before if name not in names()] == ["rail_tags"]
    assert names()[-1] == "rail_trash"


def test_a_collection_with_an_ampersand_keeps_it(sidebar):
    sidebar.set_rail(True)
    QTest.mouseClick(sidebar.findChild(QToolButton, "rail_collections"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] [:2] == ["网格化管理\t9", "A && B\t6"]
    menu.close()


def test_without_collections_the_flyout_says_so_and_makes_one(qtbot, sidebar):
    sidebar.set_counts(COUNTS, [])
    sidebar.set_rail(True)
    QTest.mouseClick(sidebar.findChild(QToolButton, "rail_collections"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    hint = menu.actions()[0]
    assert hint.text().startswith("No collections yet") and not hint.isEnabled()
    with qtbot.waitSignal(sidebar.collection_add_requested):
        menu.actions()[-1].trigger()
    menu.close()
