"""Remembered rules: listed, removed, and nothing where there are none."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model.article import SiteRule
from reader.ui.dialogs.site_rules import SiteRuleList

RULES = [SiteRule("a.example", "#zoom", "2026-11-22T08:00:00Z"), SiteRule("b.example", "div.x", "2026-11-22T08:00:00Z")]


def test_the_rule_of_a_row_is_removed(qtbot):
    shown = SiteRuleList()
    qtbot.addWidget(shown)
    shown.resize(500, 100)
    shown.set_rules(RULES)
    shown.show()
    assert {each.text() for each in shown.findChildren(QLabel)} == {"a.example", "#zoom", "b.example", "div.x"}
    with qtbot.waitSignal(shown.removed) as removed:
        QTest.mouseClick(shown.findChild(QPushButton, "siteRuleRemove1"), Qt.MouseButton.LeftButton)
    assert removed.args == ["b.example"]
    shown.set_rules([])
    assert not shown.isVisible()
