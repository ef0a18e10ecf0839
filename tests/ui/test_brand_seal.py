"""The red seal of the program."""

import pytest
from PySide6.QtGui import QColor

from reader.ui.brand_seal import BrandSeal
from reader.ui.theme import THEMES


@pytest.mark.parametrize("name", THEMES)
def test_the_mark_is_filled_and_a_step_outlined_in_the_red_of_every_theme(qtbot, themes, icons, name):
    seals = {is_filled: BrandSeal(icons, "研", 40, is_filled) for is_filled in (True, False)}
    themes.set_theme(name)
    red = QColor(themes.theme.seal)
    for is_filled, seal in seals.items():
        qtbot.addWidget(seal)
        picture = seal.grab().toImage()
        assert (picture.pixelColor(20, 4) == red) is is_filled
        names = {picture.pixelColor(x, y).name() for x in range(40) for y in range(40)}
        assert red.name() in names
        assert (QColor(themes.theme.on_seal).name() in names) is is_filled
