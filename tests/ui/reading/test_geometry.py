"""Where text stands on the page."""

from reader.model.blocks import Span
from reader.ui.reading.geometry import Geometry, span_rects


def geometry(pane):
    shown = pane.view._shown
    return Geometry(shown.document, shown.mapping)


def test_every_character_is_found_again_at_its_own_middle(pane):
    where = geometry(pane)
    lines = where.lines(0, 400)
    assert lines
    for line in lines[:4]:
        for offset in range(line.start, min(line.end, line.start + 12)):
            rect = line.rect(offset, offset + 1)
            assert rect is not None and rect.width() > 0
            assert where.character_at(rect.center()) == offset


def test_a_span_over_two_lines_has_a_band_on_each(pane):
    first, second = geometry(pane).lines(0, 400)[1:3]
    rects = span_rects([first, second], Span(first.end - 3, second.start + 3))
    assert len(rects) == 2 and rects[0].bottom() <= rects[1].bottom()


def test_beside_the_text_there_is_no_character(pane):
    where = geometry(pane)
    line = where.lines(0, 400)[0]
    point = line.rect(line.start, line.start + 1).center()
    point.setX(2)
    assert where.character_at(point) is None
