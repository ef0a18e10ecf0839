"""One library and the services around it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model.article import CapturedArticle
from reader.model.errors import LibraryError
from reader.model.query import ArticleQuery
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]


def test_what_was_saved_is_there_the_next_time(tmp_path: Path, captured: Capture) -> None:
    with Session(tmp_path / "library.db") as first:
        key = first.capturing.store("a", captured()).id
    with Session(tmp_path / "library.db", create=False) as second:
        assert second.organising.ids(ArticleQuery()) == [key]
        assert second.library_path == tmp_path / "library.db" and not second.read_only


def test_a_missing_library_is_not_made_by_accident(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        Session(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_the_name_can_change_while_it_is_open(session: Session, article: str) -> None:
    session.creator = "老周"
    assert session.annotating.annotate(article, note="全文").creator == "老周"
