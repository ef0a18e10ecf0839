"""What stands where there is nothing."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reader.ui.empty_state import EmptyState


@pytest.fixture
def state(qtbot, icons):
    state = EmptyState(icons, "empty")
    qtbot.addWidget(state)
    state.show_state("search", "Nothing found for “<b>网格</b>”", "Search all fields, or try fewer words. " * 3)
    state.resize(360, 420)
    state.show()
    qtbot.waitExposed(state)
    return state


def test_only_the_steps_that_have_a_name_are_offered(qtbot, state):
    assert not state.primary.isVisible() and not state.secondary.isVisible()
    state.set_buttons("Search all fields", "")
    assert state.primary.isVisible() and not state.secondary.isVisible()
    with qtbot.waitSignal(state.primary.clicked):
        QTest.mouseClick(state.primary, Qt.MouseButton.LeftButton)


def test_what_was_searched_for_is_never_read_as_markup(state):
    assert state.words()[0] == "Nothing found for “<b>网格</b>”"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in state.findChildren(QLabel))


@pytest.mark.parametrize("width", [220, 360])
def test_no_sentence_is_clipped_in_a_narrow_pane(qtbot, state, width):
    state.set_buttons("Search all fields", "Clear")
    state.resize(width, 420)
    QTest.qWait(1)
    for each in state.findChildren(QLabel):
        flags = Qt.TextFlag.TextWordWrap.value if each.wordWrap() else 0
        needed = each.fontMetrics().boundingRect(QRect(0, 0, each.width(), 1000), flags, each.text())
        assert needed.width() <= each.width() and needed.height() <= each.height(), each.text()
