"""Marking with the mouse and fetching again by the menu, for tests of versions and lost marks."""

from PySide6.QtTest import QTest
from tests.ui.test_journey import drag

from reader.model.annotation import Kind
from reader.model.blocks import Span


def fetch_again(window, qtbot):
    """Choose the entry of the menu and wait until it is told what came of it."""
    window.toast.dismiss()
    window.actions_by_id["refetch"].trigger()
    qtbot.waitUntil(lambda: window.toast.isVisible(), timeout=30000)
    return window.toast.text()


def mark(window, text, words, which=0, kind=Kind.KEY):
    """Mark the `which`-th place of words with the mouse and a key; the id of the mark."""
    at = -1
    for _ in range(which + 1):
        at = text.index(words, at + 1)
    drag(window, Span(at, at + len(words)))
    QTest.keyClick(window.pane.view, str(list(Kind).index(kind) + 1))
    return window.panel.annotations.active()
