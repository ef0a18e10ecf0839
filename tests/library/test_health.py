"""Damage is found: what SQLite itself does not notice, the checksums do."""

import random
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.engine import load_sqlite
from reader.model.errors import LibraryError
from reader.model.query import ArticleQuery, Field


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, capture: Any, mark: Any, picture: Any) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "l.db"
    with Library.open(path) as library:
        for number in range(12):
            text = "".join(random.Random(number).choices("党建引领基层治理社区网格", k=3000))
            id = library.articles.add(capture(f"第{number}篇", text, images=(picture(bytes(2000)),))).id
            library.annotations.add(mark(id, text[:4], 0, note="注"))
        library.articles.delete(library.articles.ids(ArticleQuery(limit=1)))
        assert library.health.check() == []
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    (tmp_path / "l.db").write_bytes(whole)
    return tmp_path / "l.db"


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE texts SET text = replace(text, '党', '當') WHERE version = 1", "text_damaged"),
        ("UPDATE texts SET text = CAST(x'ff61' AS TEXT) WHERE version = 1", "text_damaged"),
        ("DELETE FROM texts WHERE version = 1", "text_damaged"),
        ("UPDATE bodies SET html = blocks WHERE version = 1", "body_damaged"),
        ("UPDATE bodies SET blocks = x'00' WHERE version = 1", "body_damaged"),
        ("UPDATE fetches SET raw = zeroblob(9) WHERE version = 1", "raw_damaged"),
        ("UPDATE images SET data = x'00'", "image_damaged"),
        ('UPDATE annotations SET "end" = 99999 WHERE seq = 1', "annotation_out_of_range"),
        ("UPDATE annotations SET article = 99 WHERE seq = 1", "structure"),
        ("DELETE FROM text_index_data", "structure"),
    ],
)
def test_each_kind_of_damage_is_named(path: Path, statement: str, code: str, sqlite: str) -> None:
    connection = load_sqlite(sqlite).connect(str(path))
    connection.execute(statement)
    connection.commit()
    connection.close()
    with Library.open(path, sqlite=sqlite) as library:
        assert code in {problem.code for problem in library.health.check()}


def test_an_index_that_misses_an_article_is_found_and_made_again(path: Path) -> None:
    connection = load_sqlite().connect(str(path))
    connection.execute("INSERT INTO text_index(text_index) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    with Library.open(path) as library:
        assert {problem.code for problem in library.health.check()} == {"index_damaged"}
        library.health.reindex()
        assert library.health.check() == []
        assert len(library.index.search("党建", [Field.TEXT])) == 11


def test_a_damaged_text_is_read_from_the_blocks(path: Path) -> None:
    connection = load_sqlite().connect(str(path))
    connection.execute("UPDATE texts SET text = 'x' WHERE version = 1")
    connection.execute("UPDATE texts SET text = 'x' WHERE version = 2")
    connection.execute("UPDATE bodies SET blocks = x'00' WHERE version = 2")
    connection.commit()
    connection.close()
    with Library.open(path) as library:
        first, second = reversed(library.articles.ids(ArticleQuery())[-2:])
        assert len(library.articles.content(first).text) == 3000
        with pytest.raises(LibraryError) as caught:
            library.articles.content(second)
        assert (caught.value.code, caught.value.data["title"]) == ("article_damaged", "第1篇")


def read_everything(library: Library) -> list[str]:
    texts = []
    for row in library.articles.list():
        texts.append(library.articles.content(row.id).text)
        library.articles.fetch(row.id)
    library.annotations.list()
    library.articles.counts()
    library.index.search("党建")
    library.index.search("党", sort="date")
    return texts


def test_flipped_bytes_never_give_a_wrong_text_or_a_crash(path: Path, whole: bytes, sqlite: str) -> None:
    with Library.open(path, sqlite=sqlite) as library:
        right = set(read_everything(library))
    chance = random.Random(7)
    for _ in range(25):
        damaged = bytearray(whole)
        start = chance.randrange(100, len(whole) - 64)
        damaged[start : start + 64] = chance.randbytes(64)
        path.write_bytes(damaged)
        try:
            with Library.open(path, sqlite=sqlite) as library:
                library.health.check()
                assert set(read_everything(library)) <= right
        except LibraryError:
            pass
