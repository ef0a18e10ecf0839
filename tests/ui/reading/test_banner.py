"""The strip that says what is amiss."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.ui.reading.banner import Banner


def test_it_is_out_of_the_way_until_there_is_something_to_say(qtbot, icons):
    banner = Banner(icons)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_message("<b>Only</b> to be read", "lock")
    assert banner.isVisible() and banner.accessibleName() == "<b>Only</b> to be read"
    assert banner.findChild(QLabel, "bannerText").textFormat() == Qt.TextFormat.PlainText
    assert banner.findChild(QPushButton, "bannerAction").isHidden()


def test_its_action_is_done(qtbot, icons):
    done = []
    banner = Banner(icons)
    qtbot.addWidget(banner)
    banner.show_message("No network", action="Try again", do=lambda: done.append(1))
    QTest.mouseClick(banner.findChild(QPushButton, "bannerAction"), Qt.MouseButton.LeftButton)
    assert done == [1]
