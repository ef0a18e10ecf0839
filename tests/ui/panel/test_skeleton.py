"""Grey bars where lines will stand."""

import pytest

from reader.ui.panel.skeleton import Skeleton


@pytest.fixture
def skeleton(qtbot, icons):
    made = Skeleton(icons, "someSkeleton")
    made._timer.setInterval(30)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def colours(widget):
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(0, 300, 7) for y in range(0, 400, 3)}


def test_what_comes_soon_does_not_flicker(qtbot, skeleton):
    skeleton.wait()
    skeleton.stop()
    qtbot.wait(60)
    assert len(colours(skeleton)) == 1


def test_what_takes_longer_gets_bars_in_the_colour_of_the_theme(qtbot, themes, skeleton):
    skeleton.wait()
    skeleton.wait()
    qtbot.waitUntil(lambda: skeleton.is_drawn)
    assert themes.theme.border.lower() in colours(skeleton)
    themes.set_theme("dark")
    assert themes.theme.border.lower() in colours(skeleton)
    skeleton.stop()
    assert len(colours(skeleton)) == 1
