"""The index is brought up to date on demand, a few articles at a time, whatever happens to one of them."""

import logging
import threading
from collections.abc import Callable

import pytest

from reader.model.digest import Digest, Term
from reader.model.digest_index import IndexOutcome
from reader.model.errors import LibraryError
from reader.services import indexing
from reader.services.indexing import Indexing
from reader.services.session import Session

Capture = Callable[..., object]
COUNT = 45


@pytest.fixture
def many(session: Session, captured: Capture) -> list[str]:
    """More articles than two batches hold."""
    articles = session.library.articles
    return [articles.add(captured(f"第{number}篇。", url=None, title=f"第{number}篇")).id for number in range(COUNT)]


class Digester:
    """Finds the one term 双报到; fails as it is told."""

    def __init__(self, fails: dict[str, Exception] | None = None) -> None:
        self.fails = fails or {}
        self.asked: list[str] = []

    def __call__(self, article: str, number: int) -> tuple[Digest, str]:
        self.asked.append(article)
        if article in self.fails:
            raise self.fails[article]
        return Digest(terms=(Term(text="双报到", start=0, end=3),)), "双报到"


def test_every_article_is_digested_once(session: Session, many: list[str]) -> None:
    digester, told = Digester(), []
    outcome = Indexing(session.library, digester, lambda *step: told.append(step), None).run()
    assert outcome == IndexOutcome(COUNT) and digester.asked == many
    assert told[0] == ("digest", 1, COUNT) and told[-1] == ("digest", COUNT, COUNT)
    assert session.library.digests.terms()[0].articles == COUNT
    assert Indexing(session.library, digester, None, None).run() == IndexOutcome(0)
    assert len(digester.asked) == COUNT


def test_one_that_fails_does_not_stop_the_others(
    session: Session, many: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    damaged = LibraryError("article_damaged", id=many[3], title="", detail="")
    digester = Digester({many[3]: damaged, many[30]: ZeroDivisionError("a bug")})
    with caplog.at_level(logging.WARNING, "reader"):
        assert Indexing(session.library, digester, None, None).run() == IndexOutcome(COUNT - 2, 2)
    assert many[3] in caplog.text and "article_damaged" in caplog.text
    assert "ZeroDivisionError" in caplog.text, "a bug is logged with its traceback"
    assert session.library.digests.terms()[0].articles == COUNT - 2
    again = Digester()
    assert Indexing(session.library, again, None, None).run() == IndexOutcome(2)
    assert again.asked == [many[3], many[30]], "they are tried again"


def test_cancelling_keeps_what_was_done(session: Session, many: list[str]) -> None:
    cancel = threading.Event()

    def progress(step: str, done: int, total: int) -> None:
        if done == 25:
            cancel.set()

    assert Indexing(session.library, Digester(), progress, cancel).run() == IndexOutcome(25, 0, is_complete=False)
    assert session.library.digests.terms()[0].articles == 25
    assert Indexing(session.library, Digester(), None, threading.Event()).run() == IndexOutcome(COUNT - 25)


def test_others_can_write_while_texts_are_digested(session: Session, many: list[str]) -> None:
    """No transaction is open then: another connection would wait for it."""
    with Session(session.library_path) as other:
        seen = []

        def digest(article: str, number: int) -> tuple[Digest, str]:
            other.library.articles.tag([article], ["学习材料"])
            seen.append(article)
            return Digest(), ""

        assert Indexing(session.library, digest, None, None).run().digested == len(seen) == COUNT


def test_transactions_are_short(session: Session, many: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    sizes, put = [], session.library.digests.put

    def counted(made: list[object], rules: int) -> None:
        sizes.append(len(made))
        put(made, rules)  # type: ignore[arg-type]

    monkeypatch.setattr(session.library.digests, "put", counted)
    Indexing(session.library, Digester(), None, None).run()
    assert max(sizes) <= indexing.BATCH and sum(sizes) == COUNT
