"""Feeds of every kind, broken and hostile ones among them."""

# ruff: noqa: E501  lists of cases and pages are read by rows

import time

import pytest

from reader.capture.lists.feeds import ENTRY_LIMIT, calendar_date, is_feed, read_feed

URL = "http://www.yunling.example/feed/rss.xml"
RSS = """<?xml version="1.0" encoding="gb2312"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>云岭党建在线</title><link>http://www.yunling.example/</link>
<item><title><![CDATA[青禾区：<b>小网格</b>托起大民生]]></title><link>/c/1.html</link><pubDate>Mon, 02 Mar 2026 23:30:00 +0800</pubDate></item>
<item><title>三张清单&amp;一支队伍</title><guid>http://www.yunling.example/c/2.html</guid><dc:date>2026-03-01T08:00:00Z</dc:date></item>
<item><title>没有链接</title><guid isPermaLink="false">x7</guid></item>
<item><title>又一次</title><link>http://www.yunling.example/c/1.html</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://www.yunling.example/blog/"><title type="text">治理笔记</title>
<link rel="next" href="/feed?page=2"/><link rel="self" href="/feed"/>
<entry><title type="html">&lt;em&gt;敲门日&lt;/em&gt;制度</title><link rel="enclosure" href="/x.mp3"/><link rel="alternate" href="1.html"/>
<updated>2026-03-05T00:00:00Z</updated><published>2026-03-02T00:00:00+08:00</published></entry>
<entry><title>三项补贴</title><link href="https://b.example/2"/><updated>2026-03-01T00:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>要闻</title></channel><item rdf:about="http://www.yunling.example/3.html"><title>入户走访</title></item></rdf:RDF>"""


def test_rss():
    assert read_feed(RSS, URL) == {
        "title": "云岭党建在线",
        "entries": [
            ["青禾区：小网格托起大民生", "http://www.yunling.example/c/1.html", "2026-03-02"],
            ["三张清单&一支队伍", "http://www.yunling.example/c/2.html", "2026-03-01"],
        ],
        "next_url": None,
    }


def test_atom():
    assert read_feed(ATOM, URL) == {
        "title": "治理笔记",
        "entries": [
            ["敲门日制度", "http://www.yunling.example/blog/1.html", "2026-03-02"],
            ["三项补贴", "https://b.example/2", "2026-03-01"],
        ],
        "next_url": "http://www.yunling.example/feed?page=2",
    }


def test_rdf():
    assert read_feed(RDF, URL)["entries"] == [["入户走访", "http://www.yunling.example/3.html", None]]


def test_rss_0_91_with_its_doctype():
    old = '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/x.dtd"><rss version="0.91"><channel><title>旧</title><item><title>标题</title><link>http://a.example/1</link></item></channel></rss>'
    assert is_feed(old) and read_feed(old, None)["entries"] == [["标题", "http://a.example/1", None]]


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, "\ufeff\n" + RSS])
def test_what_a_feed_looks_like(text):
    assert is_feed(text)


@pytest.mark.parametrize("text", ["<html><body><p>介绍 <rss> 的用法</p></body></html>", "正文", "", "<!DOCTYPE html><title>x</title>"])
def test_what_is_none(text):
    assert not is_feed(text)


def test_broken_feeds_are_read_as_far_as_they_go():
    broken = RSS.replace("&amp;", "&").replace("</channel></rss>", "").replace("三张清单", "三张&nbsp;清单\x0b")
    assert [title for title, _, _ in read_feed(broken, URL)["entries"]] == ["青禾区：小网格托起大民生", "三张 清单&一支队伍"]
    assert read_feed("<rss", URL)["entries"] == read_feed("", URL)["entries"] == []


def test_links_that_are_no_web_addresses_are_left_out():
    items = "".join(f"<item><title>标题</title><link>{link}</link></item>" for link in ("javascript:x()", "file:///etc/passwd", "", "http://[::1", "http://a.example/1"))
    assert [url for _, url, _ in read_feed(f"<rss><channel>{items}</channel></rss>", URL)["entries"]] == ["http://a.example/1"]


def test_entities_are_not_expanded_and_nothing_is_read():
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{levels}<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><title>&l11;</title><item><title>标题&f;</title><link>http://a.example/1</link></item></channel></rss>'
    started = time.monotonic()
    found = read_feed(bomb, URL)
    assert time.monotonic() - started < 1
    assert "root:" not in str(found) and len(str(found)) < 300
    assert found["entries"][0][1] == "http://a.example/1"
    in_attribute = bomb.replace("<link>http://a.example/1</link>", '<link href="http://a.example/&l2;"/>')
    assert "lol" not in str(read_feed(in_attribute, URL)["entries"])


@pytest.mark.parametrize("junk", ["<" * 500_000, "<!DOCTYPE [" * 50_000, "&&&" * 300_000, "<a>" * 200_000, "<![CDATA[" * 100_000, "x" * 1_000_000])
def test_junk_is_quick(junk):
    started = time.monotonic()
    read_feed(f"<rss><channel><title>{junk}", URL)
    assert time.monotonic() - started < 5


def test_a_hundred_thousand_items_are_a_thousand():
    items = "".join(f"<item><title>{n}</title><link>/{n}</link></item>" for n in range(100_000))
    started = time.monotonic()
    entries = read_feed(f"<rss><channel>{items}</channel></rss>", URL)["entries"]
    assert len(entries) == ENTRY_LIMIT and time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 02 Mar 2026 08:00:00 GMT", "2026-03-02"),
        ("2 Mar 2026 23:59:00 -0500", "2026-03-02"),
        ("2026-03-02T23:30:00+08:00", "2026-03-02"),
        (" 2026-03-02 08:00", "2026-03-02"),
        ("2026年3月2日", "2026-03-02"),
        ("2026/3/2 8:00", "2026-03-02"),
        ("2026-13-02", None),
        ("", None),
        ("昨天", None),
    ],
)
def test_dates(written, day):
    assert calendar_date(written) == day
