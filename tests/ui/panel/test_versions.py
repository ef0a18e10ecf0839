"""The list of versions in the tab 信息."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model.article import Version
from reader.ui.panel.versions import SHOWN, VersionsSection


def versions(count):
    return [Version("a", each, f"2026-11-{each:02d}T08:00:00Z", "", 1000 + each) for each in range(1, count + 1)]


@pytest.fixture
def section(qtbot):
    made = VersionsSection()
    qtbot.addWidget(made)
    return made


def test_one_version_is_nothing_to_list(section):
    section.set_versions(versions(1))
    assert section.isHidden()
    section.set_versions(())
    assert section.isHidden()


def test_versions_come_newest_first_with_what_changed(section, qtbot):
    section.set_versions(versions(3))
    section.show()
    texts = [each.text() for each in section.findChildren(QLabel) if "characters" in each.text()]
    assert [text.split(" ")[0] for text in texts] == ["3", "2", "1"] and "1003 characters" in texts[0]
    with qtbot.waitSignal(section.changes_requested) as asked:
        QTest.mouseClick(section.findChild(QPushButton, "version_2"), Qt.MouseButton.LeftButton)
    assert asked.args == [1, 2]
    with qtbot.waitSignal(section.version_requested) as asked:
        QTest.mouseClick(section.findChild(QPushButton, "version_1"), Qt.MouseButton.LeftButton)
    assert asked.args == [1]


def test_of_many_versions_the_newest_are_listed(section):
    section.set_versions(versions(20))
    numbers = {each.objectName() for each in section._rows.findChildren(QPushButton)}
    assert numbers == {f"version_{number}" for number in range(21 - SHOWN, 21)}
