"""Some of many names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui.dialogs.choice_menu import ChoiceMenu


@pytest.fixture
def menu(qtbot, themes):
    menu = ChoiceMenu("tags", ["机制", "A & B", "网格"])
    menu.name("标签", "全部标签")
    qtbot.addWidget(menu)
    menu.resize(240, 32)
    menu.show()
    return menu


def shown(menu):
    return menu.text().strip().replace("&&", "&")


def click(menu, number):
    """Entry `number` of the open menu; 0 is all of them."""
    actions = [action for action in menu.menu().actions() if not action.isSeparator()]
    place = menu.menu().actionGeometry(actions[number]).center()
    QTest.mouseClick(menu.menu(), Qt.MouseButton.LeftButton, pos=place)


def test_none_is_all(menu):
    assert menu.chosen() == () and shown(menu) == "全部标签"
    assert menu.accessibleName() == "标签"


def test_several_are_checked_while_the_menu_stays(qtbot, menu):
    menu.menu().popup(menu.mapToGlobal(menu.rect().bottomLeft()))
    with qtbot.waitSignal(menu.changed):
        click(menu, 1)
    click(menu, 2)
    assert menu.menu().isVisible()
    assert menu.chosen() == ("机制", "A & B") and shown(menu) == "机制, A & B"
    with qtbot.waitSignal(menu.changed):
        click(menu, 0)
    assert menu.chosen() == () and shown(menu) == "全部标签"
    menu.menu().close()


def test_the_keyboard_checks_too(qtbot, menu):
    menu.menu().popup(menu.mapToGlobal(menu.rect().bottomLeft()))
    for _ in range(2):
        qtbot.keyClick(menu.menu(), Qt.Key.Key_Down)
    qtbot.keyClick(menu.menu(), Qt.Key.Key_Space)
    assert menu.chosen() == ("机制",) and menu.menu().isVisible()
    qtbot.keyClick(menu.menu(), Qt.Key.Key_Escape)
    assert not menu.menu().isVisible()
