"""The list of checked quotations: what it says of each, to the eye and to a screen reader, and which keys it takes."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from reader.messages import Messages
from reader.model.verification import Checked, Verdict
from reader.ui.dialogs.verify_list import CHECKED, PLACE, QUOTE, VERDICT, VerifyList, VerifyModel

ROWS = (
    Checked("健全组织体系，\n完善机制", 0, 12, Verdict.EXACT, article="a", title="青禾区报告", passage="3-5"),
    Checked("划分网格448个", 20, 28, Verdict.NOT_FOUND),
)


@pytest.fixture
def listed(qtbot, icons):
    say = Messages("zh_CN")
    model = VerifyModel(say, lambda: ("结果", "引文", "出处"))
    shown = VerifyList(icons, say, model)
    qtbot.addWidget(shown)
    model.set_checked(ROWS)
    shown.resize(900, 300)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def text(model: QAbstractItemModel, row: int, column: int) -> str:
    return model.index(row, column).data()


def test_each_row_says_the_verdict_the_words_and_the_place(listed):
    model = listed.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 2 and model.headerData(QUOTE, Qt.Orientation.Horizontal) == "引文"
    assert text(model, 0, VERDICT) != text(model, 1, VERDICT)
    assert "\n" not in text(model, 0, QUOTE) and "完善机制" in text(model, 0, QUOTE)
    assert "青禾区报告" in text(model, 0, PLACE) and not text(model, 1, PLACE)
    read_out = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(text(model, 0, column) in read_out for column in (VERDICT, QUOTE, PLACE))


def test_the_verdicts_differ_in_more_than_colour(listed):
    pictures = []
    for row in range(2):
        rect = listed.visualRect(listed.model().index(row, VERDICT))
        image = listed.viewport().grab(rect).toImage()
        pictures.append(image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither))
    assert pictures[0] != pictures[1]


def test_return_and_a_double_click_choose_and_letters_jump_nowhere(listed, qtbot):
    listed.selectRow(1)
    with qtbot.waitSignal(listed.chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert chosen.args == [ROWS[1]] and listed.current() == ROWS[1]
    with qtbot.waitSignal(listed.chosen) as chosen:
        place = listed.visualRect(listed.model().index(0, QUOTE)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [ROWS[0]]
    QTest.keyClicks(listed, "z")
    assert listed.currentIndex().data(CHECKED) == ROWS[0]


def test_the_keys_of_copying_ask_for_a_copy(listed, qtbot):
    with qtbot.waitSignal(listed.copy_requested):
        QTest.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() != ROWS[0].quote, "what is copied is for the dialog to say"
