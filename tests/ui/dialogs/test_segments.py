"""A row of chips of which one is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.ui.dialogs.segments import Segments


@pytest.fixture
def segments(qtbot, themes):
    segments = Segments("look", ("light", "dark"))
    segments.name_all(("Light", "Dark"))
    qtbot.addWidget(segments)
    segments.set_value("light")
    segments.show()
    return segments


def test_a_click_chooses(qtbot, segments):
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.mouseClick(segments.findChild(QPushButton, "look_dark"), Qt.MouseButton.LeftButton)
    assert told.args == ["dark"]
    assert segments.value() == "dark"


def test_arrow_keys_choose(qtbot, segments):
    light = segments.findChild(QPushButton, "look_light")
    light.setFocus()
    qtbot.keyClick(light, Qt.Key.Key_Right)
    assert segments.value() == "dark"


def test_an_unknown_value_is_the_first(segments):
    segments.set_value("dark")
    segments.set_value("neon")
    assert segments.value() == "light"
