"""Tasks as the strip in the sidebar tells of them, with real tasks behind it."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from reader.model.errors import CancelledError, CaptureError
from reader.ui.task import TaskState
from reader.ui.task_strip import TaskStrip


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    return window


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
    qtbot.waitUntil(lambda: words(strip) == ["Working 1 / 1"])


def test_the_strip_cancels_all(qtbot, icons, tasks, window):
    strip = TaskStrip(icons, tasks, window)
    task = tasks.run(wait_or_cancel, title="One")
    qtbot.waitUntil(lambda: task.step == "fetch")
    QTest.mouseClick(strip.findChild(QToolButton, "taskCancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: task.state is TaskState.CANCELLED)
    qtbot.waitUntil(strip.isHidden)


def test_a_failure_stays_on_the_strip_until_it_is_cleared(qtbot, icons, tasks, window):
    strip = TaskStrip(icons, tasks, window)
    tasks.run(fail, title="One", on_error=lambda error: None)
    qtbot.waitUntil(lambda: words(strip) == ["1 failed"])
    QTest.mouseClick(strip.findChild(QToolButton, "taskCancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(strip.isHidden)
    assert tasks.listed() == []


def test_a_click_on_the_strip_asks_for_the_list(qtbot, icons, tasks, window, gate):
    strip = TaskStrip(icons, tasks, window)
    strip.resize(200, 60)
    tasks.run(gate.wait, 10, title="One")
    with qtbot.waitSignal(strip.clicked):
        QTest.mouseClick(strip.findChild(QLabel, "taskStripText"), Qt.MouseButton.LeftButton)


def test_links_that_wait_are_told_when_nothing_else_is(qtbot, icons, tasks, window):
    strip = TaskStrip(icons, tasks, window)
    strip.set_waiting(3)
    qtbot.waitUntil(lambda: words(strip) == ["3 link(s) wait"])
    assert not strip.findChild(QToolButton, "taskCancel").isVisible()
    tasks.run(fail, title="One", on_error=lambda error: None)
    qtbot.waitUntil(lambda: words(strip) == ["1 failed · 3 link(s) wait"])
