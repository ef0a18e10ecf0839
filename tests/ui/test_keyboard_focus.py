"""The focus ring is drawn for the keyboard and not for the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.ui.keyboard_focus import KeyboardFocus


@pytest.fixture
def two_buttons(qapp, qtbot):
    """A window with two buttons, watched."""
    ring, window = KeyboardFocus(qapp), QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    buttons = [QPushButton("a"), QPushButton("b")]
    for button in buttons:
        row.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: qapp.focusWindow() is window.windowHandle())
    buttons[0].setFocus()
    yield window, *buttons
    ring.deleteLater()


def test_the_focus_ring_is_for_the_keyboard(two_buttons):
    window, first, second = two_buttons
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.property("kbd") == "true"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
    assert (first.property("kbd"), second.property("kbd")) == ("true", None)


def test_a_click_draws_no_ring(two_buttons):
    window, first, second = two_buttons
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first.geometry().center()
    )
    assert first.hasFocus()
    assert not first.property("kbd")
    assert not second.property("kbd")
