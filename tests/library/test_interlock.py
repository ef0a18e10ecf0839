"""Which versions of SQLite must be kept apart."""

from pathlib import Path

import pytest

from reader.library.interlock import Interlock, has_wal_reset_bug
from reader.model.errors import LibraryError


@pytest.mark.parametrize(
    ("version", "is_bad"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_versions(version: tuple[int, int, int], is_bad: bool) -> None:
    assert has_wal_reset_bug(version) is is_bad


def test_two_with_a_bad_version_exclude_one_another(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    one, two = (Interlock(path, (3, 40, 1), 0.05) for _ in range(2))
    with one.held():
        with one.held(), pytest.raises(LibraryError) as caught, two.held():
            pass
        assert caught.value.code == "library_busy"
    with two.held():
        pass


def test_a_good_version_needs_no_file(tmp_path: Path) -> None:
    with Interlock(tmp_path / "l.db", (3, 53, 4), 1).held():
        assert list(tmp_path.iterdir()) == []
