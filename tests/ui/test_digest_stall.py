"""A long report is digested while the window stays usable."""

import time

import pytest
from PySide6.QtCore import Qt, QTimer
from tests.digests import PARAGRAPHS

LENGTH = 25_000
LONGEST = 0.050
"""Seconds between two beats of the event loop: what a person does not feel."""
ATTEMPTS = 4
"""Another program may take the processor in the middle of one; the report that was stalled least counts."""


class Heartbeat:
    """How long the event loop was away at most."""

    def __init__(self):
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._beat)

    def __enter__(self):
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._beat()
        self._timer.stop()

    def _beat(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def long_report(place):
    """A report of some 25,000 characters, with a thousand figures and dozens of sections."""
    paragraphs, number = [], 0
    while sum(map(len, paragraphs)) < LENGTH:
        paragraphs += [each.replace("清河", place).replace("37", str(37 + number)) for each in PARAGRAPHS]
        number += 1
    return paragraphs


@pytest.fixture
def keys(session, captured):
    made = []
    for number, place in enumerate(("清河", "云岭", "青禾", "河湾")[:ATTEMPTS]):
        source = captured(*long_report(place), url=f"https://example.org/{number}.html", title=f"{place}市的做法")
        made.append(session.capturing.store("", source).id)
    return made


def test_a_long_report_is_digested_without_a_stall(keys, window, qtbot):
    panel, longest = window.panel, []
    for key in keys:
        window.show_tab("annotations")
        window.show_article(key)
        window.pane.view.document().documentLayout().documentSize()  # Qt lays long texts out bit by bit
        qtbot.waitUntil(lambda: not window.work.tasks.is_busy())
        qtbot.wait(150)
        with Heartbeat() as heart:
            window.show_tab("digest")
            qtbot.waitUntil(lambda: panel.digest._state == "ready", timeout=10000)
            window.show_tab("outline")
            qtbot.waitUntil(lambda: panel.outline.tree.model().rowCount() > 0, timeout=10000)
        longest.append(heart.longest)
    assert min(longest) < LONGEST, longest
