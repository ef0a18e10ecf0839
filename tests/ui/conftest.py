"""What every test of the window needs: no file of the user's is touched, and a theme with its icons."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def private_home(tmp_path, monkeypatch):
    """Caches, settings and libraries go to a folder of the test."""
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("READER_LIBRARY", raising=False)


@pytest.fixture
def themes(qapp):
    """The light theme in force."""
    from reader.ui.theme import ThemeService

    service = ThemeService("light")
    yield service
    service.deleteLater()


@pytest.fixture
def icons(themes):
    """Icons in the colours of `themes`."""
    from reader.ui.icons import Icons

    return Icons(themes)
