"""Work in a process of its own."""

import os
import pickle
import threading
import time
from collections.abc import Iterator

import pytest

from reader.model.errors import CancelledError, ReaderError
from reader.services.apart import Apart, answer
from reader.services.session import Session
from reader.text.passages import parse_passage


@pytest.fixture
def apart() -> Iterator[Apart]:
    made = Apart()
    yield made
    made.close()


def test_work_is_done_elsewhere_by_one_process(apart: Apart) -> None:
    assert apart.process_id is None  # until it is needed
    elsewhere = apart.call(os.getpid)
    assert elsewhere == apart.process_id != os.getpid()
    assert apart.call(os.getpid) == elsewhere


def test_what_is_raised_there_is_raised_here(apart: Apart) -> None:
    assert apart.call(parse_passage, "3-5") == (3, 5, 3, 5)
    with pytest.raises(ValueError, match="x"):
        apart.call(parse_passage, "x")
    assert apart.call(len, "网" * 1_000_000) == 1_000_000


def test_a_function_without_a_name_of_its_own_runs_here(apart: Apart) -> None:
    assert apart.call(lambda: os.getpid()) == os.getpid()
    assert apart.process_id is None


def test_a_process_that_dies_is_made_up_for(apart: Apart) -> None:
    apart.call(os.getpid)
    process = apart.process_id
    assert process is not None
    os.kill(process, 9)
    while apart.process_id is not None:
        time.sleep(0.01)
    assert apart.call(os.getpid) not in (process, os.getpid())


def test_work_is_done_here_where_no_process_can_be_started(apart: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert apart.call(os.getpid) == os.getpid()


def test_closing_ends_what_is_being_done(apart: Apart) -> None:
    apart.call(os.getpid)
    met: list[Exception] = []

    def work() -> None:
        try:
            apart.call(time.sleep, 30)
        except ReaderError as error:
            met.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while not apart._lock.locked():
        time.sleep(0.01)
    apart.close()
    thread.join(10)
    assert not thread.is_alive() and isinstance(met[0], CancelledError)
    with pytest.raises(CancelledError):
        apart.call(os.getpid)
    assert apart.process_id is None


def test_an_exception_that_cannot_be_sent_is_told_in_words() -> None:
    is_done, value = pickle.loads(answer(pickle.dumps((_raise, ()))))
    assert not is_done and isinstance(value, RuntimeError) and "lock" in str(value)


def _raise() -> None:
    raise OSError(threading.Lock())


def test_a_digest_is_the_same_there_and_the_session_ends_the_process(session: Session, article: str) -> None:
    here = session.digesting.digest(article)
    with Session(session.library_path) as other:
        other.digesting.use_process()
        assert other.digesting.digest(article) == here
        assert other.digesting._apart is not None
        process = other.digesting._apart.process_id
        assert process is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
