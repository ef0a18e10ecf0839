"""No server is asked by more than a few connections at once."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.capture.fetch import Limits, fetch
from reader.capture.turns import HostGate
from reader.model.errors import CancelledError

from ..portal import Portal


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_one_server_is_asked_by_so_many_at_once(portal: Portal, at_once: int) -> None:
    portal.latency = 0.05
    portal.start()
    limits = Limits(gate=HostGate(at_once))
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda number: fetch(portal.link(number), limits), range(12)))
    assert len(pages) == 12 and portal.most_at_once == at_once


def test_another_server_is_not_kept_waiting() -> None:
    gate = HostGate(1)
    with gate.entered("a.example"), gate.entered("b.example"):
        pass


def test_waiting_outside_can_be_cancelled_and_takes_no_place() -> None:
    gate, cancel = HostGate(1), threading.Event()
    with gate.entered("a.example"):
        threading.Timer(0.1, cancel.set).start()
        started = time.monotonic()
        with pytest.raises(CancelledError), gate.entered("a.example", cancel):
            pass
        assert time.monotonic() - started < 0.5
    with gate.entered("a.example"):
        pass


def test_a_failure_inside_gives_the_place_back() -> None:
    gate = HostGate(1)
    for _ in range(3):
        with pytest.raises(ValueError, match="x"), gate.entered("a.example"):
            raise ValueError("x")


def test_waiting_for_a_turn_does_not_count_as_time(portal: Portal) -> None:
    portal.latency = 0.4
    portal.start()
    limits = Limits(gate=HostGate(1), deadline=0.9, attempts=1)
    with ThreadPoolExecutor(4) as pool:
        assert len(list(pool.map(lambda number: fetch(portal.link(number), limits), range(4)))) == 4
