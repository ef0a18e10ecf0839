"""Folders of files."""

import pytest

from reader.model.errors import CaptureError
from reader.services import folders
from reader.services.folders import files_below


def test_files_below_a_folder_in_order_without_what_belongs_to_pages(tmp_path):
    for name in ("b.html", "a.PDF", "sub/c.docx", "b_files/x.html", ".hidden.txt", ".git/y.md", "d.xlsx", "sub/e.epub"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path)] == [
        "a.PDF", "b.html", "sub/c.docx", "sub/e.epub",
    ]  # fmt: skip


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "a.txt").write_text("x")
    (inside / "loop").symlink_to(inside)
    (inside / "away").symlink_to(outside)
    (inside / "b.txt").write_text("x")
    assert files_below(inside) == [inside / "b.txt"]


def test_there_is_an_end_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("x")
    assert len(files_below(tmp_path)) == 3


def test_an_empty_or_missing_folder_is_told(tmp_path):
    for path, code in ((tmp_path, "folder_empty"), (tmp_path / "none", "file_missing")):
        with pytest.raises(CaptureError) as caught:
            files_below(path)
        assert caught.value.code == code
