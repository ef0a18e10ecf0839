"""The report that the project grew from, and five of its kind with two hundred annotations, on their travels."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.cli.rows import annotation_row
from reader.export.interchange.hypothesis import read as read_hypothesis
from reader.export.interchange.table import read as read_table
from reader.model.annotation import Kind
from reader.model.article import CapturedArticle
from reader.services.session import Session
from reader.text.passages import Passages

Capture = Callable[..., CapturedArticle]


@pytest.fixture
def paragraphs(shared: Path) -> list[str]:
    lines = [line.strip() for line in (shared / "corpus/seed/kaiyuan.txt").read_text("utf-8").splitlines()]
    return [line for line in lines if len(line) > 120 and not line.startswith("[") and "本站" not in line]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "other.db") as opened:
        yield opened


def annotated(session: Session, captured: CapturedArticle, number: int) -> str:
    """An article with `number` annotations: sentences, words that stand in many places, and a note on the whole."""
    key = session.capturing.store("-", captured).id
    assert key is not None
    text = session.reading.content(key).text
    places = [(each.start, each.end) for each in Passages(text).sentences]
    at = -1
    while (at := text.find("社区", at + 1)) >= 0:
        places.append((at, at + 2))
    for order, (start, end) in enumerate(places[: number - 1]):
        kind = list(Kind)[order % 5]
        task = {"owner": "张明", "due": "2026-12-01"} if kind is Kind.ACTION else {}
        note = f"批注{order}" if order % 3 else ""
        session.annotating.annotate(key, start=start, end=end, kind=kind, note=note, tags=[f"标签{order % 4}"], **task)
    session.annotating.annotate(key, note="整篇")
    return key


@pytest.mark.parametrize(("articles", "annotations"), [(1, 12), (5, 40)])
def test_there_and_back(
    articles: int, annotations: int, session: Session, other: Session, captured: Capture, paragraphs: list[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    made = [
        captured(*paragraphs[number % 4 :], *paragraphs[: number % 4], url=f"https://example.org/{number}.html")
        for number in range(articles)
    ]
    keys = [annotated(session, each, annotations) for each in made]
    file = tmp_path / "x.jsonld"
    session.interchange.export(keys, "jsonld", file)
    collection = json.loads(file.read_text("utf-8"))
    texts = {each["id"]: each["reader:text"] for each in collection["reader:articles"]}
    for item in collection["first"]["items"]:
        text = texts[item["target"]["reader:article"]["id"]]
        if "selector" in item["target"]:
            quote, position = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"] and text[:start].endswith(quote.get("prefix", ""))
    assert collection["total"] == articles * annotations
    outcome = other.interchange.import_file(file)
    assert len(outcome.added) == articles * annotations and not outcome.orphaned
    for key in keys:
        assert list(map(annotation_row, other.annotating.list(key))) == list(
            map(annotation_row, session.annotating.list(key))
        )
    for format, read in (("csv", read_table), ("hypothesis", read_hypothesis)):
        session.interchange.export(keys, format, file)
        assert read(file.read_bytes()).annotations == articles * annotations
        assert not other.interchange.import_file(file).is_change
