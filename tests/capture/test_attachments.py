"""The attachments of a page, from the link to the stored file."""

import hashlib
import threading

import pytest

from reader.capture import attachments, capture
from reader.capture.attachments import FileSources, fetch_attachments, find_attachments
from reader.capture.page import parse_markup
from reader.model.errors import CancelledError

WORDS = "<p>近年来，青禾区把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户，办结事项九百余件。</p>"
PDF = b"%PDF-1.7\n" + b"0" * 100


def article(*links: str) -> str:
    listed = "".join(f"<p>{link}</p>" for link in links)
    body = f"<div class=TRS_Editor>{WORDS}{WORDS}{listed}{WORDS}</div>"
    return f"<title>通知</title><h1>关于开展网格评比的通知</h1>{body}"


def found(markup: str) -> list[list[str]]:
    root, _ = parse_markup(f"<html><body>{markup}</body></html>")
    return find_attachments(root)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("<a href='http://a.example/P0203.doc'>附件1：评分表</a>", "附件1：评分表"),
        ("<a href='http://a.example/a.PDF?t=1'>全文</a>", "全文"),
        ("<a href='http://a.example/down.jsp?name=a.xlsx&id=3'>下载</a>", "下载"),
        ("<a href='http://a.example/DownFile?id=3'>评分表.docx</a>", "评分表.docx"),
        ("<a href='http://a.example/DownFile?id=3'>附件1</a>", "附件1"),
        ("<a href='http://a.example/x/3' title='评分表.wps'>评分表</a>", "评分表"),
        ("<a href='files/评分表.et'><b>评分表</b></a>", "评分表"),
    ],
)
def test_what_leads_to_a_file(link, expected):
    assert [text for _, text in found(link)] == [expected]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='http://a.example/a.html'>附件说明见正文</a>",
        "<a href='http://a.example/page.htm'>通知</a>",
        "<a href='javascript:void(0)'>附件.doc</a>",
        "<a href='file:///etc/a.doc'>附件.doc</a>",
        "<a href='#fj'>附件.doc</a>",
        "<a>附件.doc</a>",
    ],
)
def test_what_leads_elsewhere(link):
    assert found(link) == []


def test_each_address_once_with_the_words_that_name_it():
    links = "<a href=a.doc></a><a href=a.doc>评分表</a><a href=b.doc>b</a>"
    assert found(links) == [["a.doc", "评分表"], ["b.doc", "b"]]


def test_attachments_of_a_page_are_saved_after_its_images(site, parser):
    page = site.put(
        "/notice.html",
        article(
            "附件：<a href='/files/评分 表.doc'>1.评分表</a>",
            "<a href='/down.jsp?id=2'>附件2（点击下载）</a>",
            "<a href='/lost.pdf'>附件3：名单</a>",
            "<a href='/login.pdf'>附件4：须先登录</a>",
            "<img src=/no.png>",
        ),
    )
    site.put("/files/评分 表.doc", b"\xd0\xcf\x11\xe0 doc", "application/octet-stream")
    named = "attachment; filename=名单.pdf".encode("gb18030")
    site.put("/down.jsp?id=2", PDF, "application/octet-stream", Content_Disposition=named)
    site.put("/login.pdf", "<!DOCTYPE html><title>登录</title>")
    steps: list[str] = []
    saved = capture(page, parser=parser, progress=lambda step, done, total: steps.append(step))
    assert [(each.name, each.media_type) for each in saved.files] == [
        ("1.评分表.doc", "application/msword"),
        ("名单.pdf", "application/pdf"),
    ]
    assert saved.files[1].sha256 == hashlib.sha256(PDF).hexdigest()
    assert saved.files[1].href == site.url("/down.jsp?id=2")
    assert {referer for path, referer in site.asked if path != "/notice.html"} == {page}
    assert list(dict.fromkeys(steps))[-2:] == ["images", "attachments"]


def test_left_out_with_the_images(site, parser):
    page = site.put("/notice.html", article("<a href='/a.doc'>附件</a>"))
    site.put("/a.doc", b"x")
    assert capture(page, parser=parser, images=False).files == ()
    assert [path for path, _ in site.asked] == ["/notice.html"]


def test_files_beside_a_saved_page(parser, tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "评分表.xlsx").write_bytes(b"PK sheet")
    page = tmp_path / "page.html"
    page.write_text(article("<a href='./files/%E8%AF%84%E5%88%86%E8%A1%A8.xlsx'>附件</a>", "<a href='../a.doc'>b</a>"))
    saved = capture(str(page), parser=parser)
    assert [(each.name, each.data) for each in saved.files] == [("评分表.xlsx", b"PK sheet")]


def test_a_public_page_does_not_lead_into_a_private_network(site):
    link = [site.put("/a.doc", b"x"), "附件"]
    assert fetch_attachments([link], FileSources()) == ()
    assert len(fetch_attachments([link], FileSources(public_only=False))) == 1


def test_no_more_than_the_limits(site, monkeypatch):
    links = [[site.put(f"/{number}.doc", b"x" * 50), ""] for number in range(5)]
    sources = FileSources(public_only=False)
    monkeypatch.setattr(attachments, "COUNT_LIMIT", 3)
    assert len(fetch_attachments(links, sources)) == 3
    monkeypatch.setattr(attachments, "TOTAL_LIMIT", 120)
    assert len(fetch_attachments(links, sources)) == 2
    monkeypatch.setattr(attachments, "SIZE_LIMIT", 49)
    assert fetch_attachments(links, sources) == ()


def test_cancelling_ends_it(site):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        fetch_attachments([[site.put("/a.doc", b"x"), ""]], FileSources(public_only=False), cancel=cancel)


def test_a_list_of_attachments_set_apart_from_the_text(site, parser):
    links = "<li><a href='../files/1.doc'>评分表</a></li><li><a href='/2.pdf'>名单.pdf</a></li>"
    listed = f"<span>附件下载：</span><ul>{links}</ul>"
    others = "<div class=list><a href='/2020/9.doc'>往期通知.doc</a></div>"
    page = site.put("/x/a.html", f"<html><body>{article()}<div class=fj>{listed}</div>{others}</body></html>")
    for path in ("/files/1.doc", "/2.pdf", "/2020/9.doc"):
        site.put(path, PDF, "application/octet-stream")
    saved = capture(page, parser=parser)
    assert [each.name for each in saved.files] == ["评分表.doc", "名单.pdf"]
    assert "往期" not in saved.text
