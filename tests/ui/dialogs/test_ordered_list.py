"""Rows in an order of one's own."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.ui.dialogs.ordered_list import OrderedList


@pytest.fixture
def rows(qtbot, themes):
    rows = OrderedList("rows", 6)
    qtbot.addWidget(rows)
    for name in "abc":
        rows.add_row(name, name.upper())
    rows.fit()
    rows.resize(280, 120)
    rows.show()
    qtbot.waitExposed(rows)
    return rows


def test_alt_and_arrows_move_the_current_row(qtbot, rows):
    rows.setFocus()
    with qtbot.waitSignal(rows.changed):
        qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rows.names() == ("b", "a", "c")
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows.names() == ("b", "a", "c")


def test_the_ends_are_ends(qtbot, rows):
    with qtbot.assertNotEmitted(rows.changed):
        rows.move_current(-1)
    assert rows.names() == ("a", "b", "c")


def test_space_and_a_click_on_the_box_leave_a_row_out(qtbot, rows):
    rows.setFocus()
    with qtbot.waitSignal(rows.changed):
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.names() == ("b", "c")
    box = rows.visualItemRect(rows.item(1))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 12, box.center().y()))
    assert rows.names() == ("c",)


def test_rows_go_between_others_and_not_into_them(rows):
    assert rows.dragDropMode() == rows.DragDropMode.InternalMove
    assert rows.item(0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert not rows.item(0).flags() & Qt.ItemFlag.ItemIsDropEnabled


def test_a_row_that_is_dropped_elsewhere_is_told(qtbot, rows):
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent

    data: QMimeData = rows.model().mimeData([rows.model().index(0, 0)])
    below = rows.visualItemRect(rows.item(2)).bottomLeft() + QPoint(40, 4)
    event = QDropEvent(below, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(rows.changed):
        rows.dropEvent(event)


def test_letters_do_not_jump(qtbot, rows):
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_C)
    assert rows.currentRow() == 0
