"""The tab 信息."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton


@pytest.fixture
def info(panel, article, content):
    panel.show_article(article, content, [])
    panel.show_tab("info")
    return panel.info


def line(info, name):
    return info.findChild(QLineEdit, name)


def retype(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("infoSource", "source"),
        ("infoAuthor", "author"),
        ("infoSite", "site"),
        ("infoUrl", "url"),
        ("infoOriginalUrl", "original_url"),
    ],
)
def test_every_line_is_edited_in_place(qtbot, info, name, field):
    retype(qtbot, line(info, name), "yunling.example.cn")
    with qtbot.waitSignal(info.edit_requested) as asked:
        qtbot.keyClick(line(info, name), Qt.Key.Key_Return)
    assert asked.args == ["a1", {field: "yunling.example.cn"}]


def test_the_title_is_edited_and_enter_finishes_it(qtbot, info):
    title = info.findChild(QPlainTextEdit, "infoTitle")
    retype(qtbot, title, "new title")
    with qtbot.waitSignal(info.edit_requested) as asked:
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert asked.args == ["a1", {"title": "new title"}]


def test_an_empty_title_is_not_taken(qtbot, info, article):
    title = info.findChild(QPlainTextEdit, "infoTitle")
    with qtbot.assertNotEmitted(info.edit_requested):
        retype(qtbot, title, "")
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.toPlainText() == article.title


def test_an_emptied_line_means_not_known(qtbot, info):
    retype(qtbot, line(info, "infoSource"), "")
    with qtbot.waitSignal(info.edit_requested) as asked:
        qtbot.keyClick(line(info, "infoSource"), Qt.Key.Key_Return)
    assert asked.args == ["a1", {"source": None}]


def test_a_date_is_taken_in_any_form_and_nonsense_is_not(qtbot, info):
    published = line(info, "infoPublished")
    retype(qtbot, published, "2026/5/6")
    with qtbot.waitSignal(info.edit_requested) as asked:
        qtbot.keyClick(published, Qt.Key.Key_Return)
    assert asked.args == ["a1", {"published": "2026-05-06"}]
    with qtbot.assertNotEmitted(info.edit_requested):
        retype(qtbot, published, "spring")
        qtbot.keyClick(published, Qt.Key.Key_Return)
    trouble = info.findChild(QLabel, "infoDateTrouble")
    assert trouble.isVisible() and "2026-11-30" in trouble.text()
    qtbot.keyClick(published, Qt.Key.Key_Escape)
    assert not trouble.isVisible()


def test_nothing_changed_asks_for_nothing(qtbot, info):
    with qtbot.assertNotEmitted(info.edit_requested):
        line(info, "infoSource").setFocus()
        qtbot.keyClick(line(info, "infoSource"), Qt.Key.Key_Return)


def test_esc_puts_back_what_is_stored(qtbot, info, article):
    retype(qtbot, line(info, "infoSource"), "wrong")
    with qtbot.assertNotEmitted(info.edit_requested):
        qtbot.keyClick(line(info, "infoSource"), Qt.Key.Key_Escape)
        line(info, "infoAuthor").setFocus()
    assert line(info, "infoSource").text() == article.metadata.source


def test_how_it_was_saved_is_told(info):
    assert info.findChild(QLabel, "infoEncoding").text() == "gb18030"
    assert "400" in info.findChild(QLabel, "infoCharacters").text()
    assert "2026" in info.findChild(QLabel, "infoFetched").text()
    assert info.findChild(QLabel, "infoImages").isVisible()


def test_the_original_is_opened_first(qtbot, info, article):
    with qtbot.waitSignal(info.open_requested) as asked:
        qtbot.mouseClick(info.findChild(QPushButton, "infoOpen"), Qt.MouseButton.LeftButton)
    assert asked.args == [article.metadata.original_url]


def test_without_an_address_there_is_nothing_to_open(panel, article, content):
    bare = dataclasses.replace(article.metadata, url=None, original_url=None)
    panel.show_article(dataclasses.replace(article, metadata=bare), content, [])
    panel.show_tab("info")
    assert not panel.info.findChild(QPushButton, "infoOpen").isVisible()


def test_what_is_being_typed_survives_news_of_the_same_article(qtbot, panel, article, content, info):
    retype(qtbot, line(info, "infoAuthor"), "Zhou")
    panel.show_article(dataclasses.replace(article, starred=True), content, [])
    assert line(info, "infoAuthor").text() == "Zhou"


def test_what_was_typed_is_announced_for_its_own_article_before_another_comes(qtbot, panel, article, content, info):
    retype(qtbot, line(info, "infoAuthor"), "Zhou")
    with qtbot.waitSignal(info.edit_requested) as asked:
        panel.show_article(dataclasses.replace(article, id="b2"), content, [])
    assert asked.args == ["a1", {"author": "Zhou"}]
    assert line(info, "infoAuthor").text() == ""


def test_an_undone_edit_is_shown_though_its_field_has_the_keyboard(qtbot, panel, article, content, info):
    def store(_key, changes):
        metadata = dataclasses.replace(article.metadata, **changes)
        panel.show_article(dataclasses.replace(article, metadata=metadata), content, [])

    info.edit_requested.connect(store)
    retype(qtbot, line(info, "infoAuthor"), "Zhou")
    qtbot.keyClick(line(info, "infoAuthor"), Qt.Key.Key_Return)
    panel.show_article(article, content, [])
    assert line(info, "infoAuthor").text() == ""
    with qtbot.assertNotEmitted(info.edit_requested):
        line(info, "infoSource").setFocus()


def test_a_section_stands_below_the_facts(qtbot, info):
    section = QPushButton("More")
    info.add_section(section)
    qtbot.waitUntil(section.isVisible)
    facts = info.findChild(QLabel, "infoFetched")
    assert section.mapTo(info, section.rect().topLeft()).y() > facts.mapTo(info, facts.rect().bottomLeft()).y()
