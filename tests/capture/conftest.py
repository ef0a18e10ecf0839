"""A loopback web server that misbehaves on demand, a page of a fictional town, and one worker process for the room."""

# ruff: noqa: E501  lists of cases are read by rows

import gzip
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.capture import Limits, Parser
from reader.messages import LANGUAGES, Messages
from reader.model.errors import CaptureError

from .misbehaving import Misbehaving

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾县：小网格托起大民生_云岭新闻网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/list">要闻</a></div>
<h1>青禾县：小网格托起大民生</h1>
<div class="info">2025-03-18 09:20 来源：云岭日报 作者：林青</div>
<div class="TRS_Editor"><p>　　近年来，青禾县把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户。</p>
<p><img data-src="/image.png" src="/loading.gif" width="600"></p>
<p>　　县委有关负责人表示，下一步将继续完善“街巷吹哨、部门报到”机制，把问题解决在家门口。</p></div>
<p>责任编辑：周舟</p><p>版权所有：云岭新闻网 未经授权不得转载</p></body></html>"""
BODY = (
    "近年来，青禾县把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户。",
    "县委有关负责人表示，下一步将继续完善“街巷吹哨、部门报到”机制，把问题解决在家门口。",
)


def png(width: int = 60, height: int = 40) -> bytes:
    """A small real image."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (width, height), "#8a2f2f").save(out, "PNG")
    return out.getvalue()


def told(error: CaptureError) -> None:
    """Both languages have a sentence, and it names no empty place."""
    for language in LANGUAGES:
        messages = Messages(language)
        assert messages.has(f"error.{error.code}")
        assert messages.error(error).strip()


class Handler(Misbehaving, BaseHTTPRequestHandler):
    """One method a path; the rest is 404."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Hostile)
        server.seen.append((self.path, dict(self.headers)))
        name = self.path.strip("/").split("?")[0].replace("/", "_").replace("-", "_").replace(".", "_")
        action = getattr(self, f"on_{name}", None)
        answer = server.answers.get(self.path)
        try:
            if answer is not None and answer.startswith("-> "):
                self.redirect(answer[3:])
            elif answer is not None:
                self.reply(answer.encode())
            elif name.startswith("status_"):
                self.reply(b"no", status=int(name.removeprefix("status_")))
            elif action:
                action()
            else:
                self.reply(b"not here", status=404)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def reply(self, body: bytes, *, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """A whole answer; header names are written with underscores."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target: str) -> None:
        """302."""
        self.reply(b"", status=302, Location=target)

    def on_page(self) -> None:
        self.reply(PAGE.encode())

    def on_lying(self) -> None:
        self.reply(PAGE.encode("gb18030"), kind="text/html; charset=utf-8")

    def on_hop(self) -> None:
        self.redirect("/page")

    def on_moved(self) -> None:
        self.reply(b"<html><head><meta http-equiv='refresh' content='0; url=/page'></head><body></body></html>")

    def on_many_headers(self) -> None:
        self.reply(b"x", **{f"X_{i}": "y" for i in range(300)})

    def on_long_header(self) -> None:
        self.reply(b"x", X_Long="y" * 100_000)

    def on_odd_redirect(self) -> None:
        self.redirect("http://[::1")

    def on_endless_redirect(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/page")
        self.end_headers()
        while not self.server.closing.is_set():
            self.wfile.write(b"x" * 65536)

    def on_loop(self) -> None:
        self.redirect("/loop")

    def on_to_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def on_to_private(self) -> None:
        self.redirect(f"http://127.0.0.2:{self.server.server_address[1]}/page")

    def on_cookie(self) -> None:
        self.reply(PAGE.encode(), Set_Cookie="secret=1", X_Kept="yes")

    def on_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.closing.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def on_drip_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.server.closing.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def on_silent(self) -> None:
        self.server.closing.wait(20)
        self.close_connection = True

    def on_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.closing.is_set():
            self.wfile.write(b"<p>" + b"a" * 65536)

    def on_bomb(self) -> None:
        self.reply(gzip.compress(b"\0" * 8_000_000), Content_Encoding="gzip")

    def on_not_gzip(self) -> None:
        self.reply(b"this is not compressed", Content_Encoding="gzip")

    def on_cut(self) -> None:
        self.reply(PAGE.encode()[:300], Content_Length="5000")
        self.close_connection = True

    def on_hang_up(self) -> None:
        self.close_connection = True

    def on_flaky(self) -> None:
        first = sum(path == "/flaky" for path, _ in self.server.seen) == 1
        self.reply(b"busy", status=503, Retry_After="0") if first else self.reply(PAGE.encode())

    def on_much_later(self) -> None:
        self.reply(b"busy", status=429, Retry_After="3600")

    def on_empty(self) -> None:
        self.reply(b"")

    def on_scanned_pdf(self) -> None:
        self.reply(b"%PDF-1.7\n" + b"\x00" * 500, kind="application/pdf")

    def on_login(self) -> None:
        self.reply("<title>登录</title><form><input name=u><input type=password name=p></form>".encode())

    def on_script(self) -> None:
        self.reply(b"<title>x</title><div id=app></div><script>render('text')</script>")

    def on_image_png(self) -> None:
        self.reply(png(), kind="image/png")

    def on_gallery(self) -> None:
        images = "".join(f"<p><img src='{name}'></p><p>第{i}段，这里是正文。</p>" for i, name in enumerate(GALLERY))
        self.reply(f"<title>图集</title><h1>图集</h1><div class='TRS_Editor'>{images}</div>".encode())

    def on_drawing_svg(self) -> None:
        self.reply(b"<svg xmlns='http://www.w3.org/2000/svg'/>", kind="image/svg+xml")

    def on_dot_png(self) -> None:
        self.reply(png(1, 1), kind="image/png")

    def on_broken_png(self) -> None:
        self.reply(png()[:60], kind="image/png")


GALLERY = ("/image.png", "/drawing.svg", "/dot.png", "/broken.png", "/missing.png", "file:///etc/hosts")


class Hostile(ThreadingHTTPServer):
    """Remembers what was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("0.0.0.0", 0), Handler)
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()
        self.answers: dict[str, str] = {}
        """Path → a page in UTF-8, or "-> " and where it leads; a test's own pages."""

    def handle_error(self, *_: object) -> None:
        """Callers that go away in the middle are what it is for."""

    def url(self, path: str) -> str:
        """Address of a path on 127.0.0.1."""
        return f"http://127.0.0.1:{self.server_address[1]}/{path}"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    """The server; the machine's proxies are left out."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,127.0.0.2,localhost")
    hostile = Hostile()
    thread = threading.Thread(target=hostile.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield hostile
    hostile.closing.set()
    hostile.shutdown()
    hostile.server_close()
    thread.join()


@pytest.fixture(scope="session")
def parser() -> Iterator[Parser]:
    """One worker process for all tests of the room."""
    with Parser() as shared:
        yield shared


@pytest.fixture
def limits() -> Limits:
    """Short waits; everything else as for users."""
    return Limits(deadline=3.0, connect=1.0, read=0.5, backoff=0.01, attempts=2)


@pytest.fixture
def page() -> str:
    """The page of the fictional county."""
    return PAGE


@pytest.fixture
def body() -> tuple[str, ...]:
    """Its paragraphs."""
    return BODY


@pytest.fixture
def picture() -> bytes:
    """Its image."""
    return png()
