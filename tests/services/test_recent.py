"""What was worked out lately is not worked out again, and not kept for ever."""

import threading

from reader.services.recent import Recent


def test_the_last_values_are_kept_and_the_oldest_go() -> None:
    recent: Recent[int] = Recent(2)
    made: list[int] = []

    def get(key: int) -> int:
        return recent.get(key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    assert [get(key) for key in (1, 2, 1, 3, 1, 2)] == [1, 2, 1, 3, 1, 2]
    assert made == [1, 2, 3, 2], "2 was the one that nobody had asked for the longest"


def test_what_fails_is_not_remembered() -> None:
    recent: Recent[int] = Recent(2)
    for value in (0, 4):
        try:
            assert recent.get("a", lambda value=value: 8 // value) == 2  # type: ignore[misc]
        except ZeroDivisionError:
            assert value == 0


def test_one_value_does_not_wait_for_another() -> None:
    recent: Recent[int] = Recent(2)
    started, go_on = threading.Event(), threading.Event()

    def slow() -> int:
        started.set()
        assert go_on.wait(5)
        return 1

    thread = threading.Thread(target=recent.get, args=("slow", slow))
    thread.start()
    assert started.wait(5) and recent.get("quick", lambda: 2) == 2
    go_on.set()
    thread.join()
    assert recent.get("slow", lambda: 9) == 1
