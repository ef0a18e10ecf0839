"""Actions of the window that no desk does: which article is meant, where the keyboard goes, what is ticked."""

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui.commands import MORE, OF_ARTICLE


@pytest.fixture
def articles(window, session, captured):
    """Two reports, the first one open in the reader."""
    ids = [
        session.capturing.store("", captured(text, url=f"https://example.org/{len(text)}", title=text)).id
        for text in ("青禾区的报告。", "云岭县讲的是别的事情，一句也不同。")
    ]
    window.work.announcer.articles_changed.emit(ids)
    window.show_article(ids[0])
    window.pane.focus_text()
    return ids


def test_what_needs_an_article_goes_with_it(window, session, articles):
    assert all(window.actions_by_id[name].isEnabled() for name in OF_ARTICLE)
    window.library.delete(articles)
    assert not any(window.actions_by_id[name].isEnabled() for name in OF_ARTICLE)


def test_one_article_is_the_open_one_and_several_are_those_of_the_list(window, articles):
    asked = []
    window.list_pane.articles.clearSelection()
    window.commands.with_chosen(asked.append)
    window.list_pane.articles.selectAll()
    window.commands.with_chosen(asked.append)
    window.commands.with_open(asked.append)  # the keyboard is in the reader
    assert [sorted(each) for each in asked] == [articles[:1], sorted(articles), articles[:1]]


def test_the_keyboard_goes_around_the_panes(window, articles):
    window.activateWindow()
    panes = {"sidebar": window.sidebar, "list": window.list_pane, "reader": window.middle, "panel": window.panel}

    def here():
        focus = QApplication.focusWidget()
        return next((name for name, pane in panes.items() if focus and pane.isAncestorOf(focus)), None)

    assert here() == "reader"
    stops = []
    for _ in range(3):
        window.actions_by_id["next_pane"].trigger()
        stops.append(here())
    assert stops == ["sidebar", "list", "reader"], "there is no mark yet, and the panel takes no keys"
    window.actions_by_id["previous_pane"].trigger()
    assert here() == "list"
    window.actions_by_id["show_info"].trigger()
    assert here() == "panel"
    window.actions_by_id["previous_pane"].trigger()
    assert here() == "reader"


def test_words_with_a_blank_are_searched_as_one(window, articles):
    window.commands.search_for("青禾区 的报告")
    assert window.list_pane.query().text == '"青禾区 的报告"'
    window.commands.search_for("报告")
    assert window.list_pane.query().text == "报告"


def test_the_theme_that_is_shown_is_ticked(window):
    window.help.set_theme("dark")
    ticked = [name for name in ("auto", "light", "sepia", "dark") if window.actions_by_id[f"theme_{name}"].isChecked()]
    assert ticked == ["dark"]


def test_the_menu_of_the_reader_offers_what_is_named(window):
    offered = window.commands._more_menu().actions()
    assert [window.actions_by_id[name] if name else None for name in MORE] == [
        None if action.isSeparator() else action for action in offered
    ]
