"""The reader's choices stay in their ranges."""

import pytest

from reader.settings import Settings
from reader.ui.reading.typography import Typography, em, typography_of


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Typography(text_size=99, line_height=9.0, measure=99), (28, 2.4, 44)),
        (Typography(text_size=1, line_height=0.1, measure=1), (14, 1.4, 28)),
        (Typography(), (18, 1.8, 40)),
    ],
)
def test_what_settings_spoil_is_clipped(chosen, kept):
    clipped = chosen.clipped()
    assert (clipped.text_size, clipped.line_height, clipped.measure) == kept
    assert Typography(font="comic").clipped().font == "song"


def test_only_what_changed_is_announced():
    assert Typography(text_size=20).changes_from(Typography()) == {"text_size": 20}


def test_the_preferences_set_the_text(qapp):
    typography = typography_of(Settings(text_size=24, passages=True))
    assert typography.text_size == 24 and typography.passages
    assert round(em(typography.body_font())) == 24
