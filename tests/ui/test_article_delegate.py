"""Titles over two lines, whatever stands in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from reader.ui.article_delegate import _break


@pytest.fixture(scope="module", autouse=True)
def _application(qapp):
    return qapp


# What titles are made of, and what breaks them: rare Han characters, emoji, combining marks, blanks, controls.
ALPHABET = "云岭市“”《》：，（）—…·1aWﬁ é\u0301\u3000\u200b\n\t\x01𬭎😀👍\u200d"


@settings(deadline=None, max_examples=80)  # the first glance at a font takes its time
@given(st.text(ALPHABET, max_size=80), st.integers(40, 400))
def test_a_title_breaks_into_at_most_two_lines_that_fit(title, width):
    font = QFont()
    font.setPixelSize(14)
    lines = _break(title, font, width, 16)
    assert 1 <= len(lines) <= 2
    if len(lines) == 2:
        assert QFontMetricsF(font).horizontalAdvance(lines[1]) <= width + 14
    whole = "".join(title.split())
    shown = "".join("".join(lines).split())
    if whole:
        assert whole.startswith(shown.removesuffix("…")) or shown == whole


def test_a_rare_character_is_not_cut_in_half():
    font = QFont()
    font.setPixelSize(14)
    lines = _break("𬭎" * 30, font, 100, 0)
    assert lines[0] == "𬭎" * len(lines[0])
