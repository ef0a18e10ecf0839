"""The bare keys of the reader."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from reader.model.annotation import Kind
from reader.ui.actions import ACTIONS
from reader.ui.reading.keys import KEYS, call_of
from reader.ui.reading.view import ReaderView

_MODIFIER = Qt.KeyboardModifier
NONE, KEYPAD, CONTROL = _MODIFIER.NoModifier, _MODIFIER.KeypadModifier, _MODIFIER.ControlModifier


@pytest.mark.parametrize("modifiers", [NONE, KEYPAD])
def test_digits_mark_in_the_order_of_the_kinds_on_both_rows(modifiers):
    for order, kind in enumerate(Kind):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1.value + order, modifiers)
        assert call_of(event) == ("mark", (kind.value,))


def test_a_digit_with_control_is_left_to_the_input_method():
    assert call_of(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_5, CONTROL)) is None


def test_every_key_leads_to_something_there_is():
    actions = {row.id for row in ACTIONS}
    for method, arguments in KEYS.values():
        assert callable(getattr(ReaderView, method))
        if method == "command":
            assert arguments[0] in actions
