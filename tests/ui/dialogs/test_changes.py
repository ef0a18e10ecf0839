"""What changed, in one column."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton

from reader.anchoring import compare
from reader.messages import Messages
from reader.model.article import Version
from reader.model.changes import Comparison
from reader.ui.dialogs.changes import ChangesDialog

LEFT = Qt.MouseButton.LeftButton
SAME = [f"第{number}件实事是给{number + 3}个小区装上了路灯，夜里走路更安心。" for number in range(9)]
OLD = "\n".join(["开头一段，说的是128个网格。", *SAME, "这一段后来删去了。", "结尾不变。"])
NEW = "\n".join(["开头一段，说的是132个网格。", *SAME, "结尾不变。", "<b>新增</b>的一段 & 附记。"])


def version(number: int, text: str) -> Version:
    return Version("a", number, f"2026-11-0{number}T08:00:00Z", "", len(text))


@pytest.fixture
def dialog(qtbot, icons):
    """The dialog over three versions, with the comparison of the last two."""
    versions = [version(1, "一"), version(2, OLD), version(3, NEW)]
    made = ChangesDialog(icons, Messages("en"), "青禾区的网格 <i>", versions)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    qtbot.waitExposed(made)
    made.set_comparison(Comparison(versions[1], versions[2], OLD, NEW, compare(OLD, NEW)))
    return made


def formats(dialog, words):
    """(struck through, underlined) of the first place of words in the column."""
    cursor = dialog.view.document().find(words)
    assert not cursor.isNull(), words
    shown = cursor.charFormat()
    return shown.fontStrikeOut(), shown.fontUnderline()


def test_deletions_are_struck_through_and_insertions_underlined(dialog):
    assert formats(dialog, "128") == (True, False) and formats(dialog, "132") == (False, True)
    assert formats(dialog, "这一段后来删去了") == (True, False)
    assert formats(dialog, "的一段 & 附记") == (False, True)
    assert formats(dialog, "结尾不变") == (False, False)


def test_what_comes_from_a_page_is_never_markup(dialog):
    assert "<b>新增</b>的一段 & 附记。" in dialog.view.toPlainText()


def test_long_unchanged_stretches_are_folded_until_clicked(dialog):
    shown = dialog.view.toPlainText()
    assert "… 7 paragraphs unchanged …" in shown and SAME[0] in shown and SAME[8] in shown and SAME[4] not in shown
    cursor = dialog.view.document().find("7 paragraphs")
    QTest.mouseClick(dialog.view.viewport(), LEFT, pos=dialog.view.cursorRect(cursor).center())
    shown = dialog.view.toPlainText()
    assert all(each in shown for each in SAME) and "unchanged" not in shown


def test_counts_and_steps_by_button_and_key(dialog):
    assert dialog.findChild(QLabel, "changesCounts").text() == "Paragraphs: 1 inserted, 1 deleted, 1 reworded"
    place = dialog.findChild(QLabel, "changesPlace")
    assert place.text() == "1 / 3"
    QTest.mouseClick(dialog.findChild(QToolButton, "changesNext"), LEFT)
    assert place.text() == "2 / 3"
    for key, modifier, expected in (
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "3 / 3"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "1 / 3"),
        (Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "3 / 3"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, "2 / 3"),
    ):
        QTest.keyClick(dialog.view, key, modifier)
        assert place.text() == expected


def test_a_version_can_be_read_whole(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, "changesWhat_old"), LEFT)
    assert dialog.view.toPlainText() == OLD
    assert "Version 2" in dialog.findChild(QLabel, "changesCounts").text()
    assert formats(dialog, "128") == (False, False)
    QTest.mouseClick(dialog.findChild(QPushButton, "changesWhat_new"), LEFT)
    assert dialog.view.toPlainText() == NEW
    QTest.mouseClick(dialog.findChild(QPushButton, "changesWhat_changes"), LEFT)
    assert "unchanged" in dialog.view.toPlainText()


def test_other_versions_are_asked_for(dialog, qtbot):
    old = dialog.findChild(QComboBox, "changesOld")
    assert old.currentData() == 2
    old.setFocus()
    with qtbot.waitSignal(dialog.comparison_requested) as asked:
        QTest.keyClick(old, Qt.Key.Key_Up)
    assert asked.args == [1, 3]


def test_equal_versions_say_so(dialog):
    first, second = version(2, OLD), version(3, OLD)
    dialog.set_comparison(Comparison(first, second, OLD, OLD, compare(OLD, OLD)))
    assert "same text" in dialog.findChild(QLabel, "changesCounts").text()
    assert not dialog.findChild(QToolButton, "changesNext").isEnabled()


def test_a_change_of_theme_keeps_marks_and_place(dialog, themes):
    dialog.view.step(1)
    themes.set_theme("dark")
    assert formats(dialog, "128") == (True, False)
    assert dialog.findChild(QLabel, "changesPlace").text() == "2 / 3"
    themes.set_theme("light")
