"""Annotations."""

from dataclasses import replace
from typing import Any

import pytest

from reader.library import Library
from reader.model.annotation import Kind
from reader.model.errors import NotFoundError


@pytest.fixture
def article(library: Library, capture: Any) -> str:
    return library.articles.add(capture("题", "一二三四五六七八九十")).id


def test_everything_of_an_annotation_is_kept(library: Library, article: str, mark: Any) -> None:
    made = mark(
        article, "三四", 2, kind=Kind.ACTION, note="谁来办\n何时办", tags=("甲", "乙"), owner="王", due="2026-12-01",
        prefix="一二", suffix="五六", passage="1-1",
    )  # fmt: skip
    stored = library.annotations.add(made)
    assert len(stored.id) == 32
    assert stored.created == stored.modified != ""
    assert replace(stored, id="", created="", modified="") == made
    assert library.annotations.get(stored.id) == stored
    assert library.annotations.resolve(stored.id[:20]) == stored.id


def test_text_order_with_notes_on_the_whole_first_and_orphans_last(library: Library, article: str, mark: Any) -> None:
    for quote, start, orphan in (
        ("五", 4, False),
        ("", None, False),
        ("丢", None, True),
        ("一二", 0, False),
        ("一", 0, False),
    ):
        library.annotations.add(mark(article, quote, start, orphan=orphan))
    assert [each.quote for each in library.annotations.list(article)] == ["", "一", "一二", "五", "丢"]
    assert [each.quote for each in library.annotations.list(orphans=True)] == ["丢"]


def test_replacing_keeps_the_id_and_notes_the_time(
    library: Library, article: str, mark: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = library.annotations.add(mark(article, "一二", 0, note="旧注", tags=("甲",)))
    monkeypatch.setattr("reader.library.annotations.now", lambda: "2030-01-01T00:00:00Z")
    changed = library.annotations.replace(replace(stored, kind=Kind.DATA, note="新注", tags=("乙",), end=1, quote="一"))
    assert (changed.id, changed.modified) == (stored.id, "2030-01-01T00:00:00Z")
    assert library.annotations.replace(stored).note == "旧注", "undone"
    assert library.tags.names() == ["甲"]
    assert library.articles.get(article).kinds == (Kind.KEY,)
    with pytest.raises(NotFoundError):
        library.annotations.replace(replace(stored, id="0" * 32))


def test_filters_and_the_trash(library: Library, article: str, mark: Any) -> None:
    first = library.annotations.add(mark(article, "一", 0, tags=("甲",)))
    second = library.annotations.add(mark(article, "二", 1, kind=Kind.DATA))
    assert library.annotations.list(kind=Kind.DATA) == [second]
    assert library.annotations.list(tag="甲") == [first]
    assert library.annotations.delete([first.id, first.id]) == [first.id]
    assert library.annotations.list() == [second]
    assert [each.id for each in library.annotations.list(deleted=True)] == [first.id]
    assert library.articles.get(article).annotations == 1
    assert library.annotations.undelete([first.id]) == [first.id]
    assert library.annotations.list(article) == [first, second]
    library.articles.delete([article])
    assert library.annotations.list() == [], "those of an article in the trash are in the trash with it"
    assert library.annotations.list(article) == [first, second]
    assert library.annotations.purge([first.id]) == [first.id]
    with pytest.raises(NotFoundError):
        library.annotations.get(first.id)
    assert library.articles.get(article).annotations == 1


def test_an_annotation_needs_its_article(library: Library, mark: Any) -> None:
    with pytest.raises(NotFoundError):
        library.annotations.add(mark("0" * 32, "一", 0))
    assert library.annotations.list() == []


def test_many_annotations_in_few_queries(library: Library, article: str, mark: Any) -> None:
    with library.transaction():
        for number in range(600):
            library.annotations.add(mark(article, "一", number % 10, tags=(f"标签{number % 7}",)))
    assert len(library.annotations.list(article)) == 600
    assert all(len(each.tags) == 1 for each in library.annotations.list(article))
