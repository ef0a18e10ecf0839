"""Pictures of the page under the pointer and the keyboard."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextFormat
from tests.ui.pictures import png, report

from reader.ui.reading.picture_page import PicturePage


@pytest.fixture
def page(qtbot, themes):
    """The report, laid out."""
    captured = report()
    data = {image.sha256: image.data for image in captured.images}
    page = PicturePage(themes)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.show_blocks("标题", "来源", captured.blocks, captured.text, data.get)
    return page


def rect(page, block: int):
    return page._geometry.block_rect(block)


def test_every_part_of_a_picture_counts_and_nothing_beside_it(page):
    for block in (1, 4):
        place = rect(page, block).center()
        for x in (-100, -1, 0, 1, 100):
            assert page.picture_at(place + QPointF(x, 0)) == block
    assert page.picture_words(rect(page, 1).center()) == "网格分布"
    for block in (0, 2, 5):
        assert page.picture_at(rect(page, block).center()) is None
    assert page.picture_at(QPointF(-50, -50)) is None


def test_what_enter_is_about(page):
    assert page.picture_in_reach() == 1, "the first in sight"
    page.layers.paragraph = 3
    assert page.picture_in_reach() == 4
    page.layers.paragraph = 2
    assert page.picture_in_reach() == 1


def test_pictures_that_come_later_take_their_place(page):
    from dataclasses import replace

    from tests.ui.pictures import stored

    late = stored(png(64, 48), "https://example.org/late.png")
    provider = page._pictures.provider
    page._pictures.provider = lambda sha256: late.data if sha256 == late.sha256 else provider(sha256)
    blocks = (*page.blocks[:5], replace(page.blocks[5], image=late.sha256))
    page.set_blocks(blocks)
    assert page.blocks == blocks and page.text.startswith("近年来")
    assert page.picture_at(rect(page, 5).center()) == 5


def test_a_picture_tells_what_it_shows(page):
    block = page.document().begin()
    found = []
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            form = iterator.fragment().charFormat()
            if form.isImageFormat():
                found.append(form.property(QTextFormat.Property.ImageAltText))
            iterator += 1
        block = block.next()
    assert found == ["网格分布", "办事流程", "缺的图"]
    assert page.viewport().cursor().shape() is not Qt.CursorShape.PointingHandCursor
