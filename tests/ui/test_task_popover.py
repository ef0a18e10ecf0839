"""Tasks and waiting links in the popover, with real tasks behind them."""

import threading
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from reader.model.article import AddOutcome, AddStatus
from reader.model.errors import CancelledError, CaptureError
from reader.model.waiting import AddOptions, WaitingLink
from reader.ui.parts import ElidedLabel
from reader.ui.task import Task, TaskState
from reader.ui.task_popover import MOST_ROWS, TaskPopover, chosen_rows
from reader.ui.task_row import TaskRow


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.button = QPushButton("tasks", window)
    window.button.move(700, 10)
    window.show()
    qtbot.waitExposed(window)
    return window


def next_try(link):
    return datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def make_popover(icons, tasks, window):
    """A popover whose reasons are what `say` says."""

    def make(say=lambda error: f"trouble {error.code}"):
        return TaskPopover(icons, tasks, lambda step: f"step {step}", say, str, next_try, window)

    return make


@pytest.fixture
def popover(make_popover, window):
    popover = make_popover()
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


def test_the_popover_tells_step_and_reason(qtbot, tasks, popover):
    tasks.run(fail, title="扫描件.pdf", on_error=lambda error: None)
    running = tasks.run(wait_or_cancel, title="三张清单")
    qtbot.waitUntil(lambda: {"step fetch", "trouble fetch_status", "三张清单"} <= set(words(popover)))
    qtbot.waitUntil(lambda: popover.findChild(QLabel, "taskCount").text() == "1 / 2")
    QTest.mouseClick(popover.findChild(QPushButton, f"taskCancel_{running.id}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Cancelled" in words(popover))


def test_everything_is_cancelled_then_cleared_by_one_button(qtbot, tasks, popover):
    running = [tasks.run(wait_or_cancel, title=f"Task {number}") for number in range(3)]
    button = popover.findChild(QPushButton, "taskCancelAll")
    qtbot.waitUntil(lambda: button.text() == "Cancel all")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(task.state is TaskState.CANCELLED for task in running))
    qtbot.waitUntil(lambda: button.text() == "Clear list")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nothing is being done in the background." in words(popover))


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
def test_no_reason_is_clipped(qtbot, make_popover, tasks, window, length, opened_before):
    popover = make_popover(lambda error: "网" * length + "。")
    if opened_before:
        popover.toggle_at(window.button)
    ended = [tasks.run(fail, title=f"报告 {number}", on_error=lambda error: None) for number in range(2)]
    qtbot.waitUntil(lambda: all(task.state is TaskState.FAILED for task in ended))
    if not opened_before:
        popover.toggle_at(window.button)
    qtbot.wait(400)
    for label in popover.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert not popover._list.verticalScrollBar().isVisible()


def test_the_rows_are_in_sight_as_soon_as_it_opens(make_popover, tasks, window, qtbot):
    popover = make_popover()
    done = [tasks.run(lambda: None, title=f"www.example.org/{number}") for number in range(3)]
    qtbot.waitUntil(lambda: all(task.state is TaskState.DONE for task in done))
    popover.toggle_at(window.button)
    heights = [row.sizeHint().height() for row in popover.findChildren(TaskRow)]
    assert popover.findChild(QWidget, "taskList").height() >= sum(heights) > 60


def test_a_row_follows_the_name_of_its_task(tasks, popover, qtbot):
    task = tasks.run(lambda: None, title="www.example.org/7")
    qtbot.waitUntil(lambda: task.state is TaskState.DONE)
    tasks.rename(task, "青禾区的网格")
    qtbot.waitUntil(lambda: len(popover.findChildren(TaskRow)) == 1)
    (row,) = popover.findChildren(TaskRow)
    assert "青禾区的网格" in [each.full_text() for each in row.findChildren(ElidedLabel)]


def test_of_hundreds_what_runs_and_what_failed_is_listed_first():
    states = [TaskState.DONE] * 150 + [TaskState.FAILED] * 3 + [TaskState.RUNNING] * 2 + [TaskState.WAITING] * 145
    rows = chosen_rows([Task(number, f"Task {number}", state) for number, state in enumerate(states)])
    assert len(rows) == MOST_ROWS
    assert [task.state for task in rows[:6]] == [TaskState.RUNNING] * 2 + [TaskState.FAILED] * 3 + [TaskState.WAITING]
    few = [Task(number, "x", state) for number, state in enumerate((TaskState.FAILED, TaskState.RUNNING))]
    assert [task.id for task in chosen_rows(few)] == [1, 0]


def test_all_that_failed_is_tried_again_by_one_button(qtbot, tasks, popover):
    lucky = threading.Event()

    def in_time():
        if not lucky.is_set():
            fail()

    made = [tasks.run(in_time, title=f"Task {number}", on_error=lambda error: None) for number in range(3)]
    button = popover.findChild(QPushButton, "taskRetryAll")
    qtbot.waitUntil(lambda: button.isVisible() and all(task.state is TaskState.FAILED for task in made))
    lucky.set()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(task.state is TaskState.DONE for task in made))
    qtbot.waitUntil(button.isHidden)


def test_a_saved_article_says_what_became_of_it_and_is_opened_by_a_click(qtbot, tasks, popover):
    outcome = AddOutcome("https://qinghe.example/1", AddStatus.DUPLICATE, "a" * 32, "青禾区的网格")
    tasks.run(lambda: outcome, title="青禾区的网格")
    qtbot.waitUntil(lambda: "Known already" in words(popover))
    (row,) = popover.findChildren(TaskRow)
    with qtbot.waitSignal(popover.article_requested) as asked:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert asked.args == ["a" * 32] and not popover.isVisible()


def test_links_that_wait_stand_below_the_tasks(tasks, popover):
    links = [
        WaitingLink(number, f"https://qinghe.example/{number}", AddOptions(), "", "", 1, CaptureError("fetch_host"))
        for number in range(60)
    ]
    popover.show_waiting(links, False)
    popover.place()
    assert popover.findChild(QLabel, "waitingCount").text() == "60"
    assert popover.findChild(QLabel, "waitingMore").text() == "and 20 more"
    assert popover.parentWidget().rect().contains(popover.geometry())
    popover.show_waiting([], False)
    assert popover.waiting.isHidden()
