"""Where the bytes come from."""

import os
from dataclasses import replace

# ruff: noqa: E501  lists of cases are read by rows
import pytest

from reader.capture import capture
from reader.capture.fetch import Download
from reader.capture.sources import _refresh, load
from reader.model.errors import CaptureError

from .conftest import told


def test_a_page_that_only_says_where_it_moved(server, parser, limits, body):
    article = capture(server.url("moved"), parser=parser, limits=limits)
    assert article.metadata.url == server.url("moved")
    assert article.text.startswith(body[0])


def test_a_file_has_no_address(parser, tmp_path, page):
    path = tmp_path / "saved.html"
    path.write_bytes(page.encode())
    article = capture(str(path), parser=parser)
    assert (article.metadata.url, article.metadata.site, article.images) == (None, None, ())


def test_a_password_in_a_link_is_not_kept(server, parser, limits):
    url = server.url("page").replace("http://", "http://user:secret@")
    article = capture(url, parser=parser, limits=limits, images=False)
    assert article.metadata.url == server.url("page")


def test_files_that_are_none(parser, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    cases = {
        tmp_path / "missing.html": "file_missing",
        tmp_path: "file_is_folder",
        pipe: "file_unreadable",
        tmp_path / ("x" * 300): "file_missing",
        f"{tmp_path}/a\0b": "file_missing",
    }
    for path, code in cases.items():
        with pytest.raises(CaptureError) as caught:
            capture(str(path), parser=parser)
        assert caught.value.code == code
        told(caught.value)


def test_a_file_without_permission(parser, tmp_path):
    path = tmp_path / "closed.html"
    path.write_text("<p>x</p>", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(CaptureError) as caught:
        capture(str(path), parser=parser)
    assert caught.value.code == "file_forbidden"


def test_given_bytes_are_not_fetched(limits):
    found = load("notes/报告.html", url=None, data=b"<p>x</p>", limits=limits)
    assert (found.name, found.url, found.folder, found.fetch.raw) == ("报告.html", None, None, b"<p>x</p>")
    assert load("-", url="http://www.qinghe.example/一", data=b"x", limits=limits).base == "http://www.qinghe.example/%E4%B8%80"


@pytest.mark.parametrize("source", ["file", "data"])
def test_what_is_too_large_is_not_read(limits, tmp_path, source):
    (tmp_path / "large.txt").write_bytes(b"x" * 2_000_000)
    data = b"x" * 2_000_000 if source == "data" else None
    with pytest.raises(CaptureError) as caught:
        load(str(tmp_path / "large.txt"), url=None, data=data, limits=replace(limits, file_size=1024 * 1024))
    assert (caught.value.code, caught.value.data["limit"]) == ("too_large", 1)


def test_a_file_may_be_called_like_a_link(limits, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "www.qinghe.example").write_bytes(b"a file")
    assert load("www.qinghe.example", url=None, data=None, limits=limits).fetch.raw == b"a file"


def page_that_moves(target: str, more: str = "") -> bytes:
    return f"<html><META HTTP-EQUIV=\"Refresh\" content='1;URL={target}'>{more}</html>".encode()


@pytest.mark.parametrize(
    ("page", "target"),
    [
        (page_that_moves("/page"), "http://www.qinghe.example/page"),
        (page_that_moves("b.html"), "http://www.qinghe.example/a/b.html"),
        (page_that_moves("https://news.qinghe.example/"), "https://news.qinghe.example/"),
        (page_that_moves("file:///etc/passwd"), None),
        (page_that_moves("javascript:alert(1)"), None),
        (page_that_moves("http://[::1"), None),
        (page_that_moves("/a/index.html"), None),
        (page_that_moves("/page", "<p>基层治理。</p>" * 400), None),
        (b"<meta http-equiv=refresh content='600'><p>x</p>", None),
    ],
    ids=["to a path", "beside", "to another site", "to a file", "to a script", "to nothing", "to itself", "with a text", "by time"],
)
def test_where_a_page_leads_on(page, target):
    assert _refresh(Download(page, "http://www.qinghe.example/a/index.html", "text/html", (), False)) == target
