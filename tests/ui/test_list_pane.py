"""The list pane: filter, order, counts, and what stands there without articles."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from reader.model.article import Status
from reader.model.query import ArticleQuery, SortKey
from reader.ui.empty_state import EmptyState
from reader.ui.list_pane import ListPane


@pytest.fixture
def pane(qtbot, icons, make_article):
    pane = ListPane(icons, lambda ids: [make_article(int(each, 16)) for each in ids])
    qtbot.addWidget(pane)
    pane.resize(300, 700)
    pane.set_query(ArticleQuery(), "All articles")
    pane.set_ids([f"{number:032x}" for number in range(30)])
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def field(pane):
    return pane.findChild(QLineEdit, "listFilter")


@pytest.fixture
def empty(pane):
    return pane.findChild(EmptyState, "listEmpty")


def press(pane, name):
    QTest.mouseClick(pane.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_typing_asks_once_after_the_last_key(qtbot, pane, field):
    asked = []
    pane.query_changed.connect(asked.append)
    QTest.keyClicks(field, "grid")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert [query.text for query in asked] == ["grid"]


def test_nothing_is_asked_while_an_input_method_composes(qtbot, pane, field):
    asked = []
    pane.query_changed.connect(asked.append)
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("wang ge", []))
    qtbot.wait(250)
    assert asked == []
    commit = QInputMethodEvent()
    commit.setCommitString("网格")
    QApplication.sendEvent(field, commit)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0].text == "网格"


def test_escape_clears_the_filter_and_arrow_down_goes_to_the_rows(qtbot, pane, field):
    QTest.keyClicks(field, "grid")
    qtbot.waitUntil(lambda: pane.query().text == "grid")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert pane.query().text == ""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert pane.articles.hasFocus()
    assert pane.articles.currentIndex().row() == 0


def test_the_order_stays_when_the_place_changes(qtbot, pane):
    asked = []
    pane.query_changed.connect(asked.append)
    pane.set_sort(SortKey.TITLE, reverse=True)
    pane.set_query(ArticleQuery(tag="双报到"), "双报到")
    assert asked[-1] == ArticleQuery(tag="双报到", sort=SortKey.TITLE, reverse=True)
    assert pane.findChild(QPushButton, "sortButton").text() == "Title"


def test_the_filter_is_forgotten_when_the_place_changes(qtbot, pane, field):
    QTest.keyClicks(field, "grid")
    pane.set_query(ArticleQuery(starred=True), "Starred")
    assert field.text() == ""
    with qtbot.assertNotEmitted(pane.query_changed, wait=250):
        pass
    assert pane.query() == ArticleQuery(starred=True)


def test_the_sort_menu_opens_below_its_button(qtbot, pane):
    press(pane, "sortButton")
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Recently added"]
    published = next(action for action in menu.actions() if action.text() == "Date published")
    with qtbot.waitSignal(pane.query_changed) as asked:
        published.trigger()
    assert asked.args[0].sort is SortKey.PUBLISHED
    menu.close()


def test_no_match_says_where_it_looked_and_offers_to_look_everywhere(qtbot, pane, empty):
    pane.set_query(ArticleQuery(collection="网格化管理", text="河长制"), "网格化管理")
    pane.set_ids([])
    assert empty.isVisible()
    assert empty.words() == ("No articles match “河长制”", "Looked only in “网格化管理”.")
    with qtbot.waitSignal(pane.everywhere_requested) as asked:
        press(pane, "listEmptyPrimary")
    assert asked.args == ["河长制"]
    with qtbot.waitSignal(pane.query_changed) as asked:
        press(pane, "listEmptySecondary")
    assert asked.args == [ArticleQuery(collection="网格化管理")]


def test_in_all_articles_there_is_nowhere_else_to_look(pane, empty):
    pane.set_query(ArticleQuery(text="河长制"), "All articles")
    pane.set_ids([])
    assert not empty.primary.isVisible()
    assert empty.secondary.isVisible()


@pytest.mark.parametrize(
    ("query", "word"),
    [
        (ArticleQuery(), "Ctrl+V"),
        (ArticleQuery(deleted=True), "30 days"),
        (ArticleQuery(starred=True), "Press S"),
        (ArticleQuery(annotated=True), "1 to 5"),
        (ArticleQuery(status=Status.READ), "Press E"),
        (ArticleQuery(tag="双报到"), "Drag articles"),
    ],
)
def test_an_empty_place_says_how_to_fill_it(pane, empty, query, word):
    pane.set_query(query, "place")
    pane.set_ids([])
    assert word in empty.words()[1]


def test_before_the_first_answer_nothing_is_claimed(qtbot, icons):
    pane = ListPane(icons, lambda ids: [])
    qtbot.addWidget(pane)
    pane.set_query(ArticleQuery(), "All articles")
    pane.show()
    assert pane.findChild(QLabel, "listCount").text() == ""
    assert not pane.findChild(EmptyState, "listEmpty").isVisible()


def test_a_hundred_thousand_articles_appear_and_scroll_at_once(qtbot, pane):
    ids = [f"{number:032x}" for number in range(100_000)]
    start = time.perf_counter()
    pane.set_ids(ids)
    QApplication.processEvents()
    pane.articles.scrollToBottom()
    pane.articles.viewport().grab()
    assert time.perf_counter() - start < 1.0
    assert pane.articles.indexAt(pane.articles.viewport().rect().center()).row() > 99_900


def test_the_context_menu_holds_what_was_handed_in(qtbot, pane):
    done = []
    star = QAction("Star")
    star.triggered.connect(lambda: done.append("star"))
    pane.set_context_actions([star, None, QAction("Trash", pane)])
    pane.articles.show_article(f"{1:032x}")
    menu = pane.context_menu()
    assert [action.text() for action in menu.actions()] == ["Star", "", "Trash"]
    menu.actions()[0].trigger()
    assert done == ["star"]
