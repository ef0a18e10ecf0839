"""Every order of a list has its index, and SQLite uses it."""

import shutil
from pathlib import Path

import pytest

from reader.library import Library, schema
from reader.library.listing import _ORDERS
from reader.model.article import Recipe
from reader.model.digest import Digest
from reader.model.query import ArticleQuery, SortKey

KEPT = Path(__file__).parent / "schemas"
"""A library of every schema that was ever in use, made by the program of its time."""


@pytest.mark.parametrize("sort", SortKey)
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_lists_are_read_in_order_from_an_index(either_library: Library, sort: SortKey, direction: str) -> None:
    column = _ORDERS[sort][0]
    rows = either_library._engine.rows(
        "EXPLAIN QUERY PLAN SELECT id, seq FROM articles WHERE deleted IS NULL "
        f"ORDER BY {column} {direction}, seq {direction}"
    )
    # One step: no sorting. (The rows themselves are not read either, although SQLite does not call it covering.)
    assert [row["detail"] for row in rows] == [f"SCAN articles USING INDEX articles_{sort}"]


def test_a_library_names_its_program_and_schema(library: Library) -> None:
    row = library._engine.row("PRAGMA application_id")
    assert row is not None
    assert row[0].to_bytes(4) == b"YDRd"
    names = [row["name"] for row in library._engine.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert names == [name for name, _ in schema.STEPS]


@pytest.mark.parametrize("kept", sorted(KEPT.glob("*.db")), ids=lambda path: path.stem)
def test_a_kept_library_of_every_older_schema_opens_with_all_it_holds(kept: Path, tmp_path: Path, sqlite: str) -> None:
    path = tmp_path / "library.db"
    shutil.copyfile(kept, path)
    with Library.open(path, sqlite=sqlite) as library:
        assert library._engine.row("PRAGMA user_version")[0] == schema.VERSION
        titles = {article.title: article for article in library.articles.list(ArticleQuery())}
        article = titles["青禾区：一张网托起大民生"]
        assert [version.number for version in library.articles.versions(article.id)] == [1, 2]
        assert "38个社区党委" in library.articles.content(article.id).text
        assert "37个社区党委" in library.articles.content(article.id, 1).text
        assert [mark.note for mark in library.annotations.list(article.id)] == ["整篇的话", "与上一版不同"]
        assert library.articles.recipe(article.id) == Recipe()
        assert library.articles.pages(article.id) == []
        assert article.collections == ("三月学习会",)
        assert library.health.check() == []
    assert list((tmp_path / "backups").iterdir()), "no backup was made before the schema changed"


def test_a_kept_library_of_schema_2_has_all_that_capturing_keeps(tmp_path: Path, sqlite: str) -> None:
    path = tmp_path / "library.db"
    shutil.copyfile(KEPT / "2.db", path)
    with Library.open(path, sqlite=sqlite) as library:
        titles = {article.title: article.id for article in library.articles.list(ArticleQuery())}
        article = titles["禾苑街道：“双报到”进网格"]
        assert [page.url for page in library.articles.pages(article)] == ["https://qinghe.example/b_2.html"]
        assert [each.name for each in library.attachments.list(article)] == ["附件.pdf"]
        assert library.articles.recipe(article) == Recipe("gb18030", "div.wrap")
        assert list(library.articles.images(article)) == ["https://qinghe.example/a.png"]
        assert [(rule.site, rule.body) for rule in library.site_rules.list()] == [("qinghe.example", "div.wrap")]
        assert [link.options.title for link in library.waiting.list()] == ["学习材料"]
        assert library.sketches.candidates(article, 5) == []
        assert [each.title for each in library.articles.list(ArticleQuery(deleted=True))] == ["旧闻一则"]


def test_an_older_library_can_be_digested_and_corrected(tmp_path: Path, sqlite: str) -> None:
    path = tmp_path / "library.db"
    shutil.copyfile(KEPT / "2.db", path)
    with Library.open(path, sqlite=sqlite) as library:
        due = library.digests.due(1, 0, 9)
        assert [each.title for each in due] == ["青禾区：一张网托起大民生", "禾苑街道：“双报到”进网格"]
        library.digests.put([(each, Digest(), "") for each in due], 1)
        assert library.digests.count_due(1) == 0 and library.corrections.list(due[0].article) == []
        assert library.health.check() == []
