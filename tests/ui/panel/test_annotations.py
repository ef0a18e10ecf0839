"""The tab 批注 as a whole."""

import dataclasses
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from reader.messages import Messages
from reader.model.annotation import Kind
from reader.ui.theme import THEMES


def shown(cards):
    return [row.id for row in cards.list.model().rows]


def chip(cards, name):
    return cards.findChild(QPushButton, f"filterKind_{name}")


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def note_of(cards):
    return cards.findChild(QPlainTextEdit, "noteEdit")


@pytest.mark.parametrize("kind", Kind)
def test_a_chip_shows_one_kind_and_all_brings_the_others_back(qtbot, cards, five, kind):
    click(qtbot, chip(cards, kind))
    assert shown(cards) == [each.id for each in five if each.kind is kind]
    click(qtbot, chip(cards, "all"))
    assert len(shown(cards)) == 5


def test_the_filter_is_one_tab_stop_with_arrow_keys(qtbot, cards):
    chip(cards, "all").setFocus()
    qtbot.keyClick(chip(cards, "all"), Qt.Key.Key_Right)
    assert chip(cards, "key").isChecked()


def test_without_marks_it_says_how_to_make_one(panel, article, content):
    panel.show_article(article, content, [])
    empty = panel.findChild(type(panel.annotations._empty), "annEmpty")
    assert empty.isVisible()
    assert "1–5" in empty.words()[1]


def test_an_empty_filter_says_that_there_are_others(qtbot, cards, five):
    cards.set_annotations(five[:1])
    click(qtbot, chip(cards, "data"))
    assert cards.findChild(type(cards._empty), "annEmpty").isVisible()
    assert not cards.list.isVisible()


def test_chips_have_the_ink_of_their_kind_in_every_theme(themes, cards):
    for name in THEMES:
        themes.set_theme(name)
        for kind in Kind:
            assert themes.theme.kind(kind).ink in chip(cards, kind).styleSheet()


def test_the_editor_opens_inside_its_card_and_saves_as_typed(qtbot, cards):
    cards.set_active("id3")
    cards.list.setFocus()
    qtbot.keyClick(cards.list, Qt.Key.Key_N)
    card = cards.list.visualRect(cards.list.model().index(2))
    assert cards.editor.isVisible()
    assert card.contains(cards.editor.geometry())
    with qtbot.waitSignal(cards.edit_requested, timeout=2000) as asked:
        qtbot.keyClicks(note_of(cards), "check")
    assert asked.args == ["id3", {"note": "check"}]


def test_the_editor_stays_in_its_card_while_scrolling(qtbot, panel, article, content, make_annotation):
    panel.show_article(article, content, [make_annotation(n) for n in range(40)])
    cards = panel.annotations
    cards.edit("id20")
    before = cards.editor.y()
    bar = cards.list.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    assert cards.editor.y() == before - 60


def test_a_growing_note_pushes_the_next_card_down(qtbot, cards):
    cards.edit("id1")
    following = cards.list.model().index(1)
    before = cards.list.visualRect(following).top()
    for _ in range(5):
        qtbot.keyClick(note_of(cards), Qt.Key.Key_Return)
    assert cards.list.visualRect(following).top() > before


def test_the_answer_to_an_edit_leaves_editor_and_focus_alone(qtbot, cards, five):
    cards.edit("id1")
    qtbot.keyClicks(note_of(cards), "half")
    cards.editor.flush()
    cards.set_annotations([dataclasses.replace(five[0], note="half"), *five[1:]])
    cards.set_active("id1")
    assert cards.editor.isVisible()
    assert note_of(cards).hasFocus()
    qtbot.keyClicks(note_of(cards), "-done")
    assert note_of(cards).toPlainText() == "half-done"


def test_an_annotation_deleted_elsewhere_takes_its_editor_along(qtbot, cards, five):
    cards.edit("id1")
    qtbot.keyClicks(note_of(cards), "lost")
    with qtbot.assertNotEmitted(cards.edit_requested):
        cards.set_annotations(five[1:])
    assert not cards.editor.isVisible()


def test_leaving_by_key_gives_the_keyboard_back_to_who_asked(qtbot, cards):
    cards.list.setFocus()
    cards.set_active("id1")
    qtbot.keyClick(cards.list, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(cards.editing_finished):
        qtbot.keyClick(note_of(cards), Qt.Key.Key_Escape)
    assert cards.list.hasFocus()
    cards.edit("id1")
    with qtbot.waitSignal(cards.editing_finished):
        qtbot.keyClick(note_of(cards), Qt.Key.Key_Escape)


def test_the_focus_elsewhere_saves_and_closes_without_calling_the_keyboard_back(qtbot, cards):
    cards.edit("id1")
    qtbot.keyClicks(note_of(cards), "x")
    with qtbot.waitSignal(cards.edit_requested), qtbot.assertNotEmitted(cards.editing_finished):
        chip(cards, "all").setFocus()
    assert not cards.editor.isVisible()
    assert chip(cards, "all").hasFocus()


def test_tags_are_edited_on_their_line(qtbot, cards):
    cards.list.setFocus()
    cards.set_active("id2")
    qtbot.keyClick(cards.list, Qt.Key.Key_T)
    tags = cards.findChild(QLineEdit, "noteTags")
    assert tags.hasFocus()
    with qtbot.waitSignal(cards.edit_requested) as asked:
        qtbot.keyClicks(tags, "#new")
        qtbot.keyClick(tags, Qt.Key.Key_Return)
    assert asked.args == ["id2", {"tags": ("选派干部", "new")}]


def test_delete_hands_the_keyboard_to_the_next_card(qtbot, cards, five):
    cards.list.setFocus()
    cards.set_active("id2")
    cards.delete_requested.connect(lambda ids: cards.set_annotations([e for e in five if e.id not in ids]))
    qtbot.keyClick(cards.list, Qt.Key.Key_Delete)
    assert cards.list.current_id() == "id3"
    cards.set_active(None)
    with qtbot.waitSignal(cards.delete_requested) as asked:
        qtbot.keyClick(cards.list, Qt.Key.Key_Delete)
    assert asked.args == [["id3"]]


def test_the_last_card_hands_the_keyboard_back(qtbot, cards):
    cards.list.setFocus()
    cards.set_active("id5")
    qtbot.keyClick(cards.list, Qt.Key.Key_Delete)
    assert cards.list.current_id() == "id4"


def test_a_mark_hidden_by_the_filter_is_shown_when_it_becomes_active(qtbot, cards):
    click(qtbot, chip(cards, "data"))
    cards.set_active("id1")
    assert chip(cards, "all").isChecked()
    assert cards.list.current_id() == "id1"


def test_the_menu_recolours_and_deletes_what_is_chosen(qtbot, cards):
    cards.set_active("id2")
    menu = cards.build_menu()
    kinds = next(action.menu() for action in menu.actions() if action.menu())
    with qtbot.waitSignal(cards.recolour_requested) as asked:
        kinds.actions()[3].trigger()
    assert asked.args == ["id2", Kind.QUESTION]
    with qtbot.waitSignal(cards.delete_requested) as gone:
        menu.actions()[-1].trigger()
    assert gone.args == [["id2"]]


def test_the_menu_key_opens_the_menu_at_the_current_card(qtbot, cards):
    cards.set_active("id2")
    cards.list.setFocus()
    with qtbot.waitSignal(cards.list.menu_requested) as asked:
        from PySide6.QtGui import QContextMenuEvent
        from PySide6.QtWidgets import QApplication

        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(cards.list.viewport(), event)
    card = cards.list.visualRect(cards.list.model().index(1))
    assert card.contains(cards.list.viewport().mapFromGlobal(asked.args[0]))
    for menu in cards.findChildren(type(cards.build_menu())):
        menu.close()


def test_another_language_reaches_chips_and_cards(cards):
    cards.set_messages(Messages("en"))
    assert "To borrow" in chip(cards, "borrow").accessibleName()
    said = cards.list.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("To borrow")


def test_a_change_of_theme_does_not_measure_the_cards_again(qtbot, themes, cards):
    shape = cards.list.cards.shape(cards.list.model().annotation(cards.list.model().index(0)))
    themes.set_theme("dark")
    qtbot.wait(20)
    assert cards.list.cards.shape(cards.list.model().annotation(cards.list.model().index(0))) is shape


def test_a_larger_font_makes_larger_cards(qtbot, cards):
    before = cards.list.visualRect(cards.list.model().index(0)).height()
    font = cards.list.font()
    font.setPixelSize(18)
    cards.list.setFont(font)
    cards.list.setStyleSheet("QListView{font-size:18px}")
    qtbot.waitUntil(lambda: cards.list.visualRect(cards.list.model().index(0)).height() > before, timeout=1000)


def test_five_hundred_cards_are_shown_at_once(panel, article, content, make_annotation):
    many = [make_annotation(n, list(Kind)[n % 5], "全市划分网格448个，" * 4, note="注" * (n % 90)) for n in range(500)]
    started = time.perf_counter()
    panel.show_article(article, content, many)
    panel.annotations.list.viewport().grab()
    # Widgets took 1.9 s; a tenth of a second is what it takes here, the rest is room for a slow machine.
    assert time.perf_counter() - started < 1.0
