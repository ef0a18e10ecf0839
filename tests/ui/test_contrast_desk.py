"""Comparing from the window: the tables beside it, the places in the reader, the paper, and what is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QRadioButton
from shiboken6 import isValid
from tests.side_by_side import readings

from reader.model.contrast import Mention, Sheet
from reader.model.digest import Field
from reader.model.errors import NotFoundError
from reader.model.query import ArticleQuery
from reader.services.digesting import Digested, Digesting
from reader.ui.dialogs.preview import Preview

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ids(session, captured, monkeypatch):
    """The three made-up reports in the library, with their digests."""
    digests = {each.title: Digested(each.digest, each.text) for each in readings()}
    monkeypatch.setattr(Digesting, "digested", lambda _, article: digests[session.reading.article(article).title])
    return [
        str(session.capturing.store(each.title, captured(*each.text.split("\n"), url=None, title=each.title)).id)
        for each in readings()
    ]


@pytest.fixture
def dialog(ids, window, qtbot):
    """The tables over them, made."""
    made = window.contrast.open(ids)
    qtbot.waitUntil(lambda: made.contrast is not None, timeout=10000)
    yield made
    if isValid(made):
        made.close()


def labels(dialog):
    return [row.label for row in dialog.models[Sheet.FIGURES].rows]


def test_the_tables_are_made_in_the_background(ids, window, qtbot):
    made = window.contrast.open(ids)
    assert made.contrast is None and made.isVisible() and made.parent() is None
    qtbot.waitUntil(lambda: made.contrast is not None, timeout=10000)
    assert [report.article for report in made.contrast.reports] == ids and "网格" in labels(made)
    made.close()


def test_a_double_click_opens_the_article_at_the_place(dialog, ids, window, qtbot):
    row = labels(dialog).index("网格党支部")
    index = dialog.models[Sheet.FIGURES].index(row, 3)
    dialog.table.scrollTo(index)
    point = dialog.table.visualRect(index).center()
    QTest.mouseClick(dialog.table.viewport(), LEFT, pos=point)
    QTest.mouseDClick(dialog.table.viewport(), LEFT, pos=point)
    assert window.reading.article.id == ids[1] and dialog.isVisible()
    flashed = window.pane.view.layers.flash
    assert window.pane.view.text[flashed.start : flashed.end] == "近1178个"
    assert "近1178个" in window.toast.text()


def test_a_place_in_the_headline_is_the_head_of_the_article(dialog, ids, window):
    dialog.place_requested.emit(ids[2], Mention(text="数字", start=2, end=4, field=Field.TITLE))
    assert window.reading.article.id == ids[2]


def test_what_was_edited_is_exported(dialog, window, tmp_path, qtbot):
    window.work.settings.export_folder = str(tmp_path)
    dialog.table.setCurrentIndex(dialog.models[Sheet.FIGURES].index(labels(dialog).index("网格"), 2))
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    exports = []
    opened = window.contrast._export
    window.contrast._export = lambda *asked: exports.append(opened(*asked))
    QTest.mouseClick(dialog.findChild(QPushButton, "contrastExport"), LEFT)
    (export,) = exports
    assert export.findChild(QComboBox, "exportTemplate").currentText() in ("Comparison paper", "对比材料")
    qtbot.waitUntil(lambda: export.findChild(Preview).count > 0, timeout=20000)
    export.findChild(QRadioButton, "exportFormat_markdown").click()
    target = export.target()
    QTest.mouseClick(export.findChild(QPushButton, "exportConfirm"), LEFT)
    qtbot.waitUntil(target.exists, timeout=20000)
    text = target.read_text(encoding="utf-8")
    assert "| 网格党支部 |" in text and "| 网格 |" not in text
    qtbot.waitUntil(lambda: target.name in window.toast.text(), timeout=5000)


def test_what_was_edited_is_there_when_it_is_opened_again(dialog, ids, window, qtbot):
    dialog.table.setCurrentIndex(dialog.models[Sheet.FIGURES].index(0, 2))
    first = labels(dialog)[0]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = window.contrast.open(ids)
    qtbot.waitUntil(lambda: again.contrast is not None, timeout=10000)
    assert again is not dialog and labels(again) and first not in labels(again)
    QTest.mouseClick(again.findChild(QPushButton, "contrastRenew"), LEFT)  # nothing to start over from yet
    again.close()
    other = window.contrast.open(ids[::-1])
    qtbot.waitUntil(lambda: other.contrast is not None, timeout=10000)
    assert first in labels(other), "another order is another comparison"
    other.close()


def test_the_tables_that_are_open_already_are_brought_up(dialog, ids, window):
    assert window.contrast.open(ids) is dialog


@pytest.mark.parametrize(("count", "words"), [(0, "at least two"), (1, "at least two"), (9, "At most 8")])
def test_too_few_and_too_many_are_told(window, count, words):
    assert window.contrast.open([f"{number:032x}" for number in range(count)]) is None
    assert words in window.toast.text()


def test_an_article_that_is_gone(ids, window, session):
    session.library.articles.delete([ids[0]])
    session.library.articles.purge([ids[0]])
    assert window.contrast.open(ids) is None and ids[0] in window.toast.text()


def test_an_article_that_goes_meanwhile(ids, window, session, qtbot, monkeypatch):
    def gone(_ids):
        raise NotFoundError("not_found", id=ids[0])

    monkeypatch.setattr(session.contrasting, "contrast", gone)
    made = window.contrast.open(ids)
    qtbot.waitUntil(lambda: ids[0] in made._empty._sentence.text(), timeout=10000)
    assert made.contrast is None and made._empty.isVisible()
    made.close()


def test_the_menu_of_selected_articles_and_of_a_collection(ids, window, session, qtbot):
    asked = []
    window.library.contrast_requested.disconnect()
    window.library.contrast_requested.connect(asked.append)
    menu = window.library.menu_for(ids[:2])
    next(action for action in menu.actions() if action.text() == "Compare Reports…").trigger()
    assert "Compare Reports…" not in [action.text() for action in window.library.menu_for(ids[:1]).actions()]
    session.organising.collect(ids, "治理")
    window.work.announcer.articles_changed.emit(ids)
    QApplication.processEvents()
    model = window.sidebar._model
    menu = window.sidebar.menu_for(model.node(model.index_of(ArticleQuery(collection="治理"))))
    next(action for action in menu.actions() if action.text() == "Compare reports…").trigger()
    assert asked[0] == ids[:2] and set(asked[1]) == set(ids)


def test_the_action_takes_what_is_selected_in_the_list(ids, window, qtbot):
    window.library.show_place(ArticleQuery())
    window.list_pane.articles.selectAll()
    window.actions_by_id["contrast"].trigger()
    (made,) = window.contrast._open.values()
    qtbot.waitUntil(lambda: made.contrast is not None, timeout=10000)
    assert {report.article for report in made.contrast.reports} == set(ids)
    made.close()


def test_the_tables_go_with_the_window(dialog, window):
    QApplication.sendEvent(window, QCloseEvent())
    assert not isValid(dialog) or not dialog.isVisible()
