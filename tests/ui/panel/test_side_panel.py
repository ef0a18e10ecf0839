"""The tabs of the side panel."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from tests.digests import TEXT, TITLE, hand_made

from reader.services.digesting import Digested
from reader.ui.panel.digest_rows import prepare
from reader.ui.panel.side_panel import TABS
from reader.ui.theme import THEMES


def tab(panel, name):
    return panel.findChild(QPushButton, name)


def test_the_first_tab_counts_the_annotations(panel, article, content, five):
    panel.show_article(article, content, five)
    assert tab(panel, "tabAnnotations").text().endswith(" 5")
    panel.set_annotations(five[:1])
    assert tab(panel, "tabAnnotations").text().endswith(" 1")
    panel.set_annotations([])
    assert not any(character.isdigit() for character in tab(panel, "tabAnnotations").text())


def test_a_click_brings_a_tab_to_the_front(qtbot, panel):
    with qtbot.waitSignal(panel.tab_changed) as told:
        qtbot.mouseClick(tab(panel, "tabInfo"), Qt.MouseButton.LeftButton)
    assert told.args == ["info"]
    assert panel.tab == "info"
    assert panel.info.isVisible() and not panel.annotations.isVisible()


def test_arrow_keys_walk_through_the_tabs(qtbot, panel):
    tab(panel, "tabAnnotations").setFocus()
    qtbot.keyClick(tab(panel, "tabAnnotations"), Qt.Key.Key_Right)
    assert panel.tab == "digest"
    qtbot.keyClick(tab(panel, "tabDigest"), Qt.Key.Key_Right)
    assert panel.tab == "outline"


def test_a_tab_takes_the_keyboard_when_asked(panel, article, content, five):
    panel.show_article(article, content, five)
    panel.show_tab("annotations", focus=True)
    assert panel.annotations.list.hasFocus()
    assert panel.annotations.list.current_id() == "id1"
    panel.show_tab("outline", focus=True)
    assert panel.outline.hasFocus()  # there is nothing in it yet
    panel.outline.set_nodes(hand_made().outline)
    assert panel.outline.tree.hasFocus()
    panel.show_tab("digest", focus=True)
    panel.digest.set_digest(prepare(Digested(hand_made(), TEXT), TITLE))
    assert panel.digest.view.tree.hasFocus()


def test_to_edit_a_mark_brings_its_tab_to_the_front(panel, article, content, five):
    panel.show_article(article, content, five)
    panel.show_tab("info")
    panel.edit_annotation("id2")
    assert panel.tab == "annotations"
    assert panel.findChild(QPlainTextEdit, "noteEdit").hasFocus()


def test_another_article_saves_the_note_that_is_being_written(qtbot, panel, article, content, five):
    panel.show_article(article, content, five)
    panel.edit_annotation("id1")
    qtbot.keyClicks(panel.findChild(QPlainTextEdit, "noteEdit"), "kept")
    with qtbot.waitSignal(panel.annotations.edit_requested) as asked:
        panel.show_article(dataclasses.replace(article, id="b2"), content, [])
    assert asked.args == ["id1", {"note": "kept"}]
    assert panel.article_id == "b2"


def test_news_of_the_same_article_leave_scroll_and_active_card(panel, article, content, make_annotation):
    many = [make_annotation(n) for n in range(60)]
    panel.show_article(article, content, many)
    panel.set_active("id30")
    scrolled = panel.annotations.list.verticalScrollBar().value()
    assert scrolled > 0
    panel.show_article(dataclasses.replace(article, starred=True), content, many)
    assert panel.annotations.active() == "id30"
    assert panel.annotations.list.verticalScrollBar().value() == scrolled


def test_hostile_text_is_shown_as_it_is(panel, article, content, make_annotation):
    evil = "<img src=x onerror=1><b>x</b>"
    metadata = dataclasses.replace(article.metadata, title=evil, source=evil)
    panel.show_article(dataclasses.replace(article, metadata=metadata), content, [make_annotation(1, quote=evil)])
    for label in panel.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or "<" not in label.text()


def test_it_is_painted_in_every_theme_and_at_the_smallest_width(themes, panel, article, content, five):
    panel.resize(280, 600)
    panel.show_article(article, content, five)
    for name in THEMES:
        themes.set_theme(name)
        for each in TABS:
            panel.show_tab(each)
            picture = panel.grab().toImage()
            assert picture.pixelColor(4, 590).name() == QColor(themes.theme.list).name()
            assert picture.pixelColor(4, 590).name() == picture.pixelColor(200, 20).name()
    assert panel.minimumSizeHint().width() <= 280
