"""One task in the list: what it says, and the one thing to do about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from reader.model.errors import CaptureError
from reader.ui.task import Task, TaskState
from reader.ui.task_row import TaskRow


@pytest.fixture
def make_row(qtbot, icons, tasks):
    """A row 400 px wide for a task."""

    def make(task):
        row = TaskRow(icons, tasks, task, lambda step: f"step {step}", lambda error: f"trouble {error.code}")
        qtbot.addWidget(row)
        row.resize(400, 60)
        row.show()
        return row

    return make


def shown(row, kind):
    return [each for each in row.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize(
    ("state", "fields", "words", "button"),
    [
        (TaskState.WAITING, {}, "Waiting", "Cancel"),
        (TaskState.RUNNING, {}, "Working", "Cancel"),
        (TaskState.RUNNING, {"step": "fetch"}, "step fetch", "Cancel"),
        (TaskState.DONE, {}, "Done", None),
        (TaskState.FAILED, {"error": CaptureError("fetch_status")}, "trouble fetch_status", "Retry"),
        (TaskState.CANCELLED, {}, "Cancelled", "Retry"),
    ],
)
def test_every_state_has_its_words_and_its_button(make_row, state, fields, words, button):
    row = make_row(Task(1, "三张清单", state, **fields))
    assert [label.text() for label in shown(row, QLabel)] == ["三张清单", words]
    assert [each.text() for each in shown(row, QPushButton)] == ([button] if button else [])
    for each in shown(row, QPushButton):
        assert each.accessibleName() == f"{button}: 三张清单"


def test_the_bar_shows_how_far_it_is_or_that_nobody_knows(make_row):
    task = Task(1, "Report", TaskState.RUNNING, done=1, total=4)
    row = make_row(task)
    (bar,) = shown(row, QProgressBar)
    assert bar.value() / bar.maximum() == 0.25
    task.total = 0
    row.refresh()
    assert bar.maximum() == 0
    task.state = TaskState.DONE
    row.refresh()
    assert not shown(row, QProgressBar)


def test_a_failed_task_is_retried_by_its_button(qtbot, tasks, make_row):
    attempts = []

    def second_time_lucky():
        attempts.append(1)
        if len(attempts) == 1:
            raise CaptureError("fetch_status", status=403)

    task = tasks.run(second_time_lucky, title="One", on_error=lambda error: None)
    qtbot.waitUntil(lambda: task.state is TaskState.FAILED)
    row = make_row(task)
    (retry,) = shown(row, QPushButton)
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: task.state is TaskState.DONE)
    row.refresh()
    assert not shown(row, QPushButton)


def test_a_failure_is_told_in_the_colour_of_danger(themes, make_row):
    task = Task(1, "Report", TaskState.RUNNING)
    row = make_row(task)
    state = shown(row, QLabel)[1]
    calm = state.palette().windowText().color().name()
    task.state, task.error = TaskState.FAILED, CaptureError("offline")
    row.refresh()
    assert state.palette().windowText().color().name() == themes.theme.danger.lower() != calm
