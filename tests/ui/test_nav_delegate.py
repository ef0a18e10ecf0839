"""How the rows of the sidebar look: what is chosen, what would take a drop, and nothing over anything else."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.model.query import ArticleQuery
from reader.ui.article_model import ARTICLES_MIME
from reader.ui.nav_delegate import HINT_HEIGHT, plus_area
from reader.ui.sidebar import SMALLEST
from reader.ui.theme import THEMES, window_font

from .conftest import COLLECTIONS, COUNTS, place

TAG = ArticleQuery(tag="河长制")


def row_of(tree, query):
    return tree.visualRect(tree.model().index_of(query))


def colours(tree, rect):
    """The colours in a part of the tree."""
    picture = tree.viewport().grab(rect).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


@pytest.mark.parametrize("name", THEMES)
def test_only_the_chosen_place_is_lit(themes, sidebar, tree, name):
    themes.set_theme(name)
    sidebar.select(TAG)
    lit, accent = QColor(themes.theme.sel).name(), QColor(themes.theme.accent).name()
    assert {lit, accent} <= colours(tree, row_of(tree, TAG))
    assert not {lit, accent} & colours(tree, row_of(tree, ArticleQuery(tag="双报到")))


def test_the_row_that_would_take_a_drop_is_ringed(themes, tree):
    mime = QMimeData()
    mime.setData(ARTICLES_MIME, QByteArray(b"aa"))
    rest = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    ring, row = QColor(themes.theme.accent).name(), row_of(tree, TAG)
    assert ring not in colours(tree, row)
    QApplication.sendEvent(tree.viewport(), QDragEnterEvent(place(tree, TAG), *rest))
    QApplication.sendEvent(tree.viewport(), QDragMoveEvent(place(tree, TAG), *rest))
    assert ring in colours(tree, row)
    QApplication.sendEvent(tree.viewport(), QDragLeaveEvent())
    assert ring not in colours(tree, row)


def test_a_ring_shows_where_the_keyboard_is(themes, sidebar, tree):
    sidebar.select(TAG)
    tree.setFocus()
    edge = row_of(tree, TAG).adjusted(40, 0, -40, 0)
    edge.setHeight(4)
    ring = QColor(themes.theme.accent).name()
    assert ring not in colours(tree, edge)
    tree.setProperty("kbd", "true")
    assert ring in colours(tree, edge)


def test_a_long_name_ends_before_the_count(sidebar, tree):
    def count(name):
        tags = {name: 1234}
        sidebar.set_counts(SimpleNamespace(**vars(COUNTS) | {"tags": tags}), COLLECTIONS)
        row = row_of(tree, ArticleQuery(tag=name))
        return tree.viewport().grab(QRect(row.right() - 56, row.top(), 56, row.height())).toImage()

    assert count("短") == count("很长的标签名字" * 9)


def test_editing_a_name_leaves_its_icon_in_sight(sidebar, tree):
    sidebar.select(TAG)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor, row = tree.findChild(QLineEdit, "navEdit"), row_of(tree, TAG)
    assert row.contains(editor.geometry()) and editor.x() >= 8 + 10 + 16


def test_the_hint_has_room_in_the_narrowest_sidebar(sidebar, tree):
    sidebar.set_counts(COUNTS, [])
    hint = tree.model().index(0, 0, tree.model().sections()[0])
    room = QRect(0, 0, SMALLEST - 26, 1000)
    needed = QFontMetrics(window_font(12)).boundingRect(room, Qt.TextFlag.TextWordWrap.value, hint.data())
    assert needed.height() <= HINT_HEIGHT <= tree.visualRect(hint).height()


def test_the_plus_is_drawn_where_it_is_hit(themes, tree):
    collections, tags = (tree.visualRect(index) for index in tree.model().sections())
    ink = QColor(themes.theme.text3).name()
    assert ink in colours(tree, plus_area(collections)) and ink not in colours(tree, plus_area(tags))
    assert collections.contains(plus_area(collections).center())


def test_a_closed_heading_says_so(tree):
    """By an arrow after its name, which an open one has only under the pointer."""
    heading = tree.model().sections()[1]
    before = tree.viewport().grab(tree.visualRect(heading)).toImage()
    tree.setExpanded(heading, False)
    after = tree.viewport().grab(tree.visualRect(heading)).toImage()
    assert before != after
    assert before.copy(QRect(QPoint(0, 0), QPoint(30, 41))) == after.copy(QRect(QPoint(0, 0), QPoint(30, 41)))
