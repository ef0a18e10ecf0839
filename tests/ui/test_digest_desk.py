"""Digests in the window: made in the background, shown in two tabs, marked, corrected, undone."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from tests.digests import TEXT, TITLE, hand_made, report, span

from reader.model.annotation import Kind
from reader.model.blocks import canonical_text
from reader.model.corrections import Change
from reader.model.digest import Digest, Layer
from reader.model.errors import LibraryError
from reader.services.digesting import Digested
from reader.ui.digest_desk import row_words
from reader.ui.panel.digest_model import ROW
from reader.ui.panel.digest_rows import RowKind

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def digested(monkeypatch):
    """The digest of every article is the one made by hand, with the reader's corrections; the titles it was asked for.
    """
    from reader.digest.corrections import apply

    asked = []

    def corrected(metadata, blocks, corrections):
        asked.append(metadata.title)
        is_report = canonical_text(blocks) == TEXT
        return apply(hand_made() if is_report else Digest(), corrections, canonical_text(blocks))

    monkeypatch.setattr("reader.services.digesting.corrected_article", corrected)
    return asked


@pytest.fixture
def key(session, captured):
    """The id of the report."""
    return session.capturing.store("", report(captured)).id


@pytest.fixture
def shown(key, digested, window, qtbot):
    """The report open in the window with its digest in front, and the keyboard in that."""
    window.show_article(key)
    window.show_tab("digest")
    qtbot.waitUntil(lambda: window.panel.digest._state == "ready", timeout=5000)
    window.panel.digest.focus_list()
    return window


def tree(window):
    return window.panel.digest.view.tree


def at(window, words, kind):
    """Put the keyboard on a row; returns it."""
    found = []
    tree(window).model().each(found.append)
    (item,) = [each for each in found if getattr(each.data(ROW), "kind", None) is kind
               and each.data(ROW).text.startswith(words)]  # fmt: skip
    tree(window).setCurrentIndex(item.index())
    return item.data(ROW)


def marks(session, key):
    return [(each.kind, each.quote) for each in session.annotating.list(key)]


# ---- when it is made


def test_nothing_is_digested_before_a_tab_wants_it(key, digested, window, qtbot):
    window.show_article(key)
    qtbot.wait(150)
    assert digested == [] and window.panel.digest.view is None
    window.show_tab("outline")
    qtbot.waitUntil(lambda: window.panel.outline.tree.model().rowCount() == 3, timeout=5000)
    assert digested == [TITLE]


def test_keys_bring_the_tabs_to_the_front(shown, qtbot):
    for digit, tab in ((Qt.Key.Key_1, "annotations"), (Qt.Key.Key_2, "digest"), (Qt.Key.Key_3, "outline"),
                       (Qt.Key.Key_4, "info")):  # fmt: skip
        QTest.keyClick(shown, digit, Qt.KeyboardModifier.AltModifier)
        assert shown.panel.tab == tab


def test_another_article_open_by_then_drops_the_result(key, window, qtbot, session, captured, monkeypatch):
    other = session.capturing.store("", captured("另一篇。", url="https://example.org/other", title="另一篇")).id
    gate, digest = threading.Event(), session.digesting.digested
    assert digest(other).text == "另一篇。"

    def slow(article, number=None):
        if article == key:
            gate.wait(10)
            return Digested(hand_made(), TEXT)
        return digest(article, number)

    monkeypatch.setattr(session.digesting, "digested", slow)
    window.show_article(key)
    window.show_tab("digest")
    qtbot.waitUntil(lambda: window.digests._asked is not None, timeout=5000)
    window.show_article(other)
    gate.set()
    qtbot.waitUntil(lambda: window.panel.digest._state == "ready" and not window.work.tasks.is_busy(), timeout=5000)
    assert window.panel.digest._shown.title == "另一篇"


def test_an_edited_title_makes_the_digest_anew(shown, qtbot, session, digested, key):
    before = len(digested)
    session.organising.edit(key, title="清河市：37个社区一张网")
    shown.work.announcer.articles_changed.emit([key])
    qtbot.waitUntil(lambda: len(digested) > before, timeout=5000)
    qtbot.waitUntil(lambda: shown.panel.digest._shown.title == "清河市：37个社区一张网", timeout=5000)
    again = len(digested)
    session.organising.edit(key, starred=True)
    shown.work.announcer.articles_changed.emit([key])
    qtbot.wait(120)
    assert len(digested) == again  # a star changes nothing that is found


def test_trouble_is_shown_in_the_tab(key, window, qtbot, session, monkeypatch):
    def broken(article, number=None):
        raise LibraryError("content_damaged", id=article)

    monkeypatch.setattr(session.digesting, "digested", broken)
    window.show_article(key)
    window.show_tab("digest")
    qtbot.waitUntil(lambda: window.panel.digest._state == "trouble", timeout=5000)
    monkeypatch.undo()
    QTest.mouseClick(window.panel.digest.findChild(QPushButton, "digestEmptyPrimary"), LEFT)
    qtbot.waitUntil(lambda: window.panel.digest._state == "ready", timeout=5000)


def test_no_article_no_digest(shown, session, key):
    session.organising.delete([key])
    shown.work.announcer.articles_changed.emit([key])
    assert shown.panel.digest._state == "none"
    shown.digests.open_ledger()
    assert shown.digests.ledger.dialog is None


# ---- going


def test_a_row_shows_its_place_and_lights_it_up(shown):
    row = at(shown, "448个", RowKind.FIGURE)
    QTest.keyClick(tree(shown), Qt.Key.Key_Space)
    assert shown.pane.view.layers.flash == row.span == span("448个")
    visible = shown.pane.view.visible_span()
    assert visible.start <= row.span.start < visible.end
    assert tree(shown).hasFocus()


def test_what_stands_in_the_title_is_lit_up_there(shown):
    shown.digests.ledger.go_requested.emit(hand_made().figures[0])
    start = TITLE.index("37个")
    assert shown.pane.view.lit.title == (start, start + 3)
    assert shown.pane.view.verticalScrollBar().value() == 0


def test_a_section_of_the_outline_is_gone_to(shown, qtbot):
    shown.show_tab("outline")
    qtbot.waitUntil(lambda: shown.panel.outline.tree.model().rowCount() == 3)
    index = shown.panel.outline.tree.model().index(2, 0)
    QTest.mouseClick(shown.panel.outline.tree.viewport(), LEFT, pos=shown.panel.outline.tree.visualRect(index).center())
    visible = shown.pane.view.visible_span()
    assert visible.start <= TEXT.index("建立“三张清单") < visible.end


# ---- marking


def test_enter_marks_a_result_as_data_and_undo_takes_it_back(shown, session, key):
    row = at(shown, "截至2023年底", RowKind.KEY)
    QTest.keyClick(tree(shown), Qt.Key.Key_Return)
    assert marks(session, key) == [(Kind.DATA, row.item.text)]
    assert shown.panel.digest.view.model.accepted(row).kind is Kind.DATA
    assert shown.panel.annotations.count == 1
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert marks(session, key) == [] and shown.panel.digest.view.model.accepted(row) is None


def test_a_second_enter_marks_nothing_more_and_a_digit_gives_another_kind(shown, session, key):
    at(shown, "近年来", RowKind.KEY)
    for _ in range(2):
        QTest.keyClick(tree(shown), Qt.Key.Key_Return)
    assert [kind for kind, _ in marks(session, key)] == [Kind.KEY]
    QTest.keyClick(tree(shown), Qt.Key.Key_2)
    assert [kind for kind, _ in marks(session, key)] == [Kind.BORROW]


def test_a_digit_on_a_figure_marks_its_sentence_once(shown, session, key):
    at(shown, "448个", RowKind.FIGURE)
    QTest.keyClick(tree(shown), Qt.Key.Key_3)
    at(shown, "65家", RowKind.FIGURE)
    QTest.keyClick(tree(shown), Qt.Key.Key_3)
    ((kind, quote),) = marks(session, key)
    assert kind is Kind.DATA and quote.startswith("全市37个社区") and quote.endswith("。")


def test_marking_leaves_the_kind_used_last(shown):
    at(shown, "截至2023年底", RowKind.KEY)
    QTest.keyClick(tree(shown), Qt.Key.Key_Return)
    assert shown.work.settings.last_kind == "key"


def test_all_suggestions_are_one_step(shown, session, key):
    QTest.mouseClick(shown.panel.digest.findChild(QPushButton, "digestMarkAll"), LEFT)
    assert [kind for kind, _ in marks(session, key)] == [Kind.KEY] * 4 + [Kind.DATA]
    assert "5" in shown.toast.text()
    shown.work.history.undo()
    assert marks(session, key) == []
    shown.work.history.redo()
    assert len(marks(session, key)) == 5


# ---- correcting


def ready(window, qtbot, condition):
    qtbot.waitUntil(lambda: condition(window.panel.digest._shown), timeout=5000)


def test_what_is_removed_comes_back_by_undo(shown, qtbot, session, key):
    at(shown, "448个", RowKind.FIGURE)
    QTest.keyClick(tree(shown), Qt.Key.Key_Delete)
    ready(shown, qtbot, lambda now: len(now.ledger) == 15)
    (made,) = session.digesting.corrections(key)
    assert made.change is Change.REMOVE and made.layer is Layer.FIGURES
    assert shown.toast.text()
    shown.work.history.undo()
    ready(shown, qtbot, lambda now: len(now.ledger) == 16)
    assert session.digesting.corrections(key) == []
    shown.work.history.redo()
    ready(shown, qtbot, lambda now: len(now.ledger) == 15)


def test_f2_asks_what_is_right(shown, qtbot, session, key):
    at(shown, "448个", RowKind.FIGURE)
    QTest.keyClick(tree(shown), Qt.Key.Key_F2)
    field = shown.findChild(QLineEdit, "digestEdit_object")
    field.setText("城市网格")
    QTest.keyClick(field, Qt.Key.Key_Return)
    ready(shown, qtbot, lambda now: now.digest.figures[2].object == "城市网格")
    assert at(shown, "448个", RowKind.FIGURE).item.corrected


def test_a_section_is_renamed_and_merged(shown, qtbot, session, key):
    outline = shown.panel.outline
    shown.show_tab("outline")
    second = hand_made().outline[1]
    outline.correction_requested.emit(second, Change.SET, {"title": "推行三联机制"})
    ready(shown, qtbot, lambda now: now.digest.outline[1].title == "推行三联机制")
    qtbot.waitUntil(lambda: outline.tree.model().index(1, 0).data() == "推行三联机制")
    shown.work.history.undo()
    ready(shown, qtbot, lambda now: now.digest.outline[1].title == second.title)
    outline.correction_requested.emit(second, Change.MERGE, {})
    ready(shown, qtbot, lambda now: len(now.digest.outline) == 5)


def test_what_cannot_be_corrected_is_told(shown, session, key):
    told = []
    shown.work.announcer.error_met.connect(told.append)
    shown.panel.outline.correction_requested.emit(hand_made().outline[0], Change.MERGE, {})
    assert [error.code for error in told] == ["correction_first"]
    gone = at(shown, "448个", RowKind.FIGURE)
    shown.digests.corrections.ask(("no such article", 1, None), gone.item, Layer.FIGURES, Change.REMOVE)
    assert len(told) == 2 and session.digesting.corrections(key) == []


def test_a_correction_of_another_day_is_taken_back(shown, qtbot, session, key):
    made = session.digesting.correct(key, Layer.DOCUMENTS, span("《网格员管理办法》"), Change.REMOVE)
    shown.digests._refresh()
    ready(shown, qtbot, lambda now: len(now.digest.documents) == 1 and len(now.corrections) == 1)
    shown.panel.digest.take_back_requested.emit(made)
    ready(shown, qtbot, lambda now: len(now.digest.documents) == 2)
    shown.work.history.undo()
    ready(shown, qtbot, lambda now: len(now.digest.documents) == 1)


# ---- copies and the ledger


def test_rows_are_copied_as_the_text_says_them(shown):
    at(shown, "448个", RowKind.FIGURE)
    QTest.keyClick(tree(shown), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "448个"
    sections = {section.layer: section.rows for section in shown.panel.digest._shown.sections}
    assert row_words(sections[Layer.DATES][0]).startswith("2019-05 …2019年5月")
    term = next(row for row in sections[Layer.TERMS] if row.text == "微心愿")
    second = row_words(shown.panel.digest._shown.occurrences(term)[1])
    assert second.endswith("三是服务联动，居民“微心愿”由网格员上门登记，2小时内响应。")


def test_the_ledger_stands_beside_the_window_and_follows_it(shown, qtbot, session, captured):
    shown.actions_by_id["figures"].trigger()
    dialog = shown.digests.ledger.dialog
    assert dialog.isVisible() and not dialog.isModal()
    dialog.object_changed.emit(hand_made().figures[2], "城市网格")
    ready(shown, qtbot, lambda now: now.digest.figures[2].object == "城市网格")
    assert "城市网格" in [row.figure.object for row in dialog._shown_rows()]
    dialog.go_requested.emit(hand_made().figures[4])
    assert shown.pane.view.layers.flash == span("65家")
    other = session.capturing.store("", captured("另一篇。", url="https://example.org/other", title="另一篇")).id
    shown.show_article(other)
    assert shown.digests.ledger.dialog is None


def test_the_ledger_opens_though_no_tab_was_looked_at(key, digested, window, qtbot):
    window.show_article(key)
    window.actions_by_id["figures"].trigger()
    qtbot.waitUntil(lambda: window.digests.ledger.dialog is not None, timeout=5000)
    window.digests.ledger.dialog.close()
    assert window.digests.ledger.dialog is None


@pytest.mark.parametrize(("button", "ending"), [("figureExcel", "xlsx"), ("figureCsv", "csv")])
def test_the_ledger_is_saved_where_the_reader_says(shown, qtbot, tmp_path, monkeypatch, button, ending):
    proposed = []

    def choose(_parent, _title, path):
        proposed.append(path)
        return str(tmp_path / "数据"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    shown.digests.open_ledger()
    QTest.mouseClick(shown.digests.ledger.dialog.findChild(QPushButton, button), LEFT)
    qtbot.waitUntil(lambda: (tmp_path / f"数据.{ending}").exists(), timeout=5000)
    assert proposed[0].endswith(f".{ending}") and "一网三联" in proposed[0]
    qtbot.waitUntil(lambda: bool(shown.toast.text()), timeout=5000)
    shown.digests.ledger.close()


def test_folds_are_remembered(shown, make_window):
    tree(shown).collapse(tree(shown).model().index(1, 0))
    assert shown.work.settings.window["digest_folded"] == ["key"]
    again = make_window()
    assert again.panel.digest._folded == ["key"]
