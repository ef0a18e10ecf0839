"""A few lines of text as the reader would show them."""

from reader.settings import Settings
from reader.ui.dialogs.sample import Sample


def ink(sample):
    """How much of the picture is text."""
    picture = sample.grab().toImage()
    points = ((x, y) for y in range(10, picture.height() - 2) for x in range(10, picture.width() - 2, 2))
    return sum(picture.pixelColor(x, y).lightness() < 120 for x, y in points)


def test_it_shows_size_and_line_height(qtbot, icons):
    sample = Sample(icons)
    qtbot.addWidget(sample)
    sample.resize(300, 118)
    sample.show_sample("读报告" * 30, Settings(text_size=14))
    small = ink(sample)
    sample.show_sample("读报告" * 30, Settings(text_size=14, line_height=2.4))
    assert ink(sample) < small
    sample.show_sample("读报告", Settings(text_size=14))
    short = ink(sample)
    sample.show_sample("读报告", Settings(text_size=28))
    assert ink(sample) > short
