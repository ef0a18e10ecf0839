"""The reader with a real mouse and real keys."""

import html
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from reader.model.blocks import Span
from reader.ui.reading.keys import KEYS

from .conftest import FIRST, SECOND, TEXT, annotation, article, content, place, said

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class TestSelecting:
    def test_a_drag_and_a_digit_ask_for_a_mark_on_exactly_that_text(self, pane, hand):
        asked, span = said(pane.mark_requested), place("全力构建以街道“大工委”为核心")
        hand.drag(span)
        assert pane.bar.isVisible()
        assert pane.selection() == span
        hand.key(Key.Key_2)
        assert asked == [("borrow", span)]

    @pytest.mark.parametrize("quote", ["𬭎", "𬭎书记", "记担任", "一书记，37个社区各"])
    def test_rare_characters_do_not_shift_what_comes_after_them(self, pane, hand, quote):
        hand.drag(place(quote))
        assert TEXT[slice(*pane.selection())] == quote

    def test_a_selection_over_several_paragraphs(self, pane, hand):
        span = Span(place("各有专人").start, place("清单化服务").end)
        hand.drag(span)
        assert pane.selection() == span

    def test_a_selection_that_enters_a_table_takes_it_whole_as_qt_does(self, pane, hand):
        hand.drag(Span(place("各有专人").start, place("青禾街道").end))
        assert pane.selection() == Span(place("各有专人").start, place("新城街道\t19").end)

    def test_a_selection_from_cell_to_cell(self, pane, hand):
        hand.drag(place("街道\t社区\t网"))
        assert pane.selection() == place("街道\t社区\t网格")

    def test_cells_of_a_table(self, pane, hand):
        hand.drag(place("𬭎213"))
        assert TEXT[slice(*pane.selection())] == "𬭎213"

    def test_blanks_at_the_ends_are_no_part_of_it(self, pane):
        pane.view.select(Span(place("基本情况").start, place("近年来").start))
        assert TEXT[slice(*pane.selection())] == "基本情况"

    def test_blanks_alone_are_nothing(self, pane):
        end = place(SECOND).end
        pane.view.select(Span(end, end + 1))
        assert pane.selection() is None

    def test_the_title_is_no_part_of_the_article(self, pane, hand):
        pane.view._set_cursor(0, 3)
        assert not pane.has_selection()
        hand.key(Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == "云岭市"

    def test_a_double_click_takes_a_word(self, pane, hand):
        point = hand.point(place("213").start)
        QTest.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QTest.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        assert pane.has_selection()

    @pytest.mark.parametrize("at", ["成立了2个街道", "，𬭎书记", "”，"])
    def test_a_double_click_takes_a_sentence_of_chinese(self, pane, hand, at):
        viewport, left = pane.view.viewport(), Qt.MouseButton.LeftButton
        point = hand.point(place(at, text=SECOND).start + TEXT.index(SECOND))
        QTest.mouseDClick(viewport, left, Qt.KeyboardModifier.NoModifier, point)
        QTest.mouseMove(viewport, point + QPoint(2, 0))  # no hand is quite still
        QTest.mouseRelease(viewport, left, Qt.KeyboardModifier.NoModifier, point + QPoint(2, 0))
        assert TEXT[slice(*pane.selection())] == SECOND.split("。")[1] + "。"
        assert pane.bar.isVisible()

    def test_copying_gives_the_plain_text_of_the_article(self, pane, hand):
        pane.view.select(Span(place("各有专人").start, place("清单化服务").end))
        hand.key(Key.Key_C, CTRL)
        mime = QGuiApplication.clipboard().mimeData()
        assert mime.text() == TEXT[place("各有专人").start : place("清单化服务").end]
        assert not mime.hasHtml()

    def test_escape_lets_go(self, pane, hand):
        hand.drag(place("近年来"))
        hand.key(Key.Key_Escape)
        assert not pane.has_selection()
        assert not pane.bar.isVisible()

    def test_escape_lets_go_of_a_paragraph_then_belongs_to_the_window(self, pane, hand):
        hand.key(Key.Key_J)
        hand.key(Key.Key_Escape)
        assert pane.selection() is None
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        pane.view.keyPressEvent(event)
        assert not event.isAccepted()

    def test_a_selection_that_became_a_mark_is_let_go(self, pane, hand):
        hand.drag(place("近年来"))
        pane.set_annotations([annotation("1", "近年来")])
        assert not pane.has_selection()
        assert not pane.bar.isVisible()


class TestKeys:
    def test_paragraphs_by_key_then_a_mark(self, pane, hand):
        asked = said(pane.mark_requested)
        hand.key(Key.Key_J, times=2)
        hand.key(Key.Key_2)
        assert asked == [("borrow", place(FIRST))]
        hand.key(Key.Key_J)
        hand.key(Key.Key_K)
        hand.key(Key.Key_H)
        assert asked[1] == ("", place(FIRST))

    def test_select_by_shift_and_arrows(self, pane, hand):
        asked = said(pane.mark_requested)
        hand.key(Key.Key_J, times=2)
        hand.key(Key.Key_Right, SHIFT, times=6)
        assert pane.bar.isVisible()
        hand.key(Key.Key_4)
        assert asked == [("question", Span(place(FIRST).start, place(FIRST).start + 6))]

    def test_a_digit_with_nothing_chosen_asks_for_nothing(self, pane, hand):
        asked = said(pane.mark_requested)
        hand.key(Key.Key_1)
        assert asked == []

    @pytest.mark.parametrize(
        ("key", "command"),
        [
            (Key.Key_S, "star"),
            (Key.Key_E, "mark_done"),
            (Key.Key_O, "open_original"),
            (Key.Key_BracketLeft, "previous_annotation"),
            (Key.Key_BracketRight, "next_annotation"),
        ],
    )
    def test_commands_of_the_window(self, pane, hand, key, command):
        asked = said(pane.command_requested)
        hand.key(key)
        assert asked == [(command,)]

    def test_note_tag_delete_and_card(self, pane, hand):
        pane.set_annotations([annotation("1", "近年来")])
        pane.set_active("1")
        note, tag, gone, card = map(
            said, (pane.note_requested, pane.tag_requested, pane.delete_annotation_requested, pane.mark_clicked)
        )
        for key in (Key.Key_N, Key.Key_T, Key.Key_Delete, Key.Key_Return):
            hand.key(key)
        assert (note, tag, gone, card) == ([()], [()], [()], [("1",)])

    def test_space_and_arrows_scroll_while_there_is_no_caret(self, pane, hand):
        bar = pane.view.verticalScrollBar()
        for key in (Key.Key_Space, Key.Key_PageDown, Key.Key_Down):
            before = bar.value()
            hand.key(key)
            assert bar.value() > before
        hand.key(Key.Key_End)
        assert bar.value() == bar.maximum()
        hand.key(Key.Key_Home)
        assert bar.value() == 0
        assert pane.view.cursorWidth() == 0

    def test_f7_shows_a_caret_that_the_arrows_move(self, pane, hand):
        hand.key(Key.Key_J, times=2)
        hand.key(Key.Key_F7)
        assert pane.view.cursorWidth() == 2
        hand.key(Key.Key_Right, times=3)
        assert pane.view.textCursor().position() == pane.view._shown.mapping.to_position(place(FIRST).start + 3)
        hand.key(Key.Key_F7)
        assert pane.view.cursorWidth() == 0

    def test_the_caret_stays_hidden_with_another_article(self, pane):
        pane.show_article(article(), content(), [], None)
        assert pane.view.cursorWidth() == 0

    def test_tab_leaves_the_text(self, pane, hand):
        hand.key(Key.Key_Tab)
        assert not pane.view.hasFocus()

    def test_keys_of_input_methods_are_left_alone(self):
        never = {
            (Key.Key_Space, SHIFT),
            (Key.Key_Space, CTRL),
            (Key.Key_F, CTRL | SHIFT),
            (Key.Key_Period, CTRL),
            (Key.Key_U, CTRL | SHIFT),
            (Key.Key_Z, CTRL | SHIFT),
            (Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        }
        assert not never & set(KEYS)
        assert all(not modifiers & Qt.KeyboardModifier.AltModifier for _key, modifiers in KEYS)

    def test_every_key_names_something_the_view_can_do(self, pane):
        for name, arguments in KEYS.values():
            assert callable(getattr(pane.view, name))
            if name == "announce":
                assert hasattr(getattr(pane.view, arguments[0]), "emit")

    def test_bare_keys_are_not_taken_by_an_input_method(self, pane):
        assert not pane.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


class TestMarks:
    def test_a_click_picks_the_mark(self, pane, hand):
        clicked = said(pane.mark_clicked)
        pane.set_annotations([annotation("1", "近年来"), annotation("2", "社区各有专人")])
        hand.click(place("年来").start)
        hand.click(place("专人").start)
        hand.click(place("城市基层治理").start)
        assert clicked == [("1",), ("2",)]

    def test_overlapping_marks_are_each_picked_the_shortest_first(self, pane, hand):
        pane.set_annotations(
            [annotation("long", FIRST), annotation("middle", "大工委”为核心"), annotation("short", "工委")]
        )
        clicked = said(pane.mark_clicked)
        pane.mark_clicked.connect(pane.set_active)
        for _ in range(4):
            hand.click(place("工委").start)
        assert [key for (key,) in clicked] == ["short", "middle", "long", "short"]

    def test_seals_of_one_line_are_each_picked(self, pane, hand):
        pane.resize(1100, 720)
        QTest.qWait(30)
        pane.set_annotations(
            [annotation("1", "近年来"), annotation("2", "云岭市深入"), annotation("3", "深入推进", note="一")]
        )
        clicked = said(pane.mark_clicked)
        view = pane.view
        seals = view._painter.seals(view.visible_lines(), view.layers)
        assert len({seal.rect.left() for seal in seals}) == 3
        for seal in seals:
            assert seal.rect.right() < view._column.left
            hand.click_at(seal.rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value()))
        assert [key for (key,) in clicked] == ["1", "2", "3"]

    def test_seals_that_find_no_room_are_counted_and_still_picked(self, pane, hand):
        quotes = ["近年来", "云岭市", "深入", "推进", "城市基层"]
        pane.set_annotations([annotation(quote, quote) for quote in quotes])
        pane.resize(520, 720)
        QTest.qWait(30)
        view = pane.view
        seals = view._painter.seals(view.visible_lines(), view.layers)
        assert seals[-1].is_rest
        assert all(seal.rect.left() >= -2 for seal in seals)
        assert sum(len(seal.annotations) for seal in seals) == 5
        clicked = said(pane.mark_clicked)
        pane.mark_clicked.connect(pane.set_active)
        for _ in seals[-1].annotations:
            hand.click_at(seals[-1].rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value()))
        assert {key for (key,) in clicked} == {mark.id for mark in seals[-1].annotations}

    def seal_point(self, pane) -> QPoint:
        view = pane.view
        rect = view._painter.seals(view.visible_lines(), view.layers)[0].rect
        return rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())

    def test_a_hand_over_a_seal_and_only_there(self, pane, hand):
        pane.set_annotations([annotation("1", "近年来")])
        viewport = pane.view.viewport()
        for point, shape in (
            (self.seal_point(pane), Qt.CursorShape.PointingHandCursor),
            (hand.point(place("推进").start), Qt.CursorShape.IBeamCursor),
        ):
            QTest.mouseMove(viewport, point)
            assert viewport.cursor().shape() == shape

    @pytest.mark.parametrize("note", ["<img src=x onerror=alert(1)> & 一句话", ""])
    def test_the_note_is_the_tooltip_of_the_seal(self, pane, note):
        pane.set_annotations([annotation("1", "近年来", note=note)])
        point = self.seal_point(pane)
        QGuiApplication.sendEvent(
            pane.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, pane.view.viewport().mapToGlobal(point))
        )
        assert QToolTip.text() == f"<qt>{html.escape(note or '近年来')}</qt>"

    def test_the_address_is_the_tooltip_of_a_link(self, pane, hand):
        point = hand.point(place(SECOND).start + 10)
        QGuiApplication.sendEvent(
            pane.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, pane.view.viewport().mapToGlobal(point))
        )
        assert QToolTip.text() == "<qt>https://example.cn/yunling</qt>"

    def test_marks_without_a_place_do_no_harm(self, pane):
        orphan = replace(annotation("1", "近年来"), start=None, end=None, orphan=True)
        pane.set_annotations([orphan, annotation("2", "云岭市")])
        pane.grab()
        assert [mark.id for mark in pane.view.layers.marks.items] == ["2"]


def test_this_pyside_keeps_its_references_to_none(qapp):
    """PySide6 6.12.0 on Python 3.11 loses one at every void call and aborts after some thousands."""
    from PySide6.QtGui import QTextBlockFormat

    block_format = QTextBlockFormat()
    before = sys.getrefcount(None)
    for _ in range(2000):
        block_format.setTopMargin(1)
    assert abs(sys.getrefcount(None) - before) < 100


class TestKeysAndSight:
    """No key changes what cannot be seen."""

    def test_a_paragraph_that_was_scrolled_away_is_not_marked(self, pane, hand):
        asked = said(pane.mark_requested)
        hand.key(Key.Key_J)
        pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
        hand.key(Key.Key_2)
        assert asked == []
        hand.key(Key.Key_J)
        hand.key(Key.Key_2)
        first_seen = pane.view.visible_span().start
        assert len(asked) == 1 and asked[0][1].start >= first_seen

    def test_after_a_jump_digits_are_about_the_mark_that_was_jumped_to(self, pane, hand):
        pane.set_annotations([annotation("a", "各有专人")])
        marked, recoloured = said(pane.mark_requested), said(pane.recolour_requested)
        hand.key(Key.Key_J)
        pane.set_active("a")
        pane.flash(*place("各有专人"))
        hand.key(Key.Key_4)
        assert (marked, recoloured) == ([], [("a", "question")])
        hand.key(Key.Key_H)  # the kind used last is for new marks
        assert len(recoloured) == 1

    def test_a_mark_out_of_sight_keeps_its_kind(self, pane, hand):
        pane.set_annotations([annotation("a", "各有专人")])
        recoloured = said(pane.recolour_requested)
        pane.set_active("a")
        pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
        hand.key(Key.Key_4)
        assert recoloured == []
