"""The keys of the reader: they are bare keys, so they live in the view's keyPressEvent and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.model.annotation import Kind

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_K = Qt.Key

Call = tuple[str, tuple[object, ...]]
"""Name of a method of ReaderView and its arguments."""

KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Call] = MappingProxyType(
    {
        **{(_K(_K.Key_1.value + order), _NONE): ("mark", (kind.value,)) for order, kind in enumerate(Kind)},
        (_K.Key_H, _NONE): ("mark", ("",)),
        (_K.Key_N, _NONE): ("announce", ("note_requested",)),
        (_K.Key_T, _NONE): ("announce", ("tag_requested",)),
        (_K.Key_J, _NONE): ("step_paragraph", (1,)),
        (_K.Key_K, _NONE): ("step_paragraph", (-1,)),
        (_K.Key_BracketLeft, _NONE): ("command", ("previous_annotation",)),
        (_K.Key_BracketRight, _NONE): ("command", ("next_annotation",)),
        (_K.Key_Return, _NONE): ("enter", ()),
        (_K.Key_Enter, _NONE): ("enter", ()),
        (_K.Key_Delete, _NONE): ("announce", ("delete_annotation_requested",)),
        (_K.Key_S, _NONE): ("command", ("star",)),
        (_K.Key_E, _NONE): ("command", ("mark_done",)),
        (_K.Key_O, _NONE): ("command", ("open_original",)),
        (_K.Key_F, _CTRL): ("announce", ("find_requested",)),
        (_K.Key_F3, _NONE): ("find_step", (1,)),
        (_K.Key_F3, _SHIFT): ("find_step", (-1,)),
        (_K.Key_C, _CTRL | _SHIFT): ("command", ("copy_with_source",)),
        (_K.Key_F7, _NONE): ("toggle_caret", ()),
    }
)
"""Digits mark in the order of the kinds; "" is the kind used last."""

SCROLLS: Mapping[Qt.Key, str] = MappingProxyType(
    {
        _K.Key_Up: "SliderSingleStepSub",
        _K.Key_Down: "SliderSingleStepAdd",
        _K.Key_PageUp: "SliderPageStepSub",
        _K.Key_PageDown: "SliderPageStepAdd",
        _K.Key_Space: "SliderPageStepAdd",
        _K.Key_Home: "SliderToMinimum",
        _K.Key_End: "SliderToMaximum",
    }
)
"""Keys that scroll while no caret is shown: actions of QAbstractSlider."""


def call_of(event: QKeyEvent) -> Call | None:
    """What the view shall do for a key; the numeric keypad counts like the row of digits."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get((Qt.Key(event.key()), modifiers))
