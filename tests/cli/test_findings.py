"""The verbs about the whole library, as a script and as a person see them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.digest import RULES
from reader.model.article import CapturedArticle
from reader.model.blocks import Span
from reader.model.digest import Digest, Figure
from reader.services.session import Session

Reader = Callable[..., Any]

@pytest.fixture
def articles(reader: Reader, captured: Callable[..., CapturedArticle], tmp_path: Path) -> list[str]:
    """Two reports in the library of the command line."""
    reports = (
        captured("清河市推行“双报到”，力量下沉。“双报到”深入人心。", title="清河市的做法", published="2026-03-02"),
        captured("红河区推行“双报到”和“议事亭”。", title="红河区的做法", published="2026-05-01"),
    )
    with Session(tmp_path / "library" / "library.db") as session:
        return [session.library.articles.add(each).id for each in reports]


def test_terms_of_all_reports(reader: Reader, articles: list[str]) -> None:
    told = reader("terms", "双报到", "--json")
    assert told.status == 0 and told.err == ""
    (row,) = told.json
    assert row == {
        "term": "双报到", "kind": "term", "articles": 2, "occurrences": 3, "first": articles[0],
        "first_title": "清河市的做法", "first_seen": "2026-03-02",
    }  # fmt: skip
    everything = reader("terms", "--json").json
    assert [each["term"] for each in everything] == ["双报到", "议事亭"]
    assert reader("terms", "--sort", "first", "--limit", 1, "--json").json[0]["term"] == "议事亭"
    assert reader("terms", "没有", "--json").json == []


def test_the_reports_of_one_term(reader: Reader, articles: list[str]) -> None:
    rows = reader("terms", "双报到", "--articles", "--json").json
    assert [(each["article"], each["occurrences"], each["seen"]) for each in rows] == [
        (articles[0], 2, "2026-03-02"),
        (articles[1], 1, "2026-05-01"),
    ]
    text = reader("show", articles[0], "--json").json["text"]
    assert text[rows[0]["start"] : rows[0]["end"]] == "双报到"
    assert rows[0].keys() == {
        "article", "title", "published", "seen", "term", "kind", "occurrences", "version", "field", "start", "end"
    }  # fmt: skip


def test_people_read_terms(reader: Reader, articles: list[str]) -> None:
    told = reader("terms", "--lang", "zh_CN").text.splitlines()
    assert told[0].split() == ["双报到", "2", "篇", "3", "次", "2026-03-02", articles[0][:8], "清河市的做法"]
    told = reader("terms", "双报到", "--articles", "--lang", "zh_CN").text.splitlines()
    assert told[0].split() == [articles[0][:8], "2026-03-02", "2", "次", "1-1", "清河市的做法"]
    for verb in ("terms", "figures"):
        assert reader(verb, "查无此物", "--lang", "zh_CN").text.startswith("没有文章")


def test_new_and_deleted_articles_are_seen_at_once(reader: Reader, articles: list[str]) -> None:
    assert len(reader("terms", "双报到", "--articles", "--json").json) == 2
    reader("delete", articles[0])
    assert [each["first"] for each in reader("terms", "双报到", "--json").json] == [articles[1]]
    reader("undelete", articles[0])
    assert len(reader("terms", "双报到", "--articles", "--json").json) == 2
    assert reader("terms", "双报到", "--anew", "--json").json[0]["articles"] == 2


def test_the_reports_of_no_term_are_not_asked_for(reader: Reader) -> None:
    told = reader("terms", "--articles", "--json")
    assert told.status == 2 and told.json["error"] == "usage"


def grids(session: Session, article: str) -> None:
    """Puts a digest with two figures in place of the program's own."""
    text = session.reading.content(article).text
    due = next(each for each in session.library.digests.due(RULES, 0, 9) if each.article == article)
    place = {"start": 0, "end": 3, "sentence": Span(0, text.index("。") + 1)}
    found = (
        Figure(text=text[:3], value=448, unit="个", object="网格", approx="近", **place),
        Figure(text=text[:3], value=2.5, value2=3, unit="万户", object="居民", **place),
    )
    session.library.digests.put([(due, Digest(figures=found), text)], RULES)


def test_figures_about_something(reader: Reader, articles: list[str], tmp_path: Path) -> None:
    with Session(tmp_path / "library" / "library.db") as session:
        for article in articles:
            grids(session, article)
    told = reader("figures", "网格", "个", "--json")
    assert told.status == 0 and [each["article"] for each in told.json] == [articles[1], articles[0]]
    assert told.json[1] == {
        "article": articles[0], "title": "清河市的做法", "published": "2026-03-02", "object": "网格", "value": 448,
        "value2": None, "unit": "个", "approx": "近", "kind": "count", "text": "清河市", "version": 1, "field": "body",
        "start": 0, "end": 3, "sentence": "清河市推行“双报到”，力量下沉。", "sentence_span": [0, 16],
    }  # fmt: skip
    assert len(reader("figures", "--limit", 3, "--json").json) == 3
    lines = reader("figures", "居民", "--limit", 1, "--lang", "zh_CN").text.splitlines()
    assert lines == [
        f"{articles[1][:8]}  2026-05-01  红河区  居民",
        "    红河区推行“双报到”和“议事亭”。  〔红河区的做法〕",
    ]


def test_what_cannot_be_digested_is_told_beside_the_answer(
    reader: Reader, articles: list[str], tmp_path: Path
) -> None:
    with Session(tmp_path / "library" / "library.db") as session, session.library._engine.transaction() as connection:
        connection.execute("UPDATE bodies SET blocks = x'00' WHERE version = 1")
    told = reader("terms", "双报到", "--json", "--lang", "zh_CN")
    assert told.status == 0 and told.json[0]["articles"] == 1 and "有 1 篇文章无法生成摘要" in told.err
