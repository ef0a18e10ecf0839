"""What every test of the window needs: no file of the user's is touched, and a theme with its icons."""

import os
from types import SimpleNamespace

import pytest

from reader.model.article import Collection

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def private_home(tmp_path, monkeypatch):
    """Caches, settings and libraries go to a folder of the test."""
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("READER_LIBRARY", raising=False)


@pytest.fixture(autouse=True)
def gone_widgets():
    """Widgets of a finished test are deleted at once: without a running event loop they would pile up, and every
    change of theme dresses each of them."""
    yield
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def unknown_network(monkeypatch):
    """What the machine of the test knows of its network is none of a test's business."""
    from reader.ui.reachability import Reachability

    monkeypatch.setattr(Reachability, "start", lambda self: None)


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


@pytest.fixture
def make_article():
    """Makes rows of a list: make_article(7, "title", source="…", starred=True); the id is the number in hex."""
    from reader.model.article import Article, Metadata

    def make(number, title="", *, source="云岭日报", published="2026-03-01", author=None, **fields):
        metadata = Metadata(title=title or f"报告之{number}", source=source, published=published, author=author)
        return Article(id=f"{number:032x}", metadata=metadata, added="2026-11-22T08:00:00Z", **{"chars": 2000} | fields)

    return make


@pytest.fixture
def tasks(qapp):
    """Work in the background; a test that leaves some behind fails."""
    from reader.ui.tasks import Tasks

    tasks = Tasks()
    yield tasks
    assert tasks.shutdown(10)


COUNTS = SimpleNamespace(
    all=42, unread=11, reading=5, read=26, archived=0, starred=7, annotated=18, trash=2, tags={"双报到": 5, "河长制": 1}
)
COLLECTIONS = [Collection(1, "网格化管理", 9), Collection(2, "A & B", 6)]


@pytest.fixture
def sidebar(qtbot, icons):
    """The sidebar with two collections and two tags."""
    from reader.ui.sidebar import Sidebar

    sidebar = Sidebar(icons)
    qtbot.addWidget(sidebar)
    sidebar.set_counts(COUNTS, COLLECTIONS)
    sidebar.resize(208, 700)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


@pytest.fixture
def tree(sidebar):
    """The tree in the sidebar."""
    from reader.ui.nav_tree import NavTree

    return sidebar.findChild(NavTree, "navTree")


def place(tree, query):
    """Where in the tree's viewport the row of a query is."""
    return tree.visualRect(tree.model().index_of(query)).center()


@pytest.fixture
def make_window(qapp, qtbot, session, unknown_network):
    """Opens windows over the session, as the program does; they are closed at the end."""
    from reader.app import build_window
    from reader.settings import Settings
    from reader.ui.window import MainWindow

    preferences = Settings(theme="light", reader_name="小林")
    windows: list[MainWindow] = []

    def make():
        window = build_window(qapp, session, preferences, "en")
        window.resize(1600, 960)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window):
    """One open window."""
    return make_window()


@pytest.fixture
def report(window, qtbot, changing):
    """The article as its page first shows it, open in the window."""
    window.capture.add_sources([changing.link])
    qtbot.waitUntil(lambda: window.reading.article is not None, timeout=30000)
    return window.reading.article.id


@pytest.fixture
def shared_or_none():
    """The folder of the real corpora, or None where it is absent."""
    from pathlib import Path

    folder = Path(__file__).resolve().parents[2].parent / "shared"
    return folder if folder.is_dir() else None
