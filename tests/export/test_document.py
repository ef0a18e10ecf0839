"""One door to all writers: a whole file or a clear reason, never half a file."""

import dataclasses
import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import paths
from reader.export.document import EXTENSIONS, render, save, write
from reader.export.flow import Line, flow
from reader.export.gbt9704 import Role
from reader.export.markdown import PROFILES
from reader.messages import LANGUAGES, Messages
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Paragraph, Section, Summary, TextRun

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
        (errno.ENOENT, "export_no_folder"),
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


KILLED = """
import os, signal, sys
from pathlib import Path
from reader import paths
from reader.export.document import write
from reader.model.summary import Paragraph, Section, Summary, TextRun

text = Paragraph((TextRun("写到一半的材料。" * 20_000),))
stop = sys.argv[3]
if stop == "bytes":
    class Half:
        def __init__(self, file): self.file = file
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def write(self, data):
            self.file.write(data[: len(data) // 2])
            self.file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
    opened = os.fdopen
    os.fdopen = lambda *rest: Half(opened(*rest))
else:
    os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
write(Summary(("新",), sections=(Section("一", 1, (text,)),)), sys.argv[2], Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("stop", ["bytes", "flush"])
@pytest.mark.parametrize("format", ["md", "html", "xlsx", "docx"])
@pytest.mark.parametrize("before", [None, b"old"])
def test_killed_while_it_writes_a_paper_is_the_old_one_or_none(
    format: str, stop: str, before: bytes | None, tmp_path: Path
) -> None:
    target = tmp_path / f"paper.{format}"
    if before:
        target.write_bytes(before)
    done = subprocess.run([sys.executable, "-c", KILLED, target, format, stop], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert (target.read_bytes() if target.exists() else None) == before
    # What is left beside it does not look like a paper, and the next export works.
    assert all(each.name.startswith(".") for each in tmp_path.iterdir() if each != target)
    write(Summary(("再来",)), format, target)
    assert target.read_bytes().startswith(STARTS[format])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_no_room_for_the_file_leaves_the_old_one(paper: Summary, tmp_path: Path) -> None:
    # A limit on the size of files stands for a disk that fills up while the file is written.
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from reader.export.document import write\n"
        "from reader.model.errors import ExportError\n"
        "from reader.model.summary import Summary\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n"
        "    write(Summary(('题' * 200,)), 'md', Path(sys.argv[1]))\n"
        "except ExportError as error:\n"
        "    print(error.code)\n"
    )
    target = tmp_path / "paper.md"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", code, target], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "export_disk_full", done.stderr
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_markdown_file_is_brought_up_to_date_in_its_place(paper: Summary, tmp_path: Path, profile: str) -> None:
    target = tmp_path / "材料.md"
    write(paper, "md", target, profile=profile)
    with target.open("a", encoding="utf-8") as file:
        file.write("我写的一行\n")
    first = target.read_bytes()
    write(dataclasses.replace(paper, subtitle="（改过的副题）"), "md", target, profile=profile)
    text = target.read_text(encoding="utf-8")
    assert "我写的一行\n" in text and "（改过的副题）" in text and paper.subtitle not in text
    write(paper, "md", target, profile=profile)
    assert sorted(filter(None, target.read_bytes().split(b"\n"))) == sorted(filter(None, first.split(b"\n")))
    assert list(tmp_path.iterdir()) == [target]


def test_another_file_of_that_name_is_replaced(paper: Summary, tmp_path: Path) -> None:
    target = tmp_path / "材料.md"
    target.write_text("# 别人的笔记\n", encoding="utf-8")
    write(paper, "md", target)
    assert "别人的笔记" not in target.read_text(encoding="utf-8")


def test_text_that_is_not_for_a_file_has_no_record(paper: Summary) -> None:
    assert b"<!--" not in render(paper, "md").data


def test_an_unknown_profile_is_refused_by_name(paper: Summary, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write(paper, "md", tmp_path / "x.md", profile="notion")
    assert caught.value.code == "export_profile"
    for language in LANGUAGES:
        assert "obsidian, logseq" in Messages(language).error(caught.value)


def test_asking_for_the_room_loads_nothing_heavy() -> None:
    heavy = ("PySide6", "docx", "lxml", "pikepdf", "PIL", "rapidfuzz", "xlsxwriter")
    code = (
        "import sys, reader.export, reader.export.document, reader.export.templates.study, reader.export.citations\n"
        f"print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("format", ["html", "md"])
def test_a_section_without_a_heading_prints_none(format: str) -> None:
    section = Section("", 1, (Paragraph((TextRun("编者按的话。"),)),))
    text = render(Summary(("题",), sections=(section,)), format).data.decode()
    assert "编者按的话。" in text and "<h2" not in text and "##" not in text


def test_a_section_without_a_heading_takes_no_line_of_a_page() -> None:
    section = Section("", 1, (Paragraph((TextRun("编者按的话。"),)),))
    lines = [each for each in flow(Summary(("题",), sections=(section,))) if isinstance(each, Line)]
    assert not any(each.role is Role.HEADING_1 for each in lines)
