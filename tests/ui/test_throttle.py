"""What is asked for often is done seldom, and never forgotten."""

from PySide6.QtCore import QObject

from reader.ui.throttle import Throttle


def test_the_first_is_done_at_once_and_many_more_together(qtbot):
    done, parent = [], QObject()
    throttle = Throttle(150, lambda: done.append(1), parent)
    throttle.ask()
    assert done == [1]
    for _ in range(100):
        throttle.ask("whatever a signal carries")
    assert done == [1]
    qtbot.waitUntil(lambda: done == [1, 1], timeout=2000)
    qtbot.wait(200)
    throttle.ask()
    assert done == [1, 1, 1]


def test_done_now_leaves_nothing_to_be_done(qtbot):
    done, parent = [], QObject()
    throttle = Throttle(60, lambda: done.append(1), parent)
    throttle.ask()
    throttle.ask()
    throttle.run()
    qtbot.wait(120)
    assert done == [1, 1]
