"""The dialog that adds from a feed or column: fetching, stopping, trouble, further pages, handing over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from reader.messages import Messages
from reader.model.errors import CancelledError, CaptureError
from reader.model.links import LinkEntry, LinkKind, LinkList
from reader.ui.dialogs.feed import FeedDialog

LEFT = Qt.MouseButton.LeftButton


def page(*numbers, next_url=None):
    entries = tuple(LinkEntry(f"报告之{n}", f"https://a.example/{n}", f"2026-03-0{n}") for n in numbers)
    return LinkList("工作动态", "https://a.example/list", LinkKind.COLUMN, entries, next_url)


class Portal:
    """Stands for the service: answers by address, waits when told, and fails where it has nothing."""

    def __init__(self):
        self.pages = {
            "http://a.example/list": page(1, 2, next_url="http://a.example/list_1"),
            "http://a.example/list_1": page(2, 3, next_url="http://a.example/list_2"),
            "http://a.example/list_2": page(2, 3, next_url="http://a.example/list_3"),
        }
        self.asked = []
        self.is_slow = False

    def list_links(self, url, *, progress=None, cancel=None):
        self.asked.append(url)
        progress("fetch", 0, 0)
        if self.is_slow:
            assert cancel.wait(10)
            raise CancelledError
        if url not in self.pages:
            raise CaptureError("no_links", url=url)
        return self.pages[url]


@pytest.fixture
def portal():
    return Portal()


@pytest.fixture
def make_dialog(qtbot, tasks, icons, portal):
    def make(url=""):
        dialog = FeedDialog(portal.list_links, tasks, Messages("en"), icons, url)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return make


@pytest.fixture
def dialog(make_dialog, qtbot):
    dialog = make_dialog("http://a.example/list")
    qtbot.waitUntil(lambda: button(dialog, "feedFetch").text() == "Fetch")
    return dialog


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def words(dialog):
    return dialog.findChild(QLabel, "feedState").text()


def test_an_address_is_typed_and_fetched(make_dialog, portal, qtbot):
    dialog = make_dialog()
    assert not button(dialog, "feedFetch").isEnabled() and not button(dialog, "feedConfirm").isEnabled()
    field = dialog.findChild(QLineEdit, "feedAddress")
    assert dialog.focusWidget() is field
    QTest.keyClicks(field, "a.example/list")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Add 2" in button(dialog, "feedConfirm").text())
    assert portal.asked == ["http://a.example/list"]
    assert words(dialog).startswith("2 link")


def test_what_is_checked_is_handed_over(dialog, qtbot):
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.links_chosen) as chosen:
        QTest.mouseClick(button(dialog, "feedConfirm"), LEFT)
    assert chosen.args == [["https://a.example/2"]]
    assert not dialog.isVisible()


def test_enter_in_the_list_adds(dialog, qtbot):
    with qtbot.waitSignal(dialog.links_chosen):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_nothing_checked_nothing_added(dialog, qtbot):
    QTest.mouseClick(button(dialog, "feedNone"), LEFT)
    assert not button(dialog, "feedConfirm").isEnabled()
    with qtbot.assertNotEmitted(dialog.links_chosen):
        dialog.accept()
    assert dialog.isVisible()


def test_more_pages_until_one_brings_nothing_new(dialog, qtbot):
    more = button(dialog, "feedMore")
    assert more.isVisible()
    QTest.mouseClick(more, LEFT)
    qtbot.waitUntil(lambda: "Add 3" in button(dialog, "feedConfirm").text())
    assert more.isVisible()
    QTest.mouseClick(more, LEFT)
    qtbot.waitUntil(lambda: not more.isVisible())
    assert dialog.chosen() == [f"https://a.example/{n}" for n in (1, 2, 3)]


def test_a_missing_further_page_leaves_the_list(dialog, portal, qtbot):
    del portal.pages["http://a.example/list_1"]
    QTest.mouseClick(button(dialog, "feedMore"), LEFT)
    qtbot.waitUntil(lambda: "list_1" in words(dialog))
    assert len(dialog.chosen()) == 2 and button(dialog, "feedMore").isEnabled()


def test_trouble_is_said_in_a_sentence(dialog, qtbot):
    field = dialog.findChild(QLineEdit, "feedAddress")
    field.setText("http://a.example/none")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog._trouble.isVisible())
    assert dialog._trouble.words()[0] == "No list found" and "http://a.example/none" in dialog._trouble.words()[1]
    assert not button(dialog, "feedConfirm").isEnabled() and not button(dialog, "feedMore").isVisible()


def test_stop_ends_it(make_dialog, portal, qtbot):
    portal.is_slow = True
    dialog = make_dialog("http://a.example/list")
    qtbot.waitUntil(lambda: words(dialog) == "Downloading")
    assert button(dialog, "feedFetch").text() == "Stop"
    QTest.mouseClick(button(dialog, "feedFetch"), LEFT)
    qtbot.waitUntil(lambda: button(dialog, "feedFetch").text() == "Fetch")
    assert dialog.isVisible()


def test_closing_ends_it(make_dialog, portal, tasks, qtbot):
    portal.is_slow = True
    dialog = make_dialog("http://a.example/list")
    qtbot.waitUntil(lambda: bool(portal.asked))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert not dialog.isVisible()
