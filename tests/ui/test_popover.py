"""What opens beside a button closes by itself, and only then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.popover import Popover


@pytest.fixture
def window(qtbot, themes):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.button = QPushButton("open", window)
    window.button.setGeometry(10, 10, 80, 30)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def popover(window):
    """An open popover with a field in it."""
    popover = Popover("somePopover", window)
    popover.field, popover.words = QLineEdit(popover), QLabel("Size", popover)
    popover.words.move(0, 60)
    popover.setGeometry(100, 60, 200, 120)
    window.button.clicked.connect(lambda: popover.toggle_at(window.button))
    press(window.button)
    assert popover.isVisible()
    return popover


def press(widget, pos=None):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=pos or widget.rect().center())


@pytest.mark.parametrize("how", ["escape", "elsewhere", "its button"])
def test_it_closes(qtbot, window, popover, how):
    with qtbot.waitSignal(popover.closed):
        if how == "escape":
            QTest.keyClick(popover.field, Qt.Key.Key_Escape)
        elif how == "elsewhere":
            press(window, window.rect().bottomLeft())
        else:
            press(window.button)
    assert not popover.isVisible()


def test_it_opens_again(window, popover):
    for is_open in (False, True):
        press(window.button)
        assert popover.isVisible() is is_open


def test_it_stays_while_it_is_used_and_while_another_window_is(qtbot, popover):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    for widget in (popover.field, popover.words, popover, other):
        press(widget)
        assert popover.isVisible(), widget


def test_it_gets_the_keyboard(window, popover):
    assert window.focusWidget() is popover


def test_it_is_raised_from_what_is_below(themes, popover):
    assert popover.grab().toImage().pixelColor(100, 60) == QColor(themes.theme.raised)
