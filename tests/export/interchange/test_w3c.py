"""Web Annotations as JSON-LD: what the standard asks for, and nothing lost."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from tests.exchanged import TEXT, exchanged

from reader.export.interchange.w3c import CONTEXT, read, write
from reader.model.annotation import Kind
from reader.model.errors import InterchangeError
from reader.model.interchange import ExchangedArticle

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def items(article: ExchangedArticle) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(write([article]))["first"]["items"]
    return found


def test_the_collection_is_what_the_standard_wants(article: ExchangedArticle) -> None:
    collection = json.loads(write([article]))
    assert collection["@context"][0] == CONTEXT and collection["type"] == "AnnotationCollection"
    assert collection["total"] == 4 and collection["label"] == article.metadata.title
    page = collection["first"]
    assert page["type"] == "AnnotationPage" and page["startIndex"] == 0 and len(page["items"]) == 4
    prefixes = set(collection["@context"][1])
    for item in page["items"]:
        assert item["id"].startswith("urn:uuid:") and item["type"] == "Annotation"
        assert set(item["motivation"]) <= MOTIVATIONS and item["target"]["source"] == article.metadata.url
        assert item["target"]["state"]["type"] == "TimeState"
        assert {body["purpose"] for body in item["body"]} <= MOTIVATIONS
        foreign = [key for key in item if ":" in key]
        assert all(key.partition(":")[0] in prefixes for key in foreign)
        assert None not in item.values() and "" not in item.values()


def test_kinds_are_motivations(article: ExchangedArticle) -> None:
    whole, borrow, data, question = items(article)
    assert whole["motivation"] == ["editing"] and "selector" not in whole["target"]
    assert borrow["motivation"] == ["highlighting", "assessing"]
    assert data["motivation"] == ["highlighting", "identifying"]
    assert question["motivation"] == ["highlighting", "questioning"]
    assert [(body["purpose"], body["value"]) for body in borrow["body"]] == [
        ("assessing", "=SUM(A1)\n-第二行"),
        ("tagging", "试点"),
        ("tagging", "a,b;c"),
        ("classifying", "borrow"),
    ]
    assert whole["reader:owner"] == "张明" and whole["reader:due"] == "2026-12-01"


def test_positions_are_code_points_of_the_text_that_travels(article: ExchangedArticle) -> None:
    about = json.loads(write([article]))["reader:articles"][0]
    assert about["reader:text"] == TEXT and about["reader:sha256"] == article.sha256
    _, borrow, _, lost = items(article)
    quote, position = borrow["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "“一网三联”😀，37个网格"[:13]
    assert [each["type"] for each in lost["target"]["selector"]] == ["TextQuoteSelector"] and lost["reader:orphan"]


@given(exchanged())
def test_every_position_names_the_quoted_words(article: ExchangedArticle) -> None:
    text = article.text or ""
    for item in items(article):
        selectors = {each["type"]: each for each in item["target"].get("selector", [])}
        if position := selectors.get("TextPositionSelector"):
            quote, start, end = selectors["TextQuoteSelector"], position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote.get("prefix", "")) and text[end:].startswith(quote.get("suffix", ""))


@given(exchanged())
def test_nothing_is_lost(article: ExchangedArticle) -> None:
    (found,) = read(write([article])).articles
    assert [replace(each, version=1) for each in found.annotations] == list(article.annotations)
    assert replace(found, annotations=article.annotations) == article


def test_the_text_may_stay_at_home(article: ExchangedArticle) -> None:
    data = write([replace(article, text=None)])
    assert b"reader:text" not in data and "再有".encode() in data, "context of the quotes alone"
    assert read(data).articles[0].text is None


def test_the_same_articles_give_the_same_bytes(article: ExchangedArticle) -> None:
    assert write([article]) == write([article])


FOREIGN = {
    "@context": CONTEXT,
    "id": "http://example.org/anno1",
    "type": "Annotation",
    "motivation": "questioning",
    "creator": {"id": "http://example.org/user1", "type": "Person", "name": "Lin"},
    "created": "2015-01-28T12:00:00+08:00",
    "body": ["http://example.org/body1", {"type": "TextualBody", "value": "为什么？"}],
    "target": {
        "source": "http://example.org/page1",
        "selector": {"type": "TextQuoteSelector", "exact": "网格", "prefix": "个"},
    },
}


@pytest.mark.parametrize(
    "whole",
    [
        FOREIGN,
        [FOREIGN],
        {"type": "AnnotationPage", "items": [FOREIGN]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [FOREIGN]}},
    ],
)
def test_annotations_of_other_programs(whole: object) -> None:
    (article,) = read(json.dumps(whole).encode()).articles
    assert article.metadata.url == "http://example.org/page1" and article.id == ""
    (annotation,) = article.annotations
    assert annotation.kind is Kind.QUESTION and annotation.creator == "Lin" and annotation.note == "为什么？"
    assert annotation.quote == "网格" and annotation.prefix == "个" and annotation.start is None
    assert annotation.created == annotation.modified == "2015-01-28T04:00:00Z"
    assert read(json.dumps(whole).encode()).articles[0].annotations[0].id == annotation.id


def test_a_target_may_be_an_address_alone_and_a_body_a_string() -> None:
    item = {"id": "urn:x:1", "type": "Annotation", "bodyValue": "好", "target": "http://example.org/page1"}
    (article,) = read(json.dumps(item).encode()).articles
    assert article.metadata.url == "http://example.org/page1" and article.annotations[0].note == "好"


def test_pages_elsewhere_are_not_fetched() -> None:
    with pytest.raises(InterchangeError) as refused:
        read(json.dumps({"type": "AnnotationCollection", "first": "http://example.org/page1"}).encode())
    assert refused.value.code == "import_pages"


@pytest.mark.parametrize(
    "item",
    [
        None, 7, "x", [], {}, {"target": None}, {"target": {"source": 5}},
        {"target": {"source": "javascript:alert(1)"}},
        {"target": [{"source": "http://e.org/", "selector": [{"type": ["a"]}, 3]}], "body": [[], 4], "creator": [1]},
        {"target": {"source": "http://e.org/", "selector": {"type": "TextPositionSelector", "start": -1, "end": 1e9}}},
    ],
)  # fmt: skip
def test_values_of_the_wrong_type_count_as_missing(item: object) -> None:
    exchange = read(json.dumps([item]).encode())
    assert exchange.annotations == 0 and exchange.skipped == 1
