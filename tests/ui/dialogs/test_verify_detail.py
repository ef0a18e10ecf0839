"""A quotation beside the words of its source."""

import pytest
from PySide6.QtWidgets import QLabel, QTextEdit

from reader.messages import Messages
from reader.model.verification import Checked, Difference, DifferenceKind, Verdict
from reader.ui.dialogs.verify_detail import VerifyDetail

DIFFERS = Checked(
    "划分<b>484</b>个", 0, 14, Verdict.DIFFERS, article="a" * 32, title="青禾区经验", version=1, newest=1,
    passage="2-1", found="划分<b>448</b>个", differences=(Difference(5, 8, "448", DifferenceKind.WORDS, 5),),
)  # fmt: skip


@pytest.fixture
def detail(qtbot, icons):
    made = VerifyDetail(icons, Messages("zh_CN"))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(detail):
    return [detail.findChild(QTextEdit, name) for name in ("verifyDocument", "verifySource")]


def looks(view, start, end):
    """The formats of single characters, as far as a person sees them."""
    cursor, found = view.textCursor(), []
    for position in range(start, end):
        cursor.setPosition(position + 1)
        found.append(cursor.charFormat().background().color().name())
    return set(found)


def test_what_differs_is_marked_on_both_sides_and_markup_is_text(detail):
    detail.show_checked(DIFFERS)
    ours, theirs = shown(detail)
    assert ours.toPlainText() == "划分<b>484</b>个" and theirs.toPlainText() == "划分<b>448</b>个"
    for view in (ours, theirs):
        assert looks(view, 5, 8).isdisjoint(looks(view, 0, 5)) and looks(view, 0, 5) == looks(view, 8, 13)


def test_nothing_chosen_shows_nothing_and_nothing_found_says_so(detail):
    place = detail.findChild(QLabel, "verifyPlace")
    detail.show_checked(Checked("哪里都没有", 0, 5, Verdict.NOT_FOUND))
    assert place.text() and not shown(detail)[1].toPlainText()
    detail.show_checked(None)
    assert not place.text() and not any(view.toPlainText() for view in shown(detail))
