"""The table of figures: sorted, filtered, copied, corrected, saved, and a way to each place."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QTableView
from tests.digests import TEXT, TITLE, hand_made

from reader.messages import Messages
from reader.services.digesting import Digested
from reader.ui.dialogs.figure_ledger import FigureLedger
from reader.ui.dialogs.figure_model import KIND, OBJECT, PLACE, SENTENCE, VALUE
from reader.ui.panel.digest_rows import prepare
from reader.ui.theme import THEMES

LEFT = Qt.MouseButton.LeftButton


def shown_of(digest):
    return prepare(Digested(digest, TEXT), TITLE)


@pytest.fixture
def ledger(qtbot, icons):
    dialog = FigureLedger(shown_of(hand_made()), icons, Messages("zh_CN"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def table(ledger):
    return ledger.findChild(QTableView, "figureTable")


def column(table, number):
    model = table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def row_of(table, words, number=OBJECT):
    return column(table, number).index(words)


def click_heading(table, number):
    header = table.horizontalHeader()
    x = header.sectionViewportPosition(number) + 12
    QTest.mouseClick(header.viewport(), LEFT, pos=header.viewport().rect().topLeft().__class__(x, 10))


def click(ledger, name):
    QTest.mouseClick(ledger.findChild(QPushButton, name), LEFT)


def test_it_begins_in_text_order_with_all_that_is_known(table):
    assert column(table, VALUE)[:5] == ["37", "37", "448", "300", "65"]
    assert column(table, PLACE)[:2] == ["标题", "第2段第3句"] and column(table, KIND)[11] == "时长"
    assert column(table, SENTENCE)[0] == TITLE


def test_a_click_on_a_heading_sorts_numbers_as_numbers(table):
    click_heading(table, VALUE)
    values = [float(value.replace(",", "")) for value in column(table, VALUE)]
    assert values == sorted(values)
    click_heading(table, VALUE)
    assert column(table, VALUE)[0] == "26,000"
    click_heading(table, PLACE)
    assert column(table, PLACE) == sorted(column(table, PLACE), key=lambda place: (place != "标题", place))


def test_the_filter_takes_all_words_from_any_column(ledger, table):
    field = ledger.findChild(QLineEdit, "figureFilter")
    QTest.keyClicks(field, "65")
    assert column(table, OBJECT) == ["包联单位"]
    field.setText("个　网格 448")
    assert column(table, VALUE) == ["448"]
    field.setText("没有的")
    assert not table.isVisible() and not ledger.findChild(QPushButton, "figureExcel").isEnabled()
    field.clear()
    assert table.model().rowCount() == 16
    figures = [dataclasses.replace(each, object="") for each in hand_made().figures]
    ledger.show_figures(shown_of(dataclasses.replace(hand_made(), figures=tuple(figures))))
    field.setText("第一网格长 65")  # nobody knows what it counts: its sentence helps
    assert column(table, VALUE) == ["37", "448", "300", "65", "37", "28"]


def test_a_double_click_and_enter_go_to_the_place(qtbot, ledger, table):
    index = table.model().index(row_of(table, "网格"), SENTENCE)
    rect = table.visualRect(index)
    QTest.mouseClick(table.viewport(), LEFT, pos=rect.center())
    with qtbot.waitSignal(ledger.go_requested) as asked:
        QTest.mouseDClick(table.viewport(), LEFT, pos=rect.center())
    assert asked.args[0].text == "448个"
    with qtbot.waitSignal(ledger.go_requested):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert ledger.isVisible()


def test_a_double_click_on_the_object_goes_too_and_f2_edits_it(qtbot, ledger, table):
    index = table.model().index(row_of(table, "网格"), OBJECT)
    table.setCurrentIndex(index)
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Grids")
    with qtbot.waitSignal(ledger.object_changed) as asked:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args[0].text == "448个" and asked.args[1] == "Grids"
    assert column(table, OBJECT)[2] == "网格"  # until the digest says so


def test_a_corrected_digest_keeps_filter_order_and_choice(ledger, table):
    click_heading(table, VALUE)
    table.selectRow(row_of(table, "网格"))
    figures = list(hand_made().figures)
    figures[2] = dataclasses.replace(figures[2], object="城市网格")
    ledger.show_figures(shown_of(dataclasses.replace(hand_made(), figures=tuple(figures))))
    (chosen,) = table.selectionModel().selectedRows(OBJECT)
    assert chosen.data() == "城市网格"
    assert column(table, VALUE)[-1] == "26,000"


def test_only_the_object_can_be_edited_and_nothing_in_a_library_for_reading(qtbot, icons, table):
    flags = [bool(table.model().index(0, n).flags() & Qt.ItemFlag.ItemIsEditable) for n in range(7)]
    assert flags == [False, False, True, False, False, False, False]
    dialog = FigureLedger(shown_of(hand_made()), icons, Messages("zh_CN"), can_correct=False)
    qtbot.addWidget(dialog)
    assert not dialog.table.model().index(0, OBJECT).flags() & Qt.ItemFlag.ItemIsEditable


def test_rows_are_copied_for_a_spreadsheet(ledger, table):
    table.selectRow(row_of(table, "网格"))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t")[:4] == ["448", "个", "网格", ""]
    table.clearSelection()
    click(ledger, "figureCopy")
    assert len(QGuiApplication.clipboard().text().split("\n")) == 16


def test_what_is_saved_is_what_is_shown(qtbot, ledger, table):
    click_heading(table, VALUE)
    ledger.findChild(QLineEdit, "figureFilter").setText("社区")
    for name, format in (("figureExcel", "xlsx"), ("figureCsv", "csv")):
        with qtbot.waitSignal(ledger.save_requested) as asked:
            click(ledger, name)
        rows, hints, chosen = asked.args
        assert [row.figure.text for row in rows] == [table.model().index(n, 0).data(256).figure.text for n in
                                                     range(table.model().rowCount())]  # fmt: skip
        assert hints == ["65家 = 37名 + 28名", "448个 × 300户左右 ≈ 134,400"] and chosen == format


def test_arithmetic_stands_above_and_chooses_its_rows(ledger, table):
    hints = ledger.findChild(QListWidget, "figureHints")
    assert [hints.item(n).text() for n in range(hints.count())] == ["65家 = 37名 + 28名", "448个 × 300户左右 ≈ 134,400"]
    QTest.mouseClick(hints.viewport(), LEFT, pos=hints.visualItemRect(hints.item(0)).center())
    assert [index.data() for index in table.selectionModel().selectedRows(OBJECT)] == ["包联单位", "干部", "年轻骨干"]


def test_without_arithmetic_there_is_no_list(ledger):
    ledger.show_figures(shown_of(dataclasses.replace(hand_made(), hints=())))
    assert not ledger.findChild(QListWidget, "figureHints").isVisible()


def test_letters_do_not_jump_and_escape_closes(qtbot, ledger, table):
    table.setCurrentIndex(table.model().index(3, 0))
    QTest.keyClick(table, Qt.Key.Key_6)
    assert table.currentIndex().row() == 3
    with qtbot.waitSignal(ledger.closed):
        QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not ledger.isVisible()


def test_it_speaks_another_language_at_once(ledger, table):
    ledger.set_messages(Messages("en"))
    header = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
    assert header == ["Value", "Unit", "What is counted", "About", "Kind", "Place", "Sentence"]
    assert column(table, PLACE)[:2] == ["title", "2-3"]


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_every_theme(themes, ledger, theme):
    themes.set_theme(theme)
    assert ledger.grab().toImage().pixelColor(3, 3).name() == themes.theme.list.lower()
