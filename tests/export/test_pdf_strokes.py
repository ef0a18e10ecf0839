"""What the glyphs of a line stand for, whatever the font made of the characters."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from reader.export.flow import Line, Piece
from reader.export.gbt9704 import Role
from reader.export.pdf_setting import Typesetter
from reader.export.pdf_strokes import Stroke

from .conftest import told, written


def single(setter: Typesetter, text: str) -> Stroke:
    return setter.single(Line(Role.BODY, (Piece(text),)))


def test_one_glyph_for_several_characters_tells_which_was_written(setter: Typesetter) -> None:
    """Radicals and characters share glyphs: the map of a font knows one of them."""
    text = "大⼤户⼾民⺠·‧Ω\u2126-\u2010"
    assert told(single(setter, text)) == list(text)


def test_a_character_of_two_utf16_units_is_one(setter: Typesetter) -> None:
    assert told(single(setter, "锘𬭎𠮷字")) == list("锘𬭎𠮷字")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("治理𬭎𠮷-—,。“”《》1afi\u0301\ufe0f😀⼤·", min_size=1, max_size=40))
def test_nothing_is_lost_or_told_twice(setter: Typesetter, text: str) -> None:
    assert written(single(setter, text)) == text


def test_a_stroke_is_drawn_where_it_was_moved(setter: Typesetter) -> None:
    stroke = single(setter, "█")
    stroke.move(400, 300)
    image = QImage(1000, 1000, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    stroke.draw(painter, QPointF(100, 0))
    painter.end()
    left = next(x for x in range(1000) if any(image.pixelColor(x, y).lightness() < 128 for y in range(0, 1000, 20)))
    assert left == pytest.approx(500, abs=30)
