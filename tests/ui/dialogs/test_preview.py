"""Pages one under the other, drawn when they are seen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.ui.dialogs.preview import KEPT, Preview

A4, WIDE = (11906, 16838), (16838, 11906)


def page(colour="white", size=(210, 297)):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def preview(qtbot, icons):
    preview = Preview(icons)
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    return preview


def test_pages_keep_their_form_and_order(preview):
    preview.set_paper([A4, WIDE], {})
    first, second = preview.page_rects()
    assert first.height() / first.width() == pytest.approx(297 / 210, abs=0.01)
    assert second.width() / second.height() == pytest.approx(297 / 210, abs=0.01)
    assert first.bottom() < second.top()
    assert second.left() >= 0 and second.right() < preview.viewport().width()


def test_each_page_is_painted_where_it_stands_and_white_before_it_is_drawn(preview):
    preview.set_paper([A4, A4, A4], {0: page("red"), 1: page("blue")})
    picture = preview.widget().grab().toImage()
    colours = [picture.pixelColor(rect.center()).name() for rect in preview.page_rects()]
    assert colours == ["#ff0000", "#0000ff", "#ffffff"]


def test_new_pages_stay_where_one_was_reading(preview):
    preview.set_paper([A4] * 4, {})
    preview.verticalScrollBar().setValue(700)
    preview.set_paper([A4] * 5, {})
    assert preview.verticalScrollBar().value() == 700


def test_a_wider_view_shows_wider_pages_up_to_a_bound(preview):
    preview.set_paper([A4], {})
    before = preview.page_rects()[0].width()
    preview.resize(800, 500)
    assert preview.page_rects()[0].width() > before
    preview.resize(2000, 500)
    assert preview.page_rects()[0].width() <= 820
    assert abs(preview.page_rects()[0].center().x() - preview.viewport().width() / 2) <= 1


def test_only_pages_in_view_and_the_next_are_asked_for(qtbot, preview):
    with qtbot.waitSignal(preview.pages_wanted):
        preview.set_paper([A4] * 30, {})
    assert preview.wanted() == [0, 1]
    with qtbot.waitSignal(preview.pages_wanted):
        preview.verticalScrollBar().setValue(preview.page_rects()[20].top() - 10)
    assert preview.wanted() == [20, 21]


def drawn(preview, *numbers):
    """Pictures of these pages in the size in which they are shown."""
    return {number: page(size=preview.page_rects()[number].size().toTuple()) for number in numbers}


def test_a_page_in_the_right_size_is_not_asked_for_again(preview):
    preview.set_paper([A4, A4], {})
    preview.add_images(drawn(preview, 0, 1))
    assert preview.wanted() == []
    preview.set_zoom(2.0)
    assert preview.wanted() == [0, 1], "what was drawn for another size is drawn anew"
    assert preview.images(), "and shown meanwhile"


def test_pictures_far_from_the_view_are_let_go(preview):
    preview.set_paper([A4] * 40, {})
    preview.add_images(drawn(preview, 0, 1))
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    preview.add_images(drawn(preview, 39))
    assert set(preview.images()) == {39}
    assert KEPT < 39


def test_the_page_in_the_middle_of_the_view_is_the_current_one(preview):
    preview.set_paper([A4] * 3, {})
    assert preview.current == 0
    preview.verticalScrollBar().setValue(preview.page_rects()[1].top())
    assert preview.current == 1
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    assert preview.current == 2


def test_keys_go_through_the_pages(qtbot, preview):
    preview.set_paper([A4] * 6, {})
    bar = preview.verticalScrollBar()
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_zoom_is_that_of_the_paper(preview):
    preview.set_paper([A4], {})
    preview.set_zoom(1.0)
    assert preview.page_rects()[0].width() == pytest.approx(210 / 25.4 * 96, abs=1)
    preview.step_zoom(1)
    assert preview.zoom == 1.25
    assert preview.horizontalScrollBar().maximum() > 0, "a page that is wider than the view can be reached whole"
    preview.step_zoom(-1)
    assert preview.zoom == 1.0
    preview.set_zoom(None)
    assert preview.page_rects()[0].right() < preview.viewport().width()


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(preview):
    preview.set_paper([A4] * 3, {})
    place = QPointF(preview.viewport().rect().center())
    for keys in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        event = QWheelEvent(
            place, preview.viewport().mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        before = preview.verticalScrollBar().value(), preview.zoom
        QApplication.sendEvent(preview.viewport(), event)
        after = preview.verticalScrollBar().value(), preview.zoom
        assert (after[1] != before[1]) == bool(keys)
        assert bool(keys) or after[0] > before[0]


def test_no_pages_are_no_trouble(preview):
    preview.set_paper([], {})
    assert preview.page_rects() == [] and preview.wanted() == [] and preview.current == 0
    preview.grab()
