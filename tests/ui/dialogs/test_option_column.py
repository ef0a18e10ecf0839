"""A column of choices on a low screen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from reader.ui.dialogs.option_column import OptionColumn


@pytest.fixture
def column(qtbot, icons):
    """Thirty choices with boxes among them, in half the height they need."""
    body = QWidget()
    rows = QVBoxLayout(body)
    box, number = QComboBox(), QSpinBox()
    box.addItems(["一", "二", "三"])
    box.setCurrentIndex(1)
    number.setValue(20)
    for widget in (box, number, *(QCheckBox(str(n)) for n in range(28))):
        rows.addWidget(widget)
    column = OptionColumn(icons, body)
    qtbot.addWidget(column)
    column.resize(300, body.sizeHint().height() // 2)
    column.show()
    qtbot.waitExposed(column)
    return column


def turn_wheel(widget):
    """One notch down over a widget; whether it takes it. What it leaves, Qt offers to what lies around."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, QPointF(widget.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox])
def test_the_wheel_over_a_box_changes_nothing_and_is_left_to_the_column(column, kind):
    assert not turn_wheel(column.findChild(kind))
    assert turn_wheel(column.viewport()) and column.verticalScrollBar().value() > 0
    assert column.findChild(QComboBox).currentIndex() == 1 and column.findChild(QSpinBox).value() == 20


def test_a_soft_edge_shows_that_there_is_more_below(column):
    bar = column.verticalScrollBar()
    assert column.edge.isVisible() and column.edge.geometry().bottom() == column.viewport().geometry().bottom()
    image = column.grab().toImage()
    assert image.pixelColor(2, image.height() - 1).name() == column.edge._icons.theme.border.lower()
    bar.setValue(bar.maximum())
    assert not column.edge.isVisible()


def test_where_everything_fits_there_is_no_edge(column, qtbot):
    column.resize(300, column.widget().sizeHint().height() + 40)
    qtbot.waitUntil(lambda: not column.edge.isVisible())
