"""Collections and tags: made, renamed, merged, removed, and all of it taken back."""

import pytest
from PySide6.QtWidgets import QInputDialog

from reader.model.query import ArticleQuery


@pytest.fixture
def shelves(window, session, article):
    """A window whose one article is in a collection and has a tag, as has one of its marks."""
    session.organising.collect([article], "学习会")
    session.organising.tag([article], "网格")
    session.annotating.annotate(article, quote="4项工作制度", tags=["网格"])
    return window.shelves


def collections(session):
    return {each.name: each for each in session.organising.collections()}


def test_a_new_collection_is_asked_for_and_taken_back(shelves, window, session, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: (" 调研 ", True))
    shelves.add_collection()
    assert set(collections(session)) == {"学习会", "调研"}
    window.work.history.undo()
    assert set(collections(session)) == {"学习会"}


def test_a_removed_collection_comes_back_with_its_articles_and_date(shelves, window, session, article):
    key = collections(session)["学习会"].id
    session.organising.edit_collection(key, date="2026-11-28", participants="老周")
    shelves.delete_collection(key)
    assert collections(session) == {} and session.organising.ids(ArticleQuery()) == [article]
    window.work.history.undo()
    back = collections(session)["学习会"]
    assert (back.date, back.participants, back.articles) == ("2026-11-28", "老周", 1)


def test_renaming_follows_undo_and_redo(shelves, window, session):
    shelves.rename_collection(collections(session)["学习会"].id, "十一月学习会")
    assert set(collections(session)) == {"十一月学习会"}
    window.work.history.undo()
    assert set(collections(session)) == {"学习会"}
    window.work.history.redo()
    assert collections(session)["十一月学习会"].articles == 1


def test_merged_collections_part_again(shelves, window, session, article):
    session.organising.add_collection("专题")
    names = collections(session)
    shelves.merge_collections(names["学习会"].id, names["专题"].id)
    assert {name: each.articles for name, each in collections(session).items()} == {"专题": 1}
    window.work.history.undo()
    assert {name: each.articles for name, each in collections(session).items()} == {"专题": 0, "学习会": 1}


def test_a_renamed_tag_is_renamed_on_marks_too_and_back(shelves, window, session, article):
    shelves.rename_tag("网格", "网格化")
    assert session.reading.article(article).tags == ("网格化",)
    assert session.annotating.list(article)[0].tags == ("网格化",)
    window.work.history.undo()
    assert session.reading.article(article).tags == ("网格",)
    assert session.annotating.list(article)[0].tags == ("网格",)


def test_a_removed_tag_comes_back(shelves, window, session, article):
    shelves.delete_tag("网格")
    assert session.reading.article(article).tags == () and session.annotating.list(article)[0].tags == ()
    window.work.history.undo()
    assert session.reading.article(article).tags == ("网格",)
    assert session.annotating.list(article)[0].tags == ("网格",)


def test_a_meeting_has_date_and_people(shelves, window, session, monkeypatch):
    answers = iter([("2026-11-28", True), ("老周、小林", True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: next(answers))
    shelves.ask_meeting(collections(session)["学习会"].id)
    meeting = collections(session)["学习会"]
    assert (meeting.date, meeting.participants) == ("2026-11-28", "老周、小林")


def test_an_impossible_date_is_refused_in_words(shelves, window, session, monkeypatch):
    answers = iter([("28日", True), ("", True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: next(answers))
    shelves.ask_meeting(collections(session)["学习会"].id)
    assert "YYYY-MM-DD" in window.toast.text()
    assert collections(session)["学习会"].date is None
