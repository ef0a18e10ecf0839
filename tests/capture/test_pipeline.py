"""Capturing as a user sees it: what is kept of a link, a file or given bytes."""



import hashlib
import threading
from dataclasses import replace

import pytest

from reader.capture import capture, extract_again
from reader.model.article import Fetch, Recipe
from reader.model.blocks import BlockKind
from reader.model.errors import CancelledError, CaptureError

from .extraction import SECOND


def test_a_link_with_its_image(server, parser, limits, page, body, picture):
    steps: list[str] = []
    url = server.url("hop")
    article = capture(url, parser=parser, limits=limits, progress=lambda step, done, total: steps.append(step))
    found = article.metadata
    assert (found.title, found.published, found.source, found.author) == (
        "青禾县：小网格托起大民生",
        "2025-03-18",
        "云岭日报",
        "林青",
    )
    assert (found.url, found.site, found.language, article.encoding) == (url, "127.0.0.1", "zh", "utf-8")
    assert tuple(block.text for block in article.blocks if block.text) == body
    sha256 = hashlib.sha256(picture).hexdigest()
    assert [block.image for block in article.blocks if block.kind is BlockKind.IMAGE] == [sha256]
    assert [(each.sha256, each.media_type, each.width, each.src) for each in article.images] == [
        (sha256, "image/png", 60, server.url("image.png"))
    ]
    assert f'src="lib:{sha256}"' in article.html
    assert article.image_sources == (server.url("image.png"),)
    assert article.fetch.raw == page.encode()
    assert article.fetch.fetched.endswith("Z")
    assert dict(article.fetch.headers)["Content-Type"] == "text/html"
    assert set(steps) == {"fetch", "extract", "images"}
    referers = [headers.get("Referer") for path, headers in server.seen if path == "/image.png"]
    assert referers == [server.url("page")]
    assert not article.truncated


def test_without_images_nothing_else_is_fetched(server, parser, limits):
    article = capture(server.url("page"), parser=parser, limits=limits, images=False)
    assert [path for path, _ in server.seen] == ["/page"]
    assert article.images == ()
    assert article.image_sources == (server.url("image.png"),)
    assert "lib:" not in article.html
    assert "src=" not in article.html


def test_a_wrongly_declared_page(server, parser, limits, body):
    article = capture(server.url("lying"), parser=parser, limits=limits, images=False)
    assert article.encoding == "gb18030"
    assert article.text.replace("\n\n", "\n") == "\n".join(body)


def test_what_the_user_says_wins(parser, tmp_path, page):
    path = tmp_path / "saved.html"
    path.write_bytes(page.encode("gb18030"))
    article = capture(
        str(path),
        url="http://www.yunling.example/a.html",
        title="我的标题",
        source_name="县报",
        parser=parser,
        images=False,
    )
    assert article.metadata.title == "我的标题"
    assert article.metadata.source == "县报"
    assert (article.metadata.url, article.metadata.site) == ("http://www.yunling.example/a.html", "yunling.example")
    assert article.image_sources == ("http://www.yunling.example/image.png",)


def test_a_text_without_a_title_line_is_named_by_its_first_words(parser):
    article = capture("-", data="今天去了东岭镇，看了三个网格。\n收获很大，记在这里。".encode(), parser=parser)
    assert article.metadata.title == "今天去了东岭镇，看了三个网格。"
    assert article.text.count("\n") == 1


def test_cancelled_before_it_begins(server, parser, limits, page):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        capture(server.url("page"), parser=parser, limits=limits, cancel=cancel)
    with pytest.raises(CancelledError):
        capture("-", data=page.encode(), parser=parser, cancel=cancel)


def test_the_same_page_gives_the_same_text(parser, page):
    one, two = (capture("-", data=page.encode(), parser=parser) for _ in range(2))
    assert (one.sha256, one.blocks, one.html) == (two.sha256, two.blocks, two.html)


NOTED = "附记：本文依据区民政局提供的材料整理，数据截至2026年3月底，个别数据为初步统计。"


def test_a_rule_gives_way_where_the_page_has_nothing_by_it(parser, page):
    marked = page.replace("</body>", f'<div id="note"><p>{NOTED}</p></div></body>').encode()
    plain = capture("page.html", data=marked, parser=parser)
    ruled = capture("page.html", data=marked, parser=parser, rule="#note")
    assert (ruled.text, ruled.recipe) == (NOTED, Recipe(None, "#note"))
    for rule in ("#gone", "div >"):
        passed = capture("page.html", data=marked, parser=parser, rule=rule)
        assert (passed.text, passed.recipe) == (plain.text, Recipe())
    with pytest.raises(CaptureError, match="body_not_found"):
        capture("page.html", data=marked, parser=parser, body="#gone", rule="#note")


def test_what_was_captured_is_extracted_again_with_all_that_was_kept(parser, page):
    marked = page.replace("</body>", f'<div id="note"><p>{NOTED}</p></div></body>').encode()
    first = capture("page.html", data=marked, url="https://example.org/a/page.html", parser=parser, images=False)
    second = Fetch(f"<p>{SECOND}</p>".encode(), "text/html", "2026-11-02T08:00:01Z")
    kept = replace(first, pages=(second,))
    again = extract_again(kept, {}, Recipe("utf-8", "#note"), parser)
    assert (again.text, again.recipe) == (f"{NOTED}\n{SECOND}", Recipe("utf-8", "#note"))
    assert (again.fetch, again.pages, again.metadata.url) == (first.fetch, (second,), first.metadata.url)
    assert extract_again(kept, {}, Recipe(), parser).text == f"{first.text}\n{SECOND}"
