"""The toast: time, hovering, focus, its action."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from reader.ui.toast import SHOWN, Toast


@pytest.fixture
def toast(qtbot, icons):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    toast = Toast(icons, window)
    window.show()
    qtbot.waitExposed(window)
    toast.shown = 120
    return toast


def test_it_is_meant_to_stay_six_seconds():
    assert SHOWN == 6000


def test_it_comes_and_goes(qtbot, toast):
    toast.show_message("Gone")
    assert toast.text() == "Gone"
    assert toast.parentWidget().rect().contains(toast.geometry())
    qtbot.waitUntil(lambda: not toast.isVisible())
    assert toast.text() == ""


def test_its_action_is_done_once(qtbot, toast):
    done = []
    toast.show_message("Gone", [("Undo", lambda: done.append("undo"))])
    button = toast.findChild(QPushButton, "toastAction")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not toast.isVisible()
    button.click()
    assert done == ["undo"]


def test_a_long_sentence_gets_the_time_to_be_read(qtbot, toast):
    toast.show_message("x" * 10)
    qtbot.wait(500)
    assert toast.isVisible()


def test_it_stays_under_the_mouse(qtbot, toast):
    toast.show_message("Gone", [("Undo", print)])
    point = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    qtbot.wait(300)
    assert toast.isVisible()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_stays_while_its_button_has_the_focus(qtbot, toast):
    toast.show_message("Gone", [("Undo", print)])
    button = toast.findChild(QPushButton, "toastAction")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    qtbot.wait(300)
    assert toast.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_a_new_word_replaces_the_old_and_its_action(qtbot, toast):
    done = []
    toast.show_message("One", [("Undo", lambda: done.append(1))])
    toast.show_message("Two", [("Undo", lambda: done.append(2))])
    toast.findChild(QPushButton, "toastAction").click()
    assert done == [2]


def test_a_long_sentence_wraps_and_is_not_cut(toast):
    toast.show_message("这个网页没有正文。" * 12)
    text = toast.findChild(QLabel, "toastText")
    assert toast.parentWidget().rect().contains(toast.geometry())
    assert text.height() >= text.heightForWidth(text.width())


def test_it_keeps_its_place_when_the_window_changes(qtbot, toast):
    toast.show_message("One")
    window = toast.parentWidget()
    window.resize(500, 400)
    assert abs(toast.geometry().center().x() - 250) <= 1
    assert toast.geometry().bottom() < 400


def test_markup_is_shown_as_it_is(toast):
    toast.show_message("<b>x</b>")
    assert toast.findChild(QLabel, "toastText").textFormat() == Qt.TextFormat.PlainText


def test_what_another_step_has_overtaken_is_not_offered_any_more(toast):
    def undo():
        """What the button would do."""

    toast.show_message("One", [("Undo", undo)])
    toast.withdraw(lambda: None)
    assert toast.isVisible()
    toast.withdraw(undo)
    assert not toast.isVisible()
