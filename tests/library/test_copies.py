"""Backups are whole or they are none; restoring loses neither the old library nor the new."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.health import restore
from reader.model.errors import LibraryError


def fill(library: Library, capture: Any, mark: Any, number: int) -> None:
    for each in range(number):
        id = library.articles.add(capture(f"第{each}篇", "党建引领" * 50)).id
        library.annotations.add(mark(id, "党建", 0, note=f"注{each}"))


def titles(library: Library) -> list[str]:
    return [each.title for each in library.articles.list()]


def test_a_backup_is_one_file_with_everything(
    either_library: Library, tmp_path: Path, capture: Any, mark: Any, sqlite: str
) -> None:
    fill(either_library, capture, mark, 3)
    backup = tmp_path / "new folder" / "b.db"
    either_library.health.backup(backup)
    assert [each.name for each in backup.parent.iterdir()] == ["b.db"]
    with Library.open(backup, sqlite=sqlite) as copy:
        assert titles(copy) == titles(either_library)
        assert copy.annotations.list() == either_library.annotations.list()
        assert copy.index.search("党建引领") == either_library.index.search("党建引领")
        assert copy.health.check() == []


def test_backing_up_while_somebody_writes(library: Library, tmp_path: Path, capture: Any, mark: Any) -> None:
    fill(library, capture, mark, 5)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            library.articles.add(capture("写入中", "正文" * 200))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(5):
            library.health.backup(tmp_path / f"{number}.db")
    finally:
        stop.set()
        thread.join()
    counts = []
    for number in range(5):
        with Library.open(tmp_path / f"{number}.db") as copy:
            counts.append(copy.articles.counts().all)
            assert copy.health.check() == []
    assert counts == sorted(counts)


def test_a_backup_that_cannot_be_written_leaves_the_old_one(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        library.health.backup(library.path)
    assert caught.value.code == "backup_is_library"
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "folder", tmp_path / "file" / "b.db", tmp_path / ("长" * 200)):
        with pytest.raises(LibraryError) as caught:
            library.health.backup(target)
        assert caught.value.code == "backup_failed"
    assert (tmp_path / "file").read_text() == "x"
    assert not [each for each in tmp_path.iterdir() if each.name.endswith(".tmp")]


def test_restoring_keeps_the_old_library_beside_it(
    either_library: Library, tmp_path: Path, capture: Any, mark: Any, sqlite: str
) -> None:
    library = either_library
    fill(library, capture, mark, 1)
    library.health.backup(tmp_path / "b.db")
    library.articles.add(capture("之后", "后来的"))
    kept = library.health.restore(tmp_path / "b.db")
    assert titles(library) == ["第0篇"]
    library.articles.add(capture("恢复之后", "可以写"))
    assert kept is not None
    with Library.open(kept, sqlite=sqlite) as old:
        assert titles(old) == ["之后", "第0篇"]


def test_a_damaged_backup_is_not_restored(library: Library, tmp_path: Path, capture: Any, mark: Any) -> None:
    fill(library, capture, mark, 3)
    library.health.backup(tmp_path / "whole.db")
    whole = (tmp_path / "whole.db").read_bytes()
    broken = tmp_path / "broken.db"
    for data in (b"", b"x" * 9000, whole[: len(whole) // 2], whole[:100] + b"\xff" * 8192 + whole[8292:]):
        broken.write_bytes(data)
        with pytest.raises(LibraryError) as caught:
            library.health.restore(broken)
        assert caught.value.code == "backup_damaged"
    with pytest.raises(LibraryError) as caught:
        library.health.restore(tmp_path / "missing.db")
    assert caught.value.code == "backup_missing"
    assert len(titles(library)) == 3, "still open, still whole"


def test_restoring_waits_for_nobody_else(library: Library, tmp_path: Path, capture: Any, mark: Any) -> None:
    fill(library, capture, mark, 1)
    library.health.backup(tmp_path / "b.db")
    with Library.open(library.path) as other:
        other.articles.add(capture("别处写的", "文"))
        with pytest.raises(LibraryError) as caught:
            library.health.restore(tmp_path / "b.db")
        assert caught.value.code == "library_in_use"
        other.articles.add(capture("还能写", "文"))
    assert titles(library) == ["还能写", "别处写的", "第0篇"]


def test_restoring_over_a_damaged_or_missing_library(library: Library, tmp_path: Path, capture: Any, mark: Any) -> None:
    fill(library, capture, mark, 1)
    library.health.backup(tmp_path / "b.db")
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"SQLite format 3\0" + os.urandom(20_000))
    kept = restore(damaged, tmp_path / "b.db")
    assert kept is not None
    assert kept.stat().st_size == 20_016
    assert restore(tmp_path / "none" / "l.db", tmp_path / "b.db") is None
    for path in (damaged, tmp_path / "none" / "l.db"):
        with Library.open(path) as restored:
            assert titles(restored) == ["第0篇"]


def test_automatic_backups_once_a_day(library: Library, tmp_path: Path) -> None:
    made = [library.health.backup_if_due() for _ in range(3)]
    assert [each is not None for each in made] == [True, False, False]
    assert made[0] is not None
    old = made[0].stat().st_mtime - 25 * 3600
    os.utime(made[0], (old, old))
    assert library.health.backup_if_due() is not None
    assert [library.health.backup_if_due(0) is not None for _ in range(9)] == [True] * 9
    assert len(list((tmp_path / "backups").iterdir())) == 7
