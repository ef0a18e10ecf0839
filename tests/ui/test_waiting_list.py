"""The list of waiting links by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model.errors import CaptureError
from reader.model.waiting import AddOptions, WaitingLink
from reader.ui.parts import ElidedLabel
from reader.ui.waiting_list import WaitingList, WaitingRow

LEFT = Qt.MouseButton.LeftButton


def link(number):
    source = f"https://www.qinghe.example/zwgk/2026/03/18/art_{number}_88900.html"
    return WaitingLink(number, source, AddOptions(), "", "", 1, CaptureError("fetch_host"))


@pytest.fixture
def make_list(qtbot, icons):
    def make(next_try):
        made = WaitingList(icons, lambda link: f"why {link.error.code}", lambda link: next_try)
        qtbot.addWidget(made)
        made.resize(420, 300)
        return made

    return make


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def test_it_is_hidden_while_nothing_waits(make_list):
    made = make_list(datetime.now(UTC))
    made.show_links([], False)
    assert made.isHidden()
    made.show_links([link(1)], False)
    assert made.isVisible()


def test_next_try_is_a_time_of_the_day_or_soon(make_list):
    later = datetime.now(UTC) + timedelta(minutes=5)
    made = make_list(later)
    made.show_links([link(1)], False)
    (state,) = [each for each in words(made) if each.startswith("why fetch_host · Next try: ")]
    assert f":{later.astimezone():%M}" in state
    past = make_list(datetime.now(UTC) - timedelta(minutes=5))
    past.show_links([link(1)], False)
    assert "why fetch_host · Next try: soon" in words(past)


def test_its_buttons_ask_for_one_or_for_all(make_list, qtbot):
    made = make_list(datetime.now(UTC))
    made.show_links([link(1), link(2)], False)
    for name, signal, ids in (
        ("waitingFetch_2", made.fetch_requested, [2]),
        ("waitingDrop_1", made.drop_requested, [1]),
        ("waitingFetchAll", made.fetch_requested, [1, 2]),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.mouseClick(made.findChild(QPushButton, name), LEFT)
        assert asked.args == [ids]


def test_while_they_are_fetched_no_more_can_be_asked_for(make_list):
    made = make_list(datetime.now(UTC))
    made.show_links([link(1)], True)
    assert not made.findChild(QPushButton, "waitingFetchAll").isEnabled()
    assert not made.findChild(QPushButton, "waitingFetch_1").isEnabled()


def test_links_of_one_site_can_be_told_apart(make_list, qtbot):
    made = make_list(datetime.now(UTC))
    made.show_links([link(1), link(2)], False)
    made.fit(420)
    qtbot.wait(20)
    titles = [row.findChildren(ElidedLabel)[0].text() for row in made.findChildren(WaitingRow)]
    assert len(set(titles)) == 2 and all(title.endswith("00.html") for title in titles)
