"""What every test stands on: no test touches the real home, the real network settings or a real screen."""

import os
import sys
from pathlib import Path

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
