"""Links that wait for the network, as a reader meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton

from reader.model.errors import CaptureError
from reader.model.query import ArticleQuery
from reader.model.waiting import AddOptions
from reader.ui.adding import AddDialog
from reader.ui.waiting_list import WaitingRow

LEFT = Qt.MouseButton.LeftButton


def titles(session):
    return [row.title for row in session.organising.list(ArticleQuery())]


def click(parent, kind, name):
    widget = parent.findChild(kind, name)
    assert widget.isVisible(), name
    QTest.mouseClick(widget, LEFT)


def says(banner):
    return banner.findChild(QLabel, "bannerText").text() if banner.isVisible() else ""


def wait(session, *links):
    for link in links:
        assert session.waiting.enqueue(link, AddOptions(), CaptureError("fetch_host", url=link))


def test_a_link_typed_without_a_network_waits_and_comes_when_it_is_back(window, session, portal, qtbot):
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(AddDialog)
    QTest.keyClicks(dialog.findChild(QPlainTextEdit, "addText"), portal.link(7))
    click(dialog, QPushButton, "addConfirm")
    qtbot.waitUntil(lambda: "1 link" in says(window.network_banner), timeout=15000)
    assert "No network" in says(window.network_banner)
    assert "waits" in window.toast.text()
    assert window.work.tasks.listed() == []  # it is among those that wait, not among those that failed
    portal.start()
    click(window.network_banner, QPushButton, "bannerAction")
    qtbot.waitUntil(lambda: titles(session) == ["青禾区：第7号网格简报"], timeout=15000)
    qtbot.waitUntil(window.network_banner.isHidden, timeout=5000)
    assert session.waiting.list() == []
    assert "第7号网格简报" in window.toast.text()


def test_what_waits_from_last_time_is_shown_after_the_start(make_window, session, portal, qtbot):
    wait(session, portal.link(1), portal.link(2))
    window = make_window()
    qtbot.waitUntil(lambda: "2 link" in says(window.network_banner), timeout=5000)
    assert window.task_strip.findChild(QLabel, "taskStripText").text() == "2 links wait"


def test_it_is_tried_by_itself_once_its_time_has_come(make_window, session, portal, qtbot, monkeypatch):
    wait(session, portal.link(1))
    monkeypatch.setattr(session.waiting, "_clock", lambda: session.waiting.next_try(session.waiting.list()[0]))
    portal.start()
    window = make_window()
    qtbot.waitUntil(lambda: titles(session) == ["青禾区：第1号网格简报"], timeout=15000)
    qtbot.waitUntil(lambda: "第1号网格简报" in window.toast.text(), timeout=5000)


def test_the_network_coming_back_is_heard(window, session, portal, qtbot):
    wait(session, portal.link(1))
    window.waiting.refresh()
    portal.start()
    window.waiting.reachability.came_back.emit()
    qtbot.waitUntil(lambda: len(titles(session)) == 1, timeout=15000)


def test_a_page_that_comes_shows_that_the_rest_may_be_tried(window, session, portal, qtbot, monkeypatch):
    wait(session, portal.link(1), portal.link(2))
    window.waiting.refresh()
    late = session.waiting.next_try(session.waiting.list()[0])
    monkeypatch.setattr(session.waiting, "_clock", lambda: late)
    portal.start()
    window.capture.add_sources([portal.link(3)])
    qtbot.waitUntil(lambda: len(titles(session)) == 3, timeout=15000)
    qtbot.waitUntil(window.network_banner.isHidden, timeout=5000)


def test_one_is_fetched_and_one_removed_in_the_list_and_removal_can_be_undone(window, session, portal, qtbot):
    wait(session, portal.link(1), portal.link(2))
    window.waiting.refresh()
    first, second = session.waiting.list()
    click(window.network_banner, QPushButton, "bannerSecond")
    popover = window.tasks_popover
    assert popover.isVisible() and len(popover.findChildren(WaitingRow)) == 2
    click(popover, QPushButton, f"waitingDrop_{second.id}")
    assert [each.source for each in session.waiting.list()] == [first.source]
    click(window.toast, QPushButton, "toastAction")
    assert [each.source for each in session.waiting.list()] == [first.source, second.source]
    portal.start()
    if not popover.isVisible():
        window.show_tasks()
    click(popover, QPushButton, f"waitingFetch_{first.id}")
    qtbot.waitUntil(lambda: titles(session) == ["青禾区：第1号网格简报"], timeout=15000)
    qtbot.waitUntil(lambda: len(popover.findChildren(WaitingRow)) == 1, timeout=5000)


def test_the_reason_and_the_next_try_are_said(window, session, qtbot):
    wait(session, "http://qinghe.example/1")
    window.waiting.refresh()
    window.show_tasks()
    words = [each.text() for each in window.tasks_popover.findChildren(QLabel)]
    assert any(each.startswith("Server not found") and "Next try: " in each for each in words)


def test_what_is_wrong_for_good_leaves_and_its_reason_stays_in_the_list(window, session, portal, qtbot):
    wait(session, portal.link(1), portal.link(2))
    window.waiting.refresh()
    portal.statuses["/1"] = 404
    portal.start()
    click(window.network_banner, QPushButton, "bannerAction")
    qtbot.waitUntil(lambda: window.toast.text() == "1 saved, 1 failed", timeout=15000)
    failed = [task for task in window.work.tasks.listed() if task.state == "failed"]
    assert [task.error.code for task in failed] == ["fetch_not_found"]
    assert session.waiting.list() == []
    portal.statuses.clear()
    window.work.tasks.retry(failed[0].id)
    qtbot.waitUntil(lambda: len(titles(session)) == 2, timeout=15000)


def test_the_banner_can_be_closed_and_comes_back_with_the_next_link(window, session, qtbot):
    wait(session, "http://qinghe.example/1")
    window.waiting.refresh()
    click(window.network_banner, QToolButton, "bannerClose")
    window.waiting.refresh()
    assert window.network_banner.isHidden()
    wait(session, "http://qinghe.example/2")
    window.waiting.refresh()
    assert "2 link" in says(window.network_banner)


def test_with_a_network_it_is_the_servers_that_do_not_answer(window, session):
    wait(session, "http://qinghe.example/1")
    window.waiting.reachability.is_online = True
    window.waiting.refresh()
    assert "server does not answer" in says(window.network_banner)


@pytest.mark.parametrize("field", ["welcomeUrl"])
def test_the_banner_is_seen_over_an_empty_library_too(window, session, field):
    wait(session, "http://qinghe.example/1")
    window.waiting.refresh()
    assert window.welcome.findChild(QLineEdit, field).isVisible() and window.network_banner.isVisible()
