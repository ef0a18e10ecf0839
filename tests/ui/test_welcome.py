"""The page of an empty library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from reader.ui.welcome import WelcomePage


@pytest.fixture
def page(qtbot, icons):
    page = WelcomePage(icons)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def press(page, name):
    QTest.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_typed_link_is_added_by_enter(qtbot, page):
    field = page.findChild(QLineEdit, "welcomeUrl")
    QTest.keyClicks(field, "www.example.gov.cn/1")
    with qtbot.waitSignal(page.links_entered) as entered:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == [["http://www.example.gov.cn/1"]]
    assert field.text() == ""


def test_what_is_no_link_gets_a_hint_that_goes_with_the_next_key(qtbot, page):
    field = page.findChild(QLineEdit, "welcomeUrl")
    QTest.keyClicks(field, "hello")
    with qtbot.assertNotEmitted(page.links_entered):
        press(page, "welcomeAdd")
    hints = [each for each in page.findChildren(QLabel) if each.property("role") == "danger" and each.isVisible()]
    assert "not a web address" in hints[0].text()
    QTest.keyClicks(field, "x")
    assert not hints[0].isVisible()


def test_an_empty_field_only_gets_the_cursor(qtbot, page):
    with qtbot.assertNotEmitted(page.links_entered):
        press(page, "welcomeAdd")
    assert page.findChild(QLineEdit, "welcomeUrl").hasFocus()


def test_files_and_sample_are_asked_for(qtbot, page):
    with qtbot.waitSignal(page.files_requested):
        press(page, "welcomeFiles")
    with qtbot.waitSignal(page.sample_requested):
        press(page, "welcomeSample")


@pytest.mark.parametrize("width", [560, 760, 1200])
def test_no_sentence_is_clipped(qtbot, page, width):
    page.resize(width, 700)
    qtbot.wait(30)
    for each in page.findChildren(QLabel):
        if each.isVisible() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width()), each.text()
