"""Check, backup, restore."""

from pathlib import Path

import pytest

from reader.model.errors import LibraryError
from reader.model.query import ArticleQuery
from reader.services.health import restore
from reader.services.session import Session


def test_check_counts_and_finds_a_sound_library_sound(session: Session, article: str) -> None:
    session.annotating.annotate(article, note="全文")
    report = session.health.check()
    assert (report["articles"], report["annotations"], report["orphans"], report["problems"]) == (1, 1, 0, [])


def test_a_backup_brings_everything_back(session: Session, article: str, tmp_path: Path) -> None:
    session.health.backup(tmp_path / "copy.db")
    session.organising.delete([article])
    session.organising.empty_trash()
    target = tmp_path / "restored.db"
    assert restore(tmp_path / "copy.db", target) == target
    with Session(target) as restored:
        assert restored.organising.ids(ArticleQuery()) == [article]


def test_the_library_is_never_backed_up_onto_itself(session: Session, article: str) -> None:
    with pytest.raises(LibraryError):
        session.health.backup(session.library_path)
    assert session.organising.ids(ArticleQuery()) == [article]


def test_a_backup_is_made_once_a_day(session: Session, article: str) -> None:
    copy = session.health.backup_if_due()
    assert copy is not None and copy.parent == session.library_path.parent / "backups"
    assert session.health.backup_if_due() is None
    with Session(copy) as opened:
        assert opened.organising.ids(ArticleQuery()) == [article]
