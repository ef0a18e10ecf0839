"""A list as tall as its rows, up to a limit."""

from PySide6.QtWidgets import QLabel

from reader.ui.fitted_list import FittedList


def make_rows(number):
    rows = [QLabel(f"Row {each}") for each in range(number)]
    for row in rows:
        row.setFixedHeight(20)
    return rows


def test_it_grows_with_its_rows_and_then_scrolls(qtbot, themes):
    made = FittedList("rows")
    qtbot.addWidget(made)
    made.show()
    rows = make_rows(10)
    for count, height in ((2, 42), (4, 86), (10, 100)):
        made.set_rows(rows[:count])
        made.fit(300, 100)
        assert made.height() == height


def test_rows_keep_their_order_and_those_left_out_go(qtbot, themes):
    made = FittedList("rows")
    qtbot.addWidget(made)
    one, two, three = make_rows(3)
    made.set_rows([one, two, three])
    made.set_rows([three, one])
    assert made._rows() == [three, one]
    assert two.isHidden()
