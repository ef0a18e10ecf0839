"""What a version holds, and damage that is noticed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import Library
from reader.model.article import CapturedArticle, Fetch, Recipe, StoredImage
from reader.model.errors import LibraryError, NotFoundError, ReaderError

Capture = Callable[..., CapturedArticle]


def test_a_version_comes_back_as_it_was_captured(tmp_path: Path, captured: Capture) -> None:
    article = captured("青禾区𬭎书记。", "第二段。")
    with Library.open(tmp_path / "library.db") as library:
        key = library.articles.add(article).id
        content = library.articles.content(key)
        assert (content.blocks, content.html, content.text) == (article.blocks, article.html, article.text)
        assert library.articles.fetch(key) == article.fetch
        assert content.version.sha256 == article.sha256


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_version_that_is_not_there_is_named(tmp_path: Path, captured: Capture, number: int) -> None:
    with Library.open(tmp_path / "library.db") as library:
        key = library.articles.add(captured()).id
        with pytest.raises(NotFoundError):
            library.articles.content(key, number)


def test_a_text_that_was_damaged_is_never_shown_as_if_it_were_whole(tmp_path: Path, captured: Capture) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        key = library.articles.add(captured("青禾区推行网格化治理。")).id
    data = path.read_bytes()
    text = "推行网格".encode()
    assert text in data
    path.write_bytes(data.replace(text, "取消网格".encode()))
    with Library.open(path) as library, pytest.raises(ReaderError) as caught:
        library.articles.content(key)
    assert isinstance(caught.value, LibraryError)


def test_a_version_is_handed_back_whole(tmp_path: Path, captured: Capture) -> None:
    image = StoredImage("ab" * 32, "image/png", 30, 40, b"png", "https://example.org/1.png")
    second = Fetch(b"<p>2</p>", "text/html", "2026-11-02T08:00:01Z", (("A", "b"),), "https://example.org/a_2.html")
    article = replace(
        captured(), images=(image,), image_sources=(image.src, "https://example.org/2.png"), pages=(second,),
        recipe=Recipe("gb18030", "#zoom"), markdown="", truncated=True,
    )  # fmt: skip
    with Library.open(tmp_path / "library.db") as library:
        key = library.articles.add(article).id
        library.articles.add_version(key, captured("另一段。"))
        assert library.articles.captured(key, 1) == article
        assert library.articles.captured(key).text == "另一段。"


def test_images_of_all_versions_are_found_by_their_address(tmp_path: Path, captured: Capture) -> None:
    first, second, changed = (
        StoredImage(mark * 64, "image/png", 30, 40, mark.encode(), f"https://example.org/{name}.png")
        for mark, name in (("a", "1"), ("b", "2"), ("c", "1"))
    )
    with Library.open(tmp_path / "library.db") as library:
        key = library.articles.add(replace(captured(), images=(first, second))).id
        library.articles.add_version(key, replace(captured("另一段。"), images=(changed,)))
        other = library.articles.add(captured("别的文章。", url="https://example.org/b.html")).id
        assert library.articles.images(key) == {second.src: second, changed.src: changed}
        assert library.articles.images(other) == {}
