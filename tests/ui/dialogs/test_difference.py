"""The text with its changes: never markup, tinted, struck through, and scrolled to where it changes."""

import pytest
from PySide6.QtGui import QColor

from reader.model.changes import ChangeKind
from reader.ui.dialogs.difference import DifferenceView
from reader.ui.theme import DARK, LIGHT

PIECES = ((ChangeKind.KEPT, "第一段。\n第二段。"), (ChangeKind.DELETED, "旧段。"), (ChangeKind.INSERTED, "<b>新段</b>"))


@pytest.fixture
def view(icons, qtbot):
    made = DifferenceView(icons)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def format_of(view, number):
    return view.document().findBlockByNumber(number).begin().fragment().charFormat()


def test_every_paragraph_is_shown_as_it_is(view):
    view.show_pieces(PIECES)
    assert view.toPlainText() == "第一段。\n第二段。\n旧段。\n<b>新段</b>"
    assert view.counts() == (9, 3)


def test_new_is_tinted_and_old_is_struck_through_in_every_theme(view, themes):
    view.show_pieces(PIECES)
    for theme in (LIGHT, DARK):
        themes.set_theme(theme.name)
        assert format_of(view, 3).background().color() == QColor(theme.borrow.fill)
        assert format_of(view, 2).fontStrikeOut() and not format_of(view, 3).fontStrikeOut()
        assert not format_of(view, 0).fontStrikeOut()


def test_it_opens_where_the_text_changes(view, qtbot):
    view.show_pieces(((ChangeKind.KEPT, "\n".join(["同段。"] * 200)), (ChangeKind.INSERTED, "新段。")))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > view.verticalScrollBar().maximum() * 0.9)
    view.show_pieces(((ChangeKind.KEPT, "\n".join(["同段。"] * 200)),))
    assert view.verticalScrollBar().value() == 0


def test_it_cannot_be_written_in(view, qtbot):
    view.show_pieces(PIECES)
    qtbot.keyClicks(view, "abc")
    assert "abc" not in view.toPlainText()
