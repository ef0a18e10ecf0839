"""Where the reader is: restored, shown, reported."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QProgressBar,
)

from reader.model.article import Position
from reader.model.blocks import Block, BlockKind
from reader.ui.reading.pane import ReaderPane
from reader.ui.reading.place import DWELL

from .conftest import BLOCKS, article, child, content, place, said


class TestPlace:
    def test_the_place_is_restored(self, pane, qtbot):
        at = place("第18条").start + 3
        pane.show_article(article(), content(), [], Position("a", 1, at, 0.5))
        line = pane.view.visible_lines()[0]
        assert line.start <= at <= line.end

    def test_the_place_is_restored_in_a_window_that_is_only_being_made(self, qtbot, themes, icons):
        made = ReaderPane(themes, icons)
        qtbot.addWidget(made)
        at = place("第18条").start
        made.show_article(article(), content(), [], Position("a", 1, at, 0.5))
        made.resize(1000, 600)
        made.show()
        qtbot.wait(50)
        line = made.view.visible_lines()[0]
        assert line.start <= at <= line.end

    def test_the_place_is_restored_in_a_window_that_is_being_resized(self, pane, qtbot):
        pane.view.goto(place("第3条").start)
        pane.clear()
        pane.resize(600, 640)
        QApplication.processEvents()
        pane.resize(1100, 640)
        at = place("第18条").start
        pane.show_article(article(), content(), [], Position("a", 1, at, 0.5))
        qtbot.wait(50)
        line = pane.view.visible_lines()[0]
        assert line.start <= at <= line.end

    def test_scrolling_is_reported(self, pane, qtbot, hand):
        with qtbot.waitSignal(pane.position_changed, timeout=2000) as caught:
            hand.key(Qt.Key.Key_End)
        offset, progress = caught.args
        assert progress == 1
        assert offset == pane.view.visible_span().start

    def test_opening_and_restoring_are_not_reported(self, pane, qtbot):
        reported = said(pane.position_changed)
        pane.show_article(article(), content(), [], Position("a", 1, place("第18条").start, 0.5))
        pane.resize(640, 700)
        qtbot.wait(300)
        assert reported == []

    def test_an_article_that_was_looked_at_is_reported(self, pane, qtbot, monkeypatch):
        pane._place._dwell.setInterval(50)
        with qtbot.waitSignal(pane.position_changed, timeout=2000) as caught:
            pane.show_article(article(), content(BLOCKS[:2]), [], None)
        assert caught.args == [0, 1.0]
        assert DWELL >= 2000

    def test_the_footer_tells_how_far(self, pane, qtbot, hand):
        pane.show_article(article(chars=4000), content(), [], None)
        assert child(pane, "readPlace", QLabel).text() == "Paragraph 2 of 38"
        assert child(pane, "readRest", QLabel).text() == "0% · about 10 minute(s) left"
        hand.key(Qt.Key.Key_End)
        qtbot.waitUntil(lambda: child(pane, "readRest", QLabel).text() == "100%")
        assert child(pane, "readProgress", QProgressBar).value() == 1000

    def test_the_footer_tells_it_of_a_long_text_that_is_opened_again(self, pane, qtbot):
        words = "全市划分网格，居民议事。" * 12
        long = content([Block(BlockKind.PARAGRAPH, f"第{number}段。{words}") for number in range(200)])
        for opened in (long, content(), long):
            pane.show_article(article(), opened, [], None)
            qtbot.waitUntil(lambda: "Paragraph" in child(pane, "readPlace", QLabel).text())
        qtbot.waitUntil(lambda: child(pane, "readPlace", QLabel).text().endswith("of 200"))

    def test_a_place_behind_the_end_of_a_shorter_version(self, pane):
        pane.show_article(article(), content(BLOCKS[:3]), [], Position("a", 1, 10**6, 0.9))
        assert not pane.grab().isNull()
        assert pane.view.visible_lines()

    def test_flash_shows_the_place_and_goes_out(self, pane, qtbot):
        span = place("第25条")
        pane.view.lit._steady.setInterval(30)
        pane.flash(*span)
        assert pane.view.layers.flash == span
        assert pane.view.rects(span)
        qtbot.waitUntil(lambda: pane.view.layers.flash is None)
