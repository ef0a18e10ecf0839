"""The popover behind Aa."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QSlider,
    QWidget,
)

from reader.settings import Settings

from .conftest import click, place, said


class TestTypography:
    def test_the_popover_changes_the_text_and_tells(self, pane, qtbot):
        told = said(pane.typography_changed)
        click(pane, "typographyButton")
        slider = pane._popover.findChild(QSlider, "sizeSlider")
        slider.setValue(22)
        assert told == [({"text_size": 22},)]
        assert pane.view.typography.text_size == 22
        pane._popover.findChild(QWidget, "passagesBox").click()
        assert told[1] == ({"passages": True},)
        pane._popover.findChild(QWidget, "face_hei").click()
        assert told[2] == ({"font": "hei"},)
        pane._popover.close_popover()
        assert pane.view.hasFocus()

    @pytest.mark.parametrize("how", ["escape", "elsewhere", "button"])
    def test_the_popover_closes(self, pane, hand, how):
        click(pane, "typographyButton")
        assert pane.rect().contains(pane._popover.geometry())
        if how == "escape":
            QTest.keyClick(pane._popover.findChild(QWidget, "face_song"), Qt.Key.Key_Escape)
        elif how == "elsewhere":
            hand.click(place("近年来").start)
        else:
            click(pane, "typographyButton")
        assert not pane._popover.isVisible()
        assert pane.view.hasFocus()

    def test_settings_are_followed_within_their_ranges(self, pane):
        pane.apply_settings(Settings(font="nonsense", text_size=99, line_height=0.1, measure=5, passages=True))
        typography = pane.view.typography
        assert (typography.font, typography.text_size, typography.line_height, typography.measure) == (
            "song", 28, 1.4, 28,
        )  # fmt: skip
        assert pane.view.layers.passages is not None
