"""Rows of which one is chosen: silent when the program chooses, told when the reader does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui.dialogs.choice_tree import ChoiceTree

ROWS = [("a", "a甲", "1", "<i>甲</i>"), ("b", "乙", "2", ""), ("c", "丙", "3", "")]


def test_only_the_reader_is_told_of(qtbot):
    tree = ChoiceTree("choices")
    qtbot.addWidget(tree)
    tree.resize(300, 200)
    tree.show()
    told = []
    tree.currentItemChanged.connect(lambda *_items: told.append(tree.values()[tree.row()]))
    tree.set_rows(ROWS, stretched=0)
    tree.choose(1)
    assert told == [] and tree.row() == 1
    assert [index.column() for index in tree.selectedIndexes()] == [0, 1]
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClicks(tree, "ab")
    assert told == ["c"]
    assert "&lt;i&gt;" in tree.topLevelItem(0).toolTip(0)


def test_other_rows_take_the_place_of_the_first(qtbot):
    tree = ChoiceTree("choices")
    qtbot.addWidget(tree)
    tree.set_rows(ROWS, stretched=1)
    tree.set_rows(ROWS[:1], stretched=1)
    assert tree.values() == ["a"] and tree.row() == -1
