"""A table whose first column stays: sizes, and a great many rows."""

import time

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from reader.ui.dialogs.contrast_table import FIRST, LINE, MOST_LINES, NARROWEST, ROW, StickyTable


class Texts(QStandardItemModel):
    """A model that gives the texts of a row at once."""

    def texts(self, row):
        return [self.item(row, column).text() for column in range(self.columnCount())]


def table_of(qtbot, rows, columns, text="12个"):
    model = Texts(rows, columns)
    for row in range(rows):
        for column in range(columns):
            model.setItem(row, column, QStandardItem(text))
    table = StickyTable("contrast_figures", 2)
    qtbot.addWidget(table)
    table.kept = model
    table.resize(900, 500)
    table.show()
    qtbot.waitExposed(table)
    table.setModel(model)
    return table, model


def test_reports_share_the_room_and_are_never_too_narrow(qtbot, themes):
    table, _ = table_of(qtbot, 3, 4)
    assert table.columnWidth(0) == FIRST == table._frozen.width()
    assert table.columnWidth(2) == table.columnWidth(3) > NARROWEST
    assert table.horizontalScrollBar().maximum() == 0
    table, _ = table_of(qtbot, 3, 10)
    assert table.columnWidth(9) == NARROWEST


def test_a_row_is_as_high_as_its_longest_text_needs(qtbot, themes):
    table, model = table_of(qtbot, 3, 4)
    model.item(1, 3).setText("把服务送到家门口" * 6)
    model.item(2, 3).setText("把服务送到家门口" * 90)
    table.fit()
    assert table.rowHeight(0) == ROW < table.rowHeight(1)
    assert table.rowHeight(2) == ROW + LINE * (MOST_LINES - 1)
    assert [table._frozen.rowHeight(row) for row in range(3)] == [table.rowHeight(row) for row in range(3)]


def test_a_column_that_is_dragged_takes_the_other_along(qtbot, themes):
    table, _ = table_of(qtbot, 3, 6)
    table._frozen.horizontalHeader().resizeSection(0, 260)
    QApplication.processEvents()
    assert table.columnWidth(0) == 260 == table._frozen.width()
    table.horizontalHeader().resizeSection(0, 180)
    assert table._frozen.columnWidth(0) == 180


def test_dragged_widths_stay_and_rows_follow(qtbot, themes):
    table, model = table_of(qtbot, 3, 5)
    model.item(1, 3).setText("把服务送到家门口" * 3)
    table.horizontalHeader().resizeSection(3, 90)
    qtbot.waitUntil(lambda: table.rowHeight(1) > ROW, timeout=2000)
    table.resize(1100, 500)
    QApplication.processEvents()
    assert table.columnWidth(3) == 90 and table.horizontalScrollBar().maximum() == 0


def test_thousands_of_rows_are_there_at_once(qtbot, themes):
    table, _ = table_of(qtbot, 2400, 10)
    start = time.perf_counter()
    table.fit()
    assert time.perf_counter() - start < 1.0, "0.1 s on an idle machine"
