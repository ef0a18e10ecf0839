"""What every test stands on: no test touches the real home, the real network settings or a real screen."""

import hashlib
import io
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import settings
from tests.changing import ChangingPage

from reader import paths
from reader.model.article import CapturedArticle, Fetch, Metadata
from reader.model.blocks import Block, BlockKind
from reader.services.session import Session

from .portal import portal as portal  # the fixture

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if not os.environ.get("CI"):  # there Hypothesis has a profile of its own: no deadline, and the same examples each time
    settings.register_profile("patient", deadline=None)
    settings.load_profile("patient")

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


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp: object) -> object:
    """A PDF makes itself a QGuiApplication where there is none, and widgets could not live in that one afterwards."""
    return qapp


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


@pytest.fixture(scope="session")
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
        from reader.cli.main import main

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Told(status, out, err.decode())

    return run


@pytest.fixture
def saved(reader: Callable[..., Told]) -> str:
    """The id of the sample report, added to the library of the command line."""
    sample = paths.resources() / "sample" / "report.html"
    told = reader("add", sample, "--url", "https://example.org/qinghe/2026/report.html", "--json")
    assert told.status == 0, told.err
    return str(told.json[0]["id"])


# ---- a web server on this machine


class Loopback(ThreadingHTTPServer):
    """Serves the `pages` a test gives it, by path; all else is not found."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.pages: dict[str, str] = {}
        self.asked: list[str] = []

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Loopback)
        server.asked.append(self.path)
        page = server.pages.get(self.path)
        body = (page or "not here").encode()
        self.send_response(200 if page is not None else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """A server whose pages a test fills in."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = Loopback()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


# ---- a library with a report of a fictional place

PARAGRAPHS = (
    "近年来，云岭市青禾区探索建立“一网三联”治理模式，全力构建基层治理新格局。",
    "成立了37个社区党委，选派37名骨干担任第一书记。结合实际，建立了4项工作制度。",
    "一是推行区域化联建，在37个社区划分网格448个。二是开展“双报到”，认领“微心愿”1,200个。",
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "library.db", creator="小林") as opened:
        yield opened


Capture = Callable[..., CapturedArticle]


@pytest.fixture
def captured() -> Capture:
    """Makes a captured article out of paragraphs, as capturing would."""

    def make(*paragraphs: str, url: str | None = "https://example.org/a.html", **metadata: str) -> CapturedArticle:
        texts = paragraphs or PARAGRAPHS
        blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
        html = "".join(f"<p>{text}</p>" for text in texts)
        raw = html.encode() + hashlib.sha256(html.encode()).digest()
        about = Metadata(
            **{"title": "青禾区：“一网三联”推进基层治理", "published": "2026-03-02", "source": "云岭日报", "url": url}
            | metadata
        )
        return CapturedArticle(
            about, blocks, html, "\n\n".join(texts), "utf-8", Fetch(raw, "text/html", "2026-11-02T08:00:00Z")
        )

    return make


@pytest.fixture
def article(session: Session, captured: Capture) -> str:
    """The id of one article of three paragraphs in the session."""
    outcome = session.capturing.store("https://example.org/a.html", captured())
    assert outcome.id is not None
    return outcome.id


class Site(ThreadingHTTPServer):
    """A web site on the loopback, of which a test says what stands where; it remembers who asked for what."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _SiteHandler)
        self.pages: dict[str, tuple[bytes, str, dict[str, bytes]]] = {}
        self.asked: list[tuple[str, str | None]] = []
        """Path as sent, and Referer."""

    def put(self, path: str, data: bytes | str, kind: str = "text/html; charset=utf-8", **headers: bytes) -> str:
        """Let `path` (still unquoted) be answered so; header names are written with underscores. Gives its address."""
        self.pages[quote(path, safe="/?=&%")] = (data.encode() if isinstance(data, str) else data, kind, headers)
        return self.url(path)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _SiteHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Site)
        self.server.asked.append((self.path, self.headers.get("Referer")))
        data, kind, headers = self.server.pages.get(self.path, (b"<html>not here</html>", "text/html", {}))
        self.send_response(200 if self.path in self.server.pages else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value.decode("latin-1"))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """An empty web site."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    opened = Site()
    thread = threading.Thread(target=opened.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield opened
    opened.shutdown()
    opened.server_close()
    thread.join()


@pytest.fixture
def changing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChangingPage]:
    """A page on the loopback that a test can change."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    opened = ChangingPage()
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def language_of_the_source() -> Iterator[None]:
    """A window leaves its translators in the application: the next test begins with the words of the source again."""
    yield
    qt = sys.modules.get("PySide6.QtCore")
    app = qt.QCoreApplication.instance() if qt else None
    if qt and app is not None:
        for translator in app.findChildren(qt.QTranslator):
            app.removeTranslator(translator)
        qt.QLocale.setDefault(qt.QLocale.c())
