"""Older libraries are brought up to date after a backup; newer ones are left alone."""

from pathlib import Path
from typing import Any

import pytest

from reader.library import Library, schema
from reader.library.engine import load_sqlite
from reader.model.errors import LibraryError


@pytest.fixture
def path(tmp_path: Path, capture: Any) -> Path:
    """A library of the present schema with one article."""
    with Library.open(tmp_path / "l.db") as library:
        library.articles.add(capture("题", "党建"))
    return tmp_path / "l.db"


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A program with one more step; what is put into the list is executed by it."""
    statements = ["ALTER TABLE articles ADD COLUMN mood TEXT"]

    def step(database: Any) -> None:
        for statement in statements:
            database.execute(statement)

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("9999_next", step)))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    return statements


def user_version(path: Path) -> int:
    connection = load_sqlite().connect(str(path))
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def test_a_newer_library_is_refused_and_untouched(path: Path) -> None:
    connection = load_sqlite().connect(str(path))
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert caught.value.code == "library_newer"
    assert path.read_bytes() == before


def test_an_older_library_is_backed_up_and_brought_up_to_date(path: Path, next_version: list[str]) -> None:
    old = schema.VERSION - 1
    with Library.open(path) as library:
        assert [each.title for each in library.articles.list()] == ["题"]
        assert library.index.search("党建")
    assert user_version(path) == old + 1
    (backup,) = (path.parent / "backups").iterdir()
    assert user_version(backup) == old
    with Library.open(path):
        pass
    assert len(list((path.parent / "backups").iterdir())) == 1, "once"


def test_a_step_that_fails_changes_nothing(path: Path, next_version: list[str]) -> None:
    next_version += ["DELETE FROM articles", "CREATE TABLE articles (x)"]
    with pytest.raises(load_sqlite().OperationalError):
        Library.open(path)
    assert user_version(path) == schema.VERSION - 1
    next_version[:] = ["ALTER TABLE articles ADD COLUMN mood TEXT"]
    with Library.open(path) as library:
        assert library.articles.counts().all == 1


def test_only_the_newest_automatic_backups_stay(path: Path, next_version: list[str]) -> None:
    old = path.read_bytes()
    for _ in range(9):
        path.write_bytes(old)
        Library.open(path).close()
    assert len(list((path.parent / "backups").iterdir())) == 7
