"""The live preview: the newest pages, made off the UI thread."""


import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit

from reader.model.errors import ExportError
from reader.ui.theme import THEMES


def test_the_pages_are_there_at_once(dialog, press):
    assert len(press.asked) == 1
    assert dialog._desk.preview.count == 2


def test_a_change_is_shown_after_a_short_rest_and_only_once(qtbot, dialog, press, part):
    qtbot.keyClicks(part(dialog, "exportTitle", QLineEdit), "meeting")
    assert len(press.asked) == 1
    qtbot.waitUntil(lambda: len(press.asked) == 2, timeout=1000)
    qtbot.wait(200)
    assert len(press.asked) == 2
    assert press.asked[-1].options.title == "meeting"


def test_a_stale_rendering_is_dropped_and_made_again(qtbot, make_dialog, press, part):
    press.is_slow = True
    dialog = make_dialog()
    qtbot.keyClicks(part(dialog, "exportPeople", QLineEdit), "x")
    qtbot.wait(250)
    assert len(press.waiting) == 1
    press.answer()
    assert dialog._desk.preview.count == 0
    press.answer()
    assert dialog._desk.preview.count == 2
    assert press.asked[-1].options.people == "x"


def test_a_slow_rendering_says_that_it_is_being_made(qtbot, make_dialog, press, part):
    press.is_slow = True
    dialog = make_dialog()
    busy = part(dialog, "exportBusy", QLabel)
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible, timeout=1000)
    press.answer()
    assert not busy.isVisible()


def test_a_rendering_that_ends_after_the_dialog_is_ignored(make_dialog, press):
    press.is_slow = True
    dialog = make_dialog()
    dialog.reject()
    press.answer()
    assert dialog._desk.preview.count == 0


def test_why_there_is_no_preview_is_told(qtbot, make_dialog, press):
    press.error = ExportError("no_cjk_font")
    dialog = make_dialog()
    trouble = dialog._desk.trouble
    assert trouble.isVisible()
    assert "字体" in trouble.words()[1]


@pytest.mark.parametrize("name", THEMES)
def test_paper_is_white_in_every_theme(themes, dialog, name):
    themes.set_theme(name)
    sheet = dialog._desk.preview.page_rects()[0]
    corner = dialog._desk.preview.viewport().mapTo(dialog, QPoint(0, 0))
    picture = dialog.grab().toImage()
    assert picture.pixelColor(corner + sheet.topLeft() + QPoint(40, 40)).name() == "#ffffff"
    assert picture.pixelColor(corner + QPoint(8, 8)).name() == QColor(themes.theme.chrome).name()
