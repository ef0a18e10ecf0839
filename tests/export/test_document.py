"""One door to all writers: a whole file or a clear reason, never half a file."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import paths
from reader.export.document import EXTENSIONS, render, save, write
from reader.messages import LANGUAGES, Messages
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Summary

pytestmark = pytest.mark.usefixtures("qapp")

STARTS = {"docx": b"PK", "pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "md": b"---\n", "xlsx": b"PK"}


@pytest.mark.parametrize("format", EXTENSIONS)
def test_every_format_is_written_whole_and_replaces_an_older_file(paper: Summary, format: str, tmp_path: Path) -> None:
    target = tmp_path / "新文件夹" / f"材料.{EXTENSIONS[format]}"
    for _ in range(2):
        rendered = write(paper, format, target)
        assert target.read_bytes() == rendered.data and rendered.data.startswith(STARTS[format])
    assert (rendered.pages is not None) == (format == "pdf") == bool(rendered.fonts)
    assert list(target.parent.iterdir()) == [target], "something was left beside the file"


def test_an_unknown_format_is_refused_by_name(paper: Summary) -> None:
    with pytest.raises(ExportError) as caught:
        render(paper, "odt")
    assert caught.value.code == "export_format" and "docx" in Messages("en").error(caught.value)


def failing(number: int) -> Callable[[Path, bytes], None]:
    def write_nothing(path: Path, data: bytes) -> None:
        raise OSError(number, os.strerror(number), str(path))

    return write_nothing


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export_disk_full"),
        (errno.EACCES, "export_no_permission"),
        (errno.EPERM, "export_no_permission"),
        (errno.EROFS, "export_read_only"),
        (errno.ENAMETOOLONG, "export_name_too_long"),
        (errno.ENOTDIR, "export_failed"),
        (errno.EIO, "export_failed"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(number: int, code: str, tmp_path: Path) -> None:
    target = tmp_path / "材料.docx"
    target.write_bytes(b"old")
    with pytest.raises(ExportError) as caught:
        save(b"new", target, failing(number))
    assert caught.value.code == code and target.read_bytes() == b"old"
    for language in LANGUAGES:
        assert Messages(language).has(f"error.{code}")
        assert str(target) in Messages(language).error(caught.value)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    # The real path of writing, with a disk that is full only for the new bytes.
    def write_to_full_disk(path: Path, data: bytes) -> None:
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(data)
        paths.write_atomically(path, data)

    target = tmp_path / "材料.md"
    target.write_bytes(b"old")
    with pytest.raises(ExportError) as caught:
        save(b"new", target, write_to_full_disk)
    assert caught.value.code == "export_disk_full" and target.read_bytes() == b"old"


def test_a_folder_in_the_place_of_the_file(paper: Summary, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write(paper, "md", tmp_path)
    assert caught.value.code == "export_is_folder"


def test_a_file_in_the_place_of_the_folder(paper: Summary, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(ExportError):
        write(paper, "md", tmp_path / "file" / "paper.md")
    with pytest.raises(ExportError):
        write(paper, "md", Path("a\x00b.md"))


def test_a_cancelled_paper_is_not_put_in_place(paper: Summary, tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    for format in EXTENSIONS:
        with pytest.raises(CancelledError):
            write(paper, format, tmp_path / f"x.{format}", cancel)
    assert not list(tmp_path.iterdir())


def test_asking_for_the_room_loads_nothing_heavy() -> None:
    code = (
        "import sys, reader.export, reader.export.document, reader.export.templates.study, reader.export.citations\n"
        "print([m for m in ('PySide6', 'docx', 'lxml', 'pikepdf', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
