"""Tags and collections."""

from typing import Any

import pytest

from reader.library import Library
from reader.model.article import Collection
from reader.model.errors import LibraryError, NotFoundError


@pytest.fixture
def two(library: Library, capture: Any) -> list[str]:
    return [library.articles.add(capture(title, "文")).id for title in "甲乙"]


def test_tags_live_as_long_as_something_bears_them(library: Library, two: list[str], mark: Any) -> None:
    library.articles.tag(two, [" 学习 ", "学习", "", "基层\n治理"])
    assert library.articles.get(two[0]).tags == ("学习", "基层 治理")
    note = library.annotations.add(mark(two[0], tags=("批注专用", "学习")))
    assert library.tags.names() == sorted(["学习", "基层 治理", "批注专用"])
    library.articles.untag(two, ["学习", "没有的"])
    assert "学习" in library.tags.names(), "the annotation still bears it"
    library.annotations.purge([note.id])
    assert library.tags.names() == ["基层 治理"]


def test_renaming_a_tag_onto_another_merges_them(library: Library, two: list[str], mark: Any) -> None:
    library.articles.tag([two[0]], ["党建", "治理"])
    library.articles.tag([two[1]], ["治理"])
    note = library.annotations.add(mark(two[1], tags=("治理",)))
    library.tags.rename("治理", "党建")
    assert library.articles.counts().tags == {"党建": 2}
    assert library.annotations.get(note.id).tags == ("党建",)
    library.tags.rename("党建", "党建")
    assert library.tags.names() == ["党建"]
    library.tags.delete("党建")
    assert library.articles.get(two[0]).tags == ()
    with pytest.raises(NotFoundError) as caught:
        library.tags.delete("党建")
    assert caught.value.code == "tag_not_found"
    with pytest.raises(NotFoundError):
        library.tags.rename("没有", "有")


def test_a_name_may_not_be_empty(library: Library, two: list[str]) -> None:
    library.articles.tag(two, ["治理"])
    for write in (lambda: library.tags.rename("治理", " "), lambda: library.collections.add("\n")):
        with pytest.raises(LibraryError) as caught:
            write()
        assert caught.value.code == "name_empty"
    assert library.tags.names() == ["治理"]


def test_collections(library: Library, two: list[str]) -> None:
    meeting = library.collections.add("十一月例会")
    assert meeting == Collection(meeting.id, "十一月例会")
    library.articles.collect(two, "十一月例会")
    library.articles.collect(two, "十一月例会")
    edited = library.collections.edit(meeting.id, date="2026-11-30", participants="王、李")
    assert edited == Collection(meeting.id, "十一月例会", 2, "2026-11-30", "王、李")
    library.articles.delete([two[0]])
    assert library.collections.list()[0].articles == 1, "the trash does not count"
    assert library.collections.rename(meeting.id, "十二月例会").name == "十二月例会"
    library.articles.uncollect([two[1]], "十二月例会")
    assert library.collections.list()[0].articles == 0
    with pytest.raises(LibraryError) as caught:
        library.collections.add("十二月例会")
    assert caught.value.code == "collection_exists"
    library.collections.delete(meeting.id)
    assert library.collections.list() == []
    assert library.articles.get(two[1])
    with pytest.raises(NotFoundError) as missing:
        library.collections.rename(meeting.id, "x")
    assert missing.value.code == "collection_not_found"
