"""The verbs that correct a digest, as a script and as a person see them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.model.article import CapturedArticle
from reader.services.session import Session

Reader = Callable[..., Any]

TEXTS = (
    "近年来，清河市推行“双报到”，出台《红河计划》。",
    "一、组织联建",
    "各社区建立“议事亭”，居民说事。",
    "二、资源联享",
    "各单位认领“微心愿”，转发《共享办法》。",
)
ROW = {
    "number", "id", "article", "layer", "change", "data", "field", "quote", "start", "end", "used", "created"
}  # fmt: skip


@pytest.fixture
def article(reader: Reader, captured: Callable[..., CapturedArticle], tmp_path: Path) -> str:
    """A report of the library of the command line, with a document in its title."""
    with Session(tmp_path / "library" / "library.db") as session:
        return session.library.articles.add(captured(*TEXTS, title="清河市印发《联建办法》")).id


def item(reader: Reader, article: str, layer: str, words: str) -> Any:
    return next(each for each in reader("digest", article, "--json").json[layer] if words in each["text"])


def test_a_field_is_set_listed_and_taken_back(reader: Reader, article: str) -> None:
    plan = item(reader, article, "documents", "红河")
    at = ("correct", article[:8], "--layer", "documents", "--at")
    told = reader(*at, f"{plan['start']}-{plan['end']}", "--set", "verb=制定", "--set", "kind=work", "--json")
    assert told.status == 0 and told.json.keys() == ROW, told.err
    row = told.json
    assert (row["number"], row["layer"], row["change"], row["used"]) == (1, "documents", "set", True)
    assert (told.json["data"], told.json["quote"]) == ({"verb": "制定", "kind": "work"}, "《红河计划》")
    assert item(reader, article, "documents", "红河") == plan | {"verb": "制定", "kind": "work", "corrected": True}
    reader(*at, plan["start"], "--set", "verb=", "--json")
    assert item(reader, article, "documents", "红河")["verb"] is None
    listed = reader("corrections", article, "--json").json
    assert [each["number"] for each in listed] == [1, 2] and listed[0] == told.json
    left = reader("corrections", article, "--undo", 2, "--json").json
    assert left == listed[:1] and item(reader, article, "documents", "红河")["verb"] == "制定"
    reader("corrections", article, "--undo", 1)
    assert item(reader, article, "documents", "红河") == plan


def test_an_item_is_removed_and_headings_are_merged(reader: Reader, article: str) -> None:
    term, heading = item(reader, article, "terms", "议事亭"), item(reader, article, "outline", "资源联享")
    assert reader("correct", article, "--layer", "terms", "--at", term["start"], "--remove").status == 0
    assert reader("correct", article, "--layer", "outline", "--at", heading["start"], "--merge").status == 0
    after = reader("digest", article, "--json").json
    assert "议事亭" not in [each["text"] for each in after["terms"]]
    assert [each["title"] for each in after["outline"]] == ["组织联建 资源联享"]


def test_people_read_what_was_corrected(reader: Reader, article: str) -> None:
    assert reader("corrections", article, "--lang", "zh_CN").text == "这篇文章的摘要没有更正。\n"
    plan, term = item(reader, article, "documents", "红河"), item(reader, article, "terms", "议事亭")
    named = ("--layer", "documents", "--at", plan["start"])
    told = reader("correct", article, *named, "--set", "verb=制定", "--lang", "zh_CN")
    assert told.text == "1  文件  “《红河计划》”  verb=制定\n"
    reader("correct", article, "--layer", "terms", "--at", term["start"], "--remove")
    told = reader("corrections", article, "--lang", "zh_CN")
    assert told.text.splitlines()[1].split() == ["2", "用语", "“议事亭”", "去掉"]
    assert "fits nothing" not in reader("corrections", article).text


def test_an_item_of_the_title(reader: Reader, article: str) -> None:
    found = item(reader, article, "documents", "联建")
    assert found["field"] == "title"
    named = ("--layer", "documents", "--in", "title", "--at", found["start"])
    told = reader("correct", article, *named, "--remove", "--json")
    assert told.json["field"] == "title"
    assert "联建办法" not in str(reader("digest", article, "--json").json["documents"])


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("--layer", "terms", "--at", "1"), 2, "usage"),
        (("--layer", "terms", "--at", "1", "--remove", "--merge"), 2, "usage"),
        (("--layer", "terms", "--at", "1", "--remove", "--set", "kind=term"), 2, "usage"),
        (("--layer", "terms", "--at", "x", "--remove"), 2, "usage"),
        (("--layer", "terms", "--at", "5-5", "--remove"), 2, "usage"),
        (("--layer", "terms", "--at", "5", "--set", "kind"), 2, "usage"),
        (("--layer", "nonsense", "--at", "5", "--remove"), 2, "usage"),
        (("--at", "5", "--remove"), 2, "usage"),
        (("--layer", "terms", "--at", "0", "--remove"), 1, "correction_no_item"),
        (("--layer", "terms", "--at", "0-3", "--remove"), 1, "correction_no_item"),
        (("--layer", "terms", "--at", "{term}", "--merge"), 1, "correction_merge"),
        (("--layer", "terms", "--at", "{term}", "--set", "text=x"), 1, "correction_field"),
        (("--layer", "terms", "--at", "{term}", "--set", "kind=x"), 1, "correction_value"),
        (("--layer", "outline", "--at", "{heading}", "--merge"), 1, "correction_first"),
    ],
)
def test_what_cannot_be_corrected_is_a_sentence(
    reader: Reader, article: str, language: str, arguments: tuple[str, ...], status: int, code: str
) -> None:
    places = {"term": item(reader, article, "terms", "议事亭"), "heading": item(reader, article, "outline", "组织联建")}
    typed = [each.format(**{name: each["start"] for name, each in places.items()}) for each in arguments]
    told = reader("correct", article, *typed, "--lang", language, "--json")
    assert told.status == status and told.json["error"] == code, told.err
    assert not re.search(r"[{]|error\.|cli\.", told.json["message"])
    assert reader("corrections", article, "--json").json == []


@pytest.mark.parametrize("number", [0, 1, 7])
def test_only_what_is_there_is_taken_back(reader: Reader, article: str, number: int) -> None:
    told = reader("corrections", article, "--undo", number, "--json")
    assert told.status == 1 and told.json["error"] == "correction_not_found"
