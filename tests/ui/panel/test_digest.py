"""The tab 摘要 as a person uses it: folding, going, marking, correcting, by mouse and by keys."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from tests.digests import TEXT, TITLE, hand_made, span

from reader.messages import Messages
from reader.model.annotation import Kind, Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.blocks import Span
from reader.model.corrections import Change, Correction
from reader.model.digest import Digest, Layer, Term
from reader.services.digesting import Digested
from reader.ui.panel.digest_model import FIRST, ROW, More
from reader.ui.panel.digest_rows import Row, RowKind, Section, prepare
from reader.ui.panel.skeleton import SKELETON_AFTER
from reader.ui.theme import THEMES

LEFT = Qt.MouseButton.LeftButton


def shown_of(digest):
    return prepare(Digested(digest, TEXT), TITLE)


@pytest.fixture
def digest(panel):
    """The tab in front with the digest of the report, and the keyboard in it."""
    panel.resize(320, 2400)
    panel.show_tab("digest", focus=True)
    panel.digest.set_digest(shown_of(hand_made()))
    return panel.digest


@pytest.fixture
def tree(digest):
    return digest.view.tree


def index_of(tree, words, kind=None):
    """The index of the row or heading that begins with these words."""
    model, found = tree.model(), []
    model.each(lambda item: found.append(item))
    for item in found:
        line = item.data(ROW)
        is_heading = isinstance(line, Section) and kind is None and model.title(line) == words
        is_row = isinstance(line, Row) and kind in (None, line.kind) and line.text.startswith(words)
        if is_heading or is_row:
            return item.index()
    raise LookupError(words)


def at(tree, words, kind=None):
    """Put the keyboard on a row."""
    tree.setCurrentIndex(index_of(tree, words, kind))
    tree.setFocus()


def click(tree, words, kind=None, offset=None, button=LEFT):
    rect = tree.visualRect(index_of(tree, words, kind))
    QTest.mouseClick(tree.viewport(), button, pos=rect.topLeft() + (offset or QPoint(40, 12)))


def spoken(tree):
    """What every visible line says aloud, from top to bottom."""
    index, said = tree.model().index(0, 0), []
    while index.isValid():
        said.append(index.data(Qt.ItemDataRole.DisplayRole))
        index = tree.indexBelow(index)
    return said


# ---- what is shown


def test_nothing_is_built_before_the_tab_is_looked_at(panel):
    panel.digest.set_digest(shown_of(hand_made()))
    assert panel.digest.view is None
    panel.show_tab("digest")
    assert panel.digest.view is not None and spoken(panel.digest.view.tree)[0] == "模式，5 item(s)"


def test_looking_at_the_tab_asks_for_the_digest(qtbot, panel):
    with qtbot.waitSignal(panel.digest.wanted):
        panel.show_tab("digest")


def test_every_line_can_be_heard(tree):
    said = spoken(tree)
    assert "名称里的数字是4，正文只找到3项。" in said
    assert any(line.startswith("成效，suggestion：截至2023年底") for line in said)
    assert "448个，网格" in said and "《网格员管理办法》，印发" in said and "微心愿，3 place(s)" in said
    assert "市委 → 街道党工委 → 社区党委 → 网格党支部 → 党员中心户" in said
    assert any(line.startswith("2022：…2022年在全市推开") for line in said)


def test_a_long_section_shows_its_first_rows_and_the_rest_when_asked(tree):
    model, heading = tree.model(), index_of(tree, "数据")
    assert model.rowCount(heading) == FIRST + 1
    more = model.index(FIRST, 0, heading)
    assert isinstance(more.data(ROW), More)
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(more).center())
    assert model.rowCount(heading) == 15
    assert tree.currentIndex().data(ROW).kind is RowKind.FIGURE


def test_a_click_on_a_heading_folds_it_and_the_next_article_keeps_that(qtbot, digest, tree):
    with qtbot.waitSignal(digest.folds_changed) as told:
        click(tree, "要点")
    assert told.args == [["key"]]
    assert not tree.isExpanded(index_of(tree, "要点"))
    digest.clear()
    digest.set_digest(shown_of(hand_made()))
    assert not tree.isExpanded(index_of(tree, "要点")) and tree.isExpanded(index_of(tree, "数据"))


def test_keys_fold_and_open(tree):
    at(tree, "要点")
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(index_of(tree, "要点"))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(index_of(tree, "要点"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert not tree.isExpanded(index_of(tree, "要点"))


def test_a_term_opens_into_every_occurrence(qtbot, digest, tree):
    at(tree, "微心愿", RowKind.TERM)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(digest.go_requested) as asked:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert asked.args[0].span == span("微心愿", 1)


def test_the_count_of_a_term_opens_it_and_its_words_go_there(qtbot, digest, tree):
    with qtbot.assertNotEmitted(digest.go_requested):
        click(tree, "微心愿", RowKind.TERM, QPoint(tree.width() - 40, 12))
    assert tree.isExpanded(index_of(tree, "微心愿", RowKind.TERM))
    with qtbot.waitSignal(digest.go_requested):
        click(tree, "微心愿", RowKind.TERM)


def test_a_term_with_thousands_of_places_opens_at_once(digest, tree):
    text = "网格，" * 5000
    places = tuple(Span(n * 3, n * 3 + 2) for n in range(5000))
    many = Digest(terms=(Term(text="网格", start=0, end=2, places=places),))
    digest.set_digest(prepare(Digested(many, text), "题"))
    tree.expand(index_of(tree, "网格"))
    assert tree.model().rowCount(index_of(tree, "网格")) == 500


def test_what_is_waited_for_shows_nothing_for_a_moment_and_then_a_skeleton(qtbot, panel):
    panel.show_tab("digest")
    panel.digest.wait()
    skeleton = panel.digest.view._skeleton
    assert skeleton.isVisible() and not skeleton.is_drawn
    skeleton._timer.setInterval(20)
    skeleton.stop()
    panel.digest.wait()
    qtbot.waitUntil(lambda: skeleton.is_drawn)
    panel.digest.set_digest(shown_of(hand_made()))
    assert not skeleton.is_drawn and panel.digest.view.tree.isVisible()
    assert SKELETON_AFTER == 300


def test_a_text_in_which_nothing_is_found_says_so(digest):
    digest.set_digest(shown_of(Digest()))
    assert digest.view._empty.isVisible() and all(digest.view._empty.words())
    assert not digest.view._footer.isVisible()


def test_trouble_is_said_and_can_be_tried_again(qtbot, digest):
    digest.set_trouble("这篇文章读不出来。")
    assert "这篇文章读不出来。" in digest.view._empty.words()
    with qtbot.waitSignal(digest.wanted):
        QTest.mouseClick(digest.findChild(QPushButton, "digestEmptyPrimary"), LEFT)


def test_the_digest_made_anew_keeps_place_and_opened_terms(panel, digest, tree):
    panel.resize(320, 500)
    tree.expand(index_of(tree, "微心愿", RowKind.TERM))
    at(tree, "三张清单")
    scrolled = tree.verticalScrollBar().value()
    assert scrolled > 0
    fewer = dataclasses.replace(hand_made(), documents=hand_made().documents[:1])
    digest.set_digest(shown_of(fewer))
    assert tree.isExpanded(index_of(tree, "微心愿", RowKind.TERM))
    assert tree.currentIndex().data(ROW).text == "三张清单"
    assert abs(tree.verticalScrollBar().value() - scrolled) <= 60


# ---- going


def test_a_click_goes_to_the_place(qtbot, digest, tree):
    with qtbot.waitSignal(digest.go_requested) as asked:
        click(tree, "448个")
    assert asked.args[0].span == span("448个")


def test_space_goes_and_the_keyboard_stays(qtbot, digest, tree):
    at(tree, "近年来")
    with qtbot.waitSignal(digest.go_requested), qtbot.assertNotEmitted(digest.mark_requested):
        QTest.keyClick(tree, Qt.Key.Key_Space)
    assert tree.hasFocus()


def test_arrows_only_walk(qtbot, digest, tree):
    at(tree, "448个")
    with qtbot.assertNotEmitted(digest.go_requested):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex().data(ROW).text == "300户左右"


def test_a_hint_has_no_place(qtbot, digest, tree):
    (hint,) = (item for item in items(tree) if isinstance(item.data(ROW), Row) and item.data(ROW).hint)
    with qtbot.assertNotEmitted(digest.go_requested), qtbot.assertNotEmitted(digest.correction_requested):
        QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(hint.index()).center())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2):
            QTest.keyClick(tree, key)


def items(tree):
    found = []
    tree.model().each(found.append)
    return found


# ---- marking


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_A])
def test_one_key_accepts_a_suggestion_and_shows_its_place(qtbot, digest, tree, key):
    at(tree, "截至2023年底", RowKind.KEY)
    with qtbot.waitSignal(digest.go_requested), qtbot.waitSignal(digest.mark_requested) as asked:
        QTest.keyClick(tree, key)
    ((row, kind),) = asked.args[0]
    assert row.text.startswith("截至2023年底") and kind is None


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_2, Kind.BORROW), (Qt.Key.Key_5, Kind.ACTION)])
def test_digits_mark_with_a_kind(qtbot, digest, tree, key, kind):
    at(tree, "448个")
    with qtbot.waitSignal(digest.mark_requested) as asked:
        QTest.keyClick(tree, key)
    assert asked.args[0][0][1] is kind


def test_the_button_of_a_suggestion_marks_it(qtbot, digest, tree):
    row = index_of(tree, "全市37个", RowKind.KEY).data(ROW)
    button = tree.lines.shape(row).button.center()
    with qtbot.waitSignal(digest.mark_requested), qtbot.assertNotEmitted(digest.go_requested):
        click(tree, "全市37个", RowKind.KEY, button)


def test_marked_suggestions_are_shown_so(qtbot, digest, tree, make_annotation):
    place = span("截至2023年底")
    digest.set_annotations([make_annotation(1, Kind.DATA, start=place.start, end=place.end + 20)])
    assert any(line.startswith("成效，marked: 数据：截至2023年底") for line in spoken(tree))
    button = tree.lines.shape(index_of(tree, "截至2023年底", RowKind.KEY).data(ROW)).button.center()
    with qtbot.assertNotEmitted(digest.mark_requested):
        click(tree, "截至2023年底", RowKind.KEY, button)


def test_one_button_marks_all_that_are_not_marked(qtbot, digest, make_annotation):
    button = digest.findChild(QPushButton, "digestMarkAll")
    with qtbot.waitSignal(digest.mark_requested) as asked:
        QTest.mouseClick(button, LEFT)
    assert len(asked.args[0]) == 5
    rows = [row for row, _ in asked.args[0]]
    done = [make_annotation(n, start=row.span.start, end=row.span.end) for n, row in enumerate(rows)]
    digest.set_annotations(done[:-1])
    with qtbot.waitSignal(digest.mark_requested) as asked:
        QTest.mouseClick(button, LEFT)
    assert [row for row, _ in asked.args[0]] == rows[-1:]
    digest.set_annotations(done)
    assert not button.isEnabled()


def test_a_button_opens_the_ledger_and_counts_all_figures(qtbot, digest):
    button = digest.findChild(QPushButton, "digestLedger")
    assert "16" in button.text()
    with qtbot.waitSignal(digest.ledger_requested):
        QTest.mouseClick(button, LEFT)


# ---- correcting, copying, menus


def test_del_and_f2_correct(qtbot, digest, tree):
    at(tree, "448个")
    with qtbot.waitSignal(digest.correction_requested) as asked:
        QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert asked.args[0].text == "448个" and asked.args[1] is Change.REMOVE
    with qtbot.waitSignal(digest.correction_requested) as asked:
        QTest.keyClick(tree, Qt.Key.Key_F2)
    assert asked.args[1] is Change.SET


def test_a_library_that_can_only_be_read_offers_no_corrections(qtbot, digest, tree):
    digest.can_correct = False
    at(tree, "448个")
    with qtbot.assertNotEmitted(digest.correction_requested):
        QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert len(entries(digest.view.build_menu())) == 3


def entries(menu):
    return [action for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_a_row(qtbot, digest, tree):
    at(tree, "448个")
    go, mark, copy, correct, remove = entries(digest.view.build_menu())
    with qtbot.waitSignal(digest.go_requested):
        go.trigger()
    with qtbot.waitSignal(digest.mark_requested) as asked:
        mark.menu().actions()[1].trigger()
    assert asked.args[0][0][1] is Kind.BORROW
    with qtbot.waitSignal(digest.copy_requested):
        copy.trigger()
    for entry, change in ((correct, Change.SET), (remove, Change.REMOVE)):
        with qtbot.waitSignal(digest.correction_requested) as asked:
            entry.trigger()
        assert asked.args[1] is change


def test_menus_open_by_right_click_and_by_key(digest, tree):
    place = tree.visualRect(index_of(tree, "448个")).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=place)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, place, tree.viewport().mapToGlobal(place))
        QApplication.sendEvent(tree.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu) and menu.objectName() == "digestMenu"
        menu.close()


def test_the_menu_of_a_heading_folds_all(digest, tree):
    at(tree, "数据")
    *_, open_all, fold_all = entries(digest.view.build_menu())
    fold_all.trigger()
    assert not any(tree.isExpanded(tree.model().index(n, 0)) for n in range(8))
    open_all.trigger()
    assert all(tree.isExpanded(tree.model().index(n, 0)) for n in range(8))


def test_a_correction_of_any_day_can_be_taken_back(qtbot, digest, tree):
    place = span("22")
    selectors = Selectors(TextQuoteSelector("网格22个"), TextPositionSelector(*place))
    made = Correction("c1", "a1", 1, Layer.FIGURES, Change.REMOVE, selectors)
    digest.set_digest(dataclasses.replace(shown_of(hand_made()), corrections=(made,)))
    at(tree, "448个")
    (entry,) = entries(digest.view.build_menu())[-1].menu().actions()
    assert entry.text().endswith("网格22个")
    with qtbot.waitSignal(digest.take_back_requested) as asked:
        entry.trigger()
    assert asked.args == [made]


def test_copy_and_letters(qtbot, digest, tree):
    at(tree, "448个")
    with qtbot.waitSignal(digest.copy_requested):
        QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tree, Qt.Key.Key_Z)
    assert tree.currentIndex().data(ROW).text == "448个"


# ---- looks


def test_it_is_painted_in_every_theme_and_at_the_smallest_width(themes, panel, digest, tree):
    tree.expandAll()
    for width in (280, 460):
        panel.resize(width, 1400)
        for name in THEMES:
            themes.set_theme(name)
            picture = panel.grab().toImage()
            assert picture.pixelColor(2, 700).name() == themes.theme.list.lower()
        assert tree.horizontalScrollBar().maximum() == 0
    assert panel.minimumSizeHint().width() <= 280


def test_it_speaks_another_language_at_once(digest, tree):
    before = spoken(tree)[0]
    digest.set_messages(Messages("en"))
    assert before.startswith("模式") and spoken(tree)[0].startswith("Model")
    assert "The name promises 4 parts; the text names only 3." in spoken(tree)


def test_hostile_text_is_shown_as_it_is(digest, tree):
    evil = "<img src=x onerror=1><b>x</b>"
    text = f"{evil}。"
    digest.set_digest(prepare(Digested(Digest(terms=(Term(text=evil, start=0, end=len(evil)),)), text), evil))
    index = index_of(tree, evil)
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    for label in digest.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or "<" not in label.text()


def test_no_number_is_cut_short(panel):
    """The widest number makes the column, and a fraction of a pixel more than it would elide it."""
    panel.resize(320, 900)
    panel.show_tab("digest", focus=True)
    made = hand_made()
    for figure in made.figures:
        panel.digest.set_digest(shown_of(dataclasses.replace(made, figures=(figure,), hints=())))
        tree = panel.digest.view.tree
        index = index_of(tree, "", RowKind.FIGURE)
        number = index.data(ROW).text
        metrics = QFontMetrics(tree.lines.fonts().strong)
        assert metrics.elidedText(number, Qt.TextElideMode.ElideRight, tree.lines._number_width(index)) == number
