"""What stands at a path: refused politely, never overwritten."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.engine import load_sqlite
from reader.library.files import companions, is_synchronised
from reader.model.errors import LibraryError
from reader.model.query import ArticleQuery

SOURCE = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture
def visible() -> Iterator[Path]:
    """An empty folder that any user may enter; pytest's own are closed to others."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory(prefix="yandu-reader-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        if not all(parent.stat().st_mode & 0o001 for parent in folder.parents):
            pytest.skip(f"other users cannot enter {folder.parent}")
        yield folder


def refusal(path: Path, **more: Any) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        Library.open(path, **more)
    return caught.value


def test_a_new_library_is_made_with_its_folders(tmp_path: Path, sqlite: str) -> None:
    path = tmp_path / "新 建" / "库?.db"
    with Library.open(path, sqlite=sqlite) as library:
        assert (library.path, library.read_only) == (path, False)
    assert path.is_file()
    assert not any(each.exists() for each in companions(path)), "one file is left after closing"


def test_a_missing_library_is_not_made_unasked(tmp_path: Path) -> None:
    assert refusal(tmp_path / "l.db", create=False).code == "library_missing"
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_library_is_left_as_it_is(tmp_path: Path, sqlite: str) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes("会议记录".encode() * 100)
    other = tmp_path / "other.db"
    connection = load_sqlite(sqlite).connect(str(other))
    connection.execute("CREATE TABLE articles (id)")
    connection.commit()
    connection.close()
    for path, code in ((notes, "library_corrupt"), (other, "library_foreign"), (tmp_path, "library_folder")):
        before = path.read_bytes() if path.is_file() else b""
        error = refusal(path, sqlite=sqlite)
        assert (error.code, error.data["path"]) == (code, str(path))
        assert not path.is_file() or path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["notes.txt", "other.db"]


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    path.touch()
    assert refusal(path, create=False).code == "library_missing"
    with Library.open(path) as library:
        assert library.articles.list() == []


def test_a_path_through_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "l.db").code == "library_uncreatable"
    assert refusal(tmp_path / ("长" * 200)).code == "library_uncreatable"


def test_a_cut_off_library_is_refused(tmp_path: Path, capture: Any, sqlite: str) -> None:
    path = tmp_path / "l.db"
    with Library.open(path, sqlite=sqlite) as library:
        library.articles.add(capture("题", "文" * 20_000))
    whole = path.read_bytes()
    for length in (50, 8192, len(whole) // 2):
        path.write_bytes(whole[:length])
        try:
            with Library.open(path, sqlite=sqlite) as library:
                assert library.health.check() != []
        except LibraryError as error:
            assert error.code == "library_corrupt"
        assert path.stat().st_size >= length


READ_ONLY = """
import os, sys
from reader.library import Library
from reader.model.errors import LibraryError
from reader.library.engine import load_sqlite
from reader.model.query import ArticleQuery
import shutil, tempfile  # while they can be read
load_sqlite()
os.setgid(65534); os.setuid(65534)
with Library.open(sys.argv[1]) as library:
    print(library.read_only, len(library.articles.list()), len(library.index.search("党建")))
    for write in (
        lambda: library.articles.delete(library.articles.ids(ArticleQuery())),
        lambda: library.health.restore(sys.argv[1]),
    ):
        try:
            write()
        except LibraryError as error:
            print(error.code)
    library.health.backup(sys.argv[2])
"""


def as_nobody(path: Path, backup: Path, sqlite: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "READER_SQLITE": sqlite}
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path), str(backup)],
        capture_output=True, text=True, env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("state", ["folder", "file", "log", "log without shared memory"])
def test_what_may_not_be_written_is_opened_for_reading(visible: Path, capture: Any, sqlite: str, state: str) -> None:
    folder = visible / "read-only"
    folder.mkdir()
    path = folder / "l.db"
    library = Library.open(path, sqlite=sqlite)
    library.articles.add(capture("题", "党建"))
    if state.startswith("log"):
        # As a killed program leaves it: the article is in the log alone.
        kept = visible / "kept"
        shutil.copytree(folder, kept)
        library.close()
        shutil.rmtree(folder)
        kept.rename(folder)
        if "without" in state:
            companions(path)[1].unlink()
    library.close()
    for each in folder.iterdir():
        each.chmod(0o444)
    folder.chmod(0o777 if state == "file" else 0o555)
    public = visible / "public"
    public.mkdir(mode=0o777)
    public.chmod(0o777)
    before = path.read_bytes()
    assert as_nobody(path, public / "backup.db", sqlite) == [
        "True", "1", "1", "library_read_only", "library_read_only"
    ]  # fmt: skip
    assert path.read_bytes() == before
    with Library.open(public / "backup.db", sqlite=sqlite) as backup:
        assert len(backup.articles.ids(ArticleQuery())) == 1


def test_an_unreadable_library_says_so(visible: Path) -> None:
    path = visible / "l.db"
    Library.open(path).close()
    path.chmod(0)
    code = (
        "import os, sys\nfrom reader.library import Library\nfrom reader.model.errors import LibraryError\n"
        "from reader.library.engine import load_sqlite\nload_sqlite()\n"
        "os.setuid(65534)\ntry:\n    Library.open(sys.argv[1])\nexcept LibraryError as error:\n    print(error.code)"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, env=environment, check=False
    )
    assert done.stdout.split() == ["library_unreadable"], done.stderr


@pytest.mark.parametrize(
    ("path", "is_cloud"),
    [
        ("/home/a/OneDrive/reader/library.db", True),
        ("/home/a/坚果云/library.db", True),
        ("/home/a/Nextcloud/x/library.db", True),
        ("/Users/a/Library/Mobile Documents/library.db", True),
        ("/home/a/.local/share/yandu-reader/library.db", False),
        ("/home/a/dropbox.db", False),
    ],
)
def test_synchronised_folders_are_known(path: str, is_cloud: bool) -> None:
    assert is_synchronised(Path(path)) is is_cloud
