"""Split articles, fetched page after page from a loopback server and made one."""

# ruff: noqa: E501  lists of cases and pages are read by rows

import threading
from dataclasses import replace

import pytest

from reader.capture import capture, following, joining
from reader.model.blocks import BlockKind
from reader.model.errors import CancelledError

LINES = ("县委把网格作为基层治理的最小单元，选派网格员，走访群众，收集意见建议，逐一登记造册，限时办结。",
         "各社区党支部轮流坐班，面对面听取居民意见，把问题解决在家门口，把服务送到群众的心坎上，获得好评。",
         "县委有关负责人表示，下一步将继续完善工作机制，推动资源、服务、管理一起下沉到网格之中，抓紧抓实。",
         "驻村第一书记和网格员一道，定期开展入户走访，帮助老人办理各项补贴手续，做到件件有着落、事事有回音。")  # fmt: skip


def paragraphs(number: int) -> list[str]:
    """Four paragraphs of page `number`, each unlike all others."""
    return [f"第{number}部分第{index}点。{line}" for index, line in enumerate(LINES, 1)]


def split_page(number: int, pager: str, *, head: str = "", image: bool = False) -> str:
    """One page of the report."""
    picture = f'<p><img src="/image.png?{number}" width="600"></p>' if image else ""
    text = "".join(f"<p>　　{each}</p>" for each in paragraphs(number))
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾区：小网格托起大民生_云岭新闻网</title></head><body>'
        '<div class="nav"><a href="/">首页</a> <a href="/list_2.html">要闻</a></div>'
        f"<h1>青禾区：小网格托起大民生</h1><div class=info>2026-03-02 09:20 来源：云岭日报</div>"
        f'<div class="content">{head}{text}{picture}<div class="page">{pager}</div></div>'
        '<p>责任编辑：周舟</p><p>上一篇：<a href="/a/122.html">青禾区召开会议</a> 下一篇：<a href="/a/124.html">东岭镇</a></p>'
        "</body></html>"
    )


def pager(address: str, pages: int, present: int) -> str:
    """1 2 3 下一页, as portals write it; `address` has a place {} that is empty on the first page."""

    def of(number: int) -> str:
        return address.format("" if number == 1 else f"_{number}")

    numbers = " ".join(
        f"<span>{n}</span>" if n == present else f'<a href="{of(n)}">{n}</a>' for n in range(1, pages + 1)
    )
    following_page = f'<a href="{of(present + 1)}">下一页</a>' if present < pages else "<span>下一页</span>"
    return f"{numbers} {following_page}"


@pytest.fixture
def split(server, parser, limits):
    """Serves the pages given by path and captures the first: `split({"a/1.html": markup, …}, "a/1.html")`."""

    def run(pages: dict[str, str], first: str, **options):
        server.answers.update({f"/{path}": markup for path, markup in pages.items()})
        return capture(server.url(first), parser=parser, **{"images": False, "limits": limits} | options)

    return run


def texts(article) -> list[str]:
    """The texts of an article's blocks that have any."""
    return [block.text for block in article.blocks if block.text]


def asked(server) -> list[str]:
    """The paths that were asked for, in order."""
    return [path for path, _ in server.seen]


def whole(pages: int) -> list[str]:
    """The paragraphs of all pages."""
    return [text for number in range(1, pages + 1) for text in paragraphs(number)]


def three(address: str = "/a/123{}.html", **options) -> dict[str, str]:
    """A report on three pages."""
    return {
        address.format("" if n == 1 else f"_{n}").strip("/"): split_page(n, pager(address, 3, n), **options)
        for n in (1, 2, 3)
    }


def test_three_pages_become_one_article(split, server):
    steps: list[tuple[str, int, int]] = []
    article = split(three(image=True), "a/123.html", images=True, progress=lambda *step: steps.append(step))
    assert texts(article) == whole(3)
    assert article.metadata.title == "青禾区：小网格托起大民生"
    assert (article.metadata.published, article.metadata.source) == ("2026-03-02", "云岭日报")
    assert article.metadata.url == server.url("a/123.html")
    assert [page.url for page in article.pages] == [server.url("a/123_2.html"), server.url("a/123_3.html")]
    assert "第2部分".encode() in article.pages[0].raw
    assert "第1部分".encode() in article.fetch.raw
    assert not article.truncated
    assert article.markdown.count("部分第") == article.html.count("部分第") == 12
    assert "下一页" not in article.text + article.html + article.markdown
    assert ("pages", 2, 0) in steps
    referers = {path: headers.get("Referer") for path, headers in server.seen if path.startswith("/a/")}
    assert referers["/a/123_2.html"] == server.url("a/123.html")
    assert referers["/a/123_3.html"] == server.url("a/123_2.html")
    images = [block.image for block in article.blocks if block.kind is BlockKind.IMAGE]
    assert len(images) == 3 and all(images)
    assert article.image_sources == tuple(server.url(f"image.png?{n}") for n in (1, 2, 3))
    assert article.html.count(f'src="lib:{images[0]}"') == 3
    places = [next(i for i, b in enumerate(article.blocks) if b.text == paragraphs(n)[-1]) for n in (1, 2, 3)]
    assert [i for i, b in enumerate(article.blocks) if b.kind is BlockKind.IMAGE] == [place + 1 for place in places]


def test_the_same_pages_give_the_same_text(split):
    one, two = split(three(), "a/123.html"), split(three(), "a/123.html")
    assert (one.sha256, one.blocks, one.html) == (two.sha256, two.blocks, two.html)


@pytest.mark.parametrize(
    ("first", "second", "link"),
    [
        ("n1/2026/0302/c1-40001234.html", "n1/2026/0302/c1-40001234-2.html", '<a href="{}">[2]</a>'),
        ("26/0302/10/AB12.html", "26/0302/10/AB12_2.html", '<a href="{}">下一页</a>'),
        ("c_112345.htm", "c_112345_2.htm", '<a href="{}"><img src="/next.gif" alt="下一页" width="60"></a>'),
        ("202603/t20260302_12.shtml", "202603/t20260302_12_1.shtml", '<a href="{}">下一页&gt;&gt;</a>'),
        ("c.html", "c.html?page=2", '<a href="{}">2</a> <a href="{}">下一页</a>'),
        ("art/5.html", "art/5/2.html", '<a href="{}">下一页</a>'),
        ("202603/t20260302_12.html", "202603/t20260302_12_1.html",
         '<script>createPageHTML(2, 0, "t20260302_12", "html");</script>'),
    ],
)  # fmt: skip
def test_how_portals_number_their_pages(split, server, first, second, link):
    pages = {first: split_page(1, link.replace("{}", "/" + second)), second: split_page(2, f'<a href="/{first}">1</a> 2')}
    article = split(pages, first)
    assert texts(article) == whole(2)
    assert not article.truncated


def test_rel_next_in_the_head(split):
    first = split_page(1, "").replace("<head>", '<head><link rel="next" href="/a/1_2.html">')
    assert texts(split({"a/1.html": first, "a/1_2.html": split_page(2, "")}, "a/1.html")) == whole(2)


@pytest.mark.parametrize(
    "links",
    [
        '<a href="/a/124.html">下一页</a>',
        '<a href="/a/124.html">下一篇</a>',
        '<a href="http://other.example/a/123_2.html">下一页</a>',
        '<a href="javascript:next()">下一页</a>',
        '<a href="/a/list_2.html">下一页</a>',
        '<a href="/a/comment/123_2.html">下一页</a>',
        '<a href="/a/123.html?page=2#comments">更多评论</a>',
    ],
)
def test_what_is_not_the_next_page_of_this_article(split, server, links):
    others = {f"a/{name}.html": split_page(2, "") for name in ("124", "list_2", "123_2", "comment/123_2")}
    article = split({"a/123.html": split_page(1, links)} | others, "a/123.html")
    assert texts(article) == whole(1)
    assert article.pages == () and not article.truncated
    assert asked(server) == ["/a/123.html"]


def test_the_pages_of_the_comments_are_not_the_article(split, server):
    comments = "<h3>网友评论</h3><p>写得好，支持。</p><div><a href='/a/123.html?page=2'>2</a> <a href='/a/123.html?page=2'>下一页</a></div>"
    split({"a/123.html": split_page(1, "").replace("</body>", f"{comments}</body>")}, "a/123.html")
    assert asked(server) == ["/a/123.html"]


def test_the_pictures_of_a_gallery_are_not_pages(split, server):
    gallery = "<h1>青禾区春耕图集</h1><div class=content><p><img src='/image.png' width=600></p><p>三月，青禾区的田野里，农机正在耕作。</p>"
    split({"a/9.html": f"<html><body>{gallery}<p>1/12 <a href='/a/9_2.html'>下一页</a></p></div></body></html>"}, "a/9.html")
    assert asked(server) == ["/a/9.html"]


def test_neighbouring_articles_with_numbers_at_their_ends(split, server):
    """t20260302_12 and t20260302_13 are two articles, unless there is a first page t20260302."""
    pages = {f"t20260302_{n}.html": split_page(n, f'<a href="/t20260302_{n + 1}.html">下一页</a>') for n in (12, 13)}
    assert texts(split(pages, "t20260302_12.html")) == paragraphs(12)


def test_one_that_begins_on_a_later_page_goes_on_from_there(split):
    article = split(three(), "a/123_2.html")
    assert texts(article) == paragraphs(2) + paragraphs(3)


def test_a_missing_page_ends_it_and_says_so(split, server):
    pages = three()
    del pages["a/123_3.html"]
    article = split(pages, "a/123.html")
    assert texts(article) == whole(2)
    assert article.truncated and len(article.pages) == 1


def test_a_page_that_leads_to_another_server_ends_it(split, server):
    pages = three()
    pages["a/123_2.html"] = f"-> http://localhost:{server.server_address[1]}/a/123_2.html"
    article = split(pages, "a/123.html")
    assert texts(article) == whole(1) and article.truncated


@pytest.mark.parametrize("links", ['<a href="/a/123_2.html">下一页</a>', '<a href="/a/123.html">下一页</a>'])
def test_pages_that_lead_round_in_a_circle(split, server, links):
    pages = {"a/123.html": split_page(1, '<a href="/a/123_2.html">下一页</a>'), "a/123_2.html": split_page(2, links)}
    article = split(pages, "a/123.html")
    assert texts(article) == whole(2) and not article.truncated
    assert asked(server) == ["/a/123.html", "/a/123_2.html"]


def test_a_last_page_that_leads_back_to_the_first(split, server):
    article = split(three() | {"a/123_3.html": "-> /a/123.html"}, "a/123.html")
    assert texts(article) == whole(2) and not article.truncated and len(article.pages) == 1


def test_a_server_that_has_the_same_text_for_every_number(split, server):
    pages = {f"a/123{end}.html": split_page(1, pager("/a/123{}.html", 9, n)) for n, end in ((1, ""), (2, "_2"), (3, "_3"))}
    article = split(pages, "a/123.html")
    assert texts(article) == whole(1) and article.pages == () and not article.truncated
    assert asked(server) == ["/a/123.html", "/a/123_2.html"]


def test_what_every_page_repeats_stands_once(split):
    lead = "<p><strong>核心提示：青禾区以“一网三联”推进基层治理，三年来成效明显，群众满意度逐年上升。</strong></p>"
    article = split(three(head=lead), "a/123.html")
    assert texts(article)[1:] == whole(3)
    assert texts(article)[0].startswith("核心提示")


def test_no_more_than_fifty_pages(split, server, monkeypatch):
    monkeypatch.setattr(following, "PAGE_LIMIT", 2)
    article = split(three(), "a/123.html")
    assert texts(article) == whole(2) and article.truncated


def test_all_pages_together_have_a_deadline(split, server, monkeypatch):
    monkeypatch.setattr(following, "PATIENCE", 0.0)
    article = split(three(), "a/123.html")
    assert texts(article) == whole(1) and article.truncated
    assert asked(server) == ["/a/123.html"]


def test_cancelling_between_two_pages(split):
    cancel = threading.Event()

    def progress(step: str, done: int, total: int) -> None:
        if step == "pages":
            cancel.set()

    with pytest.raises(CancelledError):
        split(three(), "a/123.html", progress=progress, cancel=cancel)


@pytest.mark.parametrize(("address", "label"), [("/a/123_all.html", "余下全文"), ("/a/123.html?page=all", "在本页阅读全文")])
def test_the_whole_on_one_page_is_preferred(split, server, address, label):
    pages = three()
    pages["a/123.html"] = pages["a/123.html"].replace("下一页</a>", f'下一页</a> <a href="{address}">{label}</a>')
    one = split_page(1, "").replace(
        '<div class="page">', "".join(f"<p>　　{text}</p>" for n in (2, 3) for text in paragraphs(n)) + '<div class="page">'
    )
    article = split(pages | {address.strip("/"): one}, "a/123.html")
    assert texts(article) == whole(3) and article.pages == () and not article.truncated
    assert asked(server) == ["/a/123.html", address]
    assert article.fetch.url == server.url(address.strip("/"))
    assert article.metadata.url == server.url("a/123.html")


def test_a_whole_page_that_is_none_is_left_for_the_pages(split, server):
    pages = three()
    pages["a/123.html"] = pages["a/123.html"].replace("下一页</a>", '下一页</a> <a href="/a/123_all.html">阅读全文</a>')
    assert texts(split(pages | {"a/123_all.html": split_page(7, "")}, "a/123.html")) == whole(3)


def test_given_bytes_and_files_lead_nowhere(server, parser, tmp_path):
    page = split_page(1, pager(server.url("a/123{}.html"), 3, 1))
    (tmp_path / "123.html").write_text(page, encoding="utf-8")
    for source, data in (("-", page.encode()), (str(tmp_path / "123.html"), None)):
        article = capture(source, url=server.url("a/123.html"), data=data, parser=parser, images=False)
        assert texts(article) == whole(1)
    assert server.seen == []


def test_a_public_page_does_not_lead_into_a_private_network(split, server, limits):
    pages = three() | {"a/123_2.html": f"-> http://127.0.0.2:{server.server_address[1]}/a/123_3.html"}
    only_second = replace(limits, private=lambda address: address == "127.0.0.2")
    article = split(pages, "a/123.html", limits=only_second)
    assert texts(article) == whole(1) and article.truncated
    assert asked(server) == ["/a/123.html", "/a/123_2.html"]


def test_all_pages_together_are_no_larger_than_one_may_be(split, server, limits, monkeypatch):
    pages = three()
    size = len(pages["a/123.html"].encode())
    article = split(pages, "a/123.html", limits=replace(limits, size=size * 5 // 2))
    assert texts(article) == whole(2) and article.truncated
    monkeypatch.setattr(joining, "TEXT_LIMIT", 300)
    article = split(pages, "a/123.html")
    assert texts(article) == whole(2) and article.truncated
