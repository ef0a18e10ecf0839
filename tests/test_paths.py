"""Where things are, and that a file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from reader import paths


def test_resources_are_found() -> None:
    assert (paths.resources() / "messages" / "zh_CN" / "cli.json").is_file()
    assert (paths.resources() / "sample" / "report.html").is_file()


def test_the_users_folders_are_under_their_home(home: Path) -> None:
    for folder in (paths.data_folder(), paths.log_folder(), paths.cache_folder(), paths.settings_file()):
        assert home in folder.parents


def test_the_environment_names_the_library(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    assert paths.default_library() == paths.data_folder() / "library.db"
    monkeypatch.setenv("READER_LIBRARY", "~/reports.db")
    assert paths.default_library() == home / "reports.db"


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "papers" / "学习材料.md"
    paths.write_atomically(file, "一".encode())
    paths.write_atomically(file, "二".encode())
    assert file.read_text(encoding="utf-8") == "二"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_document_is_readable_as_any_other(tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    old = os.umask(0o022)
    try:
        paths.write_atomically(file, b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "paper.md"
    file.write_bytes(b"old")

    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        paths.write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_very_long_name_is_no_trouble_for_the_temporary_file(tmp_path: Path) -> None:
    file = tmp_path / ("汉" * 80 + ".md")
    paths.write_atomically(file, b"x")
    assert file.read_bytes() == b"x"


def test_a_file_that_is_written_bit_by_bit_takes_its_name_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b.zip"
    with paths.written_atomically(target) as file:
        file.write(b"one")
        assert not target.exists()
        file.write(b"two")
    assert target.read_bytes() == b"onetwo"
    with pytest.raises(RuntimeError), paths.written_atomically(target) as file:
        file.write(b"three")
        raise RuntimeError
    assert target.read_bytes() == b"onetwo" and [each.name for each in target.parent.iterdir()] == ["b.zip"]


def test_a_free_name_is_beside_what_is_there(tmp_path: Path) -> None:
    assert paths.free(tmp_path / "a.b.doc") == tmp_path / "a.b.doc"
    (tmp_path / "a.b.doc").touch()
    assert paths.free(tmp_path / "a.b.doc") == tmp_path / "a.b (2).doc"
