"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from reader.ui.panel.dates import DateEdit, iso_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-30", "2026-11-30"),
        ("2026/1/2", "2026-01-02"),
        ("2026.11.2", "2026-11-02"),
        ("2026年11月2日", "2026-11-02"),
        (" 2026 年 11 月 2 日 ", "2026-11-02"),
        ("２０２６－１１－０２", "2026-11-02"),
        ("20261102", "2026-11-02"),
        ("", None),
        ("  ", None),
    ],
)
def test_what_people_write_is_understood(typed, meant):
    assert iso_date(typed) == meant


@pytest.mark.parametrize("typed", ["明天", "2026-13-01", "2026-02-30", "11-30", "2026", "2026-11-300"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError):
        iso_date(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives_the_chinese_form(day):
    assert iso_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@pytest.fixture
def edit(qtbot):
    edit = DateEdit()
    qtbot.addWidget(edit)
    edit.set_date("2026-03-01")
    edit.show()
    return edit


def test_a_finished_date_is_announced_in_iso_form(qtbot, edit):
    edit.selectAll()
    with qtbot.waitSignal(edit.date_changed) as announced:
        qtbot.keyClicks(edit, "2026.4.5")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert announced.args == ["2026-04-05"]
    assert edit.text() == "2026-04-05"


def test_nonsense_stays_in_the_field_is_marked_and_is_not_announced(qtbot, edit):
    edit.selectAll()
    with qtbot.assertNotEmitted(edit.date_changed):
        qtbot.keyClicks(edit, "soon")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "soon"
    assert edit.property("invalid") is True
    assert edit.toolTip()
    assert edit.date() == "2026-03-01"


def test_an_emptied_field_means_no_date(qtbot, edit):
    edit.selectAll()
    with qtbot.waitSignal(edit.date_changed) as announced:
        qtbot.keyClick(edit, Qt.Key.Key_Delete)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert announced.args == [None]


def test_the_same_date_is_not_announced_again(qtbot, edit):
    with qtbot.assertNotEmitted(edit.date_changed):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
