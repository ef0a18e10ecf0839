"""Which cards there are, in which order, and what a screen reader says of them."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.ui.panel.card_model import CardModel, Heading, paragraphs, rows_of


@pytest.fixture
def model(qapp, say):
    return CardModel(say)


def spoken(model, row):
    return model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)


def test_marks_stand_in_text_order_between_notes_on_the_article_and_lost_ones(make_annotation):
    later, earlier = make_annotation(7), make_annotation(2)
    whole = make_annotation(3, quote="", start=None, end=None, passage=None, note="导读")
    lost = make_annotation(4, start=None, end=None, orphan=True)
    rows = rows_of([later, lost, whole, earlier])
    assert rows == [Heading("article"), whole, earlier, later, Heading("orphans"), lost]


def test_without_special_marks_there_are_no_headings(five):
    assert rows_of(reversed(five)) == five


def test_a_kind_alone_leaves_the_others_and_their_headings_out(five, make_annotation):
    lost = make_annotation(9, Kind.KEY, orphan=True, start=None, end=None)
    assert rows_of([*five, lost], Kind.DATA) == [five[2]]


@pytest.mark.parametrize(
    ("passage", "place"), [("3-5", (3, 3)), ("3-5..4-1", (3, 4)), (None, None), ("nonsense", None)]
)
def test_paragraphs_of_a_passage(passage, place):
    assert paragraphs(passage) == place


def test_a_card_is_spoken_with_kind_place_quote_and_note(model, five):
    model.set_annotations(five)
    said = spoken(model, 1)
    assert said.startswith("可借鉴，")
    assert "：选派37名" in said
    for part in ("2", "选派37名骨干到社区任职", "我区可先试点。", "选派干部"):
        assert part in said


def test_an_action_is_spoken_with_who_and_by_when(model, five):
    model.set_annotations(five)
    assert "老周" in spoken(model, 4)
    assert "2026-12-10" in spoken(model, 4)


def test_another_language_is_spoken_at_once(qtbot, model, five):
    model.set_annotations(five)
    with qtbot.waitSignal(model.dataChanged):
        model.set_messages(Messages("en"))
    assert spoken(model, 1).startswith("To borrow")


def test_headings_cannot_be_chosen(model, make_annotation):
    model.set_annotations([make_annotation(1, orphan=True, start=None, end=None)])
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.annotation(model.index(0)) is None


def test_an_edit_changes_one_row_and_moves_none(qtbot, model, five):
    model.set_annotations(five)
    changed = [*five[:2], dataclasses.replace(five[2], note="核对"), *five[3:]]
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.rowsRemoved):
        model.set_annotations(changed)
    assert (told.args[0].row(), told.args[1].row()) == (2, 2)


def marks(numbers):
    return [Annotation(f"id{n}", "a1", 1, Kind.KEY, "引文", n, n + 2, note=note) for n, note in numbers.items()]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.integers(0, 8), st.sampled_from(["", "注"])), min_size=1, max_size=5))
def test_any_change_of_the_set_leaves_exactly_the_rows_of_the_set(qapp, states):
    model = CardModel(Messages("en"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in states:
        model.set_annotations(marks(state))
        assert list(model.rows) == rows_of(marks(state))
    del tester
