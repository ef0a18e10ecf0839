"""`links_of` over a loopback server, as its callers see it."""

# ruff: noqa: E501  pages are read by rows

import threading
from dataclasses import replace

import pytest

from reader.capture import links_of
from reader.model.errors import CancelledError, CaptureError
from reader.model.links import LinkEntry, LinkKind

from ..conftest import told

ROWS = "".join(f"<li><a href='/c/{n}.html'>青禾区网格化治理简报第{n}期</a><span>2026-03-0{n}</span></li>" for n in (1, 2, 3))
ANNOUNCED = "<link rel=alternate type='application/rss+xml' href='/rss.xml'>"


def column(rows: str = ROWS, head: str = "") -> str:
    return f"<html><head><title>简报</title>{head}</head><body><ul>{rows}</ul><a href='/list_1.html'>下一页</a></body></html>"


def rss(*items: str) -> str:
    return f"<rss><channel><title>订阅</title>{''.join(items)}</channel></rss>"


def item(number: int, day: str = "<pubDate>Mon, 02 Mar 2026 08:00:00 +0800</pubDate>") -> str:
    return f"<item><title>订阅之{number}</title><link>/f/{number}.html</link>{day}</item>"


@pytest.fixture
def links(server, parser, limits):
    """Lists the links of a path, after these pages were put on the server."""

    def run(pages: dict[str, str], path: str = "list.html", **options):
        server.answers.update({f"/{name}": page for name, page in pages.items()})
        return links_of(server.url(path), parser=parser, **{"limits": limits} | options)

    return run


def test_a_column(links, server):
    steps: list[str] = []
    found = links({"list.html": column()}, progress=lambda step, done, total: steps.append(step))
    assert (found.title, found.url, found.kind) == ("简报", server.url("list.html"), LinkKind.COLUMN)
    assert found.entries[0] == LinkEntry("青禾区网格化治理简报第1期", server.url("c/1.html"), "2026-03-01")
    assert found.next_url == server.url("list_1.html") and found.feed is None
    assert steps[-1] == "links" and "fetch" in steps


def test_a_feed(links, server):
    found = links({"rss.xml": rss(item(1), item(2))}, "rss.xml")
    assert (found.title, found.kind, found.next_url) == ("订阅", LinkKind.FEED, None)
    assert [entry.url for entry in found.entries] == [server.url("f/1.html"), server.url("f/2.html")]


def test_addresses_count_from_where_a_redirect_led(links, server):
    found = links({"go": "-> /news/list.html", "news/list.html": column(ROWS.replace("/c/", "c/"))}, "go")
    assert found.url == server.url("news/list.html") and found.entries[0].url == server.url("news/c/1.html")


def test_a_good_column_stays_and_names_its_feed(links, server):
    found = links({"list.html": column(head=ANNOUNCED), "rss.xml": rss(item(1))})
    assert found.kind is LinkKind.COLUMN and found.feed == server.url("rss.xml")
    assert [path for path, _ in server.seen] == ["/list.html"]


def test_a_page_without_a_list_leads_to_the_feed_it_announces(links, server):
    found = links({"list.html": column("", ANNOUNCED), "rss.xml": rss(item(1))})
    assert (found.kind, found.url, len(found.entries)) == (LinkKind.FEED, server.url("rss.xml"), 1)
    assert server.seen[-1][1]["Referer"] == server.url("list.html")


def test_an_undated_list_gives_way_to_a_dated_feed_only(links):
    undated = column("".join(f"<li><a href='/c/{n}.html'>青禾区网格化治理简报第{n}期</a></li>" for n in (1, 2, 3)), ANNOUNCED)
    assert links({"list.html": undated, "rss.xml": rss(item(1))}).kind is LinkKind.FEED
    assert links({"list.html": undated, "rss.xml": rss(item(1, ""))}).kind is LinkKind.COLUMN
    assert links({"list.html": undated, "rss.xml": "<p>没有了</p>"}).kind is LinkKind.COLUMN
    assert links({"list.html": undated.replace("rss.xml", "gone.xml")}).kind is LinkKind.COLUMN


@pytest.mark.parametrize("page", ["<p>没有列表。</p>", "<rss><channel></channel></rss>", column("", ANNOUNCED.replace("rss", "gone"))])
def test_no_list_is_said(links, server, page):
    with pytest.raises(CaptureError) as caught:
        links({"list.html": page})
    assert caught.value.code == "no_links" and caught.value.data["url"] == server.url("list.html")
    told(caught.value)


@pytest.mark.parametrize(
    ("path", "code"),
    [("missing.html", "fetch_not_found"), ("empty", "empty_source"), ("image.png", "picture_source"), ("silent", "fetch_silent")],
)
def test_trouble_has_its_sentence(links, path, code):
    with pytest.raises(CaptureError) as caught:
        links({}, path)
    assert caught.value.code == code
    told(caught.value)


def test_a_public_list_leads_nobody_into_a_private_network(links, limits):
    rows = ROWS + "<li><a href='http://192.168.1.1/admin.html'>路由器的管理页面在这里</a>2026-03-04</li><li><a href='http://localhost/x'>本机上的一个页面在这里</a>2026-03-04</li>"
    public = replace(limits, private=lambda _address: False)
    assert all("/c/" in entry.url for entry in links({"list.html": column(rows)}, limits=public).entries)
    assert len(links({"list.html": column(rows)}).entries) == 5


def test_an_announced_feed_in_a_private_network_is_not_asked(links, server, limits):
    port = server.server_address[1]
    page = column("", ANNOUNCED.replace("/rss.xml", f"http://127.0.0.2:{port}/rss.xml"))
    only_second = replace(limits, private=lambda address: address == "127.0.0.2")
    with pytest.raises(CaptureError, match="no_links"):
        links({"list.html": page, "rss.xml": rss(item(1))}, limits=only_second)
    assert [path for path, _ in server.seen] == ["/list.html"]


def test_hostile_feeds_are_harmless(links):
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' + rss("<item><title>&b;&f;标题</title><link>/1</link></item>")
    assert len(links({"rss.xml": bomb}, "rss.xml").entries) == 1
    assert len(links({"rss.xml": rss(*map(item, range(20_000)))}, "rss.xml").entries) == 1000
    with pytest.raises(CaptureError, match="no_links"):
        links({"rss.xml": "<rss><channel>" + "<x>" * 300_000}, "rss.xml")


def test_cancelled(links):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        links({}, "silent", cancel=cancel)


def test_a_process_of_its_own_when_none_is_given(server, limits):
    server.answers["/list.html"] = column()
    assert len(links_of(server.url("list.html"), limits=limits).entries) == 3
