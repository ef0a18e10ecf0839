"""Work off the UI thread: results, order, progress, cancelling, retrying, and nothing swallowed."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from reader.model.errors import CancelledError, CaptureError
from reader.ui.task import TaskState
from reader.ui.tasks import Tasks


def test_the_result_arrives_on_the_ui_thread(qtbot, tasks):
    got = []
    worker = []

    def work(number):
        worker.append(threading.current_thread())
        return number * 2

    tasks.run(work, 21, on_done=lambda value: got.append((value, QThread.isMainThread())))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, True)]
    assert worker[0] is not threading.main_thread()


def test_writes_keep_their_order_and_never_overlap(qtbot, tasks):
    order, inside = [], []

    def write(number):
        inside.append(number)
        assert inside == [number]
        order.append(number)
        inside.clear()

    done = []
    for number in range(40):
        tasks.run(write, number, writes=True, on_done=done.append)
    qtbot.waitUntil(lambda: len(done) == 40)
    assert order == list(range(40))


def test_readers_run_beside_a_busy_writer(qtbot, tasks):
    gate, got = threading.Event(), []
    tasks.run(gate.wait, writes=True)
    tasks.run(lambda: "read", on_done=got.append)
    qtbot.waitUntil(lambda: got == ["read"])
    gate.set()


def test_progress_is_told_in_order_and_thinned_out(qtbot, tasks):
    seen, ended = [], []

    def work(progress):
        for done in range(1, 5001):
            progress("images", done, 5000)
        progress("index", 1, 1)

    task = tasks.run(work, title="Report", progress=lambda *step: seen.append(step), on_done=ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert seen[0] == ("images", 1, 5000)
    assert seen[-2:] == [("images", 5000, 5000), ("index", 1, 1)]
    assert len(seen) < 100
    assert (task.step, task.fraction) == ("index", 1.0)


def test_a_total_beyond_32_bits_is_scaled_not_lost(qtbot, tasks):
    ended = []
    task = tasks.run(lambda progress: progress("fetch", 3 << 33, 4 << 33), title="Big", on_done=ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert task.fraction == pytest.approx(0.75, abs=0.01)


def test_an_error_goes_to_whoever_asked(qtbot, tasks):
    errors = []

    def work():
        raise CaptureError("fetch_status", status=403)

    task = tasks.run(work, title="Report", on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "fetch_status"
    assert task.state is TaskState.FAILED
    assert task.error is errors[0]


def test_an_error_nobody_asked_for_is_announced(qtbot, tasks):
    with qtbot.waitSignal(tasks.failed) as caught:
        tasks.run(lambda: 1 / 0)
    assert isinstance(caught.args[1], ZeroDivisionError)


def test_cancelling_a_running_task_tells_only_on_cancel(qtbot, tasks):
    started, told = threading.Event(), []

    def work(cancel):
        started.set()
        assert cancel.wait(10)
        raise CancelledError

    task = tasks.run(
        work, title="Report", on_cancel=lambda: told.append("cancel"), on_done=told.append, on_error=told.append
    )
    assert started.wait(5)
    with qtbot.waitSignal(tasks.task_finished):
        tasks.cancel(task.id)
    assert task.state is TaskState.CANCELLED
    assert told == ["cancel"]


def test_a_waiting_task_that_is_cancelled_never_starts(qtbot, tasks):
    gate, ran = threading.Event(), []
    tasks.run(gate.wait, writes=True)
    task = tasks.run(ran.append, 1, writes=True, title="Second")
    tasks.cancel(task.id)
    assert task.state is TaskState.CANCELLED
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert ran == []


def test_cancel_all_spares_small_work_without_a_title(qtbot, tasks):
    gate, saved = threading.Event(), []
    tasks.run(gate.wait, writes=True)
    tasks.run(saved.append, "note", writes=True)
    listed = tasks.run(saved.append, "import", writes=True, title="Import")
    tasks.cancel_all()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert saved == ["note"]
    assert listed.state is TaskState.CANCELLED


def test_a_failed_task_can_be_retried_in_its_place(qtbot, tasks):
    attempts, got = [], []

    def work():
        attempts.append(1)
        if len(attempts) == 1:
            raise CaptureError("offline")
        return "saved"

    task = tasks.run(work, title="Report", on_done=got.append, on_error=got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    tasks.retry(task.id)
    assert tasks.listed() == [task]
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got[1] == "saved"
    assert task.state is TaskState.DONE
    assert task.error is None


def test_of_tasks_that_replace_each_other_only_the_last_answers(qtbot, tasks):
    gate, got = threading.Event(), []

    def search(words):
        gate.wait(5)
        return words

    for words in ("网", "网格", "网格化"):
        tasks.run(search, words, on_done=got.append, replaces="filter")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert got == ["网格化"]


def test_listed_tasks_are_announced_and_can_be_cleared(qtbot, tasks):
    added, finished = [], []
    tasks.task_added.connect(added.append)
    tasks.task_finished.connect(finished.append)
    tasks.run(lambda: None)
    task = tasks.run(lambda: None, title="Report")
    qtbot.waitUntil(lambda: bool(finished))
    assert added == finished == tasks.listed() == [task]
    tasks.clear_finished()
    assert tasks.listed() == []


def test_a_result_for_a_destroyed_widget_is_dropped_quietly(qtbot, tasks):
    class Receiver(QObject):
        def take(self, value):
            raise AssertionError(value)

    gate, receiver = threading.Event(), Receiver()
    tasks.run(gate.wait, on_done=receiver.take)
    receiver.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(receiver))
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())


def _is_alive(thing):
    from shiboken6 import isValid

    return isValid(thing)


def test_shutdown_finishes_waiting_writes_and_delivers_them(qapp):
    tasks, gate, saved = Tasks(), threading.Event(), []
    tasks.run(gate.wait, 0.05, writes=True)
    tasks.run(lambda: "note", writes=True, on_done=saved.append)
    assert tasks.shutdown()
    assert saved == ["note"]
    with pytest.raises(RuntimeError):
        tasks.run(print, writes=True)


def test_a_last_result_may_ask_for_more_without_harm(qapp):
    tasks, gate, shown = Tasks(), threading.Event(), []
    tasks.run(gate.wait, 0.05, writes=True, on_done=lambda _: tasks.run(shown.append, "list"))
    assert tasks.shutdown()
    assert shown == []


def test_shutdown_cancels_what_can_be_cancelled(qapp):
    tasks, told = Tasks(), []

    def endless(cancel):
        assert cancel.wait(10)
        raise CancelledError

    tasks.run(endless, title="Download", on_cancel=lambda: told.append(True))
    assert tasks.shutdown(5)
    assert told == [True]


def test_pages_are_set_and_drawn_in_one_thread(qtbot, tasks):
    seen = []
    for number in range(6):
        tasks.run(lambda number=number: seen.append((number, threading.get_ident())), draws=True)
    qtbot.waitUntil(lambda: len(seen) == 6, timeout=5000)
    assert [number for number, _ in seen] == list(range(6)) and len({thread for _, thread in seen}) == 1
