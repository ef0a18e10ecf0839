"""What a search means: all words in one article or one mark, the best first."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library import Library
from reader.model.article import CapturedArticle
from reader.model.query import Field


@pytest.fixture
def library(tmp_path: Path, captured: Callable[..., CapturedArticle]) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        for number, (title, text) in enumerate(
            (
                ("网格的一天", "干部入户走访。"),
                ("走访记录", "网格员走访，网格长走访，网格支部走访。"),
                ("河长制", "巡河，不提别的。"),
            )
        ):
            opened.articles.add(captured(text, url=f"https://example.org/{number}", title=title))
        yield opened


def titles(library: Library, query: str, **options: object) -> list[str]:
    found = library.index.search(query, **options)  # type: ignore[arg-type]
    return list(dict.fromkeys(hit.title for hit in found))


def test_a_title_comes_before_many_words_in_a_text(library: Library) -> None:
    assert titles(library, "网格") == ["网格的一天", "走访记录"]


def test_all_words_are_needed_and_excluded_words_are_not_there(library: Library) -> None:
    assert titles(library, "网格 走访", fields=[Field.TEXT]) == ["走访记录"]
    assert titles(library, "走访 -网格员") == ["网格的一天"]


def test_only_the_fields_that_were_asked_for_are_looked_in(library: Library) -> None:
    assert titles(library, "网格", fields=[Field.TITLE]) == ["网格的一天"]
    assert titles(library, "网格", fields=[Field.NOTE, Field.QUOTE]) == []
