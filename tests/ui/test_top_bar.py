"""The bar at the top."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenuBar

from reader.ui.parts import ElidedLabel
from reader.ui.top_bar import TopBar


@pytest.fixture
def bar(qtbot, icons):
    bar = TopBar(icons)
    menus = QMenuBar()
    for name in ("&File", "&Edit", "&Read", "&Annotate", "&View", "&Help"):
        menus.addMenu(name)
    bar.set_menu_bar(menus)
    qtbot.addWidget(bar)
    bar.resize(1440, 48)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def press(bar, name):
    QTest.mouseClick(bar.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("globalSearchButton", "search_requested"),
        ("addButton", "add_requested"),
        ("tasksButton", "tasks_requested"),
    ],
)
def test_buttons_ask(qtbot, bar, name, signal):
    with qtbot.waitSignal(getattr(bar, signal)):
        press(bar, name)


def test_the_panel_button_shows_and_toggles(qtbot, bar):
    with qtbot.assertNotEmitted(bar.panel_toggled):
        bar.set_panel_shown(True)
    with qtbot.waitSignal(bar.panel_toggled) as toggled:
        press(bar, "panelToggle")
    assert toggled.args == [False]


def test_an_appearance_is_chosen_from_the_menu(qtbot, bar):
    bar.set_theme("auto")
    press(bar, "themeButton")
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Follow the system"]
    with qtbot.waitSignal(bar.theme_chosen) as chosen:
        menu.actions()[3].trigger()
    assert chosen.args == ["dark"]
    menu.close()


def test_the_icon_of_the_appearance_follows_the_theme(bar, themes, icons):
    button = bar.findChild(QAbstractButton, "themeButton")
    for theme, icon in (("dark", "moon"), ("sepia", "book-open"), ("light", "sun")):
        themes.set_theme(theme)
        assert button.icon().pixmap(17).toImage() == icons.icon(icon, size=17).pixmap(17).toImage()


def test_every_button_has_a_name_and_tells_its_key(bar):
    keys = {"addButton": "Ctrl+N", "tasksButton": "Ctrl+J", "panelToggle": "F9"}
    for button in bar.findChildren(QAbstractButton):
        if button.objectName().startswith("qt_"):
            continue
        assert button.accessibleName(), button.objectName()
        assert keys.get(button.objectName(), "") in button.toolTip()


@pytest.mark.parametrize("width", [960, 1366, 1600])
def test_everything_has_room(qtbot, bar, width):
    bar.resize(width, 48)
    qtbot.wait(20)
    assert bar.width() == width
    right = 0
    for name in ("globalSearchButton", "addButton", "tasksButton", "themeButton", "panelToggle"):
        button = bar.findChild(QAbstractButton, name)
        assert button.x() >= right
        assert button.width() >= min(button.sizeHint().width(), 150)
        right = button.x() + button.width()
    assert right <= width
    text = bar.findChild(ElidedLabel, "searchPlaceholder")
    assert text.geometry().right() < bar.findChild(QAbstractButton, "globalSearchButton").width() - 50
