"""Marks: picking, stepping, notes on the whole article, orphans."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from reader.model.annotation import Kind


@pytest.fixture
def marks(window, session, article):
    """Two marks in an open article."""
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.DATA)
    session.annotating.annotate(article, quote="“微心愿”", kind=Kind.BORROW, note="可学")
    window.show_article(article)
    return window.marks


def test_stepping_goes_round_in_text_order(marks, window):
    first, second = (each.id for each in marks.annotations)
    shown = []
    for direction in (1, 1, 1, -1):
        marks.step(direction)
        shown.append(window.panel.annotations.active())
    assert shown == [first, second, first, second]


def test_picking_a_mark_in_the_text_shows_its_card(marks, window):
    window.show_tab("info")
    marks.activate_and_show(marks.annotations[1].id)
    assert window.panel.tab == "annotations"
    assert window.panel.annotations.active() == marks.annotations[1].id


def test_a_note_on_the_whole_article_is_listed(marks, window, session, article, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *a, **k: ("全文可读", True))
    marks.note_article()
    assert [each.note for each in session.annotating.list(article) if not each.quote] == ["全文可读"]
    window.work.history.undo()
    assert len(session.annotating.list(article)) == 2


def test_a_quote_is_copied_with_its_source(marks):
    marks.copy_quote(marks.annotations[0].id)
    assert QGuiApplication.clipboard().text().startswith("“4项工作制度” (")


def test_moving_the_ends_can_be_undone(marks, window, session):
    mark = marks.annotations[0]
    marks.move(mark.id, mark.start, mark.end - 2)
    assert session.annotating.get(mark.id).quote == "4项工作"
    window.work.history.undo()
    assert session.annotating.get(mark.id).quote == "4项工作制度"


def test_a_new_version_keeps_marks_and_shows_orphans(marks, window, session, captured, article):
    paragraphs = session.reading.content(article).text.replace("认领“微心愿”1,200个", "").split("\n")
    session.capturing.store("", captured("新增首段。", *paragraphs))
    window.work.announcer.articles_changed.emit([article])
    by_kind = {each.kind: each for each in window.marks.annotations}
    assert not by_kind[Kind.DATA].orphan and by_kind[Kind.BORROW].orphan
    assert window.panel.annotations.count == 2


def test_the_hint_after_the_first_mark_comes_once(window, session, article):
    from reader.model.blocks import Span

    window.show_article(article)
    window.marks.mark("key", Span(0, 4))
    assert "N" in window.toast.text()
    window.toast.dismiss()
    window.marks.mark("key", Span(5, 9))
    assert window.toast.text() == ""


def test_undo_is_offered_no_longer_when_something_else_would_be_undone(marks, window, session, article):
    marks.delete([marks.annotations[0].id])
    assert "1" in window.toast.text()
    window.work.history.undo()
    assert window.toast.text() == ""
    marks.delete([marks.annotations[0].id])
    window.library.toggle_star([article])
    assert window.toast.text() == ""


def test_walking_on_by_paragraphs_lets_go_of_the_mark_and_its_keys(marks, window):
    marks.step(1)
    window.pane.step_paragraph(1)
    assert window.panel.annotations.active() is None
    marks.delete_active()
    assert len(marks.annotations) == 2


def test_stepping_begins_where_the_reader_is(marks, window):
    first, second = marks.annotations
    while window.pane.view.place() <= first.start:
        window.pane.step_paragraph(1)
    marks.step(1)
    assert window.panel.annotations.active() == second.id
