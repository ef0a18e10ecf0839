"""The light on a place that was jumped to."""

import pytest
from PySide6.QtGui import QColor

from reader.model.blocks import Span
from reader.ui import motion
from reader.ui.reading.flash import FADE, FLASH, Flash

from .conftest import TEXT, place


@pytest.fixture
def flash(qtbot):
    flash = Flash()
    flash._steady.setInterval(20)
    return flash


def lit_pixels(pane, themes):
    """How many pixels of the text have the full colour of the light."""
    picture = pane.view.viewport().grab().toImage()
    colour = QColor(themes.theme.find_fill)
    return sum(picture.pixelColor(x, y) == colour for x in range(0, picture.width(), 3)
               for y in range(0, picture.height(), 3))  # fmt: skip


def test_it_lasts_no_longer_than_it_says():
    assert FLASH <= 1200 and FADE <= 120
    assert Flash()._steady.interval() + Flash()._fade.duration() == FLASH


def test_it_fades_and_goes_out(qtbot, flash):
    strengths = []
    flash.changed.connect(lambda: strengths.append(flash.strength))
    flash.light(Span(3, 9))
    assert flash.span == Span(3, 9) and strengths == [1.0]
    qtbot.waitUntil(lambda: flash.span is None, timeout=2000)
    assert strengths == sorted(strengths, reverse=True)


def test_nothing_moves_where_the_system_asks_for_less_motion(qtbot, flash, monkeypatch):
    monkeypatch.setattr(motion, "is_reduced", lambda: True)
    strengths = []
    flash.changed.connect(lambda: strengths.append(flash.strength))
    flash.light(Span(3, 9))
    qtbot.waitUntil(lambda: flash.span is None, timeout=2000)
    assert set(strengths) == {1.0}


def test_another_place_takes_the_light_over(qtbot, flash):
    flash.light(Span(3, 9))
    flash.light(None, Span(0, 2))
    assert flash.span is None and flash.title == Span(0, 2)
    flash.put_out()
    assert flash.title is None


def test_a_place_in_the_text_is_seen_and_lit(pane, themes):
    span = place("第25条")
    assert lit_pixels(pane, themes) == 0
    pane.flash(*span)
    visible = pane.view.visible_span()
    assert visible.start <= span.start < visible.end
    assert lit_pixels(pane, themes) > 20
    pane.view.lit.put_out()
    assert lit_pixels(pane, themes) == 0


def test_a_place_in_the_title_is_seen_and_lit(pane, themes):
    pane.goto(len(TEXT) - 1)
    pane.flash(4, 9, in_title=True)
    assert pane.view.verticalScrollBar().value() == 0
    assert lit_pixels(pane, themes) > 20


def test_another_article_is_not_lit(pane, themes):
    pane.flash(*place("近年来"))
    pane.clear()
    assert pane.view.lit.span is None and pane.view.layers.flash is None
