"""The keys of the window: none that a Chinese input method needs, none twice, none that eats what a user types."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from reader.ui.actions import ACTIONS, MENUS, Actions, plain

# Fcitx, IBus, Rime, Sogou and the like take these before or after the program sees them.
INPUT_METHOD_KEYS = frozenset(
    ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+;", "Ctrl+`", "F4", "Ctrl+Shift+F", "Ctrl+Shift+U"]
    + [f"Ctrl+{digit}" for digit in range(1, 10)]
    + [f"Ctrl+Shift+{letter}" for letter in "BEKMPSZ"]
)


def is_taken(keys: QKeySequence) -> bool:
    """Whether an input method needs these keys, or AltGr types with them."""
    held = keys[0].keyboardModifiers()
    alone = keys[0].key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return portable in INPUT_METHOD_KEYS or alone or held & both == both


@pytest.mark.parametrize("keys", ["Ctrl+Space", "F4", "Ctrl+5", "Ctrl+Shift+Z", "Ctrl+Alt+P", "Ctrl+Alt+N"])
def test_the_keys_of_input_methods_are_known(keys):
    assert is_taken(QKeySequence(keys))
    assert not is_taken(QKeySequence("Ctrl+Y"))


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_an_action_leaves_the_keys_of_input_methods_alone(row):
    sequences = [QKeySequence(keys) for keys in row.keys]
    assert not [keys.toString() for keys in sequences if keys.isEmpty() or keys.count() != 1 or is_taken(keys)]


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_a_key_of_the_window_types_nothing(row):
    """Bare letters and digits are taken by the reader and the lists themselves, so that a field can have them."""
    for keys in map(QKeySequence, row.keys):
        bare = not keys[0].keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
        assert not bare or Qt.Key.Key_F1 <= keys[0].key() <= Qt.Key.Key_F35, keys.toString()


def test_no_key_does_two_things():
    keys = Counter(QKeySequence(keys).toString() for row in ACTIONS for keys in row.keys)
    assert not [name for name, times in keys.items() if times > 1]


def test_every_action_is_in_one_menu():
    def names(entries):
        for entry in entries:
            yield from names(entry[1]) if isinstance(entry, tuple) else filter(None, [entry])

    shown = Counter(name for _, entries in MENUS for name in names(entries))
    assert shown == Counter(row.id for row in ACTIONS)


def test_nothing_else_in_the_window_binds_them(make_window):
    window = make_window()
    bound = [keys for action in window.findChildren(QAction) for keys in action.shortcuts()]
    bound += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    bound = [keys for keys in bound if not keys.isEmpty()]
    assert len(bound) > 20
    assert not [keys.toString() for keys in bound if is_taken(keys)]


def test_a_name_without_its_mnemonic(monkeypatch):
    monkeypatch.setattr("reader.ui.actions._tr", {"&Trash…": "回收站(&T)…", "Tas&ks": "Tas&ks"}.get)
    assert plain("&Trash…") == "回收站"
    assert plain("Tas&ks") == "Tasks"


def test_the_list_of_shortcuts_names_single_keys_too(qtbot):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    groups = dict(Actions(window).keys())
    assert ("Mark as Read", "E") in groups["Read"]
    assert ("Export Meeting Paper", "Ctrl+E") in groups["File"]
