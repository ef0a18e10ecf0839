"""The bar over the tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from reader.model.contrast import Sheet
from reader.ui.dialogs.contrast_bar import TOOLS, ContrastBar


@pytest.fixture
def bar(qtbot, icons):
    made = ContrastBar(icons)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_tab_is_chosen(bar, qtbot):
    assert bar.sheet is Sheet.FIGURES
    with qtbot.waitSignal(bar.sheet_chosen) as told:
        QTest.mouseClick(bar.findChild(QPushButton, "contrastTab_practices"), Qt.MouseButton.LeftButton)
    assert told.args == [Sheet.PRACTICES] and bar.sheet is Sheet.PRACTICES


@pytest.mark.parametrize("name", TOOLS)
def test_every_tool_has_a_name_and_tells_that_it_was_chosen(bar, qtbot, name):
    tool = bar.findChild(QToolButton, f"contrast_{name}")
    assert tool.accessibleName() and tool.toolTip()
    with qtbot.waitSignal(bar.tool_chosen) as told:
        QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert told.args == [name]


def test_the_menu_has_what_can_be_done_with_rows(bar, qtbot):
    bar.enable(dict.fromkeys(TOOLS, True) | {"merge": False})
    menu = QMenu(bar)
    bar.add_to(menu)
    entries = [action for action in menu.actions() if action.text()]
    assert [action.text() for action in entries if not action.isEnabled()] == ["Merge rows"]
    assert "Undo" not in [action.text() for action in entries]
    with qtbot.waitSignal(bar.tool_chosen) as told:
        entries[0].trigger()
    assert told.args == ["edit"]
