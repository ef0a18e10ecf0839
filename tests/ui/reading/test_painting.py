"""What is painted under and beside the text: looked at pixel by pixel."""

import pytest
from PySide6.QtCore import QPointF

from reader.model.annotation import Kind

from .conftest import SECOND, annotation, article, content, place


def test_seals_are_filled_when_there_is_a_note(pane, themes):
    """Looked at on the screen: the middle of the margin's seal is ink or paper."""
    pane.set_annotations([annotation("1", "近年来", Kind.DATA, note="有"), annotation("2", "构建“一套", Kind.DATA)])
    image = pane.view.viewport().grab().toImage()
    view = pane.view
    inks = []
    for seal in view._painter.seals(view.visible_lines(), view.layers):
        corner = seal.rect.topLeft() + QPointF(3, 3) - QPointF(0, view.verticalScrollBar().value())
        inks.append(image.pixelColor(corner.toPoint()).name())
    assert inks == [themes.theme.data.ink.lower(), themes.theme.paper.lower()]


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
def test_every_theme_paints_marks_in_its_own_colours(pane, themes, name):
    themes.set_theme(name)
    pane.set_annotations([annotation("1", SECOND, Kind.BORROW)])
    pane.show_article(article(), content(), [annotation("1", SECOND, Kind.BORROW)], None)
    image = pane.view.viewport().grab().toImage()
    rect = pane.view.rects(place(SECOND))[0]
    seen = {
        image.pixelColor(x, round(rect.top()) + 2).name()
        for x in range(round(rect.left()) + 4, round(rect.right()) - 4)
    }
    assert themes.theme.borrow.fill.lower() in seen
    assert image.pixelColor(4, 4).name() == themes.theme.paper.lower()


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_a_selection_is_a_band_behind_the_characters_and_no_box(pane, themes, qtbot, name):
    """Between the bands of two lines the paper shows."""
    themes.set_theme(name)
    pane.view.select(place(SECOND))
    qtbot.wait(20)
    image = pane.view.viewport().grab().toImage()
    first, second = pane.view.rects(place(SECOND))[:2]
    x, gap = round(second.right()) - 30, round((first.bottom() + second.top()) / 2)
    assert second.top() - first.bottom() > 3
    assert image.pixelColor(x, gap).name() == themes.theme.paper.lower()
    assert image.pixelColor(x, round(second.top()) + 2).name() == themes.theme.seltext.lower()
