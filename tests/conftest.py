"""What every test stands on: no test touches the real home, the real network settings or a real screen."""

import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
"""The real corpora; present in continuous integration and at the developers', absent for a stranger."""

HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_DOCUMENTS_DIR": "documents",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}
SILENCED = ("READER_LIBRARY", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of its own for every test, English unless the test says otherwise."""
    folder = tmp_path_factory.mktemp("home")
    for name, under in HOMES.items():
        monkeypatch.setenv(name, str(folder / under))
    for name in SILENCED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANG", "C.UTF-8")
    return folder


@pytest.fixture
def shared() -> Path:
    """The folder of the real corpora; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"the corpora are not at {SHARED}")
    return SHARED


@pytest.fixture
def program() -> list[str]:
    """How to start the program as a process of its own."""
    return [sys.executable, "-m", "reader"]


@dataclass(frozen=True)
class Told:
    """What one run of the command line gave back."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:
        """The one JSON value on stdout; ValueError when anything else stands there."""
        return json.loads(self.out)


@pytest.fixture
def reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Told]:
    """The command line in this process: `reader("list", "--json", stdin=b"")`, on a library of the test's own."""
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "library" / "library.db"))

    def run(*arguments: object, stdin: bytes = b"") -> Told:
        from reader.cli import main

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Told(status, out, err.decode())

    return run
