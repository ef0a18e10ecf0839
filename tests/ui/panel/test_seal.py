"""The seal as a widget."""

from PySide6.QtGui import QColor

from reader.model.annotation import Kind
from reader.ui.panel.seal import SealLabel


def test_a_seal_is_its_ink_and_follows_the_theme(qtbot, themes, icons):
    seal = SealLabel(icons, Kind.DATA)
    qtbot.addWidget(seal)
    for name in ("light", "dark"):
        themes.set_theme(name)
        picture = seal.grab().toImage()
        names = {picture.pixelColor(x, 2).name() for x in range(18)}
        assert QColor(themes.theme.data.ink).name() in names
