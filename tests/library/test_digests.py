"""The index of terms and figures as it is written: what is due, what is replaced, what goes with an article."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.digests import key
from reader.model.annotation import Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.blocks import Span
from reader.model.corrections import Change, Correction
from reader.model.digest import Digest, Figure, Layer, Term

TEXT = "全区划分网格448个，开展“双报到”。“双报到”深入人心。"
RULES = 3
Index = Callable[..., int]


def digest(*terms: str, figures: int = 1) -> Digest:
    start = TEXT.index("448")
    figure = Figure(text="448个", start=start, end=start + 4, value=448, unit="个", object="网格", sentence=Span(0, 18))
    places = (Span(13, 16), Span(19, 22))
    made = [Term(text=term, start=13, end=13 + len(term), places=places) for term in terms]
    return Digest(terms=tuple(made), figures=(figure,) * figures)


def index(library: Library, made: Digest | None = None, rules: int = RULES) -> int:
    """Put one and the same digest for all that is due; how many."""
    due = library.digests.due(rules, 0, 100)
    library.digests.put([(each, made or digest("双报到"), TEXT) for each in due], rules)
    return len(due)


def rows(library: Library, table: str) -> int:
    row = library._engine.row(f"SELECT count(*) FROM {table}")
    return 0 if row is None else int(row[0])


def totals(library: Library) -> dict[str, tuple[int, int, str]]:
    return {row["folded"]: tuple(row)[3:] for row in library._engine.rows("SELECT * FROM terms")}


@pytest.fixture
def article(library: Library, capture: Any) -> str:
    return str(library.articles.add(capture("清河区：一张网", TEXT, published="2026-03-02")).id)


def test_an_article_is_due_until_it_is_digested_in_its_present_state(
    library: Library, article: str, capture: Any
) -> None:
    assert library.digests.count_due(RULES) == index(library) == 1
    assert library.digests.count_due(RULES) == index(library) == 0
    place = Selectors(TextQuoteSelector("448个"), TextPositionSelector(6, 10))
    changes: list[Callable[[], object]] = [
        lambda: library.articles.edit(article, title="清河区：改了标题"),
        lambda: library.articles.edit(article, published="2026-03-03"),
        lambda: library.articles.add_version(article, capture("清河区", TEXT + "又一年。")),
        lambda: library.corrections.add(Correction("", article, 1, Layer.FIGURES, Change.REMOVE, place)),
        lambda: library.corrections.remove(article, library.corrections.list(article)[0].id),
    ]
    for change in changes:
        change()
        assert index(library) == 1 and index(library) == 0
    assert index(library, rules=RULES + 1) == 1
    library.articles.edit(article, author="小林", starred=True)
    assert library.digests.count_due(RULES + 1) == 0, "nothing that a digest is made of"


def test_what_lies_in_the_trash_is_not_due(library: Library, article: str) -> None:
    library.articles.delete([article])
    assert library.digests.count_due(RULES) == 0
    library.articles.undelete([article])
    assert library.digests.count_due(RULES) == 1


def test_due_articles_come_in_pieces(library: Library, capture: Any) -> None:
    for number in range(5):
        library.articles.add(capture(f"第{number}篇", TEXT))
    first = library.digests.due(RULES, 0, 2)
    second = library.digests.due(RULES, first[-1].seq, 2)
    assert [each.title for each in (*first, *second)] == ["第0篇", "第1篇", "第2篇", "第3篇"]


def test_a_digest_takes_the_place_of_the_older_one(library: Library, article: str) -> None:
    index(library, digest("双报到", "微心愿", figures=3))
    assert totals(library) == {"双报到": (1, 2, "2026-03-02"), "微心愿": (1, 2, "2026-03-02")}
    index(library, digest("一码通"), rules=RULES + 1)
    assert totals(library) == {"一码通": (1, 2, "2026-03-02")}
    assert (rows(library, "figures"), rows(library, "subjects"), rows(library, "term_uses")) == (1, 1, 1)


def test_two_writings_are_one_term(library: Library, article: str) -> None:
    assert key("１＋１＋N ") == key("1+1+n") and key("⺠生") == key("民生")
    index(library, digest("1+1+N", "１＋１＋Ｎ"))
    assert totals(library) == {"1+1+n": (1, 4, "2026-03-02")}


def test_totals_follow_articles_that_go_for_good(library: Library, article: str, capture: Any) -> None:
    later = library.articles.add(capture("后来", TEXT, published="2026-05-01")).id
    index(library)
    assert totals(library) == {"双报到": (2, 4, "2026-03-02")}
    library.articles.delete([article])
    library.articles.purge([article])
    assert totals(library) == {"双报到": (1, 2, "2026-05-01")}
    library.articles.delete([later])
    library.articles.purge([later])
    assert [rows(library, table) for table in ("digested", "terms", "term_uses", "figures", "subjects")] == [0] * 5
    assert library.health.check() == []


def test_an_article_that_was_removed_meanwhile_is_passed_over(library: Library, article: str, capture: Any) -> None:
    library.articles.add(capture("留下", TEXT))
    due = library.digests.due(RULES, 0, 10)
    library.articles.purge([article])
    library.digests.put([(each, digest("双报到"), TEXT) for each in due], RULES)
    assert rows(library, "digested") == 1


def test_what_changed_while_it_was_digested_is_due_again(library: Library, article: str, capture: Any) -> None:
    due = library.digests.due(RULES, 0, 10)
    library.articles.add_version(article, capture("清河区：一张网", TEXT + "又一年。"))
    library.digests.put([(each, digest("双报到"), TEXT) for each in due], RULES)
    assert library.digests.count_due(RULES) == 1


def test_a_number_that_no_database_holds_is_left_out(library: Library, article: str) -> None:
    made = digest()
    (figure,) = made.figures
    huge = [Figure(text="9", start=0, end=1, value=value, sentence=Span(0, 1)) for value in (10**400, float("inf"))]
    index(library, Digest(figures=(*huge, figure)))
    assert [row.value for row in library.digests.figures()] == [448]


def test_adding_an_article_writes_nothing_into_the_index(library: Library, article: str) -> None:
    assert rows(library, "digested") == rows(library, "terms") == rows(library, "figures") == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE terms SET articles = 5",
        "UPDATE terms SET occurrences = 5",
        "UPDATE terms SET first = NULL",
        'UPDATE term_uses SET "end" = 999',
        "UPDATE figures SET start = -1",
    ],
)
def test_damage_is_found_and_the_index_made_again(
    library: Library, article: str, statement: str
) -> None:
    index(library)
    assert library.health.check() == []
    with library._engine.transaction() as connection:
        connection.execute(statement)
    assert {problem.code for problem in library.health.check()} == {"digest_index_damaged"}
    library.health.reindex()
    assert library.health.check() == [] and index(library) == 1
    library.digests.clear()
    assert index(library) == 1 and library.health.check() == []


def test_a_backup_has_the_index(library: Library, article: str, tmp_path: Path) -> None:
    index(library)
    library.health.backup(tmp_path / "b.db")
    with Library.open(tmp_path / "b.db") as copy:
        assert copy.digests.terms() == library.digests.terms() and copy.digests.count_due(RULES) == 0


def test_either_sqlite_keeps_totals(either_library: Library, capture: Any) -> None:
    id = either_library.articles.add(capture("一", TEXT)).id
    index(either_library)
    either_library.articles.purge([id])
    assert rows(either_library, "terms") == 0
