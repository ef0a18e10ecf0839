"""The bar over a selection."""

import pytest
from PySide6.QtCore import QRect

from reader.model.annotation import Kind
from reader.ui.reading.selection_bar import GAP

from .conftest import click, place, said


class TestSelectionBar:
    @pytest.mark.parametrize("kind", Kind)
    def test_each_kind_marks_the_selection(self, pane, hand, kind):
        asked, span = said(pane.mark_requested), place("全力构建")
        hand.drag(span)
        click(pane, f"kind_{kind.value}")
        assert asked == [(kind.value, span)]

    def test_the_other_buttons_ask(self, pane, hand):
        hand.drag(place("全力构建"))
        note, tag, commands, sought = map(
            said, (pane.note_requested, pane.tag_requested, pane.command_requested, pane.search_requested)
        )
        for name in ("selNote", "selTag", "selCopy", "selFind"):
            click(pane, name)
        assert (note, tag, commands, sought) == ([()], [()], [("copy_with_source",)], [("全力构建",)])

    def test_a_click_on_it_leaves_the_keys_with_the_text(self, pane, hand):
        hand.drag(place("全力构建"))
        click(pane, "kind_key")
        assert pane.view.hasFocus()

    @pytest.mark.parametrize("rect", [(0, 0, 50, 20), (800, 300, 50, 20), (300, 200, 50, 20), (10, 10, 600, 590)])
    def test_it_stays_inside(self, pane, rect):
        bounds = QRect(0, 44, 700, 560)
        pane.bar.show_at(QRect(*rect), bounds)
        assert bounds.adjusted(GAP, GAP, -GAP, -GAP).contains(pane.bar.geometry())

    def test_it_is_over_the_selection_or_under_it(self, pane):
        bounds = QRect(0, 44, 860, 600)
        pane.bar.show_at(QRect(300, 300, 80, 24), bounds)
        assert pane.bar.geometry().bottom() < 300
        pane.bar.show_at(QRect(300, 50, 80, 24), bounds)
        assert pane.bar.geometry().top() > 74

    def test_it_goes_when_one_scrolls_or_clicks_elsewhere(self, pane, hand):
        hand.drag(place("全力构建"))
        pane.view.verticalScrollBar().setValue(40)
        assert not pane.bar.isVisible()
        hand.drag(place("全力构建"))
        hand.click(place("社区列出").start)
        assert not pane.bar.isVisible()
