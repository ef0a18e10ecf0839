"""Correcting a text in the window: from the menu to the new version, back by Undo, and rules that are removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QTextBrowser

from reader.ui.dialogs.choice_tree import ChoiceTree
from reader.ui.dialogs.correction import CorrectionDialog
from reader.ui.dialogs.difference import DifferenceView
from reader.ui.dialogs.preferences import PreferencesDialog

FIRST = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋、下沉到门口。"
SECOND = "专家点评：青禾区的做法抓住了关键，把力量放到了最需要的地方，值得各地借鉴、推广。"
PAGE = f"""<html><head><meta charset="gb2312"><title>青禾区：网格做好大文章</title></head><body>
<div class="menu"><a href="/">首页</a></div><h1>青禾区：网格做好大文章</h1>
<div class="wrap"><div class="TRS_Editor"><p>{FIRST}</p></div><div class="note"><p>{SECOND}</p></div></div>
</body></html>""".encode("gb18030")


@pytest.fixture
def report(session):
    outcome = session.capturing.add("-", data=PAGE, url="https://example.org/1.html")
    session.annotating.annotate(outcome.id, quote="专职网格员256名")
    return outcome.id


@pytest.fixture
def dialog(window, report, qtbot):
    window.show_article(report)
    QTest.mouseClick(
        window.panel.info.findChild(QPushButton, "correct_textActionButton"), Qt.MouseButton.LeftButton
    )
    found = window.findChild(CorrectionDialog)
    qtbot.waitUntil(lambda: found.findChild(ChoiceTree, "correctionSteps").row() >= 0, timeout=15000)
    qtbot.waitUntil(lambda: text_of(found) == FIRST, timeout=15000)
    return found


def text_of(dialog):
    return dialog.findChild(DifferenceView, "correctionText").toPlainText()


def press(dialog, name):
    QTest.mouseClick(dialog.findChild(QPushButton, f"correction{name}"), Qt.MouseButton.LeftButton)


def save_wider(window, session, dialog, qtbot, remember=False):
    press(dialog, "Wider")
    qtbot.waitUntil(lambda: text_of(dialog) == f"{FIRST}\n{SECOND}", timeout=15000)
    dialog.findChild(QCheckBox, "correctionRemember").setChecked(remember)
    with qtbot.waitSignal(window.information.revising.corrected, timeout=15000):
        press(dialog, "Save")


def test_nothing_is_asked_without_an_open_article(window, report, session):
    assert window.information.revising.correct() is None
    window.show_article(report)
    session.organising.delete([report])
    window.work.announcer.articles_changed.emit([report])
    assert not window.actions_by_id["correct_text"].isEnabled()


def test_a_wider_text_is_shown_at_once_and_taken_back_by_undo(window, session, report, dialog, qtbot):
    save_wider(window, session, dialog, qtbot)
    assert session.reading.content(report).text == f"{FIRST}\n{SECOND}"
    assert SECOND in window.pane.findChild(QTextBrowser, "reader").toPlainText()
    assert window.panel.info.version == 2
    assert "corrected" in window.toast.text()
    window.actions_by_id["undo"].trigger()
    assert session.reading.content(report).text == FIRST and window.panel.info.version == 3
    mark = session.annotating.list(report)[0]
    assert (mark.version, mark.orphan) == (3, False)
    window.actions_by_id["redo"].trigger()
    assert session.reading.content(report).text == f"{FIRST}\n{SECOND}"


def test_what_is_remembered_is_listed_in_the_preferences_and_removed_there(window, session, report, dialog, qtbot):
    save_wider(window, session, dialog, qtbot, remember=True)
    assert [rule.body for rule in session.revising.rules()] == ["div.wrap"]
    window.actions_by_id["preferences"].trigger()
    preferences = window.findChild(PreferencesDialog)
    QTest.mouseClick(preferences.findChild(QPushButton, "siteRuleRemove0"), Qt.MouseButton.LeftButton)
    assert session.revising.rules() == []
    preferences.reject()


def test_a_rule_is_forgotten_in_the_dialog(window, session, report, qtbot):
    session.revising.again(report, body="div.wrap", remember=True)
    window.show_article(report)
    dialog = window.information.revising.correct()
    press(dialog, "Forget")
    assert session.revising.rules() == []
    dialog.reject()


def test_closing_the_dialog_changes_nothing(window, session, report, dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(session.reading.versions(report)) == 1
