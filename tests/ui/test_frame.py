"""Panes share the window by its width, and choices are kept for each width class."""

import pytest

from reader.model.query import ArticleQuery
from reader.ui.frame import width_class


@pytest.fixture
def filled(window, session, captured):
    session.capturing.store("", captured())
    window.work.announcer.articles_changed.emit([])
    return window


@pytest.mark.parametrize(
    ("width", "name"),
    [(1600, "wide"), (1560, "wide"), (1559, "medium"), (1366, "medium"), (1359, "narrow"), (960, "small")],
)
def test_width_classes(width, name):
    assert width_class(width) == name


@pytest.mark.parametrize(
    ("width", "is_rail", "has_panel"), [(1600, False, True), (1366, True, True), (1280, True, False)]
)
def test_the_sidebar_folds_and_the_panel_goes_where_there_is_no_room(filled, qtbot, width, is_rail, has_panel):
    filled.resize(width, 768)
    qtbot.waitUntil(lambda: filled.sidebar.is_rail() == is_rail)
    assert filled.panel.isVisible() == has_panel and filled.list_pane.isVisible()
    assert sum(filled.frame.splitter.sizes()) <= width
    assert filled.pane.width() >= 440


def test_a_choice_belongs_to_its_width_class(filled, qtbot):
    filled.resize(1366, 768)
    filled.frame.toggle_panel()
    assert not filled.panel.isVisible()
    filled.resize(1600, 900)
    assert filled.panel.isVisible()
    filled.resize(1366, 768)
    assert not filled.panel.isVisible()


def test_in_a_small_window_the_panel_takes_the_place_of_the_list(filled):
    filled.resize(960, 620)
    assert filled.list_pane.isVisible() and not filled.panel.isVisible()
    filled.frame.toggle_panel()
    assert filled.panel.isVisible() and not filled.list_pane.isVisible()
    assert filled.panel.geometry().right() <= 960 and filled.pane.geometry().right() < filled.panel.x()
    filled.frame.toggle_list()
    assert filled.list_pane.isVisible() and not filled.panel.isVisible()
    filled.frame.toggle_list()
    filled.frame.toggle_panel()
    filled.frame.toggle_list()
    assert filled.list_pane.isVisible() and not filled.panel.isVisible()
    filled.frame.toggle_panel()
    filled.frame.toggle_panel()
    assert filled.list_pane.isVisible() and not filled.panel.isVisible()


def test_the_list_comes_back_when_the_window_has_room_again(filled):
    filled.resize(1020, 700)
    filled.frame.toggle_panel()
    assert not filled.list_pane.isVisible()
    filled.resize(1060, 700)
    assert filled.list_pane.isVisible() and filled.panel.isVisible()


def test_size_and_place_are_there_the_next_time(filled):
    # The offscreen screen is 800 pixels square: only the height of a window can be restored on it.
    filled.resize(1234, 711)
    filled.close()
    filled.resize(1500, 760)
    filled.frame.restore_window()
    assert filled.height() == 711


def test_a_spoiled_geometry_is_not_used(filled):
    filled.work.settings.window["geometry"] = "!!"
    filled.frame.restore_window()
    assert filled.width() >= 960


@pytest.mark.parametrize("pane", ["panel", "list"])
def test_the_keyboard_goes_to_the_text_when_its_pane_is_hidden(filled, session, pane):
    filled.show_article(session.organising.ids(ArticleQuery())[0])
    if pane == "panel":
        filled.show_tab("info")
    else:
        filled.list_pane.focus_filter()
    getattr(filled.frame, f"toggle_{pane}")()
    assert filled.focusWidget() is filled.pane.view
