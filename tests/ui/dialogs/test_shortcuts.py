"""The list of shortcuts."""

import pytest
from PySide6.QtWidgets import QLineEdit

from reader.ui.dialogs.shortcuts import ShortcutsDialog

GROUPS = [
    ("Everywhere", [("Search library", "Ctrl+K"), ("Add links", "Ctrl+N")]),
    ("Cards", [("Edit the note", "N")]),
]


@pytest.fixture
def dialog(qtbot, themes):
    dialog = ShortcutsDialog(GROUPS)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_all_are_shown_at_first(dialog):
    assert dialog.shown() == [row for _, rows in GROUPS for row in rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ctrl+k", ["Search library"]), ("NOTE", ["Edit the note"]), ("add ctrl", ["Add links"]), ("zzz", [])],
)
def test_typing_finds_commands_and_keys(qtbot, dialog, typed, found):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "shortcutsFilter"), typed)
    assert [text for text, _ in dialog.shown()] == found
