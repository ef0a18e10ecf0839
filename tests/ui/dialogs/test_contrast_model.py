"""What a view is told of a table."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.side_by_side import readings

from reader.digest.contrast import contrast
from reader.messages import Messages
from reader.model.contrast import Sheet
from reader.ui.dialogs.contrast_model import ContrastModel


@pytest.fixture(params=list(Sheet))
def model(request, icons):
    made = ContrastModel(request.param, Messages("en"), icons)
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_contrast(contrast(readings()))
    return made


def test_it_is_as_wide_as_there_are_reports(model):
    assert model.columnCount() - model.first_report == 3 == len(model.reports)
    assert model.rowCount() == len(model.rows) and model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None and model.place(QModelIndex(), 0) is None


def test_what_is_edited_has_nothing_that_is_only_shown(model):
    absent = next(
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.first_report, model.columnCount())
        if model.cell(model.index(row, column)) is None
    )
    assert absent.data() == "not stated" and absent.data(Qt.ItemDataRole.EditRole) == ""
    names = [model.index(row, 0).data(Qt.ItemDataRole.EditRole) for row in range(model.rowCount())]
    assert names == [row.label for row in model.rows]


def test_tooltips_give_places_and_are_never_markup(model):
    tip = model.index(0, model.first_report).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>") and model.rows[0].cells[0].mentions[0].passage in tip
    title = model.headerData(model.first_report, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert readings()[0].title in title


def test_a_screen_reader_hears_the_column_too(model):
    heard = model.index(0, model.first_report).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"[1] 清河市: {model.rows[0].cells[0].text}"


def test_what_is_typed_goes_out_and_changes_nothing(model, qtbot):
    index = model.index(0, model.first_report)
    before = index.data()
    with qtbot.waitSignal(model.written) as told:
        assert model.setData(index, " new\n words ")
    assert told.args == [model.sheet, 0, model.first_report, "new words"] and index.data() == before
    with qtbot.assertNotEmitted(model.written):
        assert not model.setData(index, before)
        assert not model.setData(index, "x", Qt.ItemDataRole.DisplayRole)
