"""The tables of a comparison, with mouse and keys: places, edits and their undo, the clipboard, the paper."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from tests.side_by_side import readings

from reader.digest.contrast import contrast
from reader.messages import Messages
from reader.model.contrast import Contrast, Sheet
from reader.ui.dialogs.contrast import ContrastDialog

LEFT = Qt.MouseButton.LeftButton
CONTROL, ALT, SHIFT = (Qt.KeyboardModifier[f"{name}Modifier"] for name in ("Control", "Alt", "Shift"))
LABEL, MEASURE, FIRST, SECOND = range(4)


@pytest.fixture
def dialog(qtbot, icons):
    """The dialog over the three made-up reports."""
    made = ContrastDialog(icons, Messages("zh_CN"))
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    qtbot.waitExposed(made)
    made.set_contrast(contrast(readings()))
    return made


def row_of(dialog, label):
    return [row.label for row in dialog.models[dialog.bar.sheet].rows].index(label)


def view_of(dialog, column):
    """The view that a column is seen in: the names lie over the table."""
    return dialog.table._frozen if column == LABEL else dialog.table


def centre(dialog, label, column):
    view = view_of(dialog, column)
    index = dialog.models[dialog.bar.sheet].index(row_of(dialog, label), column)
    dialog.table.scrollTo(index)
    return view.viewport(), view.visualRect(index).center()


def click(dialog, label, column=FIRST, modifier=Qt.KeyboardModifier.NoModifier):
    viewport, point = centre(dialog, label, column)
    QTest.mouseClick(viewport, LEFT, modifier, point)


def double_click(dialog, label, column):
    viewport, point = centre(dialog, label, column)
    QTest.mouseClick(viewport, LEFT, pos=point)
    QTest.mouseDClick(viewport, LEFT, pos=point)


def rewrite(dialog, qtbot, label, column, text):
    """F2, type, Enter, as a person does."""
    click(dialog, label, column)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = view_of(dialog, column).findChild(QLineEdit)
    assert editor is not None and editor.isVisible()
    editor.clear()
    QTest.keyClicks(editor, text)
    with qtbot.waitSignal(dialog.edits.changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(dialog, label):
    row = dialog.models[dialog.bar.sheet].rows[row_of(dialog, label)]
    return [cell and cell.text for cell in row.cells]


def labels(dialog):
    return [row.label for row in dialog.models[dialog.bar.sheet].rows]


def tool(dialog, name):
    return dialog.findChild(QToolButton, f"contrast_{name}")


def press(dialog, name):
    QTest.mouseClick(tool(dialog, name), LEFT)


def test_absence_is_said_and_told_apart_by_colour(dialog, icons):
    model = dialog.models[Sheet.FIGURES]
    absent = model.index(row_of(dialog, "网格"), 4)
    assert absent.data() == "未载" and absent.data(Qt.ItemDataRole.ForegroundRole).name() == icons.theme.text3.lower()
    assert model.index(row_of(dialog, "网格"), FIRST).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.headerData(FIRST, Qt.Orientation.Horizontal) == "[1] 清河市"


def test_a_double_click_leads_to_the_place_and_closes_nothing(dialog, qtbot):
    with qtbot.waitSignal(dialog.place_requested) as asked:
        double_click(dialog, "网格党支部", SECOND)
    article, mention = asked.args
    assert article == "b" * 32 and readings()[1].text[mention.start : mention.end] == "近1178个"
    assert dialog.isVisible() and view_of(dialog, SECOND).findChild(QLineEdit) is None


def test_a_cell_with_several_places_leads_to_one_after_the_other(dialog, qtbot):
    places = []
    dialog.place_requested.connect(lambda _article, mention: places.append(mention.text))
    click(dialog, "解决率", SECOND)
    for _ in range(3):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert places == ["95%", "90%", "95%"]


def test_what_no_report_says_leads_nowhere(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.place_requested):
        double_click(dialog, "网格", 4)


def test_a_cell_is_edited_in_place_and_taken_back(dialog, qtbot):
    rewrite(dialog, qtbot, "网格", FIRST, "about 450")
    assert shown(dialog, "网格") == ["about 450", "2052个", None]
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CONTROL)
    assert shown(dialog, "网格") == ["448个", "2052个", None]
    QTest.keyClick(dialog.table, Qt.Key.Key_Y, CONTROL)
    assert shown(dialog, "网格")[0] == "about 450"
    press(dialog, "undo")
    assert shown(dialog, "网格")[0] == "448个" and not tool(dialog, "undo").isEnabled()


def test_what_was_absent_is_written_and_what_is_emptied_is_absent(dialog, qtbot):
    rewrite(dialog, qtbot, "网格", 4, "none")
    assert shown(dialog, "网格")[2] == "none"
    rewrite(dialog, qtbot, "网格", 4, "")
    assert shown(dialog, "网格")[2] is None


def test_escape_leaves_the_editor_and_not_the_dialog(dialog):
    click(dialog, "网格", FIRST)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.findChild(QLineEdit)
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert dialog.isVisible() and shown(dialog, "网格")[0] == "448个"


def test_a_row_is_renamed_where_its_name_is_seen(dialog, qtbot):
    rewrite(dialog, qtbot, "网格党支部", LABEL, "branches")
    assert "branches" in labels(dialog) and "网格党支部" not in labels(dialog)
    assert QApplication.focusWidget() is dialog.table, "the keys go on to the table"
    double_click(dialog, "branches", LABEL)
    assert dialog.table._frozen.findChild(QLineEdit).text() == "branches"


def test_the_unit_is_edited(dialog, qtbot):
    rewrite(dialog, qtbot, "网格", MEASURE, "per 2025")
    assert dialog.models[Sheet.FIGURES].rows[row_of(dialog, "网格")].measured == "per 2025"


def test_two_rows_are_merged(dialog):
    click(dialog, "城市社区")
    assert not tool(dialog, "merge").isEnabled()
    click(dialog, "网格", modifier=CONTROL)
    press(dialog, "merge")
    assert shown(dialog, "网格") == ["37个；448个", "2052个", None] and "城市社区" not in labels(dialog)
    assert dialog.table.currentIndex().row() == row_of(dialog, "网格")


def test_rows_are_deleted_by_key(dialog):
    count = len(labels(dialog))
    click(dialog, "立案")
    click(dialog, "处分", modifier=CONTROL)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert len(labels(dialog)) == count - 2 and {"立案", "处分"}.isdisjoint(labels(dialog))


def test_a_row_is_moved_and_stays_chosen(dialog):
    click(dialog, "网格")
    before = row_of(dialog, "网格")
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, ALT)
    assert row_of(dialog, "网格") == before + 1 == dialog.table.currentIndex().row()
    QTest.keyClick(dialog.table, Qt.Key.Key_Up, ALT)
    press(dialog, "up")
    assert row_of(dialog, "网格") == max(0, before - 1)


def test_the_other_table_has_its_own_rows(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, "contrastTab_practices"), LEFT)
    assert labels(dialog) == ["组织体系", "推行联建共建", "为民服务", "数字平台"]
    assert dialog.models[Sheet.PRACTICES].index(1, 0).data() == "　推行联建共建"
    click(dialog, "组织体系")
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, ALT)
    assert labels(dialog) == ["为民服务", "组织体系", "推行联建共建", "数字平台"], "a row takes its parts along"
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert labels(dialog) == ["为民服务", "数字平台"]


def test_the_whole_table_or_the_chosen_cells_are_copied(dialog, qtbot):
    rewrite(dialog, qtbot, "网格", FIRST, "=1+1")
    press(dialog, "copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["指标", "单位与口径", "[1]清河市", "[2]白石县", "[3]推进数字治理的实…"]
    assert lines[row_of(dialog, "网格") + 1] == "网格\t个\t'=1+1\t2052个\t未载"
    click(dialog, "网格", FIRST)
    click(dialog, "网格", SECOND, SHIFT)
    QTest.keyClick(dialog.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "'=1+1\t2052个\n"


def test_the_names_stay_when_the_columns_scroll(dialog):
    dialog.resize(620, 400)
    QApplication.processEvents()
    names, bar = dialog.table._frozen, dialog.table.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert names.viewport().mapTo(dialog, QPoint(0, 0)).x() == dialog.table.viewport().mapTo(dialog, QPoint(0, 0)).x()
    dialog.table.verticalScrollBar().setValue(60)
    assert names.verticalScrollBar().value() == 60
    for row in range(dialog.models[Sheet.FIGURES].rowCount()):
        assert names.rowHeight(row) == dialog.table.rowHeight(row)


def test_what_the_names_hide_is_brought_to_sight(dialog):
    dialog.resize(620, 400)
    QApplication.processEvents()
    table = dialog.table
    table.setCurrentIndex(dialog.models[Sheet.FIGURES].index(0, 4))
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Left)
    index = table.currentIndex()
    assert index.column() == MEASURE and table.visualRect(index).left() >= table._frozen.width() - 1


def test_the_menu_of_a_cell(dialog, qtbot):
    click(dialog, "网格", FIRST)
    menu = dialog.menu()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert [name for name, action in entries.items() if action.isEnabled()] == [
        "Go to its place", "Edit", "Move up", "Move down", "Delete row", "Copy the table",
    ]  # fmt: skip
    with qtbot.waitSignal(dialog.place_requested):
        entries["Go to its place"].trigger()
    entries["Delete row"].trigger()
    assert "网格" not in labels(dialog)


def test_the_paper_is_asked_for_with_what_was_edited(dialog, qtbot):
    click(dialog, "网格")
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.export_requested) as asked:
        QTest.mouseClick(dialog.findChild(QPushButton, "contrastExport"), LEFT)
    assert "网格" not in [row.label for row in asked.args[0].figures] and asked.args[0] == dialog.contrast


def test_starting_over_is_a_step_that_can_be_taken_back(dialog, qtbot):
    again = dialog.findChild(QPushButton, "contrastRenew")
    assert not again.isEnabled()
    click(dialog, "网格")
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.renew_requested):
        QTest.mouseClick(again, LEFT)
    dialog.set_contrast(contrast(readings()))
    assert "网格" in labels(dialog)
    press(dialog, "undo")
    assert "网格" not in labels(dialog)


@pytest.fixture
def empty(qtbot, icons):
    made = ContrastDialog(icons, Messages("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_until_the_tables_are_made_nothing_can_be_done(empty):
    assert empty._empty.isVisible() and not empty.findChild(QPushButton, "contrastExport").isEnabled()
    assert not any(button.isEnabled() for button in empty.bar.findChildren(QToolButton))
    empty.perform("delete")


def test_reports_without_figures_show_their_practices(empty):
    found = contrast(readings())
    empty.set_contrast(Contrast(found.reports, practices=found.practices))
    assert empty.bar.sheet is Sheet.PRACTICES and empty.tables[Sheet.PRACTICES].isVisible()
    QTest.mouseClick(empty.findChild(QPushButton, "contrastTab_figures"), LEFT)
    assert empty._empty.isVisible() and "No figures were found" in empty._empty._sentence.text()


def test_trouble_is_said_in_the_place_of_the_tables(empty):
    empty.fail("The article is gone.")
    assert empty._empty.isVisible() and empty._empty._sentence.text() == "The article is gone."
