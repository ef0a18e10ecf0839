"""Which marks a paper shows."""

import dataclasses

import pytest

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.settings import Settings
from reader.ui.dialogs.export_filters import ExportFilters
from reader.ui.dialogs.export_memory import ExportMemory

MARKS = (
    Annotation("1" * 32, "a" * 32, 1, Kind.KEY, quote="一", tags=("队伍",), creator="周岚"),
    Annotation("2" * 32, "a" * 32, 1, Kind.ACTION, quote="二", creator="吴桐"),
)


@pytest.fixture
def make(qtbot, icons):
    def do(marks=MARKS, template="study", **known):
        filters = ExportFilters(icons, Messages("zh_CN"), marks, ExportMemory(Settings(export=known)))
        qtbot.addWidget(filters)
        filters.show_for(template, marks)
        filters.show()
        return filters

    return do


def orders(filters):
    return [filters.order_box.itemData(index) for index in range(filters.order_box.count())]


def test_only_what_there_is_can_be_chosen(make):
    filters = make()
    assert filters.tags.isVisible() and filters.creators.isVisible() and {"tag", "creator"} <= set(orders(filters))
    bare = make(tuple(dataclasses.replace(mark, tags=(), creator="") for mark in MARKS))
    assert not bare.tags.isVisible() and not bare.creators.isVisible() and not {"tag", "creator"} & set(orders(bare))
    one = make(MARKS[:1])
    assert not one.creators.isVisible() and "creator" in orders(one), "one person's notes are not chosen by person"


def test_a_kind_tells_how_many_there_are_and_one_without_any_cannot_be_taken_out(make):
    filters = make()
    assert filters.kinds[Kind.KEY].text().endswith("1") and filters.kinds[Kind.KEY].isEnabled()
    assert not filters.kinds[Kind.DATA].isEnabled()
    assert filters.chosen_kinds() is None
    filters.kinds[Kind.KEY].setChecked(False)
    assert set(filters.chosen_kinds()) == set(Kind) - {Kind.KEY}


def test_the_order_is_asked_where_a_paper_is_grouped(make):
    assert make().order_box.isVisible() and not make(template="fulltext").order_box.isVisible()
    assert make(options={"order": "tag"}).order_box.currentData() == "tag"


def test_every_choice_is_told(make, qtbot):
    filters = make()
    for box in (filters.kinds[Kind.KEY], *filters.switches.values()):
        with qtbot.waitSignal(filters.changed):
            box.toggle()
