"""A portal of a fictional town on a loopback port: it can be away, slow, or answer with any status."""

import random
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾区：第{n}号网格简报_云岭新闻网</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/list">要闻</a></div><h1>青禾区：第{n}号网格简报</h1>
<div class="info">2026-03-18 09:20 来源：云岭日报</div>
<div class="TRS_Editor"><p>　　第{n}号网格共有居民{n}3户，本月走访群众{n}7人次，办结诉求{n}1件，群众满意度稳步提升。</p>
<p>　　下一步，第{n}号网格将继续完善“街巷吹哨、部门报到”机制，把问题解决在家门口。</p>{more}</div></body></html>"""


def own_words(number: str) -> str:
    """A paragraph that no other article has: else they would count as reprints of one another."""
    dice = random.Random(number)
    return f"<p>　　{''.join(chr(dice.randrange(0x4E00, 0x9000)) for _ in range(240))}。</p>"


class Portal:
    """Serves an article at every path of digits; `away` until it is started, and again once it is stopped."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.host = host
        with socket.socket() as probe:
            probe.bind((host, 0))
            self.port = int(probe.getsockname()[1])
        self.statuses: dict[str, int] = {}
        """Path → the status it is answered with, instead of 200."""
        self.latency = 0.0
        self.more = ""
        """More of each article, as HTML."""
        self.asked: list[str] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None

    def link(self, number: int) -> str:
        return f"http://{self.host}:{self.port}/{number}"

    def start(self) -> None:
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                portal.enter(self.path)
                time.sleep(portal.latency)
                portal.leave()  # before the answer: whoever has it may be here again before this thread goes on
                status = portal.statuses.get(self.path, 200)
                number = self.path.strip("/")
                body = PAGE.format(n=number, more=own_words(number) + portal.more).encode()
                body = body if status == 200 else b"no"
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "text/html; charset=utf-8")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Quiet."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

        self._server = Server((self.host, self.port), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def enter(self, path: str) -> None:
        with self._lock:
            self.asked.append(path)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)

    def leave(self) -> None:
        with self._lock:
            self._at_once -= 1


@pytest.fixture
def portal() -> Iterator[Portal]:
    """A portal that is away until the test starts it."""
    portal = Portal()
    yield portal
    portal.stop()
