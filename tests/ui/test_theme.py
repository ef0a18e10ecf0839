"""The three themes, their contrast, and who follows the system."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QPushButton, QStyle

from reader.model.annotation import Kind
from reader.ui import theme as theme_module
from reader.ui.theme import DARK, LIGHT, SEPIA, THEMES, Ink, ThemeService, resolve, style_sheet

ALL = [LIGHT, SEPIA, DARK]
SURFACES = ("chrome", "list", "paper", "raised")
scheme = Qt.ColorScheme


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_colour_is_a_colour(theme):
    for each in fields(theme):
        value = getattr(theme, each.name)
        for colour in value if isinstance(value, Ink) else [value] if each.name not in ("name", "is_dark") else []:
            assert QColor(colour).isValid(), each.name


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_surface(theme):
    for surface in SURFACES:
        ground = theme.colour(surface)
        for token, least in (("text", 7), ("text2", 4.5), ("text3", 4.5), ("accent", 4.5), ("danger", 4.5),
                             ("warn", 4.5), ("ok", 4.5), ("ctrl", 3)):  # fmt: skip
            assert contrast(theme.colour(token), ground) >= least, (token, surface)
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.seltext) >= 4.5
    assert contrast(theme.text, theme.find_fill) >= 4.5


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", Kind)
def test_marks_leave_the_text_readable(theme, kind):
    ink = theme.kind(kind)
    assert contrast(theme.text, ink.fill) >= 4.5
    assert contrast(ink.ink, theme.paper) >= 4.5
    assert contrast(ink.ink, ink.fill) >= 4.5


@pytest.mark.parametrize(
    ("setting", "day", "system", "expected"),
    [
        ("auto", "light", scheme.Light, LIGHT),
        ("auto", "sepia", scheme.Light, SEPIA),
        ("auto", "sepia", scheme.Dark, DARK),
        ("auto", "light", scheme.Unknown, LIGHT),
        ("auto", "nonsense", scheme.Unknown, LIGHT),
        ("dark", "light", scheme.Light, DARK),
        ("sepia", "light", scheme.Dark, SEPIA),
        ("nonsense", "sepia", scheme.Light, SEPIA),
    ],
)
def test_resolve(setting, day, system, expected):
    assert resolve(setting, day, system) is expected


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_the_style_sheet_has_no_place_left_open_and_its_files_exist(theme):
    sheet = style_sheet(theme)
    assert "@" not in sheet
    files = re.findall(r'url\("([^"]*)"\)', sheet)
    assert len(set(files)) == 4
    assert all(Path(file).is_file() for file in files)


def test_the_style_sheet_is_understood_by_qt(qapp, themes, qtbot, caplog):
    # Qt warns "Could not parse application stylesheet"; a warning fails the test.
    button = QPushButton("x")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    for name in THEMES:
        themes.set_theme(name)
        button.ensurePolished()
        assert button.palette().color(QPalette.ColorRole.Button).name() == THEMES[name].accent.lower()


def test_a_cache_that_cannot_be_written_is_no_hindrance(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(theme_module.paths, "cache_folder", lambda: blocked)
    assert 'url("' in style_sheet(LIGHT)


def test_the_service_dresses_the_application_and_tells(qapp, qtbot):
    service = ThemeService("light")
    with qtbot.waitSignal(service.changed) as caught:
        service.set_theme("dark")
    assert caught.args == [DARK]
    assert service.theme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.paper.lower()
    assert DARK.chrome in qapp.styleSheet()
    with qtbot.assertNotEmitted(service.changed):
        service.set_theme("dark")


def test_standard_buttons_have_no_pictures_of_another_hand(qapp, themes, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert not box.style().styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, box)


def test_the_list_of_a_box_shows_all_its_entries(qapp, themes, qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["学习研讨材料", "工作简报", "读书摘记", "对比材料", "发言提纲", "批注版全文"])
    box.show()
    box.showPopup()
    entries = box.view()
    qtbot.waitUntil(entries.isVisible)
    last = entries.visualRect(entries.model().index(box.count() - 1, 0))
    assert last.height() >= 26 and entries.viewport().rect().contains(last), "nothing is cut, with an arrow below"
    chosen = entries.visualRect(entries.model().index(0, 0))
    assert entries.viewport().grab(chosen).toImage().pixelColor(3, 13).name() == LIGHT.sel.lower()
    box.hidePopup()
