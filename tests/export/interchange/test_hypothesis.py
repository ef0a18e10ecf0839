"""The file of the Hypothesis client."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from tests.exchanged import TEXT, exchanged

from reader.export.interchange.hypothesis import USER, read, write
from reader.model.annotation import Kind
from reader.model.interchange import ExchangedArticle

NOW = "2026-11-22T08:00:00Z"


def rows(article: ExchangedArticle) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(write([article], NOW))["annotations"]
    return found


def test_the_file_is_what_the_client_reads(article: ExchangedArticle) -> None:
    file = json.loads(write([article], NOW))
    assert list(file) == ["export_date", "export_userid", "client_version", "annotations"]
    assert file["export_date"] == NOW
    for row in file["annotations"]:
        assert row.keys() >= {"id", "created", "updated", "user", "uri", "text", "tags", "group", "target", "document"}
        assert row["user"] == USER and row["permissions"]["read"] == [USER], "not the world"
        assert row["uri"] == row["target"][0]["source"] == article.metadata.url
        assert row["document"]["title"] == [article.metadata.title]
        assert len(row["id"]) == 22 and row["references"] == []


def test_kinds_and_tasks_are_tags(article: ExchangedArticle) -> None:
    whole, borrow, data, lost = rows(article)
    assert whole["tags"] == ["kind:action", "owner:张明", "due:2026-12-01"] and "selector" not in whole["target"][0]
    assert borrow["tags"] == ["kind:borrow", "试点", "a,b;c"]
    position, quote = data["target"][0]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert [each["type"] for each in lost["target"][0]["selector"]] == ["TextQuoteSelector"]
    assert data["user_info"] == {"display_name": "小林"}


@given(exchanged())
def test_all_but_what_the_format_cannot_hold_comes_back(article: ExchangedArticle) -> None:
    found = read(write([article], NOW)).articles
    # A first tag of a person's own that looks like ours is the one thing that a list of tags cannot tell apart.
    plain = [
        mark for mark in article.annotations if not any(tag.startswith(("owner:", "due:")) for tag in mark.tags[:1])
    ]
    back = {mark.id: mark for each in found for mark in each.annotations}
    for mark in plain:
        assert back[mark.id] == replace(mark, article="", version=0, passage=None)


def test_without_an_address_the_article_keeps_its_id(article: ExchangedArticle) -> None:
    pasted = replace(article, metadata=replace(article.metadata, url=None, original_url=None))
    assert read(write([pasted], NOW)).articles[0].id == article.id


def test_an_export_of_hypothesis_itself() -> None:
    root = {
        "id": "utalbWjUQZK5ifydnohjmA",
        "created": "2024-01-28T12:00:00.123456+00:00",
        "updated": "2024-01-29T12:00:00.123456+00:00",
        "user": "acct:lin@hypothes.is",
        "uri": "https://example.org/page",
        "text": "**值得**看",
        "tags": ["kind:unknown", "治理"],
        "target": [{"source": "https://example.org/page", "selector": [
            {"type": "RangeSelector", "startContainer": "/p[1]"},
            {"type": "TextPositionSelector", "start": 5, "end": 7},
            {"type": "TextQuoteSelector", "exact": "网格", "prefix": "个", "suffix": "。"},
        ]}],
        "document": {"title": ["标题"]},
        "user_info": {"display_name": None},
    }  # fmt: skip
    answer = {"id": "x1", "text": "同意", "references": [root["id"]], "target": [{"source": root["uri"]}], "tags": []}
    (article,) = read(json.dumps({"annotations": [root, root | answer]}).encode()).articles
    first, second = article.annotations
    assert first.kind is Kind.KEY and first.tags == ("kind:unknown", "治理") and first.creator == "lin"
    assert first.modified == "2024-01-29T12:00:00Z" and (first.start, first.end) == (5, 7)
    assert second.note == "同意" and second.quote == "网格" and second.id != first.id


def test_nonsense_counts_as_missing() -> None:
    exchange = read(json.dumps({"annotations": [1, {"uri": 3}, {"uri": "https://e.org/", "target": "x"}]}).encode())
    assert exchange.annotations == 0 and exchange.skipped == 3
