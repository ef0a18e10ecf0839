"""Corrections as they are stored."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library, copies
from reader.library.engine import load_sqlite
from reader.model.annotation import Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.corrections import Change, Correction
from reader.model.digest import Field, Layer
from reader.model.errors import LibraryError, NotFoundError

TEXT = "全区划分网格448个。"


def correction(article: str, quote: str = "448个", **more: Any) -> Correction:
    start = TEXT.index(quote)
    selectors = Selectors(TextQuoteSelector(quote, TEXT[:start]), TextPositionSelector(start, start + len(quote)))
    fields: dict[str, Any] = {"layer": Layer.FIGURES, "change": Change.SET, "data": {"object": "网格"}, **more}
    return Correction("", article, 1, fields.pop("layer"), fields.pop("change"), selectors, **fields)


@pytest.fixture
def article(library: Library, capture: Any) -> str:
    return str(library.articles.add(capture("清河区：一张网", TEXT)).id)


def test_a_correction_comes_back_as_it_was_made(either_library: Library, capture: Any) -> None:
    article = either_library.articles.add(capture("清河区：一张网", TEXT)).id
    data = {"value": 450, "value2": None, "unit": "个", "object": "“网格”"}
    first = either_library.corrections.add(correction(article, data=data))
    second = either_library.corrections.add(
        correction(article, "网格", layer=Layer.TERMS, change=Change.REMOVE, data={}, field=Field.TITLE)
    )
    assert either_library.corrections.list(article) == [first, second]
    assert len(first.id) == 32 and first.created.endswith("Z") and first.data["value"] == 450


def test_one_is_taken_back_and_only_of_its_article(library: Library, article: str, capture: Any) -> None:
    other = library.articles.add(capture("别处", TEXT)).id
    made = library.corrections.add(correction(article))
    for wrong in ((other, made.id), (article, "ff")):
        with pytest.raises(NotFoundError, match="correction_not_found"):
            library.corrections.remove(*wrong)
    library.corrections.remove(article, made.id)
    assert library.corrections.list(article) == []
    for action in (library.corrections.list, library.corrections.stamp):
        with pytest.raises(NotFoundError, match="not_found"):
            action("ff")


def test_every_state_has_a_stamp_of_its_own(library: Library, article: str) -> None:
    stamps = [library.corrections.stamp(article)]
    made = [library.corrections.add(correction(article)) for _ in range(3)]
    stamps.append(library.corrections.stamp(article))
    library.corrections.remove(article, made[2].id)
    library.corrections.add(correction(article))  # as many as before, and not the same
    stamps.append(library.corrections.stamp(article))
    library.corrections.remove(article, made[0].id)
    stamps.append(library.corrections.stamp(article))
    assert len(set(stamps)) == len(stamps)


def test_removing_an_article_for_good_removes_its_corrections(library: Library, article: str) -> None:
    library.corrections.add(correction(article))
    library.articles.delete([article])
    assert len(library.corrections.list(article)) == 1, "the trash keeps them"
    library.articles.purge([article])
    assert library._engine.rows("SELECT * FROM corrections") == []


def test_backups_have_them_and_are_compared_by_them(library: Library, article: str, tmp_path: Path) -> None:
    made, sqlite = library.corrections.add(correction(article)), load_sqlite()
    library.health.backup(tmp_path / "with.db")
    library.corrections.remove(article, made.id)
    library.health.backup(tmp_path / "without.db")
    assert copies.verify(sqlite, tmp_path / "with.db") != copies.verify(sqlite, tmp_path / "without.db")
    library.health.restore(tmp_path / "with.db")
    assert library.corrections.list(article) == [made]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE corrections SET data = '{'", "correction_damaged"),
        ("UPDATE corrections SET data = '{\"value\": \"viel\"}'", "correction_damaged"),
        ("UPDATE corrections SET layer = 'x'", "correction_damaged"),
        ('UPDATE corrections SET "end" = 99', "correction_out_of_range"),
        ("UPDATE corrections SET version = 9", "correction_out_of_range"),
    ],
)
def test_damage_is_found(library: Library, article: str, statement: str, code: str) -> None:
    library.corrections.add(correction(article))
    assert library.health.check() == []
    with library._engine.transaction() as connection:
        connection.execute(statement)
    (problem,) = library.health.check()
    assert (problem.code, problem.data["title"]) == (code, "清河区：一张网")
    if code == "correction_damaged":
        with pytest.raises(LibraryError, match="library_corrupt"):
            library.corrections.list(article)


def test_what_cannot_be_stored_is_cleaned(library: Library, article: str) -> None:
    made = correction(article)
    odd = Selectors(TextQuoteSelector("448\ud800个", "\x00"), made.selectors.position)
    library.corrections.add(replace(made, selectors=odd))
    (stored,) = library.corrections.list(article)
    assert stored.selectors.quote == TextQuoteSelector("448个")
