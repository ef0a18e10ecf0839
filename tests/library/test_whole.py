"""A library read out while others write, and written all or not at all."""

import pytest
from tests.library.conftest import Capture
from tests.whole_library import fill, picture, rows

from reader.library import Library


class Nothing:
    """A sink that keeps nothing."""

    def has(self, folder: str, sha256: str) -> bool:
        return False

    def put(self, folder: str, data: bytes, media_type: str = "") -> str:
        import hashlib

        return hashlib.sha256(data).hexdigest()


def test_what_is_read_is_one_moment_of_the_library(library: Library, capture: Capture) -> None:
    first = library.articles.add(capture("青禾区", "一段。")).id
    with library.whole.reading() as dump:
        assert dump.shelves()["articles"] == [first]
        library.articles.edit(first, title="改了")
        library.articles.add(capture("莲湖县", "二段。"))
        assert dump.shelves()["articles"] == [first]
        assert dump.article(first, Nothing())["metadata"]["title"] == "青禾区"


def test_an_error_while_merging_leaves_the_library_as_it_was(library: Library) -> None:
    fill(library)
    before = rows(library)
    with library.whole.reading() as dump:
        shelves = dump.shelves()
    with pytest.raises(KeyError), library.whole.merging(None, shelves["articles"]) as merge:  # type: ignore[arg-type]
        from reader.library import shapes

        shelves["collections"].append({"id": 99, "name": "新的", "date": None, "participants": ""})
        merge.shelves(shapes.checked(shelves, shapes.Shelves))
        assert merge.done.collections == 1
        raise KeyError
    assert rows(library) == before


def test_a_stored_picture_is_known_by_its_checksum(library: Library) -> None:
    fill(library)
    assert library.whole.image(picture().sha256) == ("image/png", 40, 30)
    assert library.whole.image("0" * 64) is None
