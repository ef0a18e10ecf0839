"""The JSON of the command line: the shapes that scripts rely on, whatever the values."""

import json

from reader.cli.rows import annotation_row, article_row, error_row, hit_row, outcome_row
from reader.model.annotation import Annotation, Kind
from reader.model.article import AddOutcome, AddStatus, Article, Metadata, Status
from reader.model.blocks import Span
from reader.model.errors import AmbiguousQuoteError, CaptureError
from reader.model.query import Field, SearchHit


def test_enums_and_tuples_become_plain_json() -> None:
    article = Article("a1", Metadata("青禾区"), "2026-03-18T08:00:00Z", Status.READING, tags=("党建",), annotations=2)
    row = json.loads(json.dumps(article_row(article)))
    assert (row["status"], row["tags"], row["annotations"], row["source"]) == ("reading", ["党建"], 2, None)
    mark = Annotation("m1", "a1", 1, Kind.ACTION, quote="网格", start=3, end=5, passage="1-1", owner="张明")
    row = json.loads(json.dumps(annotation_row(mark)))
    assert (row["kind"], row["start"], row["owner"], row["due"], row["tags"]) == ("action", 3, "张明", None, [])
    hit = SearchHit("a1", "青禾区", Field.TEXT, "一张网格", (Span(2, 4),), start=7, end=9)
    assert json.loads(json.dumps(hit_row(hit)))["hits"] == [[2, 4]]


def test_an_outcome_names_the_code_of_its_error() -> None:
    failed = AddOutcome("x", AddStatus.FAILED, error=CaptureError("fetch_timeout", url="x", seconds=30))
    assert outcome_row(failed)["error"] == "fetch_timeout"
    assert outcome_row(AddOutcome("x", AddStatus.FAILED, error=RuntimeError("?")))["error"] == "unexpected"
    assert outcome_row(AddOutcome("x", AddStatus.ADDED, "a1"))["error"] is None


def test_an_error_tells_code_sentence_and_places() -> None:
    places: list[dict[str, object]] = [{"start": 1, "end": 3, "passage": "1-1", "context": "一张网格"}]
    assert error_row(AmbiguousQuoteError(places), "…") == {"error": "ambiguous", "message": "…", "places": places}
    assert error_row(OSError(28, "full"), "…") == {"error": "system", "message": "…"}
