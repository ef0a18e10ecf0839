"""Nothing is loaded, opened, dropped or followed."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from reader.model.blocks import Block, BlockKind, Run, RunStyle

from .conftest import SECOND, TEXT, article, content, place, said

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class TestSafety:
    @pytest.mark.parametrize("address", ["https://a.cn/1", "http://a.cn", "mailto:a@b.cn"])
    def test_web_links_leave_by_signal(self, pane, address):
        followed = said(pane.link_activated)
        pane.view.anchorClicked.emit(QUrl(address))
        assert followed == [(address,)]

    @pytest.mark.parametrize(
        "address",
        ["file:///etc/passwd", "javascript:alert(1)", "//host/share", "a.html", "ms-msdt:/id", "smb://h/s", "data:x"],
    )
    def test_no_other_link_leaves(self, pane, address):
        followed, source = said(pane.link_activated), pane.view.source()
        pane.view.anchorClicked.emit(QUrl(address))
        assert followed == []
        assert pane.view.source() == source

    def test_a_click_on_a_link_in_the_text(self, pane, hand):
        followed = said(pane.link_activated)
        hand.click(place(SECOND).start + 10)
        assert followed == [("https://example.cn/yunling",)]

    def test_nothing_can_be_dropped_on_the_text(self, pane):
        assert not pane.view.acceptDrops()
        assert not pane.view.viewport().acceptDrops()
        mime = QMimeData()
        mime.setText("x")
        event = QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QGuiApplication.sendEvent(pane.view.viewport(), event)
        assert pane.view.text == TEXT

    def test_markup_in_an_article_is_only_text(self, pane):
        hostile = '<img src="file:///etc/passwd"><b>不是标签</b>'
        blocks = (Block(BlockKind.PARAGRAPH, hostile, runs=(Run(0, 5, RunStyle.LINK, "file:///etc/passwd"),)),)
        pane.show_article(article(), content(blocks), [], None)
        assert hostile in pane.view.toPlainText()

    def test_the_view_never_navigates_and_never_loads(self, pane):
        before = pane.view.toPlainText()
        pane.view.setSource(QUrl("file:///etc/passwd"))
        assert pane.view.toPlainText() == before
        for kind in (1, 2, 3, 4, 100):
            assert pane.view.loadResource(kind, QUrl("file:///etc/passwd"))
