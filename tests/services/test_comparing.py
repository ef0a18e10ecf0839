"""Which versions are compared."""

from collections.abc import Callable

import pytest

from reader.model.article import CapturedArticle
from reader.model.changes import Counts
from reader.model.errors import NotFoundError
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]
FIRST, SECOND, THIRD = "第一段说的是网格。", "第二段说的是党建。", "第三段说的是服务。"


@pytest.fixture
def revised(session: Session, captured: Capture) -> str:
    """An article with three versions."""
    for paragraphs in ((FIRST,), (FIRST, SECOND), (FIRST, SECOND, THIRD)):
        outcome = session.capturing.store("link", captured(*paragraphs))
    return str(outcome.id)


@pytest.mark.parametrize(
    ("old", "new", "expected", "inserted"),
    [(None, None, (2, 3), 1), (1, None, (1, 3), 2), (None, 2, (1, 2), 1), (3, 1, (3, 1), 0), (2, 2, (2, 2), 0)],
)
def test_versions_are_chosen(
    session: Session, revised: str, old: int | None, new: int | None, expected: tuple[int, int], inserted: int
) -> None:
    found = session.comparing.compare(revised, old, new)
    assert (found.old.number, found.new.number) == expected
    assert found.counts == Counts(inserted, 2 if expected == (3, 1) else 0, 0)


def test_one_version_alone_cannot_be_compared(session: Session, article: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        session.comparing.compare(article)
    assert caught.value.code == "no_other_version"


def test_a_version_that_is_not_there_is_named(session: Session, revised: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        session.comparing.compare(revised, 1, 9)
    assert caught.value.code == "version_not_found"
