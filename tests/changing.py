"""A page on the loopback that changes while a test runs."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TITLE = "青禾区：一张网格兜起民生小事"
FIRST = (
    "青禾区坚持党建引领，把党支部建在网格上，全区划分网格448个，配备专职网格员512名。",
    "成立了37个社区党委，选派37名骨干到社区担任第一书记，与37个机关支部结对共建。",
    "一年来，网格员入户走访3.2万户，解决群众难题1,560件，群众满意度持续提升。",
    "区里还举办了网格员技能比武，评选出十名“金牌网格员”，在全区形成了比学赶超的氛围。",
    "下一步，青禾区将继续完善工作机制，推动资源、服务、管理下沉到每一个网格。",
)
INSERTED = "今年三月，区委印发通知，要求37个街道办事处抽调干部下沉一线，打通服务群众最后一步。"
REWORDED = "一年多来，网格员累计入户走访3.5万户，解决群众难题1,680件，群众满意度持续提升。"
SECOND = (FIRST[0], INSERTED, FIRST[1], REWORDED, FIRST[4])
"""One paragraph inserted, one reworded, one deleted."""


def page(paragraphs: tuple[str, ...]) -> bytes:
    """The page of a portal with these paragraphs."""
    body = "".join(f"<p>　　{each}</p>" for each in paragraphs)
    return (
        f'<html><head><meta charset="utf-8"><title>{TITLE} - 云岭新闻网</title></head><body>'
        f'<div class="nav"><a href="/">首页</a> <a href="/zw">政务</a></div><h1>{TITLE}</h1>'
        '<div class="info">发布时间：2026-05-06 来源：云岭日报</div>'
        f'<div class="article-content">{body}</div><div class="footer">版权所有 云岭新闻网</div></body></html>'
    ).encode()


LOGIN = (
    '<html><head><meta charset="utf-8"><title>用户登录 - 云岭新闻网</title></head><body><h1>用户登录</h1>'
    '<form action="/login" method="post"><label>用户名<input name="user"></label>'
    '<label>密码<input type="password" name="password"></label><button>登录</button></form></body></html>'
).encode()


class ChangingPage(ThreadingHTTPServer):
    """Answers every request with `answer`."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer: tuple[int, str, bytes] = (200, "text/html; charset=utf-8", page(FIRST))
        self.asked = 0
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def link(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.server_address[1]}/2026/05/06/wg.html"

    def show(self, *paragraphs: str) -> None:
        """Serve the article with these paragraphs from now on."""
        self.answer = (200, "text/html; charset=utf-8", page(paragraphs))

    def close(self) -> None:
        """Stop answering."""
        self.shutdown()
        self.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: ChangingPage

    def do_GET(self) -> None:
        self.server.asked += 1
        status, kind, body = self.server.answer
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Tests are quiet."""
