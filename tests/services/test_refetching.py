"""Fetching again: a new version beside the old one, or nothing at all."""

import threading

import pytest
from tests.changing import FIRST, LOGIN, REWORDED, SECOND, TITLE, ChangingPage

from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.article import AddStatus
from reader.model.changes import Counts
from reader.model.errors import CancelledError, CaptureError, ReaderError
from reader.services.refetching import sentence
from reader.services.session import Session

HTML = "text/html; charset=utf-8"


@pytest.fixture
def report(session: Session, changing: ChangingPage) -> str:
    """The article as the changing first shows it."""
    outcome = session.capturing.add(changing.link, images=False)
    assert outcome.id, outcome.error
    assert session.reading.content(outcome.id).text == "\n".join(FIRST)
    return outcome.id


def test_a_changed_page_is_a_new_version_and_says_what_changed(
    session: Session, changing: ChangingPage, report: str
) -> None:
    kept = session.annotating.annotate(report, quote="群众满意度持续提升")
    gone = session.annotating.annotate(report, quote="评选出十名“金牌网格员”", kind=Kind.BORROW)
    session.annotating.annotate(report, note="全文可学")
    changing.show(*SECOND)
    outcome = session.refetching.refetch(report)
    assert (outcome.added.status, outcome.version, outcome.counts) == (AddStatus.UPDATED, 2, Counts(1, 1, 1))
    assert (outcome.carried, outcome.lost, outcome.is_stump) == (1, 1, False)
    assert session.reading.content(report, 1).text == "\n".join(FIRST)
    assert session.reading.content(report).text == "\n".join(SECOND)
    assert not session.annotating.get(kept.id).orphan and session.annotating.get(gone.id).orphan
    said = sentence(outcome, Messages("zh_CN"))
    assert said == f"《{TITLE}》有变化：新增 1 段，删去 1 段，改动 1 段；批注 1 条已带到新版本，1 条找不到位置"


def test_an_unchanged_page_makes_no_version(session: Session, changing: ChangingPage, report: str) -> None:
    outcome = session.refetching.refetch(report)
    assert changing.asked == 2
    assert (outcome.added.status, outcome.version) == (AddStatus.DUPLICATE, 1)
    assert len(session.reading.versions(report)) == 1
    assert "has not changed" in sentence(outcome, Messages("en"))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((404, HTML, b"<h1>404</h1>"), "fetch_not_found"),
        ((503, HTML, b"<h1>503</h1>"), "fetch_server"),
        ((200, "application/octet-stream", bytes(range(256)) * 8), "binary_source"),
        ((200, HTML, b""), "empty_source"),
        ((200, HTML, b"<html><body><div id=app></div><script>run()</script></body></html>"), "no_text"),
        ((401, HTML, LOGIN), "fetch_forbidden"),
        ((200, HTML, LOGIN), "login_wall"),
    ],
)  # fmt: skip
def test_a_failed_fetch_changes_nothing(
    session: Session, changing: ChangingPage, report: str, answer: tuple[int, str, bytes], code: str
) -> None:
    mark = session.annotating.annotate(report, quote="群众满意度持续提升")
    before = session.reading.article(report)
    changing.answer = answer
    outcome = session.refetching.refetch(report)
    assert outcome.added.status is AddStatus.FAILED
    assert isinstance(outcome.added.error, ReaderError) and outcome.added.error.code == code
    assert session.reading.article(report) == before
    assert session.annotating.get(mark.id) == mark
    assert len(session.reading.versions(report)) == 1


def test_a_server_that_is_gone_changes_nothing(session: Session, changing: ChangingPage, report: str) -> None:
    changing.close()
    assert session.refetching.refetch(report).added.status is AddStatus.FAILED
    assert len(session.reading.versions(report)) == 1


def test_a_cancelled_fetch_changes_nothing(session: Session, changing: ChangingPage, report: str) -> None:
    changing.show(*SECOND)
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        session.refetching.refetch(report, cancel=cancel)
    assert len(session.reading.versions(report)) == 1


def test_a_page_that_lost_most_of_its_text_is_doubted(session: Session, changing: ChangingPage, report: str) -> None:
    changing.show(FIRST[0])
    outcome = session.refetching.refetch(report)
    assert outcome.is_stump and outcome.added.status is AddStatus.UPDATED
    assert "The old version is kept" in sentence(outcome, Messages("en"))
    assert session.reading.content(report, 1).text == "\n".join(FIRST)


def test_another_article_in_its_place_is_doubted(session: Session, changing: ChangingPage, report: str) -> None:
    changing.show(*("红石镇的村集体今年种下了两千亩油茶，建起三座冷库，农户在家门口就能领到工资。" for _ in range(5)))
    assert session.refetching.refetch(report).is_stump


def test_an_article_without_an_address_says_so(session: Session) -> None:
    saved = session.capturing.add("-", data="没有网址的一段话，是从别处抄来的，写了几十个字。".encode())
    assert saved.id
    error = session.refetching.refetch(saved.id).added.error
    assert isinstance(error, CaptureError) and error.code == "no_address"
    assert "没有网址" in Messages("zh_CN").error(error)


def test_it_is_this_article_that_is_fetched_again(session: Session, changing: ChangingPage, report: str) -> None:
    other = session.capturing.add("-", data=f"{REWORDED}\n\n{FIRST[4]}".encode(), title="抄件")
    assert other.id
    session.organising.edit(other.id, url=changing.link)
    changing.show(*SECOND)
    assert session.refetching.refetch(report).version == 2
    assert session.reading.article(other.id).version == 1
