"""Many links added by one deed: reported once, undone at once, cancelled at once."""

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.model.query import ArticleQuery

from ..portal import Portal

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def portals():
    """Two servers of one town."""
    made = [Portal(), Portal()]
    for each in made:
        each.start()
    yield made
    for each in made:
        each.stop()


@pytest.fixture
def toasts(window):
    """Everything that the window says."""
    said = []
    window.work.announcer.told.connect(lambda sentence, *_: said.append(sentence))
    return said


def over(window):
    return all(task.state.is_over for task in window.work.tasks.listed())


def ids(session):
    return session.organising.ids(ArticleQuery())


def test_one_toast_one_step_to_undo_and_the_window_lives(window, session, portals, toasts, qtbot):
    links = [portals[number % 2].link(number) for number in range(40)]
    portals[1].statuses["/7"] = 404
    portals[0].latency = portals[1].latency = 0.03
    beats = [time.monotonic()]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start(10)
    window.show_tasks()
    window.capture.add_sources([*links, links[0] + "#again"])
    qtbot.waitUntil(lambda: bool(toasts), timeout=60000)
    heart.stop()
    assert toasts == ["39 saved, 1 known already, 1 failed"]
    assert max(later - earlier for earlier, later in pairwise(beats)) < 1  # 0.08 s on a free machine
    assert max(portal.most_at_once for portal in portals) <= 2
    assert window.work.history.stack.count() == 1
    window.work.history.undo()
    assert ids(session) == []
    window.work.history.redo()
    assert len(ids(session)) == 39


def test_what_failed_is_retried_together_and_reported_by_itself(window, session, portal, toasts, qtbot):
    portal.start()
    portal.statuses |= {"/1": 404, "/2": 403}
    window.capture.add_sources([portal.link(number) for number in range(4)])
    qtbot.waitUntil(lambda: toasts == ["2 saved, 2 failed"], timeout=20000)
    QTest.mouseClick(window.toast.findChild(QPushButton, "toastAction"), LEFT)
    portal.statuses.clear()
    button = window.tasks_popover.findChild(QPushButton, "taskRetryAll")
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: toasts[1:] == ["2 saved"], timeout=20000)
    assert len(ids(session)) == 4 and window.work.history.stack.count() == 2


def test_cancelling_all_is_quick_and_leaves_nothing_half_written(window, session, portals, toasts, qtbot):
    portals[0].latency = portals[1].latency = 0.3
    window.capture.add_sources([portals[number % 2].link(number) for number in range(60)])
    qtbot.waitUntil(lambda: len(ids(session)) >= 4, timeout=30000)
    started = time.monotonic()
    window.work.tasks.cancel_all()
    qtbot.waitUntil(lambda: over(window), timeout=5000)
    assert time.monotonic() - started < 2  # 0.1 s on a free machine
    qtbot.waitUntil(lambda: bool(toasts), timeout=2000)
    saved = len(ids(session))
    assert toasts == [f"{saved} saved, {60 - saved} cancelled"]
    assert session.health.check()["problems"] == []


def test_hundreds_without_a_network_are_one_sentence_too(window, session, portal, toasts, qtbot):
    window.capture.add_sources([portal.link(number) for number in range(6)])
    qtbot.waitUntil(lambda: toasts == ["6 waiting for the network"], timeout=30000)
    assert len(session.waiting.list()) == 6 and window.work.tasks.listed() == []


def test_a_saved_one_is_opened_from_the_list(window, session, portal, toasts, qtbot):
    portal.start()
    window.capture.add_sources([portal.link(1), portal.link(2)])
    qtbot.waitUntil(lambda: toasts == ["2 saved"], timeout=20000)
    window.show_tasks()
    task = window.work.tasks.listed()[0]
    QTest.mouseClick(window.tasks_popover.findChild(QPushButton, f"taskOpen_{task.id}"), LEFT)
    assert window.reading.article.id == task.result.id and not window.tasks_popover.isVisible()
