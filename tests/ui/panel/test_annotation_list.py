"""Keys and mouse on the cards."""

import pytest
from PySide6.QtCore import QPoint, Qt

from reader.messages import Messages
from reader.model.annotation import Kind

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def cardlist(cards, qtbot):
    cards.set_active("id2")
    cards.list.setFocus()
    return cards.list


def place(cardlist, number, part):
    """A point inside a part of a card."""
    index = cardlist.model().index(number)
    shape = cardlist.cards.shape(cardlist.model().annotation(index))
    return cardlist.visualRect(index).topLeft() + getattr(shape, part).center()


def test_arrow_keys_walk_through_the_cards_and_show_their_places(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.card_activated) as shown:
        qtbot.keyClick(cardlist, Qt.Key.Key_Down)
    assert shown.args == ["id3"]
    assert cardlist.cards.active == "id3"
    with qtbot.waitSignal(cardlist.card_activated) as shown:
        qtbot.keyClick(cardlist, Qt.Key.Key_Up)
    assert shown.args == ["id2"]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, Kind.KEY),
        (Qt.Key.Key_2, Kind.BORROW),
        (Qt.Key.Key_3, Kind.DATA),
        (Qt.Key.Key_4, Kind.QUESTION),
        (Qt.Key.Key_5, Kind.ACTION),
    ],
)
def test_digits_recolour(qtbot, cardlist, key, kind):
    with qtbot.waitSignal(cardlist.recolour_requested) as asked:
        qtbot.keyClick(cardlist, key)
    assert asked.args == ["id2", kind]


@pytest.mark.parametrize(
    ("key", "part"), [(Qt.Key.Key_Return, "note"), (Qt.Key.Key_N, "note"), (Qt.Key.Key_T, "tags")]
)
def test_keys_that_edit(qtbot, cardlist, key, part):
    with qtbot.waitSignal(cardlist.edit_started) as asked:
        qtbot.keyClick(cardlist, key)
    assert asked.args == ["id2", part]


def test_copy_asks_for_the_quote_of_the_current_card(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.copy_requested) as asked:
        qtbot.keyClick(cardlist, Qt.Key.Key_C, CTRL)
    assert asked.args == ["id2"]


def test_delete_takes_all_chosen_cards_in_their_order(qtbot, cardlist):
    qtbot.keyClick(cardlist, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(cardlist.delete_requested) as asked:
        qtbot.keyClick(cardlist, Qt.Key.Key_Delete)
    assert asked.args == [["id1", "id2"]]


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_Q, Qt.Key.Key_F])
def test_letters_do_not_jump_rows(qtbot, cards, cardlist, key):
    cards.set_messages(Messages("en"))  # Key point, Question, Figure
    qtbot.keyClick(cardlist, key)
    assert cardlist.current_id() == "id2"


def test_a_digit_with_ctrl_is_left_to_the_window(qtbot, cardlist):
    with qtbot.assertNotEmitted(cardlist.recolour_requested):
        qtbot.keyClick(cardlist, Qt.Key.Key_1, CTRL)


def test_a_click_activates_its_card(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.card_activated) as shown:
        qtbot.mouseClick(cardlist.viewport(), LEFT, NONE, place(cardlist, 0, "quote"))
    assert shown.args == ["id1"]


def test_a_second_click_on_the_active_card_shows_its_place_again(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.card_activated):
        qtbot.mouseClick(cardlist.viewport(), LEFT, NONE, place(cardlist, 1, "quote"))


def test_a_click_on_the_note_of_the_active_card_edits_it(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.edit_started) as asked:
        qtbot.mouseClick(cardlist.viewport(), LEFT, NONE, place(cardlist, 1, "note"))
    assert asked.args == ["id2", "note"]


def test_a_double_click_edits(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.edit_started) as asked:
        qtbot.mouseDClick(cardlist.viewport(), LEFT, NONE, place(cardlist, 0, "quote"))
    assert asked.args == ["id1", "note"]


def test_the_dots_ask_for_the_menu_of_their_card(qtbot, cardlist):
    with qtbot.waitSignal(cardlist.menu_requested):
        qtbot.mouseClick(cardlist.viewport(), LEFT, NONE, place(cardlist, 0, "more"))
    assert cardlist.selected_ids() == ["id1"]


def test_a_click_beside_the_cards_changes_nothing(qtbot, cardlist):
    with qtbot.assertNotEmitted(cardlist.card_activated):
        qtbot.mouseClick(cardlist.viewport(), LEFT, NONE, QPoint(100, cardlist.viewport().height() - 4))
    assert cardlist.cards.active == "id2"


def test_to_be_made_active_from_outside_is_silent_and_scrolls(qtbot, panel, article, content, make_annotation):
    panel.show_article(article, content, [make_annotation(n) for n in range(60)])
    shown = panel.annotations.list
    with qtbot.assertNotEmitted(shown.card_activated):
        panel.set_active("id50")
    assert shown.viewport().rect().contains(shown.visualRect(shown.model().index(50)))


def test_no_active_card_leaves_the_keyboard_where_it_was(cardlist):
    cardlist.set_active(None)
    assert cardlist.cards.active is None
    assert cardlist.current_id() == "id2"


def test_the_cards_keep_their_width_when_the_scroll_bar_comes(panel, article, content, make_annotation):
    panel.show_article(article, content, [make_annotation(1)])
    before = panel.annotations.list.cards.shape(make_annotation(1)).card.width()
    panel.set_annotations([make_annotation(n) for n in range(60)])
    assert panel.annotations.list.verticalScrollBar().maximum() > 0
    assert panel.annotations.list.cards.shape(make_annotation(1)).card.width() == before
