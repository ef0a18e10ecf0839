"""Shelves and articles of another library written into this one; what happens to versions is in its own file."""

from collections.abc import Iterable
from typing import Any

from tests.library.test_dumping import Kept
from tests.whole_library import fill, rows

from reader.library import Library, consistency, shapes
from reader.library.merging import Merged


class Contents(Kept):
    """A sink that can be read from."""

    def read(self, folder: str, sha256: str) -> bytes:
        return self.contents[folder, sha256]

    def html(self, sha256: str) -> str:
        return self.read(shapes.HTML, sha256).decode()

    def image(self, sha256: str) -> tuple[str, int, int]:
        return "image/png", 40, 30

    def is_link(self, href: str) -> bool:
        return href.startswith("https://")


def taken_out(library: Library) -> tuple[shapes.Shelves, list[shapes.ArticleData], Contents]:
    contents = Contents()
    with library.whole.reading() as dump:
        shelves = shapes.checked(dump.shelves(), shapes.Shelves)
        return shelves, [consistency.article(dump.article(id, contents)) for id in shelves.articles], contents


def merge(library: Library, shelves: Any, articles: Iterable[shapes.ArticleData], contents: Contents) -> Merged:
    with library.whole.merging(contents, shelves.articles) as merging:
        merging.shelves(shelves)
        for each in articles:
            merging.article(each)
        return merging.finish()


def test_merging_a_library_with_itself_changes_nothing(library: Library) -> None:
    fill(library)
    before = rows(library)
    done = merge(library, *taken_out(library))
    assert (done.added, done.merged, done.unchanged, done.versions, done.annotations) == ([], 0, 3, 0, 0)
    assert rows(library) == before


def test_what_is_on_the_shelves_here_stays(library: Library) -> None:
    fill(library)
    shelves, _, contents = taken_out(library)
    shelves.articles.clear()
    for collection in shelves.collections:
        collection.date, collection.participants = "2030-01-01", "别人"
    shelves.site_rules[0].body = "div.other"
    shelves.waiting[0].attempts = 9
    library.site_rules.remember("lianhu.example", "main")
    done = merge(library, shelves, [], contents)
    assert (done.collections, done.site_rules, done.waiting) == (0, 0, 0)
    assert {(each.site, each.body) for each in library.site_rules.list()} == {
        ("qinghe.example", "div.article > p"),
        ("lianhu.example", "main"),
    }
    assert library.waiting.list()[0].attempts == 1
    dates = [each.date for each in library.collections.list()]
    # What was empty is filled, what a person wrote stays.
    assert sorted(dates, key=str) == ["2026-04-01", "2030-01-01", "2030-01-01"]


def test_numbers_that_are_taken_are_not_taken_twice(library: Library, tmp_path: Any) -> None:
    fill(library)
    shelves, articles, contents = taken_out(library)
    with Library.open(tmp_path / "other.db") as other:
        other.collections.add("我们的专题")
        merge(other, shelves, articles, contents)
        names = [each.name for each in other.collections.list()]
        assert sorted(names) == sorted(["我们的专题", *(each.name for each in shelves.collections)])
        (row,) = [each for each in other.articles.list() if each.tags]
        assert row.collections == ("三月例会", "A 专题")


def test_a_repost_is_linked_with_an_original_that_comes_later(library: Library, tmp_path: Any) -> None:
    ids = fill(library)
    shelves, articles, contents = taken_out(library)
    assert articles[1].duplicate_of == ids[2]
    with Library.open(tmp_path / "other.db") as other:
        merge(other, shelves, articles, contents)
        assert other.articles.get(ids[1]).duplicate_of == ids[2]
