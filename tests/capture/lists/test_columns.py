"""List pages as portals make them: which links are the list, what they are called, when they are from."""

# ruff: noqa: E501  lists of cases and pages are read by rows

import time

import pytest

from reader.capture.lists.columns import read_column

URL = "http://www.yunling.example/zwgk/tzgg/index.html"
TITLES = [f"关于推进青禾区第{n}网格党建引领基层治理工作的通知" for n in range(1, 7)]
NAV = "<div class=nav><a href='/'>首页</a><a href='/xw/'>新闻中心</a><a href='/zw/'>政务公开</a><a href='/fw/'>办事服务</a></div>"
FOOT = "<div class=footer><a href='http://a.example/'>云岭市人民政府门户网站</a><a href='http://b.example/'>青禾区人民政府</a><a href='http://c.example/'>云岭市纪律检查委员会</a></div>"


def read(body: str, head: str = "", url: str = URL) -> dict:
    return read_column(f"<html><head><title>通知公告-云岭市人民政府</title>{head}</head><body>{NAV}{body}{FOOT}</body></html>", url)


def rows(form: str) -> str:
    """A row for each title: {t} title, {n} number, {d} day, {c} the title cut."""
    return "".join(form.format(t=title, n=n, d=n, c=title[:10] + "…") for n, title in enumerate(TITLES, 1))


DATED = {
    "list": "<ul>" + rows("<li><a href='/c/{n}.html'>{t}</a><span>2026-03-0{d}</span></li>") + "</ul>",
    "cut": "<ul>" + rows("<li><a href='/c/{n}.html' title='{t}'>{c}</a><em>[2026/03/0{d}]</em></li>") + "</ul>",
    "title attribute of TRS": "<ul>" + rows("<li><a href='/c/{n}.html' title='标题：{t}&#10;发布时间：2026-03-0{d}'>{c}</a> 2026.3.{d}</li>") + "</ul>",
    "date first": "<ul>" + rows("<li><i>2026年3月{d}日</i><a href='/c/{n}.html'>·{t}</a></li>") + "</ul>",
    "date in the link": "<ul>" + rows("<li><a href='/c/{n}.html'>{t}<span>2026-03-0{d}</span></a></li>") + "</ul>",
    "rows of a table": "<table><tr><th>标题</th><th>日期</th></tr>" + rows("<tr><td>{n}</td><td><a href='/c/{n}.html'>{t}</a></td><td>2026-03-0{d}</td></tr>") + "</table>",
    "definitions": "<dl>" + rows("<dt>2026-03-0{d}</dt><dd><a href='/c/{n}.html'>{t}</a></dd>") + "</dl>",
    "lines": "<div>" + rows("<a href='/c/{n}.html'>{t}</a> (2026-03-0{d})<br>") + "</div>",
    "a category before": "<ul>" + rows("<li>[<a href='/zc/'>政策</a>] <a href='/c/{n}.html'>{t}</a> 2026-03-0{d}</li>") + "</ul>",
    "cards": rows("<div class=item><a href='/c/{n}.html'><img src=x></a><h3><a href='/c/{n}.html'>{t}</a></h3><p>摘要，摘要。</p><a href='/c/{n}.html'>查看详情</a><p>发布时间：2026-03-0{d} 09:00</p></div>"),
    "calendar leaves": rows("<a href='/c/{n}.html'><div><b>0{d}</b><i>2026-03</i></div><div><p>{t}</p><p>摘要，摘要。</p></div></a>"),
    "odd and even": "<ul>" + rows("<li class='row{n} {n}'><a href='/c/{n}.html'>{t}</a><span>2026-03-0{d}</span></li>") + "</ul>",
    "groups of two": "".join(f"<ul>{each}</ul><hr>" for each in rows("<li><a href='/c/{n}.html'>{t}</a><span>2026-03-0{d}</span></li>|").split("|") if each),
    "Hanweb": "<div id=7><script type='text/xml'><datastore><recordset>" + rows("<record><![CDATA[<li><a href='/c/{n}.html'>{t}</a><span>2026-03-0{d}</span></li>]]></record>") + "</recordset></datastore></script></div>",
    "UCAP": "<div class='list-box'><div class='news_box'>" + rows("<li><h4><a target=_blank href='/c/{n}.html'>{t}</a><span class='date'>2026-03-0{d}</span></h4></li>") + "</div></div>",
}


@pytest.mark.parametrize("name", DATED)
def test_every_make_of_list(name):
    assert read(DATED[name])["entries"] == [
        [title, f"http://www.yunling.example/c/{n}.html", f"2026-03-0{n}"] for n, title in enumerate(TITLES, 1)
    ]


@pytest.mark.parametrize(
    "form",
    ["../202603/t2026030{d}_{n}.html", "/2026-03/0{d}/c_{n}.htm", "/n1/2026/030{d}/c1-{n}.html", "/art/2026/3/{d}/art_1_{n}.html"],
)
def test_dates_in_addresses(form):
    found = read("<ul>" + rows("<li><a href='" + form + "'>{t}</a></li>") + "</ul>")["entries"]
    assert [date for _, _, date in found] == [f"2026-03-0{n}" for n in range(1, 7)]


def test_a_date_without_a_year_takes_that_of_the_address():
    found = read("<ul>" + rows("<li><a href='/202512/t20251201_{n}.html'>{t}</a><span>12-0{d}</span></li>") + "</ul>")
    assert [date for _, _, date in found["entries"]] == [f"2025-12-0{n}" for n in range(1, 7)]
    assert {d for _, _, d in read("<ul>" + rows("<li><a href='/c/{n}.html'>{t}</a><span>03-0{d}</span></li>") + "</ul>")["entries"]} == {None}


def test_the_list_and_not_its_neighbours():
    side = "<div class=hot><ul>" + "".join(f"<li><a href='/h/{n}.html'>热门：青禾区工作简报第{n}期</a></li>" for n in range(5)) + "</ul></div>"
    found = read(f"{side}<div class=main>{DATED['list']}<p><a href='/more'>更多&gt;&gt;</a><a href='index_2.html'>2</a><a href='index_1.html'>下一页</a></p></div>")
    assert [title for title, _, _ in found["entries"]] == TITLES


def test_the_top_story_of_the_list_leads_it():
    top = "<div class=top><h2><a href='/c/0.html'>青禾区召开基层治理现场推进会</a></h2><p>2026-03-09</p></div>"
    found = read(f"<div>{top}{DATED['cards']}</div>")["entries"]
    assert found[0] == ["青禾区召开基层治理现场推进会", "http://www.yunling.example/c/0.html", "2026-03-09"] and len(found) == 7


def test_without_dates_the_long_titles_are_the_list():
    found = read("<ul class=x>" + rows("<li><a href='/c/{n}.html'>{t}</a></li>") + "</ul>")
    assert [entry[0] for entry in found["entries"]] == TITLES


def test_each_address_once():
    twice = DATED["list"] + DATED["list"].replace("/c/1.html", "/c/1.html#top")
    assert len(read(twice)["entries"]) == 6


@pytest.mark.parametrize("body", ["", "<p>没有列表。</p>", "<p>正文里有<a href='/x.html'>一个很长很长很长的链接文字</a>。</p>"])
def test_a_page_without_a_list(body):
    assert read(body)["entries"] == []


@pytest.mark.parametrize(
    ("pager", "path"),
    [
        ("<a href='index_1.html'>下一页</a>", "/zwgk/tzgg/index_1.html"),
        ("<a href='?page=2'>后一页&gt;</a>", "/zwgk/tzgg/index.html?page=2"),
        ("<b>1</b><a href='index_2.html'>2</a><a href='index_3.html'>3</a>", "/zwgk/tzgg/index_2.html"),
        ('<script>createPageHTML(25, 0, "index", "html");</script>', "/zwgk/tzgg/index_1.html"),
        ("<a href='javascript:go(2)'>下一页</a>", None),
        ("<a href='index.html'>下一页</a>", None),
        ("<a href='/x/'>下一篇</a>", None),
    ],
)
def test_the_next_page_of_the_list(pager, path):
    assert read(DATED["list"] + pager)["next_url"] == (f"http://www.yunling.example{path}" if path else None)


def test_announced_feeds():
    head = "<link rel=alternate type='application/rss+xml' href='/comments/feed'><link rel=alternate type='application/atom+xml' href='/feed'><link rel=alternate hreflang=en href='/en'>"
    assert read("", head)["feeds"] == ["http://www.yunling.example/feed"]


def test_the_title_without_the_site():
    assert read("")["title"] == "通知公告"


def test_addresses_count_from_the_base_element():
    found = read("<ul>" + rows("<li><a href='{n}.html'>{t}</a>2026-03-0{d}</li>") + "</ul>", "<base href='/base/'>")
    assert found["entries"][0][1] == "http://www.yunling.example/base/1.html"


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<li><a href='/c/{n}.html'>青禾区网格化治理工作简报第{n}期</a><span>2026-03-02</span></li>" for n in range(20_000)),
        "<div>" * 3000 + "<a href='/x'>很长很长的标题很长很长的标题</a>" * 3000,
        "<a href='/x'>" + "长" * 1_000_000,
        "<script type='text/xml'>" * 50_000,
        "<a href='" + "a" * 500_000 + "'>标题标题标题标题标题</a>",
    ],
)
def test_hostile_pages_end_soon(body):
    started = time.monotonic()
    assert len(read(body)["entries"]) <= 1000
    assert time.monotonic() - started < 8
