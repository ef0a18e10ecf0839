"""Where corrections belong in a version: by position where they were made, by what became of their words elsewhere."""

from collections.abc import Callable

import pytest

from reader.anchoring import describe
from reader.model.article import CapturedArticle
from reader.model.blocks import Span
from reader.model.corrections import Change, Correction
from reader.model.digest import Field, Layer
from reader.services.correcting import headline, place
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

OLD = "东区划分网格448个，西区划分网格448个。\n两区都建立了党支部。"
NEW = "今年以来，两区都有进展。\n东区划分网格460个，西区划分网格448个。"


@pytest.fixture
def article(session: Session, captured: Capture) -> str:
    """A report of two versions."""
    id = session.library.articles.add(captured(*OLD.split("\n"))).id
    session.library.articles.add_version(id, captured(*NEW.split("\n")))
    return id


def correction(article: str, text: str, start: int, words: str, version: int, field: Field = Field.BODY) -> Correction:
    selectors = describe(text, start, start + len(words))
    return Correction("1", article, version, Layer.FIGURES, Change.REMOVE, selectors, field)


def placed(session: Session, made: Correction, number: int, title: str = "") -> Span | None:
    texts = {Field.BODY: OLD if number == 1 else NEW, Field.TITLE: title}
    ((_, span),) = place(session.library, [made], number, texts)
    return span


def test_in_its_own_version_the_position_counts(session: Session, article: str) -> None:
    second = OLD.rindex("448个")
    assert placed(session, correction(article, OLD, second, "448个", 1), 1) == Span(second, second + 4)


def test_in_another_version_what_became_of_the_words(session: Session, article: str) -> None:
    first, second = (correction(article, OLD, at, "448个", 1) for at in (OLD.index("448个"), OLD.rindex("448个")))
    there, here = NEW.index("460个"), NEW.index("448个")
    assert placed(session, second, 2) == Span(here, here + 4)
    # Searching for the words would have put the first on the second.
    assert placed(session, first, 2) in (Span(there, there + 4), None)
    back = correction(article, NEW, here, "448个", 2)
    assert placed(session, back, 1) == Span(OLD.rindex("448个"), OLD.rindex("448个") + 4)


def test_what_is_gone_has_no_place(session: Session, article: str) -> None:
    assert placed(session, correction(article, OLD, OLD.index("党支部"), "党支部", 1), 2) is None


def test_a_title_is_looked_through_whatever_the_version(session: Session, article: str) -> None:
    made = correction(article, "东区：448个网格", 3, "448个", 1, Field.TITLE)
    assert placed(session, made, 2, "448个网格在东区") == Span(0, 4)
    assert placed(session, made, 2, "网格在东区") is None
    assert headline("两行\n标题") == "两行 标题"


def test_texts_are_compared_once_for_all_corrections(
    session: Session, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    content = session.library.articles.content
    monkeypatch.setattr(session.library.articles, "content", lambda *which: asked.append(which) or content(*which))
    many = [correction(article, OLD, OLD.index("448个"), "448个", 1) for _ in range(5)]
    place(session.library, many, 2, {Field.BODY: NEW, Field.TITLE: ""})
    assert len(asked) == 1
