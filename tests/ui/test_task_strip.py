"""Tasks as they are seen, with real tasks behind them."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from reader.model.errors import CancelledError, CaptureError
from reader.ui.parts import ElidedLabel
from reader.ui.task import TaskState
from reader.ui.task_row import TaskRow
from reader.ui.task_strip import MOST_ROWS, TaskPopover, TaskStrip


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def popover(icons, tasks, window):
    window.button = QPushButton("tasks", window)
    window.button.move(700, 10)
    window.button.show()
    popover = TaskPopover(icons, tasks, lambda step: f"step {step}", lambda error: f"trouble {error.code}", window)
    popover.toggle_at(window.button)
    return popover


@pytest.fixture
def gate():
    gate = threading.Event()
    yield gate
    gate.set()


def wait_or_cancel(cancel, progress):
    progress("fetch", 1, 4)
    assert cancel.wait(10)
    raise CancelledError


def fail():
    raise CaptureError("fetch_status", status=403)


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_strip_counts_and_hides_when_all_is_done(qtbot, icons, tasks, window, gate):
    strip = TaskStrip(icons, tasks, window)
    assert strip.isHidden()
    tasks.run(lambda: None, title="One")
    tasks.run(gate.wait, 10, title="Two")
    qtbot.waitUntil(lambda: words(strip) == ["Working 2 / 2"])
    gate.set()
    qtbot.waitUntil(strip.isHidden)


def test_a_new_batch_is_counted_anew(qtbot, icons, tasks, window, gate):
    strip = TaskStrip(icons, tasks, window)
    for number in range(3):
        tasks.run(lambda: None, title=f"Old {number}")
    qtbot.waitUntil(strip.isHidden)
    tasks.run(gate.wait, 10, title="New")
    assert words(strip) == ["Working 1 / 1"]


def test_the_strip_cancels_all(qtbot, icons, tasks, window):
    strip = TaskStrip(icons, tasks, window)
    task = tasks.run(wait_or_cancel, title="One")
    qtbot.waitUntil(lambda: task.step == "fetch")
    QTest.mouseClick(strip.findChild(QToolButton, "taskCancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: task.state is TaskState.CANCELLED)
    assert strip.isHidden()


def test_a_failure_stays_on_the_strip_until_it_is_cleared(qtbot, icons, tasks, window):
    strip = TaskStrip(icons, tasks, window)
    tasks.run(fail, title="One", on_error=lambda error: None)
    qtbot.waitUntil(lambda: words(strip) == ["1 failed"])
    QTest.mouseClick(strip.findChild(QToolButton, "taskCancel"), Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    assert tasks.listed() == []


def test_a_click_on_the_strip_asks_for_the_list(qtbot, icons, tasks, window, gate):
    strip = TaskStrip(icons, tasks, window)
    strip.resize(200, 60)
    tasks.run(gate.wait, 10, title="One")
    with qtbot.waitSignal(strip.clicked):
        QTest.mouseClick(strip.findChild(QLabel, "taskStripText"), Qt.MouseButton.LeftButton)


def test_the_popover_tells_step_and_reason(qtbot, tasks, popover):
    tasks.run(fail, title="扫描件.pdf", on_error=lambda error: None)
    running = tasks.run(wait_or_cancel, title="三张清单")
    qtbot.waitUntil(lambda: {"step fetch", "trouble fetch_status", "三张清单"} <= set(words(popover)))
    assert popover.findChild(QLabel, "taskCount").text() == "1 / 2"
    QTest.mouseClick(popover.findChild(QPushButton, f"taskCancel_{running.id}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Cancelled" in words(popover))


def test_everything_is_cancelled_then_cleared_by_one_button(qtbot, tasks, popover):
    running = [tasks.run(wait_or_cancel, title=f"Task {number}") for number in range(3)]
    button = popover.findChild(QPushButton, "taskCancelAll")
    assert button.text() == "Cancel all"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(task.state is TaskState.CANCELLED for task in running))
    assert button.text() == "Clear list"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Nothing is being done in the background." in words(popover)


def test_closing_gives_the_keyboard_back_to_its_button(window, popover):
    QLineEdit(window).show()  # what Qt itself would go to
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible() and window.button.hasFocus()


def test_it_stays_within_the_window_and_lists_no_endless_rows(qtbot, tasks, window, popover, gate):
    tasks.run(gate.wait, 10, writes=True)
    popover.close_popover()
    waiting = [tasks.run(print, writes=True, title=f"Task {number}") for number in range(MOST_ROWS + 20)]
    popover.toggle_at(window.button)
    assert len(popover._rows) == MOST_ROWS
    assert window.rect().contains(popover.geometry())
    assert popover.findChild(QPushButton, f"taskCancel_{waiting[-1].id}") is not None
    tasks.cancel_all()


@pytest.mark.parametrize("opened_before", [True, False])
@pytest.mark.parametrize("length", [22, 23, 24, 50])
def test_no_reason_is_clipped(qtbot, icons, tasks, window, length, opened_before):
    popover = TaskPopover(icons, tasks, str, lambda error: "网" * length + "。", window)
    window.button = QPushButton("tasks", window)
    window.button.move(700, 10)
    if opened_before:
        popover.toggle_at(window.button)
    ended = [tasks.run(fail, title=f"报告 {number}", on_error=lambda error: None) for number in range(2)]
    qtbot.waitUntil(lambda: all(task.state is TaskState.FAILED for task in ended))
    if not opened_before:
        popover.toggle_at(window.button)
    qtbot.wait(20)
    for label in popover.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert not popover._scroll.verticalScrollBar().isVisible()


def test_the_rows_are_in_sight_as_soon_as_it_opens(icons, tasks, window, qtbot):
    window.button = QPushButton("tasks", window)
    window.button.show()
    popover = TaskPopover(icons, tasks, str, str, window)
    done = [tasks.run(lambda: None, title=f"www.example.org/{number}") for number in range(3)]
    qtbot.waitUntil(lambda: all(task.state is TaskState.DONE for task in done))
    popover.toggle_at(window.button)
    heights = [row.sizeHint().height() for row in popover.findChildren(TaskRow)]
    assert popover.findChild(QWidget, "taskList").height() >= sum(heights) > 60


def test_a_row_follows_the_name_of_its_task(tasks, popover, qtbot):
    task = tasks.run(lambda: None, title="www.example.org/7")
    qtbot.waitUntil(lambda: task.state is TaskState.DONE)
    tasks.rename(task, "青禾区的网格")
    (row,) = popover.findChildren(TaskRow)
    assert "青禾区的网格" in [each.full_text() for each in row.findChildren(ElidedLabel)]
