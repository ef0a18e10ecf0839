"""Preferences."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSlider

from reader.settings import Settings
from reader.ui.dialogs.preferences import PreferencesDialog

BEFORE = Settings(language="en", theme="auto", reader_name="小林", text_size=20, hints=["first"], window={"a": 1})


@pytest.fixture
def dialog(qtbot, icons):
    dialog = PreferencesDialog(replace(BEFORE), icons)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def click(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def applied(qtbot, dialog, button="settingsOk"):
    with qtbot.waitSignal(dialog.applied) as told:
        click(qtbot, dialog, button)
    return told.args[0]


def test_what_is_not_touched_stays(qtbot, dialog):
    assert applied(qtbot, dialog) == BEFORE


def test_every_choice_is_told(qtbot, dialog):
    dialog.findChild(QComboBox, "settingsLanguage").setCurrentIndex(1)
    dialog.findChild(QComboBox, "settingsStyle").setCurrentIndex(1)
    name = dialog.findChild(QLineEdit, "settingsName")
    name.selectAll()
    qtbot.keyClicks(name, " Zhou ")
    for chip in ("settingsTheme_dark", "settingsDay_sepia", "settingsFont_hei"):
        if chip == "settingsTheme_dark":
            continue
        click(qtbot, dialog, chip)
    click(qtbot, dialog, "settingsTheme_dark")
    values = {"text_size": 24, "line_height": 20, "measure": 32}
    for field, value in values.items():
        dialog.findChild(QSlider, f"settingsSlider_{field}").setValue(value)
    chosen = applied(qtbot, dialog)
    assert chosen == replace(
        BEFORE,
        language="zh_CN",
        citation_style="gbt7714-2015",
        reader_name="Zhou",
        theme="dark",
        day_theme="sepia",
        font="hei",
        text_size=24,
        line_height=2.0,
        measure=32,
    )


def test_apply_leaves_the_dialog_open_and_cancel_tells_nothing(qtbot, dialog):
    click(qtbot, dialog, "settingsTheme_sepia")
    assert applied(qtbot, dialog, "settingsApply").theme == "sepia"
    assert dialog.isVisible()
    with qtbot.assertNotEmitted(dialog.applied):
        click(qtbot, dialog, "settingsTheme_dark")
        click(qtbot, dialog, "settingsCancel")
    assert not dialog.isVisible()


def test_the_daytime_look_matters_only_when_the_system_decides(qtbot, dialog):
    day = dialog.findChild(QPushButton, "settingsDay_sepia")
    assert day.isEnabled()
    click(qtbot, dialog, "settingsTheme_dark")
    assert not day.isEnabled()


def test_values_of_an_unknown_theme_or_style_do_no_harm(qtbot, icons):
    dialog = PreferencesDialog(Settings(theme="neon", font="comic", citation_style="x", language="fr"), icons)
    qtbot.addWidget(dialog)
    chosen = dialog.settings()
    assert (chosen.theme, chosen.font, chosen.citation_style, chosen.language) == ("auto", "song", "gbt7714-2025", "")
