"""Connections, transactions, and what SQLite's errors mean."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.engine import ENVIRONMENT, Engine, load_sqlite, sqlite_meaning
from reader.model.errors import LibraryError, NotFoundError

SOURCE = Path(__file__).resolve().parents[2] / "src"

WRITER = """
import sys
from pathlib import Path
from reader.library import Library
from reader.model.annotation import Annotation, Kind
path, article, name, number = sys.argv[1:5]
with Library.open(path, create=False) as library:
    for each in range(int(number)):
        made = library.annotations.add(Annotation("", article, 1, Kind.KEY, note=f"{name} {each} 批注"))
        print(made.id, flush=True)
"""


def run(code: str, *arguments: str, sqlite: str = "", **more: Any) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), **({ENVIRONMENT: sqlite} if sqlite else {})}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environment, **more
    )


def test_the_module_is_chosen_by_name_then_environment(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_sqlite(sqlite).__name__.startswith(sqlite)
    monkeypatch.setenv(ENVIRONMENT, sqlite)
    assert load_sqlite().__name__.startswith(sqlite)
    with pytest.raises(LibraryError) as caught:
        load_sqlite("no_such_sqlite")
    assert caught.value.code == "sqlite_missing"


def test_every_connection_is_set_up_safely(tmp_path: Path, sqlite: str) -> None:
    with Library.open(tmp_path / "l.db", sqlite=sqlite) as library:
        engine = library._engine
        for name, value in {
            "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1,
        }.items():  # fmt: skip
            for connection in (engine._read, engine._write):
                assert connection is not None
                assert connection.execute(f"PRAGMA {name}").fetchone()[0] == value, name


def test_a_transaction_holds_or_leaves_nothing(either_library: Library, capture: Any) -> None:
    library = either_library
    with pytest.raises(RuntimeError), library.transaction():
        id = library.articles.add(capture("题", "回滚")).id
        assert library.index.search("回滚"), "reads inside see what was written"
        raise RuntimeError
    assert library.articles.counts().all == 0
    assert library.index.found("回滚") == set()
    with pytest.raises(NotFoundError):
        library.articles.get(id)


def test_an_inner_failure_that_is_handled_undoes_only_itself(library: Library, capture: Any) -> None:
    with library.transaction():
        library.articles.add(capture("外", "文"))
        with pytest.raises(RuntimeError), library.transaction():
            library.articles.add(capture("内", "文"))
            raise RuntimeError
    assert [each.title for each in library.articles.list()] == ["外"]


def test_other_threads_do_not_see_an_open_transaction(library: Library, capture: Any) -> None:
    seen = []
    with library.transaction():
        library.articles.add(capture("题", "文"))
        thread = threading.Thread(target=lambda: seen.append(library.articles.counts().all))
        thread.start()
        thread.join()
    assert seen == [0]


def test_a_closed_library_says_so(tmp_path: Path, capture: Any) -> None:
    library = Library.open(tmp_path / "l.db")
    library.close()
    library.close()
    for use in (library.articles.list, lambda: library.articles.add(capture("题", "文"))):
        with pytest.raises(LibraryError) as caught:
            use()
        assert caught.value.code == "library_closed"


@pytest.mark.parametrize("other", ["pysqlite3", "sqlite3"])
def test_two_processes_lose_nothing(tmp_path: Path, capture: Any, sqlite: str, other: str) -> None:
    pytest.importorskip(other)
    path = tmp_path / "l.db"
    with Library.open(path, sqlite=sqlite) as library:
        article = library.articles.add(capture("题", "文")).id
        processes = [run(WRITER, str(path), article, name, "40", sqlite=other) for name in "甲乙"]
        for number in range(40):
            library.articles.tag([article], [f"标签{number}"])
        written = [process.communicate(timeout=60)[0].split() for process in processes]
        assert [process.returncode for process in processes] == [0, 0]
        stored = {each.id for each in library.annotations.list()}
        assert stored == {id for ids in written for id in ids}
        assert len(stored) == 80
        assert len(library.tags.names()) == 40
        assert library.articles.get(article).annotations == 80
        assert len(library.index.search("批注", limit=None)) == 80
        assert library.health.check() == []


def test_killing_a_writer_loses_nothing_it_acknowledged(tmp_path: Path, capture: Any, sqlite: str) -> None:
    path = tmp_path / "l.db"
    with Library.open(path, sqlite=sqlite) as library:
        article = library.articles.add(capture("题", "文")).id
    acknowledged: set[str] = set()
    for kill in range(5):
        process = run(WRITER, str(path), article, f"第{kill}次", "100000", sqlite=sqlite)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3 + 7 * kill)]
        process.kill()
        rest = process.communicate()[0]
        # A last line without its end was cut off by the kill.
        lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        acknowledged |= {line.strip() for line in lines}
        with Library.open(path, sqlite=sqlite) as library:
            stored = {each.id for each in library.annotations.list()}
            assert acknowledged <= stored
            assert library.articles.get(article).annotations == len(stored)
            assert library.health.check() == []


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from reader.library import Library
from reader.model.annotation import Annotation, Kind
from reader.model.errors import LibraryError
library = Library.open(sys.argv[1], create=False)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
written = 0
try:
    for each in range(10_000):
        library.annotations.add(Annotation("", sys.argv[2], 1, Kind.KEY, note=f"{each} " + "很长的批注" * 200))
        written += 1
except LibraryError as error:
    print(written, error.code, library.articles.counts().all)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file size there")
def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path, capture: Any, sqlite: str) -> None:
    path = tmp_path / "l.db"
    with Library.open(path, sqlite=sqlite) as library:
        article = library.articles.add(capture("题", "文")).id
    written, code, count = run(FULL, str(path), article, sqlite=sqlite).communicate(timeout=60)[0].split()
    assert code in ("library_io", "library_full")
    assert int(count) == 1
    with Library.open(path, sqlite=sqlite) as library:
        assert len(library.annotations.list()) == int(written) > 0
        assert library.health.check() == []


def test_only_known_errors_are_given_a_meaning(tmp_path: Path, sqlite: str) -> None:
    engine = Engine(tmp_path / "l.db", sqlite=sqlite)
    with pytest.raises(engine.sqlite.OperationalError) as caught, engine.transaction() as connection:
        connection.execute("SELECT * FROM no_such_table")
    assert sqlite_meaning(caught.value) is None
    engine.close()
