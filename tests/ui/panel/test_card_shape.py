"""How text is broken into the lines of a card."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics

from reader.model.annotation import Kind
from reader.ui.panel.card_shape import QUOTE_LINES, Fonts, break_lines, shape_of
from reader.ui.theme import window_font


@pytest.fixture
def fonts(qapp):
    return Fonts.of(window_font())


def shape(annotation, fonts, width=308, active=False, editor_height=0, hint="写笔记…", deed=""):
    return shape_of(annotation, fonts, width, active=active, editor_height=editor_height, hint=hint, deed=deed)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("社区网格，。“”𬭎a1 "), max_size=60).map(str.strip), st.integers(90, 300))
def test_lines_hold_the_whole_text_also_beyond_the_first_plane(fonts, text, width):
    lines = break_lines(text, fonts.body, width, 99)
    assert "".join(line.text for line in lines) == text


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("社区网格𬭎a "), min_size=1, max_size=200), st.integers(90, 300))
def test_no_line_is_wider_than_its_card(fonts, text, width):
    metrics = QFontMetrics(fonts.body)
    for line in break_lines(text, fonts.body, width, 3):
        assert metrics.horizontalAdvance(line.text.rstrip()) <= width + 1


def test_a_text_too_long_ends_in_an_ellipsis(fonts):
    lines = break_lines("网格化管理" * 60, fonts.body, 280, QUOTE_LINES)
    assert len(lines) == QUOTE_LINES
    assert lines[-1].text.endswith("…")


def test_a_note_keeps_its_own_lines(fonts):
    assert [line.text for line in break_lines("一\n二", fonts.body, 280, 9)] == ["一", "二"]


def test_the_active_card_shows_more_of_its_quote(fonts, make_annotation):
    annotation = make_annotation(1, quote="网格化管理" * 30)
    assert len(shape(annotation, fonts, active=True).quote_lines) > len(shape(annotation, fonts).quote_lines)


def test_only_the_active_card_offers_to_write_a_note(fonts, make_annotation):
    annotation = make_annotation(1)
    assert shape(annotation, fonts).note.isEmpty()
    assert [line.text for line in shape(annotation, fonts, active=True).note_lines] == ["写笔记…"]


def test_the_editor_takes_the_room_of_note_and_tags(fonts, make_annotation):
    annotation = make_annotation(1, Kind.ACTION, note="注", tags=("网格",))
    edited = shape(annotation, fonts, active=True, editor_height=180, deed="老周")
    assert edited.editor.height() == 180
    assert edited.note.isEmpty() and edited.tags.isEmpty() and edited.deed.isEmpty()
    assert edited.card.contains(edited.editor.center())


def test_parts_do_not_overlap_and_stay_inside(fonts, make_annotation):
    annotation = make_annotation(1, Kind.ACTION, quote="网格" * 40, note="注" * 60, tags=("网格",))
    made = shape(annotation, fonts, deed="老周 · 2026-12-10")
    parts = [made.header, made.quote, made.note, made.deed, made.tags]
    for upper, lower in pairwise(parts):
        assert upper.bottom() < lower.top()
    assert all(made.card.contains(part) for part in parts)
