"""The list model: pages fetched where somebody looks, and what a screen reader says of a row."""

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.model.annotation import Kind
from reader.model.article import Status
from reader.ui.article_model import ARTICLE_ROLE, PAGE, ArticleModel, dragged_ids


@pytest.fixture
def library(make_article):
    """A stand-in for the service: remembers what it was asked for."""

    class Library:
        def __init__(self):
            self.articles = {article.id: article for article in map(make_article, range(1000))}
            self.asked = []

        def rows(self, ids):
            self.asked.append(list(ids))
            return [self.articles[each] for each in ids if each in self.articles]

    return Library()


@pytest.fixture
def model(qapp, library):
    model = ArticleModel(library.rows)
    model.set_ids(library.articles)
    return model


def test_it_is_a_sound_model(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_only_pages_that_are_looked_at_are_fetched(model, library):
    assert library.asked == []
    assert model.index(450).data() == "报告之450"
    assert model.index(399 + 1).data() == "报告之400"
    assert [len(ids) for ids in library.asked] == [PAGE]
    assert model.index(0).data() == "报告之0"
    assert len(library.asked) == 2


def test_a_hundred_thousand_ids_are_set_at_once(qapp, make_article):
    asked = []

    def rows(ids):
        asked.append(ids)
        return [make_article(int(each, 16)) for each in ids]

    model = ArticleModel(rows)
    ids = [f"{number:032x}" for number in range(100_000)]
    start = time.perf_counter()
    model.set_ids(ids)
    assert time.perf_counter() - start < 0.1
    assert model.rowCount() == 100_000
    assert model.index(99_999).data() == "报告之99999"
    assert len(asked) == 1


def test_a_refreshed_row_is_fetched_again(model, library, make_article):
    assert model.index(3).data() == "报告之3"
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    library.articles[model.id_at(3)] = make_article(3, "改过的题目")
    assert model.index(3).data() == "报告之3"
    model.refresh([model.id_at(3)])
    assert changed == [(3, 3)]
    assert model.index(3).data() == "改过的题目"


def test_the_same_ids_again_reset_nothing_but_fetch_anew(qtbot, model, library, make_article):
    assert model.index(3).data() == "报告之3"
    library.articles[model.id_at(3)] = make_article(3, "改过的题目")
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_ids(library.articles)
    assert model.index(3).data() == "改过的题目"
    with qtbot.waitSignal(model.modelReset):
        model.set_ids(list(library.articles)[1:])


def test_an_article_that_is_gone_leaves_an_empty_row_not_an_error(model, library):
    del library.articles[model.id_at(5)]
    model.refresh()
    assert model.index(5).data(ARTICLE_ROLE) is None
    assert model.index(5).data() is None
    assert model.index(6).data() == "报告之6"


def test_what_a_screen_reader_says(qapp, make_article):
    article = make_article(
        1, "云岭市的三张清单", status=Status.READING, progress=0.62, starred=True, annotations=2,
        kinds=(Kind.KEY, Kind.DATA),
    )  # fmt: skip
    model = ArticleModel(lambda ids: [article])
    model.set_ids([article.id])
    model.set_warnings({article.id: "no text"})
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("云岭市的三张清单", "云岭日报", "2026-03-01", "5 min · 62%", "starred", "2 annotation", "no text"):
        assert part in said


def test_a_title_is_never_markup_in_its_tooltip(qapp, make_article):
    article = make_article(1, "<img src=x onerror=1> & more")
    model = ArticleModel(lambda ids: [article])
    model.set_ids([article.id])
    assert "<img" not in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_dragged_rows_carry_their_ids(model):
    mime = model.mimeData([model.index(2), model.index(7)])
    assert dragged_ids(mime) == [model.id_at(2), model.id_at(7)]
    assert dragged_ids(QMimeData()) == []
