"""An article read out: its contents go into the sink once, and damage is named."""

import hashlib

import pytest
from tests.whole_library import attachment, fill, picture

from reader.library import Library, consistency, shapes
from reader.model.errors import LibraryError


class Kept:
    """A sink that keeps what it is given, and how often."""

    def __init__(self) -> None:
        self.contents: dict[tuple[str, str], bytes] = {}
        self.put_again = 0

    def has(self, folder: str, sha256: str) -> bool:
        return (folder, sha256) in self.contents

    def put(self, folder: str, data: bytes, media_type: str = "") -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self.put_again += self.has(folder, sha256) and folder in (shapes.IMAGES, shapes.FILES)
        self.contents[folder, sha256] = data
        return sha256


def test_every_content_that_an_article_names_is_in_the_sink(library: Library) -> None:
    sink = Kept()
    for id in fill(library):
        with library.whole.reading() as dump:
            article = consistency.article(dump.article(id, sink))
        assert set(article.references()) <= set(sink.contents)
    assert sink.contents[shapes.IMAGES, picture().sha256] == picture().data
    assert sink.contents[shapes.FILES, attachment().sha256] == attachment().data
    assert sink.put_again == 0


def test_a_damaged_text_is_that_of_the_blocks(library: Library) -> None:
    (id, *_) = fill(library)
    with library.whole.reading() as dump:
        before = dump.article(id, Kept())
    with library._engine.transaction() as connection:
        connection.execute("UPDATE texts SET text = '坏' WHERE version = 1")
    with library.whole.reading() as dump:
        assert dump.article(id, Kept()) == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE bodies SET blocks = x'00' WHERE version = 1",
        "UPDATE images SET data = x'00'",
        "UPDATE files SET data = x'00'",
        "UPDATE pages SET raw = x'00'",
        "UPDATE versions SET metadata = '{' WHERE seq = 1",
        "UPDATE corrections SET data = '[]'",
        "UPDATE annotations SET \"end\" = 100000 WHERE start IS NOT NULL",
    ],
)
def test_what_cannot_be_read_back_names_the_article(library: Library, damage: str) -> None:
    ids = fill(library)
    with library._engine.transaction() as connection:
        connection.execute(damage)
    with pytest.raises(LibraryError) as error, library.whole.reading() as dump:
        for id in ids:
            dump.article(id, Kept())
    assert error.value.code == "article_damaged" and error.value.data["title"]
