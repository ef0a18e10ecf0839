"""Links without a network: what waits, when it is tried, and what leaves the queue."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.messages import LANGUAGES, Messages
from reader.model.article import AddStatus
from reader.model.errors import CancelledError, CaptureError, NotFoundError
from reader.model.query import ArticleQuery
from reader.model.waiting import AddOptions
from reader.services.session import Session
from reader.services.waiting import WORTH_WAITING, Waiting, passes_with_time

from ..portal import Portal


class Clock:
    """Stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def waiting(session: Session, clock: Clock) -> Iterator[Waiting]:
    return Waiting(session.library, session.capturing, clock)


def lost(code: str = "fetch_host", **data: object) -> CaptureError:
    return CaptureError(code, url="http://a.example/", **data)


@pytest.mark.parametrize(
    ("code", "waits"),
    [
        ("fetch_host", True), ("fetch_connection", True), ("fetch_timeout", True), ("fetch_silent", True),
        ("fetch_cut_off", True), ("fetch_proxy", True), ("fetch_server", True), ("fetch_busy", True),
        ("fetch_forbidden", False), ("fetch_not_found", False), ("invalid_link", False), ("unsupported_link", False),
        ("no_text", False), ("fetch_tls", False), ("library_full", False),
    ],
)  # fmt: skip
def test_what_passes_with_time(code: str, waits: bool) -> None:
    assert passes_with_time(CaptureError(code)) is waits


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_to_wait_has_its_words(language: str) -> None:
    say = Messages(language)
    assert all(say.has(f"waiting.why.{code}") and say.has(f"error.{code}") for code in WORTH_WAITING)


def test_a_link_without_a_server_waits_with_what_was_said_and_is_fetched_later(
    session: Session, waiting: Waiting, portal: Portal
) -> None:
    link = portal.link(7)
    outcome = waiting.add(link, options=AddOptions(title="学习材料七", images=False))
    assert (outcome.status, outcome.waiting) == (AddStatus.FAILED, True)
    assert isinstance(outcome.error, CaptureError) and outcome.error.code == "fetch_connection"
    again = waiting.add(link.upper().replace("HTTP", "http") + "#part")
    assert again.waiting and [each.source for each in waiting.list()] == [link]
    waiting.add(link, options=AddOptions(title="学习材料七", images=False))
    portal.start()
    (came,) = waiting.try_all()
    assert (came.status, came.title, came.waiting) == (AddStatus.ADDED, "学习材料七", False)
    assert waiting.list() == [] and len(session.organising.ids(ArticleQuery())) == 1


def test_it_waits_over_a_restart(tmp_path: Path, portal: Portal) -> None:
    with Session(tmp_path / "library.db") as session:
        assert session.waiting.add(portal.link(3)).waiting
    portal.start()
    with Session(tmp_path / "library.db") as session:
        assert [each.source for each in session.waiting.list()] == [portal.link(3)]
        assert [each.status for each in session.waiting.try_all()] == [AddStatus.ADDED]


def test_what_is_wrong_for_good_never_waits_or_leaves_and_is_reported(waiting: Waiting, portal: Portal) -> None:
    assert waiting.add(portal.link(1)).waiting and waiting.add(portal.link(2)).waiting
    portal.statuses |= {"/1": 404, "/2": 503, "/3": 403}
    portal.start()
    assert not waiting.add(portal.link(3)).waiting
    gone, busy = waiting.try_all()
    assert isinstance(gone.error, CaptureError) and (gone.error.code, gone.waiting) == ("fetch_not_found", False)
    assert isinstance(busy.error, CaptureError) and (busy.error.code, busy.waiting) == ("fetch_server", True)
    assert [(each.source, each.attempts) for each in waiting.list()] == [(portal.link(2), 2)]


def test_adding_a_waiting_link_by_hand_takes_it_out(waiting: Waiting, portal: Portal) -> None:
    waiting.add(portal.link(1))
    portal.start()
    assert waiting.add(portal.link(1)).status is AddStatus.ADDED
    assert waiting.list() == []


def test_files_and_pasted_bytes_never_wait(waiting: Waiting, tmp_path: Path) -> None:
    assert not waiting.add(str(tmp_path / "missing.html")).waiting
    assert not waiting.add("-", data=b"").waiting


def test_in_a_library_that_can_only_be_read_nothing_waits(
    session: Session, waiting: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.library._engine, "read_only", True)
    assert not waiting.enqueue("http://a.example/1", AddOptions(), lost())
    assert waiting.list() == []


def test_it_is_due_after_1_5_15_60_minutes_and_then_hourly(session: Session, waiting: Waiting, clock: Clock) -> None:
    waiting.enqueue("http://a.example/1", AddOptions(), lost())
    for minutes in (1, 5, 15, 60, 60, 60):
        clock.pass_by(minutes=minutes, seconds=-1)
        assert waiting.due() == []
        clock.pass_by(seconds=1)
        (link,) = waiting.due()
        assert waiting.next_try(link) == clock.now
        session.library.waiting.tried(link.id, lost(), clock.now.strftime("%Y-%m-%dT%H:%M:%SZ"))


def test_once_a_server_was_reached_a_minute_is_enough(session: Session, waiting: Waiting, clock: Clock) -> None:
    waiting.enqueue("http://a.example/1", AddOptions(), lost())
    for _ in range(5):
        session.library.waiting.tried(waiting.list()[0].id, lost(), clock.now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    clock.pass_by(seconds=59)
    assert not waiting.due(connected=True)
    clock.pass_by(seconds=1)
    assert waiting.due(connected=True) and not waiting.due()


def test_a_clock_that_was_set_back_lets_nothing_wait_for_ever(waiting: Waiting, clock: Clock) -> None:
    waiting.enqueue("http://a.example/1", AddOptions(), lost())
    clock.pass_by(days=-30)
    assert len(waiting.due()) == 1


def test_of_a_server_that_is_away_one_link_is_tried_and_the_others_share_its_fate(
    waiting: Waiting, portal: Portal
) -> None:
    links = [portal.link(number) for number in range(12)]
    for link in links:
        waiting.enqueue(link, AddOptions(), lost())
    seen: list[tuple[str, int, int]] = []
    started = datetime.now(UTC)
    outcomes = waiting.try_all(progress=lambda *step: seen.append(step))
    assert datetime.now(UTC) - started < timedelta(seconds=8)  # alone each takes 1.5 s
    assert [each.source for each in outcomes] == links and all(each.waiting for each in outcomes)
    assert {each.error.data["url"] for each in waiting.list()} == set(links)
    assert all(each.attempts == 2 for each in waiting.list())
    assert sorted(seen) == [("waiting", number, 12) for number in range(1, 13)]


def test_cancelling_keeps_what_came_and_lets_the_rest_wait(session: Session, waiting: Waiting, portal: Portal) -> None:
    portal.latency = 0.2
    portal.start()
    for number in range(20):
        waiting.enqueue(portal.link(number), AddOptions(), lost())
    cancel = threading.Event()
    with pytest.raises(CancelledError):
        waiting.try_all(progress=lambda _step, done, _total: cancel.set() if done >= 3 else None, cancel=cancel)
    saved = len(session.organising.ids(ArticleQuery()))
    assert 3 <= saved < 12 and saved + len(waiting.list()) == 20


def test_dropping_what_does_not_wait_drops_nothing(waiting: Waiting) -> None:
    waiting.enqueue("http://a.example/1", AddOptions(), lost())
    (link,) = waiting.list()
    with pytest.raises(NotFoundError):
        waiting.drop([link.id, link.id + 7])
    assert [each.id for each in waiting.list()] == [link.id]
    waiting.drop([link.id])
    assert waiting.list() == []
