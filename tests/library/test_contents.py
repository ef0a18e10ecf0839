"""What a version holds, and damage that is noticed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library import Library
from reader.model.article import CapturedArticle
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
