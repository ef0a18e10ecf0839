"""The live preview: the newest pages, made off the UI thread."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit

from reader.model.errors import ExportError
from reader.services.proof import ProofSheets
from reader.ui.theme import THEMES

A4 = (11906, 16838)


def test_the_first_pages_come_by_themselves(dialog, press):
    assert len(press.asked) == 1
    assert dialog.desk.preview.count == 2
    assert set(dialog.desk.preview.images()) == {0, 1}


def test_pages_are_made_in_one_thread_that_is_not_the_windows(dialog, press, qtbot):
    dialog.options.fields.people.setText("x")
    qtbot.waitUntil(lambda: len(press.asked) == 2, timeout=2000)
    assert len(press.threads) == 1 and threading.get_ident() not in press.threads


def test_keys_that_come_together_make_one_preview_and_the_newest(qtbot, dialog, press, part):
    for letter in "meeting":
        part(dialog, "exportPeople", QLineEdit).insert(letter)
    qtbot.waitUntil(lambda: len(press.asked) == 2, timeout=2000)
    assert press.asked[-1][1].people == "meeting"


def test_a_stale_rendering_is_cancelled(qtbot, make_dialog, press, part):
    press.may_go_on.clear()
    dialog = make_dialog()
    qtbot.waitUntil(lambda: len(press.asked) == 1, timeout=2000)
    part(dialog, "exportPeople", QLineEdit).setText("x")
    qtbot.waitUntil(lambda: len(press.asked) == 2, timeout=2000)
    assert dialog.desk.preview.count == 0
    press.may_go_on.set()
    qtbot.waitUntil(lambda: dialog.desk.preview.count == 2, timeout=2000)
    assert press.asked[-1][1].people == "x" and len(press.asked) == 2


def test_only_pages_that_are_seen_are_drawn(qtbot, make_dialog, press):
    press.sheets = ProofSheets((A4,) * 30)
    preview = make_dialog().desk.preview
    qtbot.waitUntil(lambda: preview.count == 30, timeout=2000)
    qtbot.waitUntil(lambda: not preview.wanted(), timeout=2000)
    assert max(index for index, _ in press.drawn) <= 3
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 29 in preview.images(), timeout=2000)
    assert len({index for index, _ in press.drawn}) < 10


def test_keys_zoom_and_the_pages_are_drawn_anew(qtbot, dialog, press):
    preview = dialog.desk.preview
    qtbot.waitUntil(lambda: not preview.wanted(), timeout=2000)
    before = max(dpi for _, dpi in press.drawn)
    dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom is not None
    qtbot.waitUntil(lambda: max(dpi for _, dpi in press.drawn) > before, timeout=2000)
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom is None


def test_a_slow_rendering_says_that_it_is_being_made(qtbot, make_dialog, press, part):
    press.may_go_on.clear()
    dialog = make_dialog()
    busy = part(dialog, "exportBusy", QLabel)
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible, timeout=2000)
    press.may_go_on.set()
    qtbot.waitUntil(lambda: not busy.isVisible(), timeout=2000)


def test_a_dialog_that_is_left_stops_its_rendering_and_lets_the_pages_go(qtbot, make_dialog, press):
    press.may_go_on.clear()
    dialog = make_dialog()
    qtbot.waitUntil(lambda: len(press.asked) == 1, timeout=2000)
    dialog.reject()
    qtbot.waitUntil(lambda: press.is_closed, timeout=2000)
    assert dialog.desk.preview.count == 0


def test_why_there_is_no_preview_is_told(qtbot, make_dialog, press):
    press.error = ExportError("no_cjk_font")
    trouble = make_dialog().desk.trouble
    qtbot.waitUntil(trouble.isVisible, timeout=2000)
    assert "字体" in trouble.words()[1]


@pytest.mark.parametrize("name", THEMES)
def test_paper_is_white_in_every_theme(themes, dialog, name):
    themes.set_theme(name)
    sheet = dialog.desk.preview.page_rects()[0]
    corner = dialog.desk.preview.viewport().mapTo(dialog, QPoint(0, 0))
    picture = dialog.grab().toImage()
    assert picture.pixelColor(corner + sheet.topLeft() + QPoint(40, 40)).name() == "#ffffff"
    assert picture.pixelColor(corner + QPoint(8, 8)).name() == QColor(themes.theme.chrome).name()
