"""The trash."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.ui.dialogs.trash import TrashDialog

WHEN = "2026-11-20T08:00:00Z"


@pytest.fixture
def dialog(qtbot, icons, make_article):
    dialog = TrashDialog(Messages("zh_CN"), icons)
    qtbot.addWidget(dialog)
    articles = [dataclasses.replace(make_article(n, f"文章{n}<b>"), deleted=WHEN) for n in (1, 2)]
    mark = Annotation("m1", "x", 1, Kind.DATA, "全市划分网格448个", 0, 9, deleted=WHEN)
    dialog.set_items(articles, [mark], {"x": "报告"})
    dialog.show()
    return dialog


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def row(dialog, group, number):
    return dialog._tree.topLevelItem(group).child(number)


def test_articles_and_marks_are_listed_with_their_time(dialog):
    assert row(dialog, 0, 1).text(0) == "文章2<b>"
    assert "全市划分网格448个" in row(dialog, 1, 0).text(0)
    assert "报告" in row(dialog, 1, 0).text(0)
    assert row(dialog, 1, 0).text(0).startswith(Kind.DATA.seal)
    assert "2026" in row(dialog, 0, 0).text(1)
    assert "<b>" not in row(dialog, 0, 0).toolTip(0)


def test_what_is_chosen_is_restored(qtbot, dialog):
    assert not button(dialog, "trashRestore").isEnabled()
    row(dialog, 0, 0).setSelected(True)
    row(dialog, 1, 0).setSelected(True)
    with qtbot.waitSignal(dialog.restore_requested) as asked:
        qtbot.mouseClick(button(dialog, "trashRestore"), Qt.MouseButton.LeftButton)
    assert asked.args == [[f"{1:032x}"], ["m1"]]


def test_enter_restores(qtbot, dialog):
    dialog._tree.setFocus()
    dialog._tree.setCurrentItem(row(dialog, 0, 1))
    with qtbot.waitSignal(dialog.restore_requested) as asked:
        qtbot.keyClick(dialog._tree, Qt.Key.Key_Return)
    assert asked.args == [[f"{2:032x}"], []]


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_emptying_asks_first(qtbot, dialog, monkeypatch, is_confirmed):
    monkeypatch.setattr(dialog, "confirm_empty", lambda: is_confirmed)
    heard = []
    dialog.empty_requested.connect(lambda: heard.append(True))
    qtbot.mouseClick(button(dialog, "trashEmptyButton"), Qt.MouseButton.LeftButton)
    assert bool(heard) == is_confirmed


def test_the_question_proposes_to_keep(qtbot, dialog):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    seen = []

    def answer():
        box = QApplication.activeModalWidget()
        seen.append(box.text())
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(50, answer)
    assert dialog.confirm_empty() is False
    assert "3" in seen[0]


def test_an_empty_trash_says_so(dialog):
    dialog.set_items([], [])
    assert dialog._empty_state.isVisible()
    assert not button(dialog, "trashEmptyButton").isEnabled()
    assert not button(dialog, "trashRestore").isEnabled()
