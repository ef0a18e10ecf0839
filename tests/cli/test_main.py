"""The command line as a whole: exit status, streams, signals, locale, and how fast it may answer."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import paths

Reader = Callable[..., Any]

SAMPLE = paths.resources() / "sample" / "report.html"
NOTES = "禾苑街道调研笔记\n\n社区食堂每餐补贴3元，老人满意。\n网格员每日巡查两次。\n"


def test_json_is_alone_on_stdout(reader: Reader, saved: str) -> None:
    told = reader("add", SAMPLE, "--json")
    assert json.loads(told.out) and told.out.startswith(b"[")
    failed = reader("show", "ffff", "--json")
    assert failed.json["error"] == "not_found" and failed.json["message"] in failed.err


def test_a_title_cannot_steer_the_terminal(reader: Reader) -> None:
    reader("add", "-", "--title", "标题\x1b[2J\u202e倒", "--json", stdin=NOTES.encode())
    told = reader("list")
    assert "\x1b" not in told.text and "\u202e" not in told.text


def test_without_a_screen_the_window_says_so(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a screen")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = reader("--lang", "zh_CN")
    assert told.status == 1 and "屏幕" in told.err


def test_the_locale_does_not_matter(program: list[str], tmp_path: Path) -> None:
    environment = os.environ | {"READER_LIBRARY": str(tmp_path / "l.db"), "LC_ALL": "POSIX"}
    environment |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*program, *arguments], capture_output=True, env=environment, check=False, timeout=60)

    added = json.loads(run("add", str(SAMPLE), "--json").stdout)
    listed = run("list")
    assert listed.returncode == 0 and b"2026-03-18" in listed.stdout
    assert run("show", added[0]["id"]).stdout.decode().startswith("近年来")


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_a_reader_that_goes_away_is_no_trouble(program: list[str], reader: Reader, saved: str) -> None:
    process = subprocess.Popen([*program, "show", saved], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.wait(60) == 0 and process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_ctrl_c_ends_quietly(program: list[str]) -> None:
    # Whoever runs the tests in the background has Ctrl-C ignored, and children inherit that.
    listen = [sys.executable, "-c", "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
              "os.execv(sys.argv[1], sys.argv[1:])"]  # fmt: skip
    with subprocess.Popen(
        [*listen, *program, "add", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1.2)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr is not None and b"Traceback" not in process.stderr.read()


def test_listing_and_searching_import_nothing_heavy(program: list[str], reader: Reader, saved: str) -> None:
    code = "import sys; from reader.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    for arguments in (["list", "--limit", "50"], ["search", "网格"]):
        command = [sys.executable, "-c", code, *arguments]
        loaded = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stderr.split()
        heavy = {"PySide6", "lxml", "requests", "markdownify", "docx", "PIL", "trafilatura", "nh3", "pikepdf"}
        heavy |= {"rjieba", "cn2an", "reader.digest", "reader.model.digest"}
        assert not heavy & set(loaded), arguments
