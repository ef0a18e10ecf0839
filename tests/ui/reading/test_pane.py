"""The pane as a whole: its states, names and languages."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QSlider,
    QWidget,
)

from reader.model.blocks import Block, BlockKind

from .conftest import BLOCKS, FIRST, TEXT, article, child, content


class TestStates:
    def test_without_an_article_it_says_what_to_do(self, pane):
        pane.clear()
        assert child(pane, "readerEmpty", QWidget).isVisible()
        assert not pane.footer.isVisible()
        assert pane.selection() is None
        for command in ("copy", "copy_with_source", "note"):
            pane.ask(command)
        pane.open_find()
        pane.step_paragraph(1)
        assert not pane.find_bar.isVisible()

    def test_an_article_without_text(self, pane):
        for blocks in ((), (Block(BlockKind.PARAGRAPH, ""),), (Block(BlockKind.IMAGE, image=""),)):
            pane.show_article(article(chars=0), content(blocks), [], None)
            pane.grab()
            pane.step_paragraph(1)
            assert pane.selection() is None

    def test_a_banner_with_its_action(self, pane):
        done = []
        pane.banner.show_message("<b>没有网络</b>", "wifi-off", action="Retry", do=lambda: done.append(1))
        assert child(pane, "bannerText", QLabel).text() == "<b>没有网络</b>"
        QTest.mouseClick(child(pane, "bannerAction", QAbstractButton), Qt.MouseButton.LeftButton)
        assert done == [1]

    def test_copying_a_focused_paragraph(self, pane):
        pane.step_paragraph(1)
        pane.step_paragraph(1)
        pane.copy()
        assert QApplication.clipboard().text() == FIRST

    def test_notes_and_titles_are_never_markup(self, pane):
        for label in pane.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.objectName()

    def test_everything_has_a_name(self, pane):
        for kind in (QAbstractButton, QLineEdit, QSlider, QProgressBar):
            for widget in pane.findChildren(kind):
                if widget.isEnabled() and not widget.objectName().startswith("qt_"):
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text or not widget.isVisibleTo(pane), widget.objectName()

    def test_another_language_is_spoken_at_once(self, pane):
        QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
        assert pane.view.toPlainText().split("\n")[2] == BLOCKS[0].text


def test_text_is_what_was_captured(pane):
    assert pane.view.text == TEXT
