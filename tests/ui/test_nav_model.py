"""The tree of places."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.model.article import Collection, Status
from reader.model.query import ArticleQuery, SortKey
from reader.ui.article_model import ARTICLES_MIME
from reader.ui.nav_model import NavModel

COUNTS = {"all": 42, "unread": 11, "reading": 5, "read": 26, "starred": 7, "annotated": 18, "trash": 2}
COLLECTIONS = (Collection(1, "网格化管理", 9), Collection(2, "十一月学习会", 6, date="2026-11-28"))
TAGS = (("双报到", 5),)


@pytest.fixture
def model(qapp):
    model = NavModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_contents(COUNTS, COLLECTIONS, TAGS)
    return model


def names(model, parent=None):
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_places_come_in_the_order_of_the_design(model):
    assert names(model) == [
        "All articles", "To read", "Reading", "Read", "Starred", "Annotated", "Collections", "Tags", "Trash",
    ]  # fmt: skip
    collections, tags = model.sections()
    assert names(model, collections) == ["网格化管理", "十一月学习会"]
    assert names(model, tags) == ["双报到"]


def test_archived_is_a_place_only_when_something_is_there(model):
    assert "Archived" not in names(model)
    assert model.set_contents(COUNTS | {"archived": 1}, COLLECTIONS, TAGS)
    assert "Archived" in names(model)


def test_without_collections_a_hint_stands_there_that_cannot_be_chosen(model):
    model.set_contents(COUNTS, (), ())
    (collections,) = model.sections()
    hint = model.index(0, 0, collections)
    assert hint.data().startswith("No collections yet")
    assert model.flags(hint) == Qt.ItemFlag.NoItemFlags


def test_new_counts_keep_every_index(model):
    index = model.index_of(ArticleQuery(tag="双报到"))
    assert not model.set_contents(COUNTS | {"all": 43}, COLLECTIONS, (("双报到", 6),))
    assert model.node(index).count == 6
    assert model.index_of(ArticleQuery(tag="双报到")) == index


def test_a_place_is_found_whatever_the_filter_and_order(model):
    query = ArticleQuery(status=Status.READ, text="网格", sort=SortKey.TITLE, limit=5)
    assert model.index_of(query).data() == "Read"
    assert not model.index_of(ArticleQuery(tag="没有")).isValid()


def test_renaming_is_asked_for_not_done(qtbot, model):
    index = model.index_of(ArticleQuery(collection="网格化管理"))
    with qtbot.waitSignal(model.collection_renamed) as asked:
        model.setData(index, "  网格\n治理 ")
    assert asked.args == [1, "网格 治理"]
    assert index.data() == "网格化管理"
    with qtbot.assertNotEmitted(model.collection_renamed):
        model.setData(index, " ")


def test_articles_drop_on_names_stars_and_trash_only(qtbot, model):
    mime = QMimeData()
    mime.setData(ARTICLES_MIME, QByteArray(b"aa\nbb"))
    copy = Qt.DropAction.CopyAction
    taken = [
        index.data()
        for index in [model.index(row, 0) for row in range(model.rowCount())]
        if model.canDropMimeData(mime, copy, -1, -1, index)
    ]
    assert taken == ["Starred", "Trash"]
    tag = model.index_of(ArticleQuery(tag="双报到"))
    with qtbot.waitSignal(model.articles_dropped) as dropped:
        assert model.dropMimeData(mime, copy, -1, -1, tag)
    assert dropped.args[0].name == "双报到"
    assert dropped.args[1] == ["aa", "bb"]
    assert not model.dropMimeData(QMimeData(), copy, -1, -1, tag)
