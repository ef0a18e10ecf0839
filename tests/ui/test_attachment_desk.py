"""Attachments in the window: listed, saved, added; a link to one in the text does not go to the browser."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton
from tests.ui.pictures import LINK, TEXT, report

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(session, make_window, qtbot, monkeypatch):
    """A window in which the report is open, and the addresses the browser was asked for."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    key = session.capturing.store("a", report()).id
    window = make_window()
    window.show_article(key)
    window.show_tab("info")
    qtbot.waitUntil(lambda: window.pane.view.blocks != ())
    return window, asked


def test_save_as_asks_where_and_writes(opened, qtbot, tmp_path: Path, monkeypatch):
    window, _ = opened
    proposed: list[str] = []

    def choose(_parent, _title, name, *_more):
        proposed.append(name)
        return str(tmp_path / "我的.txt"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(window.panel.findChild(QToolButton, "attachmentSave"), LEFT)
    qtbot.waitUntil((tmp_path / "我的.txt").exists)
    assert "城东网格" in (tmp_path / "我的.txt").read_text(encoding="utf-8")
    assert proposed[0].endswith("评分 表.txt")
    QTest.mouseClick(window.panel.findChild(QToolButton, "attachmentSave"), LEFT)
    assert Path(proposed[1]).parent == tmp_path, "the folder is remembered"


def test_nothing_is_written_when_the_question_is_cancelled(opened, tmp_path: Path, monkeypatch):
    window, _ = opened
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    QTest.mouseClick(window.panel.findChild(QToolButton, "attachmentSave"), LEFT)
    assert not window.work.tasks.listed()


def test_added_as_an_article_it_is_shown(opened, qtbot):
    window, _ = opened
    QTest.mouseClick(window.panel.findChild(QToolButton, "attachmentAdd"), LEFT)
    qtbot.waitUntil(lambda: "城东网格" in window.pane.view.text, timeout=15_000)
    assert (
        not window.panel.findChild(QToolButton, "attachmentSave") or window.information.attachments._section.isHidden()
    )


def test_a_link_to_it_offers_to_save_it(opened, qtbot):
    window, asked = opened
    view = window.pane.view
    offset = view.text.index(TEXT) + 6
    view.goto(offset)
    rect = view.rects(type(view.visible_span())(offset, offset + 1))[0]
    place = QPoint(*map(round, rect.center().toTuple()))
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: window.findChild(QMenu, "attachmentMenu") is not None)
    menu = window.findChild(QMenu, "attachmentMenu")
    texts = [action.text() for action in menu.actions() if action.text()]
    assert "评分 表.txt" in texts[0] and asked == []
    menu.actions()[-1].trigger()
    assert len(asked) == 1 and asked[0].startswith(LINK[:30])
    menu.close()


def test_hidden_where_there_are_none(opened, session, captured):
    window, _ = opened
    assert not window.information.attachments._section.isHidden()
    window.show_article(session.capturing.store("b", captured("另一篇。", url="https://example.org/b.html")).id)
    assert window.information.attachments._section.isHidden()
