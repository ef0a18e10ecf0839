"""Pages one under the other."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from reader.ui.dialogs.preview import Preview, to_image


def page(colour):
    image = QImage(210, 297, QImage.Format.Format_RGB32)
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
    preview.set_pages([page("red"), page("blue")])
    first, second = preview.page_rects()
    assert first.height() / first.width() == pytest.approx(297 / 210, abs=0.01)
    assert first.bottom() < second.top()
    assert first.left() >= 0 and first.right() < preview.viewport().width()


def test_each_page_is_painted_where_it_stands(preview):
    preview.set_pages([page("red"), page("blue")])
    picture = preview.widget().grab().toImage()
    colours = [picture.pixelColor(rect.center()).name() for rect in preview.page_rects()]
    assert colours == ["#ff0000", "#0000ff"]


def test_new_pages_stay_where_one_was_reading(preview):
    preview.set_pages([page("white")] * 4)
    preview.verticalScrollBar().setValue(700)
    preview.set_pages([page("white")] * 5)
    assert preview.verticalScrollBar().value() == 700


def test_a_wider_view_shows_wider_pages_up_to_a_bound(preview):
    preview.set_pages([page("white")])
    before = preview.page_rects()[0].width()
    preview.resize(800, 500)
    assert preview.page_rects()[0].width() > before
    preview.resize(2000, 500)
    assert preview.page_rects()[0].width() <= 820
    assert abs(preview.page_rects()[0].center().x() - preview.viewport().width() / 2) <= 1


def test_pages_may_come_as_bytes(qapp):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page("green").save(buffer, "PNG")
    assert to_image(bytes(buffer.data().data())).size() == page("green").size()


def test_no_pages_are_no_trouble(preview):
    preview.set_pages([])
    assert preview.page_rects() == []
    preview.grab()
