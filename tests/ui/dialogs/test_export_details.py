"""The rarer fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QToolButton

from reader.ui.dialogs.export_details import ExportDetails


@pytest.fixture
def make(qtbot, icons):
    def do(known=None, is_open=False):
        details = ExportDetails(icons, "gbt7714-2025", known or {}, is_open=is_open)
        details.set_template("study")
        qtbot.addWidget(details)
        details.show()
        return details

    return do


def test_they_are_behind_more(qtbot, make):
    details = make()
    field = details.findChild(QLineEdit, "exportRecipient")
    assert not field.isVisible()
    with qtbot.waitSignal(details.opened):
        qtbot.mouseClick(details.findChild(QToolButton, "exportMore"), Qt.MouseButton.LeftButton)
    assert field.isVisible() and field.accessibleName()
    assert make(is_open=True).findChild(QLineEdit, "exportRecipient").isVisible()


def test_what_is_filled_is_never_hidden(make):
    details = make({"signature": "青禾区委社会工作部"})
    assert details.findChild(QLineEdit, "exportSignature").isVisible()


def test_only_what_the_paper_prints_is_shown_and_told(make):
    details = make({"unit": "编发室", "copies_to": ["甲", "乙"], "pace": 180}, is_open=True)
    unit = details.findChild(QLineEdit, "exportUnit")
    assert not unit.isVisible() and "unit" not in details.values_for("study")
    details._texts["attachments"].setText("1号表；2号表; ")
    assert details.values_for("study")["attachments"] == ("1号表", "2号表")
    assert details.values_for("bulletin")["copies_to"] == ("甲", "乙") if "bulletin" in _templates() else True
    assert details.values()["pace"] == 180 and details.values()["unit"] == "编发室", "and nothing is forgotten"


def test_a_bulletin_has_its_name_its_foreword_and_its_copies(qtbot, make):
    details = make(is_open=True)
    details.set_template("bulletin")
    for name, text in (("Masthead", "学习简报"), ("Remark", "可学可用。")):
        field = details.findChild(QLineEdit, f"export{name}")
        assert field.isVisible() and field.accessibleName()
        with qtbot.waitSignal(details.changed):
            field.setText(text)
    copies = details.findChild(QSpinBox, "exportCopies")
    assert details.values_for("bulletin")["copies"] == 0 and not copies.text().isdigit(), "0 is not said"
    copies.setValue(30)
    told = details.values_for("bulletin")
    assert (told["masthead"], told["remark"], told["copies"]) == ("学习简报", "可学可用。", 30)
    assert not {"masthead", "remark", "copies"} & details.values_for("study").keys()
    details.set_template("notes")
    assert details.findChild(QLineEdit, "exportAbstract").isVisible() and not copies.isVisible()


def _templates():
    from reader.services.exporting import TEMPLATES

    return TEMPLATES
