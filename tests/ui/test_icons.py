"""Icons in the colours of the theme."""

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QToolButton

from reader.ui import icons as icons_module
from reader.ui.icons import scales
from reader.ui.theme import DARK, LIGHT


def colours(pixmap) -> set[str]:
    """The colours of the pixels that are fully painted."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_has_the_colour_of_its_token(icons):
    assert colours(icons.pixmap("search", "accent")) == {LIGHT.accent.lower()}
    assert colours(icons.pixmap("search", "borrow")) == {LIGHT.borrow.ink.lower()}


def test_a_checked_button_shows_the_other_colour(icons):
    icon = icons.icon("star", "text2", "accent", 16)
    assert colours(icon.pixmap(16, QIcon.Mode.Normal, QIcon.State.On)) == {LIGHT.accent.lower()}
    assert colours(icon.pixmap(16, QIcon.Mode.Normal, QIcon.State.Off)) == {LIGHT.text2.lower()}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_icons_are_sharp_at_every_scale(icons, scale):
    pixmap = icons.pixmap("star", size=16, scale=scale)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (round(16 * scale), scale)


def test_a_filled_icon_is_filled(icons):
    middle = icons.pixmap("star", "accent", 16, 2.0, filled=True).toImage().pixelColor(16, 16)
    assert middle == QColor(LIGHT.accent)


def test_what_was_drawn_is_kept(icons):
    assert icons.icon("star").cacheKey() == icons.icon("star").cacheKey()


def test_an_unknown_name_is_an_error(icons):
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_a_bound_button_follows_the_theme(icons, themes, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    icons.bind(button, "search", "text2", size=16)
    themes.set_theme("dark")
    assert colours(button.icon().pixmap(16)) == {DARK.text2.lower()}
    icons.bind(button, "star", "accent", size=16)
    themes.set_theme("light")
    assert colours(button.icon().pixmap(16)) == {LIGHT.accent.lower()}


def test_a_button_that_is_gone_is_forgotten(icons, themes, qtbot):
    from shiboken6 import delete

    button = QToolButton()
    icons.bind(button, "search")
    icons.bind(button, "star")  # a look of its own for each state, as a button that opens and closes has
    delete(button)
    with qtbot.captureExceptions() as met:
        themes.set_theme("dark")
    assert themes.theme is DARK and met == []


def test_icons_are_drawn_for_the_screens_there_are(icons, qapp):
    sizes = icons.icon("star").availableSizes()
    assert {size.width() for size in sizes} == {round(18 * scale) for scale in scales()}


def test_the_package_is_asked_when_its_file_is_not_as_expected(icons, monkeypatch):
    monkeypatch.setattr(icons_module, "load_svgs", dict)
    assert colours(icons.pixmap("star", "accent")) == {LIGHT.accent.lower()}


def test_a_new_screen_renews_the_icons_of_buttons(icons, qtbot, monkeypatch):
    button = QToolButton()
    qtbot.addWidget(button)
    icons.bind(button, "star")
    monkeypatch.setattr(icons_module, "scales", lambda: [1.0, 2.0])
    icons._on_screen_added(None)
    assert {size.width() for size in button.icon().availableSizes()} == {18, 36}
