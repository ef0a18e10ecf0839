"""Opening, going back, text size, addresses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest


@pytest.fixture
def two(window, session, captured, article):
    other = session.capturing.store("", captured("第二篇。", url="https://example.org/b", title="第二篇")).id
    window.work.announcer.articles_changed.emit([article, other])
    window.show_article(article)
    window.show_article(other)
    return article, other


@pytest.fixture
def browser(monkeypatch):
    """Addresses that would go to the browser."""
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    return opened


def test_back_and_forward_among_opened_articles(window, two):
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.reading.article.id == two[0]
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.reading.article.id == two[1]


def test_the_title_of_the_window_names_the_article(window, two):
    assert window.windowTitle().startswith("第二篇")


def test_text_size_stays_within_its_limits_and_is_kept(window, two):
    for _ in range(20):
        window.reading.resize_text(1)
    assert window.work.settings.text_size == 28
    for _ in range(20):
        window.reading.resize_text(-1)
    assert window.work.settings.text_size == 14 and window.pane.view.typography.text_size == 14
    window.reading.resize_text(0)
    assert window.work.settings.text_size == 18


def test_passage_numbers_are_a_toggle_of_menu_and_text(window, two):
    window.actions_by_id["passages"].trigger()
    assert window.pane.view.typography.passages and window.actions_by_id["passages"].isChecked()


@pytest.mark.parametrize(
    ("address", "leaves"),
    [
        ("https://example.org/x", True),
        ("mailto:a@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("smb://host/share", False),
    ],
)
def test_only_the_web_and_mail_leave_the_window(window, browser, address, leaves):
    window.reading.open_link(address)
    assert browser == ([address] if leaves else [])


def test_the_original_page_opens_in_the_browser(window, two, browser):
    window.actions_by_id["open_original"].trigger()
    assert browser == ["https://example.org/b"]


def test_an_article_without_an_address_says_what_to_do(window, session, captured, browser):
    key = session.capturing.store("", captured(url=None)).id
    window.work.announcer.articles_changed.emit([key])
    window.show_article(key)
    window.reading.open_original()
    assert browser == [] and window.toast.text()


def test_metadata_edited_in_the_panel_shows_in_list_and_text(window, session, two):
    window.library.edit_metadata(two[1], {"title": "改过的标题", "source": "青禾区政府"})
    assert window.list_pane.articles.article_model().article(0).title == "改过的标题"
    assert "改过的标题" in window.pane.view.document().toPlainText()
    assert "青禾区政府" in window.pane.view.document().toPlainText()
