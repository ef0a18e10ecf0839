"""The images of an article."""

import threading

import pytest

from reader.capture import capture, images
from reader.model.blocks import BlockKind
from reader.model.errors import CancelledError


def test_only_real_pictures_are_stored(server, parser, limits):
    article = capture(server.url("gallery"), parser=parser, limits=limits)
    assert [each.src for each in article.images] == [server.url("image.png")]
    assert article.text.count("这里是正文") == 6
    assert "file:" not in article.html


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


@pytest.fixture
def beside(tmp_path, picture):
    """A folder with an image, as beside a saved page."""
    (tmp_path / "one.png").write_bytes(picture)
    (tmp_path / "large.png").write_bytes(b"\x89PNG" + b"\0" * images.SIZE_LIMIT)
    return images.ImageSources(folder=tmp_path)


def test_each_address_is_fetched_once_and_a_missing_one_is_no_error(parser, beside):
    told = []
    addresses = ["one.png", "missing.png", "one.png?v=2#top", "one.png", "large.png"]
    found = images.fetch_images(addresses, parser, beside, progress=lambda done, total: told.append((done, total)))
    assert list(found) == ["one.png", "one.png?v=2#top"]
    assert len({each.sha256 for each in found.values()}) == 1, "one image under two addresses"
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_no_more_than_the_limit(parser, beside, monkeypatch):
    monkeypatch.setattr(images, "COUNT_LIMIT", 2)
    found = images.fetch_images([f"one.png?{number}" for number in range(9)], parser, beside)
    assert list(found) == ["one.png?0", "one.png?1"]
    monkeypatch.setattr(images, "COUNT_LIMIT", 100)
    monkeypatch.setattr(images, "TOTAL_LIMIT", 1)
    assert len(images.fetch_images([f"one.png?{number}" for number in range(9)], parser, beside)) <= 4


def test_cancelling_ends_it(parser, beside):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        images.fetch_images(["one.png"], parser, beside, cancel=cancel)


def test_a_server_that_looks_at_the_referer(site, parser, limits, picture):
    said = (
        "<p>近年来，青禾区把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户。</p>",
        "<p>下一步，区里将把办理时限公布在小区门口，请居民监督，让小事不出网格就能办好。</p>",
    )
    names = ("/图 1.png", "/login.png", "/dot.gif", f"//127.0.0.1:{site.server_address[1]}/2.png", "/图 1.png")
    images = "".join(f"<p><img src='{name}' alt='图{number}'></p>" for number, name in enumerate(names))
    body = f"<div class=TRS_Editor>{said[0]}{images}{said[1]}</div>"
    page = site.put("/a/b.html", f"<title>图说</title><h1>图说网格</h1>{body}")
    site.put("/图 1.png", picture, "image/png")
    site.put("/2.png", picture + b"\0", "text/plain")
    site.put("/login.png", "<html>hotlink</html>", "image/png")
    dot = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")
    site.put("/dot.gif", dot, "image/gif")
    article = capture(page, parser=parser, limits=limits)
    blocks = [block for block in article.blocks if block.kind is BlockKind.IMAGE]
    assert [(bool(block.image), block.alt) for block in blocks] == [
        (True, "图0"), (False, "图1"), (False, "图2"), (True, "图3"), (True, "图4"),
    ]  # fmt: skip
    assert len(article.image_sources) == len(blocks)
    asked = [path for path, _ in site.asked[1:]]
    assert sorted(asked) == sorted(set(asked)), "each address once"
    assert {referer for _, referer in site.asked[1:]} == {page}
