"""The dialog that corrects a text: what it asks for, what it shows, and that the keyboard alone suffices."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from reader.messages import Messages
from reader.model.article import Recipe
from reader.model.changes import ChangeKind
from reader.model.errors import CaptureError
from reader.services.revising import BodyLadder, BodyStep, CharsetChoice, Preview
from reader.ui.dialogs.choice_tree import ChoiceTree
from reader.ui.dialogs.correction import CorrectionDialog
from reader.ui.dialogs.difference import DifferenceView
from reader.ui.empty_state import EmptyState

LADDER = BodyLadder(
    (
        BodyStep("div.a", "div.a", 300, "", "后记"),
        BodyStep("", "div.TRS_Editor", 1590, "", ""),
        BodyStep("body", "body", 2400, "首页", ""),
    ),
    present=1,
    auto=1,
)
CHARSETS = (
    CharsetChoice("utf-8", "UTF-8", "�ຽ", True, False),
    CharsetChoice("gb18030", "GB18030", "青禾区", False, True),
)
PIECES = ((ChangeKind.KEPT, "第一段。"), (ChangeKind.INSERTED, "<b>首页</b>"), (ChangeKind.DELETED, "旧段。"))
WIDER = Preview(PIECES, 1600, "gb18030", True)
AS_SAVED = Preview(((ChangeKind.KEPT, "第一段。"),), 4, "gb18030", False)


@pytest.fixture
def dialog(icons, qtbot):
    made = CorrectionDialog(icons, Messages("en"), "报告", Recipe(), "example.org")
    qtbot.addWidget(made)
    made.asked = []
    made.preview_requested.connect(lambda *choice: made.asked.append(choice))
    made.show()
    qtbot.waitExposed(made)
    made.set_ladder(LADDER)
    made.set_charsets(CHARSETS)
    made.set_preview(AS_SAVED)
    return made


def button(dialog, name):
    return dialog.findChild(QPushButton, f"correction{name}")


def words(dialog):
    return " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog))


def test_it_opens_on_what_is_saved(dialog):
    steps = dialog.findChild(ChoiceTree, "correctionSteps")
    assert steps.row() == 1 and "automatic" in steps.topLevelItem(1).text(1)
    assert dialog.findChild(ChoiceTree, "correctionCharsets").row() == 1
    assert "as saved" in words(dialog)
    assert not button(dialog, "Save").isEnabled() and not button(dialog, "Reset").isEnabled()


def test_a_step_outwards_is_asked_for_shown_and_saved(dialog, qtbot):
    QTest.mouseClick(button(dialog, "Wider"), Qt.MouseButton.LeftButton)
    assert not button(dialog, "Save").isEnabled()
    qtbot.waitUntil(lambda: dialog.asked == [("", "body")])
    dialog.set_preview(WIDER)
    assert "1600 characters · 9 added · 3 removed" in words(dialog)
    assert not button(dialog, "Wider").isEnabled() and button(dialog, "Narrower").isEnabled()
    with qtbot.waitSignal(dialog.save_requested) as saved:
        QTest.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert saved.args == ["", "body", False]
    assert not dialog.isVisible()


def test_the_keyboard_steps_and_only_the_last_rest_is_asked_for(dialog, qtbot):
    assert dialog.focusWidget() is dialog.findChild(ChoiceTree, "correctionSteps")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(dialog.focusWidget(), key)
    qtbot.waitUntil(lambda: dialog.asked == [("", "body")])
    dialog.set_preview(WIDER)
    with qtbot.waitSignal(dialog.save_requested):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_another_charset_asks_for_the_parts_of_the_page_too(dialog, qtbot):
    charsets = dialog.findChild(ChoiceTree, "correctionCharsets")
    with qtbot.waitSignal(dialog.ladder_requested) as asked:
        QTest.mouseClick(
            charsets.viewport(), Qt.MouseButton.LeftButton,
            pos=charsets.visualItemRect(charsets.topLevelItem(0)).center(),
        )  # fmt: skip
    assert asked.args == ["utf-8", ""]
    qtbot.waitUntil(lambda: dialog.asked == [("utf-8", "")])
    with qtbot.waitSignal(dialog.ladder_requested) as asked:
        QTest.mouseClick(button(dialog, "Reset"), Qt.MouseButton.LeftButton)
    assert asked.args == ["", ""]


def test_what_the_program_found_is_one_click_away(dialog, qtbot):
    QTest.mouseClick(button(dialog, "Narrower"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(dialog, "Reset"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.asked == [("", "")])
    assert dialog.findChild(ChoiceTree, "correctionSteps").row() == 1


def test_a_choice_can_be_remembered_even_when_the_text_is_the_same(dialog, qtbot):
    remember = dialog.findChild(QCheckBox, "correctionRemember")
    assert not remember.isEnabled() and "example.org" in remember.text()
    QTest.mouseClick(button(dialog, "Narrower"), Qt.MouseButton.LeftButton)
    dialog.set_preview(AS_SAVED)
    assert not button(dialog, "Save").isEnabled()
    QTest.mouseClick(remember, Qt.MouseButton.LeftButton, pos=QPoint(10, remember.height() // 2))
    with qtbot.waitSignal(dialog.save_requested) as saved:
        QTest.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert saved.args == ["", "div.a", True]


def test_a_rule_is_shown_and_can_be_forgotten(dialog, qtbot):
    assert not button(dialog, "Forget").isVisible()
    dialog.set_rule("div.a")
    assert "div.a" in words(dialog)
    with qtbot.waitSignal(dialog.forget_requested):
        QTest.mouseClick(button(dialog, "Forget"), Qt.MouseButton.LeftButton)


def test_trouble_takes_the_place_of_the_text_and_cannot_be_saved(dialog):
    dialog.set_preview(WIDER)
    dialog.set_trouble(CaptureError("body_not_found", body="#zoom"))
    trouble = dialog.findChild(EmptyState, "correctionTrouble")
    assert trouble.isVisible() and "#zoom" in trouble.words()[1]
    assert not button(dialog, "Save").isEnabled()
    dialog.set_preview(WIDER)
    assert dialog.findChild(DifferenceView, "correctionText").isVisible()


def test_what_is_no_web_page_has_no_parts(icons, qtbot):
    made = CorrectionDialog(icons, Messages("en"), "报告", Recipe(), None)
    qtbot.addWidget(made)
    made.show()
    made.set_ladder(BodyLadder((), 0, 0))
    made.set_charsets(CHARSETS)
    assert "no web page" in words(made)
    assert not button(made, "Wider").isVisible()
    assert not made.findChild(QCheckBox, "correctionRemember").isVisible()
    assert made.focusWidget() is made.findChild(ChoiceTree, "correctionCharsets")


def test_a_document_has_no_charsets(dialog):
    charsets = dialog.findChild(ChoiceTree, "correctionCharsets")
    assert charsets.isVisible()
    dialog.set_charsets(())
    assert not charsets.isVisible() and "Charset" not in words(dialog)
