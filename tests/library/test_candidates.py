"""Which articles the index names for some words."""

from collections.abc import Callable

from reader.model.article import CapturedArticle
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]


def store(session: Session, captured: Capture, *texts: str, url: str | None = None) -> str:
    made = session.capturing.store("a", captured(*texts, url=url, title="题"))
    assert made.id
    return made.id


def test_an_article_that_holds_the_words_is_named(session: Session, captured: Capture) -> None:
    one = store(session, captured, "青禾区划分网格448个，配备网格员1,206名。")
    two = store(session, captured, "河湾县推行敲门行动，走访群众。")
    candidates = session.library.candidates()
    assert candidates.holding("划分网格448个", 9) == [one]
    assert candidates.holding("走访群众", 9) == [two]
    assert candidates.holding("，。！", 9) == [] and candidates.holding("网格走访", 9) == []
    session.organising.delete([one])
    assert candidates.holding("划分网格448个", 9) == [] and candidates.resembling("划分网格484个", 9) == []


def test_rare_words_name_the_article_that_is_meant(session: Session, captured: Capture) -> None:
    meant = store(session, captured, "坚持党建引领，建成红色驿站三十七处。")
    others = [store(session, captured, f"坚持党建引领，第{number}篇讲别的事。") for number in range(20)]
    assert session.library.candidates().resembling("坚持党建引领，建成红色驿站三十九处", 3)[0] == meant
    assert set(session.library.candidates().resembling("党建引领", 30)) == {meant, *others}


def test_long_words_are_found_by_some_of_their_tokens(session: Session, captured: Capture) -> None:
    text = "".join(chr(0x4E00 + at) for at in range(600))
    key = store(session, captured, text)
    assert session.library.candidates().holding(text, 9) == [key]


def test_old_texts_are_those_of_older_versions(session: Session, captured: Capture) -> None:
    key = store(session, captured, "第一版的话。", url="https://example.org/v.html")
    store(session, captured, "第二版的话。", url="https://example.org/v.html")
    other = store(session, captured, "只有一版。", url="https://example.org/w.html")
    candidates = session.library.candidates()
    assert [tuple(each) for each in candidates.old_texts()] == [(key, 1, "第一版的话。")]
    assert list(candidates.old_texts([other])) == []
