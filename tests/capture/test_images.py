"""The images of an article."""

import threading

import pytest

from reader.capture import capture, images
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
