"""A field as high as its text."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from reader.ui.panel.growing_edit import GrowingEdit


@pytest.fixture
def edit(qtbot, themes):
    edit = GrowingEdit(2, 4)
    qtbot.addWidget(edit)
    edit.resize(200, 100)
    edit.show()
    return edit


def test_it_grows_with_its_lines_between_its_bounds(edit):
    heights = []
    for lines in range(1, 7):
        edit.set_text("\n".join("一" * lines))
        heights.append(edit.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4] == heights[5]


def test_a_narrower_field_is_higher(edit):
    edit.set_text("网格化管理" * 6)
    before = edit.height()
    edit.resize(110, edit.height())
    assert edit.height() > before


def test_in_one_paragraph_enter_finishes(qtbot, themes):
    edit = GrowingEdit(one_paragraph=True)
    qtbot.addWidget(edit)
    with qtbot.waitSignal(edit.finished):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == ""


def test_another_placeholder_is_painted_at_once(edit, qtbot):
    class Paints(QObject):
        count = 0

        def eventFilter(self, _watched, event):
            self.count += event.type() == QEvent.Type.Paint
            return False

    edit.set_placeholder("工作简报")
    edit.clearFocus()  # a cursor that blinks paints too
    qtbot.waitExposed(edit)
    for _ in range(5):
        QCoreApplication.processEvents()
    paints = Paints()
    edit.viewport().installEventFilter(paints)
    edit.set_placeholder("读书摘记")
    QCoreApplication.processEvents()
    assert paints.count > 0


def test_a_placeholder_ends_in_dots_where_it_does_not_fit(edit):
    edit.set_placeholder("网格化管理" * 9)
    assert edit.placeholderText().endswith("…")
    edit.resize(1200, edit.height())
    assert edit.placeholderText() == "网格化管理" * 9
