"""A saved page is read without anything being fetched or opened: in a process of its own, watched by the system."""

# ruff: noqa: E501  payloads are read by rows

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.model.article import CapturedArticle, Fetch, Metadata
from reader.model.blocks import Block, BlockKind, Run, RunStyle
from reader.services.session import Session

PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf00000003000101a5f645400000000049454e44ae426082")
PAYLOADS = (
    '<img src="file://{folder}/secret.png">',
    '<img src="{folder}/secret.png">',
    '<img src="secret.png">',
    '<img src="./secret.png?x=1">',
    '<img src="//127.0.0.1:{port}/slashes.png">',
    '<img src="\\\\127.0.0.1\\share\\secret.png">',
    '<img src="http://127.0.0.1:{port}/picture.png" srcset="http://127.0.0.1:{port}/larger.png 2x">',
    "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"{folder}/secret.png\"/></svg>'>",
    '<link rel="stylesheet" href="file://{folder}/secret.css"><link rel="stylesheet" href="http://127.0.0.1:{port}/a.css">',
    "<style>@import url('{folder}/secret.css'); @import 'http://127.0.0.1:{port}/b.css'; @font-face {{font-family:x;src:url(secret.png)}}</style>",
    '<div style="background:url(file://{folder}/secret.png)">背景</div><table background="secret.png"><tr><td>甲<td>乙</table>',
    '<iframe src="file://{folder}/secret.html"></iframe><object data="secret.png"></object><embed src="secret.png">',
    '<video src="http://127.0.0.1:{port}/a.mp4" poster="secret.png"></video><audio src="secret.png"></audio>',
    '<svg><image href="file://{folder}/secret.png"/><use href="http://127.0.0.1:{port}/u.svg#a"/></svg>',
    '<script src="http://127.0.0.1:{port}/a.js"></script><base href="file://{folder}/">',
    '<meta http-equiv="refresh" content="9;url=http://127.0.0.1:{port}/refresh">',
)
LINKS = ("javascript:alert(1)", "file://{folder}/secret.png", "{folder}/secret.png", "secret.png", "//127.0.0.1/share", "\\\\127.0.0.1\\share",
         "ms-msdt:/id", "ms-word:ofe|u|http://x", "smb://127.0.0.1/share", "data:text/html,x", "vbscript:x", "search-ms:query=x",
         "http:\\\\..\\secret.png", "https://yunling.example/1", "mailto:a@yunling.example")  # fmt: skip
LEAVING = {"https", "mailto", "http"}

READER = '''
import json, os, sys, threading
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from reader.app import application, build_window
from reader.model.query import ArticleQuery
from reader.services.session import Session
from reader.settings import Settings

class Door(QObject):
    left = []
    @Slot(QUrl)
    def leave(self, url):
        Door.left.append(url.toString())

app, door = application(), Door()
schemes = ["http", "https", "mailto", "file", "javascript", "ms-msdt", "ms-word", "smb", "data", "vbscript", "search-ms", ""]
for scheme in schemes:
    QDesktopServices.setUrlHandler(scheme, door, "leave")
opened = []
if "--hook" in sys.argv:
    sys.addaudithook(lambda event, args: opened.append(f"{event} {args}") if event in ("open", "socket.connect") else None)
with Session(Path(sys.argv[1])) as session:
    window = build_window(app, session, Settings(theme="light"), "en")
    window.resize(1366, 768)
    window.show()
    shown = 0
    for key in session.organising.ids(ArticleQuery()):
        window.show_article(key)
        for tab in ("info", "outline", "annotations"):
            window.show_tab(tab)
            app.processEvents()
        view = window.pane.view
        for place in range(0, view.verticalScrollBar().maximum() + 1, 400):
            view.verticalScrollBar().setValue(place)
            app.processEvents()
            for y in range(20, view.viewport().height(), 24):
                for x in range(60, view.viewport().width(), 60):
                    if view.anchorAt(QPoint(x, y)):
                        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))
        for link in json.loads(sys.argv[2]):
            view.anchorClicked.emit(QUrl(link))
        view.selectAll(); view.copy()
        view.grab()
        shown += 1
    window.close()
print(json.dumps({"shown": shown, "left": Door.left, "opened": opened}), flush=True)
os._exit(0)  # widgets at the level of a script outlive Qt
'''


@pytest.fixture
def asked():
    """A server on loopback, and the paths that were asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.paths.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.paths = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that must stay shut; the reader is started in this folder, so that relative addresses lead here too."""
    made = tmp_path / "canary"
    made.mkdir()
    for name in ("secret.png", "secret.css", "secret.html"):
        (made / name).write_bytes(PIXEL)
    return made


def filled(text: str, folder: Path, port: int) -> str:
    return text.format(folder=folder, port=port)


def straight_in(number: int, markup: str, links: list[str]) -> CapturedArticle:
    """An article as if nothing had been cleaned: its HTML and its blocks carry the payload as it is."""
    runs = tuple(Run(at * 4, at * 4 + 4, RunStyle.LINK, link) for at, link in enumerate(links))
    blocks = (Block(BlockKind.PARAGRAPH, "一个链接" * len(links), runs), Block(BlockKind.PARAGRAPH, markup),
              *(Block(BlockKind.IMAGE, image=address, alt=markup) for address in re.findall(r'src="([^"]*)"', markup)))  # fmt: skip
    about = Metadata(title=f"{number} {markup}"[:200], source=markup[:100], author=markup[:100], url=f"https://yunling.example/{number}")
    return CapturedArticle(about, blocks, markup, markup, "utf-8", Fetch(markup.encode(), "text/html", "2026-11-02T08:00:00Z"))


def watched(command: list[str], log: Path) -> tuple[list[str], bool]:
    """The command under strace where that works, else with Python's own audit hook; and whether the system watches."""
    strace = shutil.which("strace")
    if strace:
        traced = [strace, "-f", "-qq", "-e", "trace=open,openat,connect,execve", "-o", str(log)]
        if subprocess.run([*traced, "true"], capture_output=True, check=False).returncode == 0:
            return [*traced, *command], True
    return [*command, "--hook"], False


def test_reading_opens_and_fetches_nothing(tmp_path: Path, folder: Path, asked) -> None:
    port = asked.server_address[1]
    links = [filled(link, folder, port) for link in LINKS]
    library = tmp_path / "library.db"
    anchors = "".join(f'<p>见<a href="{link}">一个链接</a>。</p>' for link in links)
    with Session(library) as session:
        for number, payload in enumerate(PAYLOADS):
            markup = filled(payload, folder, port)
            page = f"<html><head><meta charset=utf-8><title>青禾区 {number}</title></head><body><h1>青禾区 {number}</h1><p>青禾区推动治理力量下沉。</p>{markup}{anchors}</body></html>"
            assert session.capturing.add("-", data=page.encode(), images=False).error is None
            assert session.capturing.store("-", straight_in(number, markup, links)).id
    assert asked.paths == []
    script = tmp_path / "read.py"
    script.write_text(READER, encoding="utf-8")
    log = tmp_path / "strace.txt"
    command, is_traced = watched([sys.executable, str(script), str(library), json.dumps(links)], log)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=dict(os.environ), timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["shown"] == 2 * len(PAYLOADS)
    assert told["left"], "links were clicked"
    assert {link.partition(":")[0].lower() for link in told["left"]} <= LEAVING
    assert asked.paths == []
    touched = log.read_text(errors="replace").splitlines() if is_traced else told["opened"]
    assert [line for line in touched if str(library) in line], "the watcher sees the library being opened"
    shut = re.compile(rf"secret\.(?:png|css|html)|htons\({port}\)|, {port}\)")
    assert not [line for line in touched if shut.search(line)]
