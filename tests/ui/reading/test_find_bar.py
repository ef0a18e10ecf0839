"""The find bar as it is used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from .conftest import TEXT, article, content, place

Key, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edit(pane, hand):
    """The field, after Ctrl+F."""
    hand.key(Key.Key_F, CTRL)
    return pane.findChild(QLineEdit, "findEdit")


def count(pane) -> str:
    return pane.findChild(QLabel, "findCount").text()


def test_typing_finds_and_counts(pane, edit):
    assert edit.hasFocus()
    edit.insert("37个社区")  # QTest types ASCII only
    assert count(pane) == "1 of 2"
    assert pane.view.layers.current == place("37个社区")
    assert len(pane.view.layers.found) == 2


def test_enter_and_shift_enter_go_round(pane, edit):
    edit.setText("37个")
    QTest.keyClick(edit, Key.Key_Return)
    assert count(pane) == "2 of 2"
    QTest.keyClick(edit, Key.Key_Return)
    assert count(pane) == "1 of 2"
    QTest.keyClick(edit, Key.Key_Return, SHIFT)
    assert pane.view.layers.current == place("37个", 1)


def test_a_far_finding_is_shown(pane, edit):
    edit.setText("第25条")
    visible = pane.view.visible_span()
    assert visible.start < place("第25条").start < visible.end


def test_finding_begins_where_one_reads(pane, hand):
    pane.view.goto(place("第10条").start, headroom=0)
    hand.key(Key.Key_F, CTRL)
    pane.find_bar.edit.setText("条。加强")
    assert pane.view.layers.current.start >= place("第10条").start


def test_a_selection_is_what_is_sought(pane, hand):
    pane.view.select(place("区域化联建"))
    hand.key(Key.Key_F, CTRL)
    assert pane.find_bar.edit.text() == "区域化联建"
    assert count(pane) == "1 of 29"


def test_an_unfinished_input_method_finds_nothing_yet(pane, edit):
    QApplication.sendEvent(edit, QInputMethodEvent("wangge", []))
    assert len(pane.view.layers.found) == 0
    event = QInputMethodEvent()
    event.setCommitString("网格")
    QApplication.sendEvent(edit, event)
    assert len(pane.view.layers.found) == TEXT.count("网格")


def test_case_on_request(pane, edit):
    pane.show_article(article(), content(), [], None)
    edit.setText("x")
    assert count(pane) == "Not found"
    case = pane.findChild(QToolButton, "findCase")
    QTest.mouseClick(case, Qt.MouseButton.LeftButton)
    assert case.isChecked()


def test_escape_closes_and_gives_the_keys_back(pane, edit):
    edit.setText("社区")
    QTest.keyClick(edit, Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert len(pane.view.layers.found) == 0
    assert pane.view.hasFocus()


def test_f3_steps_and_opens(pane, hand):
    hand.key(Key.Key_F3)
    assert pane.find_bar.isVisible()
    pane.find_bar.edit.setText("37个")
    pane.focus_text()
    hand.key(Key.Key_F3)
    assert count(pane) == "2 of 2"
    hand.key(Key.Key_F3, SHIFT)
    assert count(pane) == "1 of 2"


def test_another_article_is_searched_with_the_same_words(pane, edit):
    edit.setText("37个")
    blocks = content().blocks[1:2]
    pane.show_article(article(), content(blocks), [], None)
    assert count(pane) == "Not found"
