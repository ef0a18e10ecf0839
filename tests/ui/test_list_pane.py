"""The list pane: filter, order, counts, and what stands there without articles."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton

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


def test_the_button_that_clears_goes_with_the_words(qtbot, pane, field):
    button = max(field.findChildren(QToolButton), key=lambda each: each.x())
    QTest.keyClicks(field, "grid")
    qtbot.waitUntil(button.isVisible)
    pane.set_query(ArticleQuery(starred=True), "Starred")
    qtbot.waitUntil(lambda: not button.isVisible())


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


class Shelf:
    """Articles that a test changes behind the list's back, as reading and the services do."""

    def __init__(self, make_article, number):
        self.make = make_article
        self.articles = {article.id: article for article in map(make_article, range(number))}

    def rows(self, ids):
        return [self.articles[each] for each in ids if each in self.articles]

    def change(self, row, **fields):
        old = self.articles[list(self.articles)[row]]
        self.articles[old.id] = self.make(int(old.id, 16), **fields)


@pytest.fixture
def shelf(make_article):
    return Shelf(make_article, 5)


@pytest.fixture
def unread(qtbot, icons, shelf):
    """The list of unread articles with the third one open."""
    pane = ListPane(icons, shelf.rows)
    qtbot.addWidget(pane)
    pane.resize(300, 700)
    pane.set_query(ArticleQuery(status=Status.UNREAD), "To read")
    pane.set_ids(shelf.articles)
    pane.show()
    qtbot.waitExposed(pane)
    pane.articles.show_article(list(shelf.articles)[2])
    pane.opened = []
    pane.articles.current_changed.connect(pane.opened.append)
    return pane


def answer(pane, shelf):
    pane.set_ids([each.id for each in shelf.articles.values() if each.status is Status.UNREAD and not each.deleted])


@pytest.mark.parametrize("has_focus", [True, False])
def test_an_article_that_is_being_read_stays_among_the_unread(qtbot, unread, shelf, has_focus):
    if has_focus:
        unread.articles.setFocus()
    shelf.change(2, status=Status.READING)
    answer(unread, shelf)
    answer(unread, shelf)
    assert unread.articles.article_model().ids() == list(shelf.articles)
    assert unread.opened == []
    assert unread.findChild(QLabel, "listCount").text().startswith("4")
    unread.set_query(ArticleQuery(status=Status.UNREAD), "To read")
    answer(unread, shelf)
    assert len(unread.articles.article_model().ids()) == 4
    assert unread.opened == []


def test_what_is_done_with_a_key_of_the_list_goes_and_the_next_opens(qtbot, unread, shelf):
    unread.articles.setFocus()
    qtbot.waitUntil(unread.articles.hasFocus)
    shelf.change(2, status=Status.READ)
    answer(unread, shelf)
    assert unread.opened == [list(shelf.articles)[3]]
    assert len(unread.articles.article_model().ids()) == 4


def test_what_is_done_in_the_reader_stays_until_another_list_is_shown(qtbot, unread, shelf):
    qtbot.waitUntil(lambda: not unread.articles.hasFocus())
    shelf.change(2, status=Status.READ)
    answer(unread, shelf)
    assert unread.opened == []
    assert len(unread.articles.article_model().ids()) == 5


def test_what_is_deleted_goes_wherever_it_was_deleted(qtbot, unread, shelf):
    shelf.change(1, deleted="2026-11-23T08:00:00Z")
    shelf.change(2, deleted="2026-11-23T08:00:00Z")
    answer(unread, shelf)
    assert unread.opened == [list(shelf.articles)[3]]


def test_another_list_opens_nothing_by_itself(qtbot, unread, shelf):
    unread.set_query(ArticleQuery(tag="双报到"), "双报到")
    unread.set_ids(list(shelf.articles)[:2])
    assert unread.opened == []
    assert unread.articles.current_id() == ""
    unread.set_query(ArticleQuery(), "All articles")
    unread.set_ids(shelf.articles)
    assert unread.opened == []
