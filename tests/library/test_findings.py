"""Questions to the index: which reports use a term, which have a figure about something."""

from typing import Any

import pytest

from reader.library import Library
from reader.model.article import Article
from reader.model.blocks import Span
from reader.model.digest import Digest, Field, Figure, FigureKind, Term, TermKind
from reader.model.digest_index import TermSort

SENTENCE = "全区划分网格448个，开展“双报到”，共建经费1.5亿元。"


def term(text: str, count: int = 1, **more: Any) -> Term:
    return Term(text=text, start=14, end=14 + len(text), places=(Span(14, 17),) * count, **more)


def figure(text: str, value: float, unit: str, object: str, **more: Any) -> Figure:
    start = SENTENCE.index(text)
    place = {"start": start, "end": start + len(text), "sentence": Span(0, len(SENTENCE)), **more}
    return Figure(text=text, value=value, unit=unit, object=object, **place)


GRIDS, MONEY = figure("448个", 448, "个", "网格"), figure("1.5亿元", 150_000_000, "元", "", kind=FigureKind.MONEY)


@pytest.fixture
def three(library: Library, capture: Any) -> list[Article]:
    """March, May, and one without a date, which counts as published when it was added."""
    reports = [
        ("三月的报道", "2026-03-02", Digest(terms=(term("双报到", 2), term("微心愿")), figures=(GRIDS, MONEY))),
        ("五月的报道", "2026-05-01", Digest(terms=(term("“双报到”机制", kind=TermKind.SLOGAN), term("双报到")))),
        ("没有日期的", "", Digest(terms=(term("微心愿", 5),), figures=(figure("448个", 448, "户", "Ｗang格户"),))),
    ]
    articles = []
    for title, published, digest in reports:
        dated = {"published": published} if published else {}
        articles.append(library.articles.add(capture(title, SENTENCE, **dated)))
        (due,) = library.digests.due(1, 0, 9)
        library.digests.put([(due, digest, SENTENCE)], 1)
    return articles


def terms(library: Library, *asked: Any, **more: Any) -> list[tuple[str, int, int]]:
    return [(row.term, row.articles, row.occurrences) for row in library.digests.terms(*asked, **more)]


def test_terms_with_their_reports_occurrences_and_first_report(library: Library, three: list[Article]) -> None:
    assert terms(library) == [("微心愿", 2, 6), ("双报到", 2, 3), ("“双报到”机制", 1, 1)]
    wish, report, mechanism = library.digests.terms()
    assert (report.first, report.first_title, report.first_seen) == (three[0].id, "三月的报道", "2026-03-02")
    assert (mechanism.kind, mechanism.first_seen) == (TermKind.SLOGAN, "2026-05-01")
    assert wish.first_title == "三月的报道"


def test_terms_are_found_by_a_part_and_the_very_term_comes_first(library: Library, three: list[Article]) -> None:
    assert terms(library, "双报到") == [("双报到", 2, 3), ("“双报到”机制", 1, 1)]
    assert terms(library, "机 制") == [("“双报到”机制", 1, 1)]
    assert terms(library, "没有") == []
    assert terms(library, limit=1) == [("微心愿", 2, 6)] and terms(library, limit=0) == []
    (due, *_) = library.digests.due(2, 0, 9)
    library.digests.put([(due, Digest(terms=(term("报到"),)), SENTENCE)], 1)
    assert terms(library, "报到")[0] == ("报到", 1, 1), "however many reports use longer ones"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (TermSort.ARTICLES, ["微心愿", "双报到", "“双报到”机制"]),
        (TermSort.OCCURRENCES, ["微心愿", "双报到", "“双报到”机制"]),
        (TermSort.FIRST, ["“双报到”机制", "双报到", "微心愿"]),
        (TermSort.TERM, ["“双报到”机制", "双报到", "微心愿"]),  # Pinyin
    ],
)
def test_orders_of_terms(library: Library, three: list[Article], sort: TermSort, expected: list[str]) -> None:
    assert [row.term for row in library.digests.terms(sort=sort)] == expected


def test_the_places_of_a_term(library: Library, three: list[Article]) -> None:
    first, last = library.digests.term_places("双报到")
    assert (first.article, first.title, first.published, first.occurrences) == (
        three[0].id,
        "三月的报道",
        "2026-03-02",
        2,
    )
    assert (first.version, first.field, first.start, first.end, last.title) == (1, Field.BODY, 14, 17, "五月的报道")
    (undated,) = library.digests.term_places("微心愿")[1:]
    assert (undated.published, undated.seen) == (None, three[2].added[:10])
    assert library.digests.term_places("双") == []


def test_the_trash_is_not_counted(library: Library, three: list[Article]) -> None:
    library.articles.delete([three[0].id])
    assert set(terms(library)) == {("微心愿", 1, 5), ("双报到", 1, 1), ("“双报到”机制", 1, 1)}
    assert {row.term: row.first_title for row in library.digests.terms()}["双报到"] == "五月的报道"
    assert [row.first_seen for row in library.digests.terms("双报到")] == ["2026-05-01", "2026-05-01"]
    assert [place.title for place in library.digests.term_places("双报到")] == ["五月的报道"]
    assert [row.title for row in library.digests.figures()] == ["没有日期的"]
    library.articles.delete([three[1].id])
    assert terms(library) == [("微心愿", 1, 5)]
    library.articles.undelete([three[0].id, three[1].id])
    assert terms(library)[0] == ("微心愿", 2, 6)


def test_figures_with_their_sentence_the_newest_report_first(library: Library, three: list[Article]) -> None:
    newest, grids, money = library.digests.figures()
    assert (newest.title, newest.unit) == ("没有日期的", "户")
    assert (grids.title, grids.published, grids.object, grids.value, grids.unit) == (
        "三月的报道",
        "2026-03-02",
        "网格",
        448,
        "个",
    )
    assert (grids.text, grids.sentence, SENTENCE[grids.start : grids.end]) == ("448个", SENTENCE, "448个")
    assert (type(grids.value), grids.value2, money.value, money.kind) == (int, None, 150_000_000, FigureKind.MONEY)


def test_figures_are_found_by_what_they_count_and_unit(library: Library, three: list[Article]) -> None:
    def found(query: str) -> list[str]:
        return [row.text for row in library.digests.figures(query)]

    assert found("网格 个") == ["448个"]
    assert found("wang格") == ["448个"], "folded"
    assert found("经费") == ["1.5亿元"], "where nobody knows what is counted, the clause says it"
    assert found("网格") == ["448个"]
    assert found("网格 户") == found("查无此物") == []
    assert found(" ") == found("") and len(library.digests.figures("", 1)) == 1


def test_a_figure_of_the_title_is_read_there(library: Library, capture: Any) -> None:
    title = "448个网格联万家"
    library.articles.add(capture(title, SENTENCE))
    (due,) = library.digests.due(1, 0, 9)
    place = {"start": 0, "end": 4, "field": Field.TITLE, "sentence": Span(0, len(title))}
    library.digests.put([(due, Digest(figures=(Figure(text="448个", value=448, unit="个", **place),)), SENTENCE)], 1)
    (row,) = library.digests.figures("联万家")
    assert (row.text, row.sentence, row.field) == ("448个", title, Field.TITLE)


def test_texts_are_those_that_were_digested(library: Library, three: list[Article], capture: Any) -> None:
    library.articles.add_version(three[0].id, capture("三月的报道", "开头加了一句话。" + SENTENCE))
    row = next(row for row in library.digests.figures("网格") if row.article == three[0].id)
    assert (row.version, row.text, row.sentence) == (1, "448个", SENTENCE)
