"""Kinds of files, as far as there are writers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton

from reader.ui.dialogs.export_formats import ExportFormats

NOW = {"docx": "docx", "pdf": "pdf", "html": "html", "md": "md"}
LATER = NOW | {"xlsx": "xlsx", "jsonld": "jsonld", "csv": "csv", "odt": "odt"}


@pytest.fixture
def make(qtbot, themes):
    def do(extensions, chosen="docx"):
        formats = ExportFormats(extensions, chosen)
        qtbot.addWidget(formats)
        formats.show()
        qtbot.waitExposed(formats)
        return formats

    return do


def test_only_what_can_be_written_is_offered(make):
    formats = make(NOW)
    shown = [button.text() for button in formats.findChildren(QRadioButton) if button.isVisible()]
    assert shown == ["Word", "PDF", "Markdown", "HTML"]
    assert not formats.findChild(QComboBox).isVisible()


def test_the_rarer_ones_are_behind_one_more(qtbot, make):
    formats = make(LATER)
    assert formats.findChild(QRadioButton, "exportFormat_excel").isVisible()
    box = formats.findChild(QComboBox, "exportOtherFormats")
    assert [box.itemData(n) for n in range(box.count())] == ["jsonld", "csv", "odt"]
    with qtbot.waitSignal(formats.changed):
        qtbot.mouseClick(formats.findChild(QRadioButton, "exportFormat_other"), Qt.MouseButton.LeftButton)
    assert formats.format == "jsonld"
    with qtbot.waitSignal(formats.changed):
        box.setCurrentIndex(1)
    assert (formats.format, formats.name) == ("csv", "CSV")


def test_choosing_in_the_box_chooses_it(make):
    formats = make(LATER)
    formats.findChild(QComboBox, "exportOtherFormats").setCurrentIndex(2)
    assert (formats.format, formats.name) == ("odt", "odt")


def test_arrows_go_through_the_buttons(qtbot, make):
    formats = make(NOW)
    word = formats.findChild(QRadioButton, "exportFormat_word")
    formats.activateWindow()
    word.setFocus()
    qtbot.waitUntil(word.hasFocus)
    qtbot.keyClick(word, Qt.Key.Key_Right)
    assert formats.format == "pdf"


@pytest.mark.parametrize(("known", "expected"), [("md", "md"), ("csv", "csv"), ("gone", "docx")])
def test_the_format_of_last_time_is_chosen(make, known, expected):
    assert make(LATER, known).format == expected


def test_a_template_of_ones_own_is_called_as_its_file(make):
    formats = make(NOW | {"own/卡片.md": "md"}, "own/卡片.md")
    assert (formats.format, formats.name) == ("own/卡片.md", "卡片.md")
