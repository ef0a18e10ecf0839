"""The verbs about the whole library, as a script and as a person see them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.model.article import CapturedArticle
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
