"""The text that is checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from reader.ui.dialogs.verify_input import VerifyInput


@pytest.fixture
def given(qtbot):
    made = VerifyInput()
    qtbot.addWidget(made)
    made.show_state(is_running=False)
    made.show()
    return made


def test_enter_is_a_line_and_with_control_the_end(given, qtbot):
    qtbot.keyClicks(given.text, "ab")
    qtbot.keyClick(given.text, Qt.Key.Key_Return)
    assert given.text.toPlainText() == "ab\n"
    with qtbot.waitSignal(given.text.ended):
        qtbot.keyClick(given.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given.text.toPlainText() == "ab\n"


def test_while_it_is_checked_it_cannot_be_changed_and_is_seen_to_be_checked(given):
    bar = given.findChild(QProgressBar, "verifyProgress")
    assert not bar.isVisible() and given.text.isEnabled()
    given.set_progress("核对", 2, 5)
    given.show_state(is_running=True)
    assert bar.isVisible() and (bar.value(), bar.maximum()) == (2, 5) and not given.text.isEnabled()


def test_a_problem_takes_room_only_where_there_is_one(given):
    assert not given.problem.isVisible()
    given.problem.setText("没有引文")
    given.show_state(is_running=False)
    assert given.problem.isVisible()
