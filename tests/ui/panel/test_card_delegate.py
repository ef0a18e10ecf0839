"""What a card looks like: kinds by seal and colour, filled with a note and outlined without."""

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from reader.model.annotation import Kind
from reader.ui.theme import THEMES


def colours(picture, rect):
    """How many pixels of each colour stand in `rect`."""
    counted = {}
    for x in range(rect.left(), rect.right() + 1):
        for y in range(rect.top(), rect.bottom() + 1):
            name = picture.pixelColor(x, y).name().upper()
            counted[name] = counted.get(name, 0) + 1
    return counted


def part(cards, number, name):
    """The pixels of a part of a card."""
    view = cards.list
    index = view.model().index(number)
    rect = getattr(view.cards.shape(view.model().annotation(index)), name)
    return colours(view.viewport().grab().toImage(), rect.translated(view.visualRect(index).topLeft()))


def seal(cards, number):
    view = cards.list
    index = view.model().index(number)
    header = view.cards.shape(view.model().annotation(index)).header.translated(view.visualRect(index).topLeft())
    return colours(view.viewport().grab().toImage(), QRect(header.left(), header.top() + 3, 18, 18))


@pytest.mark.parametrize("name", THEMES)
def test_a_quote_stands_on_the_colour_of_its_kind(themes, cards, name):
    themes.set_theme(name)
    for number, kind in enumerate(Kind):
        fill = QColor(themes.theme.kind(kind).fill).name().upper()
        assert part(cards, number, "quote").get(fill, 0) > 200


def test_a_seal_is_filled_with_a_note_and_outlined_without(themes, cards):
    ink = {kind: QColor(themes.theme.kind(kind).ink).name().upper() for kind in Kind}
    assert seal(cards, 1).get(ink[Kind.BORROW], 0) > 120
    assert seal(cards, 0).get(ink[Kind.KEY], 0) < 120


def test_the_active_card_has_an_edge_in_the_accent(themes, cards):
    accent = themes.theme.accent.upper()
    assert part(cards, 2, "card").get(accent, 0) < 20
    cards.set_active("id3")
    assert part(cards, 2, "card").get(accent, 0) > 200


def test_a_creator_is_named_unless_it_is_the_reader(themes, cards, make_annotation):
    cards.set_annotations([make_annotation(1, creator="老周")])
    text = themes.theme.text3.upper()
    named = part(cards, 0, "header").get(text, 0)
    cards.set_own_name("老周")
    assert part(cards, 0, "header").get(text, 0) < named


def test_an_action_that_is_late_is_shown_in_the_warning_colour(themes, cards, make_annotation):
    warn = themes.theme.warn.upper()
    soon = make_annotation(1, Kind.ACTION, owner="老周", due=f"{date.today().year + 1}-01-01")
    cards.set_annotations([soon])
    assert warn not in part(cards, 0, "deed")
    cards.set_annotations([make_annotation(1, Kind.ACTION, owner="老周", due="2020-01-01")])
    assert warn in part(cards, 0, "deed")


def test_lost_places_stand_under_a_warning(themes, cards, make_annotation):
    cards.set_annotations([make_annotation(1, orphan=True, start=None, end=None, passage=None)])
    picture = cards.list.viewport().grab().toImage()
    assert themes.theme.warn.upper() in colours(picture, cards.list.visualRect(cards.list.model().index(0)))
