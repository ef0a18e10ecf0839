"""Capturing as a user sees it: what is kept of a link, a file or given bytes."""

# ruff: noqa: E501  lists of cases are read by rows

import hashlib
import threading

import pytest

from reader.capture import capture
from reader.model.blocks import BlockKind
from reader.model.errors import CancelledError


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


def test_a_page_that_only_says_where_it_moved(server, parser, limits, body):
    article = capture(server.url("moved"), parser=parser, limits=limits)
    assert article.metadata.url == server.url("moved")
    assert article.text.startswith(body[0])


def test_without_images_nothing_else_is_fetched(server, parser, limits):
    article = capture(server.url("page"), parser=parser, limits=limits, images=False)
    assert [path for path, _ in server.seen] == ["/page"]
    assert article.images == ()
    assert article.image_sources == (server.url("image.png"),)
    assert "lib:" not in article.html
    assert "src=" not in article.html


def test_only_real_pictures_are_stored(server, parser, limits):
    article = capture(server.url("gallery"), parser=parser, limits=limits)
    assert [each.src for each in article.images] == [server.url("image.png")]
    assert article.text.count("这里是正文") == 6
    assert "file:" not in article.html


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


def test_a_file_has_no_address(parser, tmp_path, page):
    path = tmp_path / "saved.html"
    path.write_bytes(page.encode())
    article = capture(str(path), parser=parser)
    assert (article.metadata.url, article.metadata.site, article.images) == (None, None, ())


def test_the_images_beside_a_saved_page_are_stored_and_no_other_file(parser, tmp_path, picture):
    folder = tmp_path / "saved"
    (folder / "图说_files").mkdir(parents=True)
    (folder / "图说_files" / "1.png").write_bytes(picture)
    (tmp_path / "private.png").write_bytes(picture)
    (folder / "link.png").symlink_to(tmp_path / "private.png")
    names = [
        "./%E5%9B%BE%E8%AF%B4_files/1.png",
        "../private.png",
        "link.png",
        "/etc/hostname",
        str(tmp_path / "private.png"),
    ]
    images = "".join(f"<p>第{i}段，这里是正文。</p><p><img src='{name}'></p>" for i, name in enumerate(names))
    (folder / "page.html").write_text(f"<title>图说</title><div>{images}<p>完毕，谢谢。</p></div>", encoding="utf-8")
    article = capture(str(folder / "page.html"), parser=parser)
    assert [each.src for each in article.images] == [names[0]]


def test_a_password_in_a_link_is_not_kept(server, parser, limits):
    url = server.url("page").replace("http://", "http://user:secret@")
    article = capture(url, parser=parser, limits=limits, images=False)
    assert article.metadata.url == server.url("page")


def test_markdown(parser):
    text = "# 调研笔记\n\n青禾县**网格**工作。\n\n- 一条\n- 两条\n\n| 镇 | 户 |\n|---|---|\n| 东岭 | 12 |\n\n<script>x</script>\n"
    article = capture("notes.md", data=text.encode(), parser=parser)
    assert article.metadata.title == "调研笔记"
    assert [block.kind for block in article.blocks[:3]] == [
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert "东岭\t12" in article.text
    assert "<script" not in article.html
    assert "**网格**" in article.markdown


def test_plain_text(parser):
    text = "网格工作札记\r\n\r\n　　第一段，写在这里。\r\n　　第二段，也在这里。\r\n"
    article = capture("-", data=text.encode("gb18030"), parser=parser)
    assert article.metadata.title == "网格工作札记"
    assert article.text == "第一段，写在这里。\n第二段，也在这里。"
    assert article.encoding == "gb18030"


def test_a_text_without_a_title_line_is_named_by_its_first_words(parser):
    article = capture("-", data="今天去了东岭镇，看了三个网格。\n收获很大，记在这里。".encode(), parser=parser)
    assert article.metadata.title == "今天去了东岭镇，看了三个网格。"
    assert article.text.count("\n") == 1


def test_a_page_dump(parser):
    dump = (
        "云岭政务网\n当前位置：首页 > 经验交流 > 正文\n青禾县：一网统管见实效\n发布时间：2024-05-06 来源：云岭发布 作者：佚名\n"
        "　　第一段，写的是网格。\n　　第二段，写的是服务。\n原文链接：https://www.yunling.example/info/1.html\n"
        "免责声明：本文来源于网络。\n云岭政务网 版权所有\n"
    )
    article = capture("dump.txt", data=dump.encode(), parser=parser)
    found = article.metadata
    assert (found.title, found.published, found.source, found.author, found.original_url, found.url) == (
        "青禾县：一网统管见实效", "2024-05-06", "云岭发布", None, "https://www.yunling.example/info/1.html", None
    )  # fmt: skip
    assert article.text == "第一段，写的是网格。\n第二段，写的是服务。"


def test_another_charset_can_be_chosen(parser):
    data = "<p>青禾县推进网格工作，成效明显。</p>".encode("big5", "ignore")
    assert capture("-", data=data, parser=parser, encoding="big5").encoding == "big5hkscs"


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
