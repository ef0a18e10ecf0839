"""What is right about an item of a digest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from tests.digests import hand_made

from reader.messages import Messages
from reader.model.corrections import SETTABLE
from reader.model.digest import Layer
from reader.ui.dialogs.digest_edit import DigestEditDialog


@pytest.fixture
def make(qtbot):
    def dialog(item, layer, language="zh_CN"):
        made = DigestEditDialog(item, layer, Messages(language))
        qtbot.addWidget(made)
        made.show()
        return made

    return dialog


@pytest.fixture
def figure(make):
    return make(hand_made().figures[3], Layer.FIGURES)


def field(dialog, name, kind=QLineEdit):
    return dialog.findChild(kind, f"digestEdit_{name}")


def save(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, "digestEditSave"), Qt.MouseButton.LeftButton)


def test_only_what_was_changed_is_told(qtbot, figure):
    assert field(figure, "object").text() == "每个网格" and field(figure, "value2").text() == ""
    field(figure, "object").setText(" 每个 城市网格 ")
    box = field(figure, "kind", QComboBox)
    box.setCurrentIndex(box.findText("度量"))
    with qtbot.waitSignal(figure.accepted):
        save(figure)
    assert figure.changes() == {"object": "每个 城市网格", "kind": "measure"}


def test_nothing_changed_is_nothing_told(qtbot, figure):
    with qtbot.waitSignal(figure.accepted):
        save(figure)
    assert figure.changes() == {}


def test_what_is_no_number_is_said_and_the_dialog_stays(qtbot, figure):
    field(figure, "value").setText("many")
    with qtbot.assertNotEmitted(figure.accepted):
        save(figure)
    trouble = figure.findChild(QLabel, "digestEditTrouble")
    assert trouble.isVisible() and "many" in trouble.text() and field(figure, "value").hasFocus()
    field(figure, "value").setText("320")
    save(figure)
    assert not figure.isVisible() and figure.changes() == {"value": "320"}


def test_enter_saves_and_escape_does_not(qtbot, figure):
    QTest.keyClicks(field(figure, "unit"), "s")
    with qtbot.waitSignal(figure.accepted):
        QTest.keyClick(field(figure, "unit"), Qt.Key.Key_Return)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_field_of_every_layer_has_a_name_and_its_value(make, language):
    digest = hand_made()
    items = {
        Layer.MODEL: digest.model, Layer.OUTLINE: digest.outline[0], Layer.FIGURES: digest.figures[0],
        Layer.DOCUMENTS: digest.documents[0], Layer.TERMS: digest.terms[0], Layer.DATES: digest.dates[1],
        Layer.KEY: digest.key[0],
    }  # fmt: skip
    assert {layer for layer, fields in SETTABLE.items() if fields} == set(items)
    for layer, item in items.items():
        dialog = make(item, layer, language)
        for name in SETTABLE[layer]:
            assert field(dialog, name, (QLineEdit, QComboBox)[bool(SETTABLE[layer][name].choices)]).accessibleName()
        words = [label.text() for label in dialog.findChildren(QLabel)]
        words += [box.itemText(n) for box in dialog.findChildren(QComboBox) for n in range(box.count())]
        assert not any(word.startswith("digest.") for word in words)
        assert all(box.currentIndex() >= 0 for box in dialog.findChildren(QComboBox))
        assert dialog.changes() == {}
