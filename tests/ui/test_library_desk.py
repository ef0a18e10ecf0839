"""Lists and states of articles, as keys, drops and menus change them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from reader.model.article import Status
from reader.model.query import ArticleQuery
from reader.ui.library_desk import split_tags

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(window, session, captured):
    """Three articles in the list, newest first."""
    made = [
        session.capturing.store(
            "", captured(f"青禾区第{n}份报告。", url=f"https://example.org/{n}", title=f"报告{n}")
        ).id
        for n in range(3)
    ]
    window.work.announcer.articles_changed.emit(made)
    return window.list_pane.articles.article_model().ids()


def keys(window, *pressed):
    window.list_pane.articles.setFocus()
    for key in pressed:
        QTest.keyClick(window.list_pane.articles, key)


def test_new_articles_stand_in_list_and_sidebar(window, ids):
    assert len(ids) == 3
    assert window.pane.isVisible() and window.list_pane.isVisible()


def test_star_done_and_trash_by_keys_and_back_by_undo(window, session, ids):
    window.library.show_article(ids[0])
    keys(window, Qt.Key.Key_S, Qt.Key.Key_E)
    row = session.reading.article(ids[0])
    assert row.starred and row.status is Status.READ
    keys(window, Qt.Key.Key_Delete)
    assert ids[0] not in window.list_pane.articles.article_model().ids()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    row = session.reading.article(ids[0])
    assert (row.starred, row.status, row.deleted) == (False, Status.UNREAD, None)
    assert set(window.list_pane.articles.article_model().ids()) == set(ids)


def test_star_of_several_stars_all_before_it_unstars(window, session, ids):
    window.library.toggle_star(ids[:1])
    window.library.toggle_star(ids)
    assert [row.starred for row in session.organising.rows(ids)] == [True] * 3
    window.work.history.undo()
    assert [row.starred for row in session.organising.rows(ids)] == [True, False, False]


def test_the_place_of_a_deleted_article_is_taken_by_the_next(window, ids):
    window.show_article(ids[0])
    window.library.delete([ids[0]])
    assert window.list_pane.articles.current_id() == ids[1]


def test_dropping_on_a_collection_and_on_a_tag_puts_articles_there(window, session, ids):
    window.library._on_dropped(ArticleQuery(collection="十一月学习会"), ids[:2])
    window.library._on_dropped(ArticleQuery(tag="网格"), ids[1:])
    assert set(session.organising.ids(ArticleQuery(collection="十一月学习会"))) == set(ids[:2])
    assert set(session.organising.ids(ArticleQuery(tag="网格"))) == set(ids[1:])
    window.work.history.undo()
    window.work.history.undo()
    assert session.organising.ids(ArticleQuery(tag="网格")) == []
    assert session.organising.ids(ArticleQuery(collection="十一月学习会")) == []


def test_tags_are_asked_and_what_was_taken_out_goes(window, session, ids, monkeypatch):
    session.organising.tag(ids, "旧")
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("#网格，双报到 网格", True))
    window.library.ask_tags(ids)
    assert all(set(row.tags) == {"网格", "双报到"} for row in session.organising.rows(ids))


def test_an_empty_title_is_refused_in_words(window, session, ids):
    window.library.edit_metadata(ids[0], {"title": " "})
    assert "title" in window.toast.text().lower()
    assert session.reading.article(ids[0]).title


def test_the_trash_lists_what_was_deleted_and_gives_it_back(window, session, ids):
    window.library.delete([ids[0]])
    window.library.show_place(ArticleQuery(deleted=True))
    assert window.list_pane.articles.article_model().ids() == [ids[0]]
    assert [action.text() for action in window.library.menu_for([ids[0]]).actions()] == ["Restore"]
    window.library.undelete([ids[0]])
    assert ids[0] in session.organising.ids(ArticleQuery())


def test_the_filter_finds_a_text_of_one_character(window, ids, qtbot):
    window.commands.search_library()
    field = window.list_pane._filter
    QTest.keyClicks(field, "2")
    qtbot.waitUntil(lambda: len(window.list_pane.articles.article_model().ids()) == 1, timeout=3000)


def test_the_open_article_is_current_again_in_a_list_that_holds_it(window, ids):
    window.show_article(ids[1])
    window.library.show_place(ArticleQuery(text="报告2"))
    assert window.list_pane.articles.current_id() == "" and window.reading.article.id == ids[1]
    window.list_pane.clear_filter()
    assert window.list_pane.articles.current_id() == ids[1]
    assert window.list_pane.articles.selected_ids() == [ids[1]]
    keys(window, Qt.Key.Key_S)
    assert window.reading.article.starred


@pytest.mark.parametrize(
    ("text", "tags"), [("", []), (" #a，b、#a ；c ", ["a", "b", "c"]), ("＃双报到\u3000网格", ["双报到", "网格"])]
)
def test_tags_are_split_at_every_separator(text, tags):
    assert split_tags(text) == tags


def test_back_takes_the_list_along_and_keys_mean_what_is_in_sight(window, session, ids):
    listed = window.list_pane.articles
    window.show_article(ids[0])
    window.show_article(ids[1])
    window.reading.go(-1)
    assert listed.selected_ids() == [ids[0]]
    window.reading.go(1)
    window.library.show_place(ArticleQuery(text="报告1"))
    assert listed.selected_ids() == [ids[1]]
    window.reading.go(-1)
    assert listed.selected_ids() == [] and window.reading.article.id == ids[0]
    window.pane.focus_text()
    QTest.keyClick(window.pane.view, Qt.Key.Key_S)
    assert [row.starred for row in session.organising.rows(ids)] == [True, False, False]


def test_the_star_of_the_reader_means_the_open_article_alone(window, session, ids):
    window.show_article(ids[0])
    window.list_pane.articles.selectAll()
    window.pane.focus_text()
    QTest.keyClick(window.pane.view, Qt.Key.Key_S)
    assert [row.starred for row in session.organising.rows(ids)] == [True, False, False]
