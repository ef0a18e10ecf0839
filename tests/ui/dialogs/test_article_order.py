"""The order of the articles of a paper."""

import pytest
from PySide6.QtCore import Qt

from reader.ui.dialogs.article_order import ArticleOrder


@pytest.fixture
def order(qtbot, themes, make_article):
    order = ArticleOrder([make_article(n, f"A&B <i>{n}</i>\n" + "长" * 80) for n in range(1, 4)])
    qtbot.addWidget(order)
    order.resize(280, 120)
    order.show()
    return order


def numbers(order):
    return [int(key, 16) for key in order.ids()]


def test_they_stand_in_the_given_order_all_chosen(order):
    assert numbers(order) == [1, 2, 3]
    assert "\n" not in order.item(0).text()


def test_the_ends_are_ends(qtbot, order):
    with qtbot.assertNotEmitted(order.changed):
        order.move_current(-1)
    assert numbers(order) == [1, 2, 3]


def test_space_leaves_an_article_out(qtbot, order):
    order.setFocus()
    with qtbot.waitSignal(order.changed):
        qtbot.keyClick(order, Qt.Key.Key_Space)
    assert numbers(order) == [2, 3]


def test_articles_can_be_dragged_onto_places_but_not_into_one_another(order):
    assert order.dragDropMode() == order.DragDropMode.InternalMove
    assert order.item(0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert not order.item(0).flags() & Qt.ItemFlag.ItemIsDropEnabled


def test_letters_do_not_jump(qtbot, order):
    order.setFocus()
    qtbot.keyClick(order, Qt.Key.Key_A)
    assert order.currentRow() == 0
