"""More of what a server may do wrong, one method a path; `conftest.Handler` serves them."""

# ruff: noqa: E501  pages are read by rows

import gzip
import zlib
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

CORPUS = Path(__file__).parent / "corpus"
CHARSETS = "<html><head><meta charset=big5><title>青禾县：小网格托起大民生</title></head><body><h1>青禾县：小网格托起大民生</h1><p>近年来，青禾县把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户。</p><p>下一步将继续完善机制，把问题解决在家门口。</p></body></html>"
LOGIN = "<html><head><meta charset=utf-8><title>登录</title></head><body><p>欢迎使用</p><form><input name=u><input type=password></form></body></html>"
PORTAL = LOGIN.replace("登录", "校园网上网认证")
GONE = "<html><head><meta charset=utf-8><title>云岭新闻网</title></head><body><p>您访问的页面不存在或已被删除</p><p>3秒后自动跳转到首页</p></body></html>"
CHECK = "<html><head><meta charset=utf-8><title></title></head><body><h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p></body></html>"
FRONT = "<html><head><meta charset=utf-8><title>云岭新闻网</title></head><body><p>云岭新闻网是云岭市委宣传部主管的综合新闻网站，全天发布本地要闻、政策解读和服务信息。</p></body></html>"
BOMB = 300_000_000
"""Bytes after decompression."""


@cache
def bomb(times: int) -> bytes:
    """Zeros, compressed so many times."""
    packer, packed = zlib.compressobj(9, zlib.DEFLATED, 31), b""
    for _ in range(BOMB // 10_000_000):
        packed += packer.compress(bytes(10_000_000))
    packed += packer.flush()
    for _ in range(times - 1):
        packed = gzip.compress(packed)
    return packed


class Misbehaving:
    """Mixed into a handler with `reply`, `redirect`, `server` and `wfile`."""

    def on_(self) -> None:
        self.reply(FRONT.encode())

    def on_corpus(self) -> None:
        """An ordinary page of the small corpus, or of a folder that the test has set: /corpus?news"""
        name = urlsplit(self.path).query
        folder = getattr(self.server, "folder", None) or CORPUS
        self.reply((folder / f"{Path(name).name}.html").read_bytes())

    # ---- bodies

    def on_huge_length(self) -> None:
        self.reply(b"<p>" + b"x" * 1000, Content_Length="10000000000")
        self.close_connection = True

    def on_bad_chunk(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\nnonsense\r\n")
        self.close_connection = True

    def on_large_bomb(self) -> None:
        self.reply(bomb(1), Content_Encoding="gzip")

    def on_double_gzip(self) -> None:
        self.reply(bomb(2), Content_Encoding="gzip, gzip")

    def on_brotli(self) -> None:
        self.reply(b"\x8b\x02\x80<p>text</p>\x03", Content_Encoding="br")

    def on_zstd(self) -> None:
        self.reply(b"\x28\xb5\x2f\xfd\x04\x00\x59\x00\x00<p>text</p>", Content_Encoding="zstd")

    def on_three_charsets(self) -> None:
        self.reply(CHARSETS.encode("gb18030"), kind="text/html; charset=utf-8")

    def on_utf7(self) -> None:
        self.reply(CHARSETS.replace("big5", "utf-7").encode(), kind="text/html; charset=utf-7")

    # ---- elsewhere

    def on_to(self) -> None:
        """A redirection to the address in the query: /to?where=…"""
        self.redirect(parse_qs(urlsplit(self.path).query)["where"][0])

    def on_refresh_to(self) -> None:
        """A page that says nothing and leads on: /refresh-to?where=…"""
        where = parse_qs(urlsplit(self.path).query)["where"][0]
        self.reply(f"<html><head><meta http-equiv='refresh' content='0; url={where}'></head></html>".encode())

    def on_refresh_loop(self) -> None:
        number = int(urlsplit(self.path).query or 0)
        self.reply(f"<meta http-equiv='refresh' content='0; url=/refresh-loop?{number + 1}'>".encode())

    def on_refresh_drip(self) -> None:
        self.reply(b"<meta http-equiv='refresh' content='0; url=/drip'>")

    # ---- in an article's place

    def on_sign_in(self) -> None:
        self.reply(LOGIN.encode())

    def on_portal(self) -> None:
        self.reply(PORTAL.encode())

    def on_elsewhere_sign_in(self) -> None:
        self.redirect(f"http://127.0.0.2:{self.server.server_address[1]}/sign-in")

    def on_soft_404(self) -> None:
        self.reply(GONE.encode())

    def on_soft_404_home(self) -> None:
        self.reply(GONE.replace("<title>", "<meta http-equiv=refresh content='3;url=/'><title>").encode())

    def on_robot_check(self) -> None:
        self.reply(CHECK.encode())

    def on_gone_home(self) -> None:
        self.redirect("/")

    def on_closed(self) -> None:
        self.reply("<meta charset=utf-8><title>云岭网</title><p>网站正在升级维护，请稍后访问。</p>".encode())
