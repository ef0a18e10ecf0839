"""Lists: filters, orders, counts."""

from typing import Any

import pytest

from reader.library import Library
from reader.model.annotation import Kind
from reader.model.article import Position, Status
from reader.model.errors import NotFoundError
from reader.model.query import ArticleQuery, Counts, SortKey


@pytest.fixture
def shelf(library: Library, capture: Any, mark: Any) -> dict[str, str]:
    """Title → id of four articles that differ in everything."""
    rows = [
        capture("安居", "甲" * 30, source="云岭日报", published="2024-05-01"),
        capture("北区", "党建引领", source="青禾融媒", published="2025-05-01"),
        capture("查访", "乙" * 50, published="2023-05-01"),
        capture("督办", "丙" * 10, source="安源在线"),
    ]
    ids = {each.metadata.title: library.articles.add(each).id for each in rows}
    library.articles.edit(ids["北区"], status=Status.READ, starred=True)
    library.articles.edit(ids["查访"], status=Status.ARCHIVED)
    library.articles.tag([ids["安居"], ids["北区"]], ["学习"])
    library.articles.collect([ids["督办"]], "例会")
    library.annotations.add(mark(ids["查访"], "乙乙", 0, kind=Kind.DATA, note="先锋"))
    library.articles.save_position(Position(ids["督办"], 1, 5, 0.5))
    return ids


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (ArticleQuery(), "督查北安"),
        (ArticleQuery(reverse=True), "安北查督"),
        (ArticleQuery(sort=SortKey.TITLE), "安北查督"),
        (ArticleQuery(sort=SortKey.PUBLISHED), "北安查督"),
        (ArticleQuery(sort=SortKey.SOURCE), "督北安查"),
        (ArticleQuery(sort=SortKey.LENGTH), "查安督北"),
        (ArticleQuery(sort=SortKey.PROGRESS), "督查北安"),
        (ArticleQuery(sort=SortKey.ANNOTATIONS), "查督北安"),
        (ArticleQuery(limit=2), "督查"),
        (ArticleQuery(status=Status.UNREAD), "安"),
        (ArticleQuery(status=Status.READING), "督"),
        (ArticleQuery(starred=True), "北"),
        (ArticleQuery(annotated=True), "查"),
        (ArticleQuery(tag="学习"), "北安"),
        (ArticleQuery(tag="没有"), ""),
        (ArticleQuery(collection="例会"), "督"),
        (ArticleQuery(tag="学习", starred=True), "北"),
        (ArticleQuery(text="党建"), "北"),
        (ArticleQuery(text="云岭"), "安"),
        (ArticleQuery(text="先锋"), "查"),
        (ArticleQuery(text="北区 党建 青禾"), "北"),
        (ArticleQuery(text="-党建"), "督查安"),
        (ArticleQuery(text="党建", tag="没有"), ""),
        (ArticleQuery(text="“"), ""),
        (ArticleQuery(deleted=True), ""),
    ],
)
def test_filters_and_orders(library: Library, shelf: dict[str, str], query: ArticleQuery, titles: str) -> None:
    assert "".join(each.title[0] for each in library.articles.list(query)) == titles


def test_counts(library: Library, shelf: dict[str, str]) -> None:
    library.articles.delete([shelf["安居"]])
    assert library.articles.counts() == Counts(
        all=3, unread=0, reading=1, read=1, archived=1, starred=1, annotated=1, trash=1, tags={"学习": 1}
    )


def test_an_empty_library_counts_nothing(library: Library) -> None:
    assert library.articles.counts() == Counts()
    assert library.articles.list() == []


def test_rows_come_in_the_order_asked_for_and_over_many_pages(library: Library, capture: Any) -> None:
    with library.transaction():
        ids = [library.articles.add(capture(f"第{number}篇", "文")).id for number in range(1100)]
    wanted = [*reversed(ids), ids[3]]
    assert [row.id for row in library.articles.rows(wanted)] == wanted
    with pytest.raises(NotFoundError):
        library.articles.rows([ids[0], "0" * 32])
