"""The sidebar's tree under real clicks, keys and drags."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.model.article import Collection, Status
from reader.model.query import ArticleQuery
from reader.ui.article_model import ARTICLES_MIME
from reader.ui.nav_delegate import plus_area

from .conftest import COLLECTIONS, COUNTS, place


def test_arrow_keys_choose_and_letters_do_nothing(qtbot, sidebar, tree):
    tree.setFocus()
    chosen = []
    sidebar.selected.connect(chosen.append)
    QTest.keyClicks(tree, "s")
    assert chosen == []
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert chosen == [ArticleQuery(status=Status.UNREAD)]


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
    assert ("New collection…" in [action.text() for action in menu.actions()]) is by_keyboard
    menu.close()


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


def test_enter_closes_and_opens_a_heading(tree):
    heading = tree.model().sections()[0]
    tree.setFocus()
    tree.setCurrentIndex(heading)
    for is_open in (False, True):
        QTest.keyClick(tree, Qt.Key.Key_Return)
        assert tree.isExpanded(heading) is is_open
