"""The checklist of links as Qt sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.model.links import LinkEntry
from reader.ui.link_model import DATE, SORT_ROLE, STATE, TITLE, LinkModel

NEW = LinkEntry("青禾区推进网格化治理", "https://a.example/1", "2026-03-02")
SAVED = LinkEntry("东岭镇三张清单<b>", "https://a.example/2", None, article="0" * 32)
LATER = LinkEntry("禾苑街道敲门日", "https://a.example/3", "2026-02-01")
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(qapp):
    model = LinkModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_entries([NEW, SAVED])
    return model


def shown(model, row):
    return [model.index(row, column).data() for column in (TITLE, DATE, STATE)]


def test_what_is_new_is_checked_and_what_is_saved_is_grey(model):
    assert shown(model, 0) == [NEW.title, "2026-03-02", ""]
    assert shown(model, 1) == [SAVED.title, "", "Saved already"]
    assert model.checked() == [NEW.url] and model.known() == 1
    grey = Qt.ItemDataRole.ForegroundRole
    assert model.index(0, TITLE).data(grey) is None and model.index(1, TITLE).data(grey) is not None
    assert "<b>" not in model.index(1, TITLE).data(Qt.ItemDataRole.ToolTipRole)


def test_a_click_on_the_box_is_heard(model, qtbot):
    with qtbot.waitSignal(model.checks_changed):
        assert model.setData(model.index(1, TITLE), Qt.CheckState.Checked, CHECK)
    assert model.checked() == [NEW.url, SAVED.url]
    assert model.setData(model.index(0, TITLE), Qt.CheckState.Unchecked.value, CHECK)
    assert model.checked() == [SAVED.url] and model.index(0, TITLE).data(CHECK) == Qt.CheckState.Unchecked
    assert not model.setData(model.index(0, DATE), Qt.CheckState.Checked, CHECK)


def test_only_the_rows_that_are_meant_change(model):
    model.check([1], lambda entry: True)
    model.check([0], lambda entry: False)
    assert model.checked() == [SAVED.url]


def test_a_further_page_brings_each_link_once(model):
    assert model.add_entries([SAVED, LATER]) == 1
    assert model.rowCount() == 3 and model.checked() == [NEW.url, LATER.url]
    assert model.add_entries([NEW, LATER]) == 0


def test_dates_sort_as_dates(model):
    model.add_entries([LATER])
    assert sorted(range(3), key=lambda row: model.index(row, DATE).data(SORT_ROLE)) == [1, 2, 0]


def test_another_list_forgets_the_former_choice(model):
    model.set_entries([LATER])
    assert model.rowCount() == 1 and model.checked() == [LATER.url]
