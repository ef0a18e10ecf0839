"""Annotations: where they are put, what is refused, how they are changed and taken back."""

from collections.abc import Callable

import pytest

from reader.model.annotation import Kind
from reader.model.article import CapturedArticle
from reader.model.blocks import Span
from reader.model.errors import AmbiguousQuoteError, AnnotationError, ReaderError
from reader.services.session import Session


def test_a_quote_is_placed_with_its_context_and_passage(session: Session, article: str) -> None:
    text = session.reading.content(article).text
    made = session.annotating.annotate(
        article, quote="4项工作制度", kind=Kind.DATA, note="制度", tags=["#组织 体系", "组织 体系"]
    )
    assert text[made.start : made.end] == made.quote == "4项工作制度"
    assert made.passage == "2-2"
    assert made.prefix.endswith("结合实际，建立了") and made.suffix.startswith("。\n一是")
    assert made.tags == ("组织 体系",)
    assert made.creator == "小林"
    assert session.annotating.list(article) == [made]


def test_a_quote_of_several_places_is_refused_with_the_places(session: Session, article: str) -> None:
    with pytest.raises(AmbiguousQuoteError) as caught:
        session.annotating.annotate(article, quote="37")
    places = caught.value.places
    assert [place["passage"] for place in places] == ["2-1", "2-1", "3-1"]
    assert all("37" in str(place["context"]) for place in places)
    assert session.annotating.list(article) == []


@pytest.mark.parametrize(
    ("hint", "passage"), [({"suffix": "名骨干"}, "2-1"), ({"prefix": "一是推行区域化联建，在"}, "3-1")]
)
def test_context_chooses_among_the_places(session: Session, article: str, hint: dict[str, str], passage: str) -> None:
    assert session.annotating.annotate(article, quote="37", **hint).passage == passage


def test_start_chooses_among_the_places(session: Session, article: str) -> None:
    start = session.reading.content(article).text.rindex("37")
    assert session.annotating.annotate(article, quote="37", start=start).start == start


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"quote": "河长制"}, "quote_not_found"),
        ({"quote": " "}, "empty_quote"),
        ({"start": 5, "end": 5}, "bad_span"),
        ({"start": 0, "end": 10_000}, "bad_span"),
        ({}, "nothing_to_note"),
    ],
)
def test_what_cannot_be_marked_is_refused(session: Session, article: str, asked: dict[str, object], code: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        session.annotating.annotate(article, **asked)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert session.annotating.list(article) == []


def test_a_note_on_the_whole_article_has_no_place(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, note="值得全文学习")
    assert (made.quote, made.start, made.passage) == ("", None, None)


def test_edit_changes_only_what_is_asked_and_can_be_put_back(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, quote="4项工作制度")
    before, after = session.annotating.edit(made.id, kind=Kind.ACTION, owner="王主任", due="2026-12-01")
    assert before == made
    assert (after.kind, after.owner, after.due, after.quote) == (Kind.ACTION, "王主任", "2026-12-01", made.quote)
    session.annotating.put_back(before)
    assert session.annotating.get(made.id) == made


def test_moving_the_ends_moves_quote_and_passage_with_them(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, quote="4项工作制度")
    _, after = session.annotating.edit(made.id, end=made.end + 6)
    assert after.quote == "4项工作制度。\n一是推行"[: len(after.quote)] and len(after.quote) == len(made.quote) + 6
    assert after.passage == "2-2..3-1"


def test_an_edit_that_changes_nothing_writes_nothing(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, quote="4项工作制度")
    before, after = session.annotating.edit(made.id, note="")
    assert before is after


def test_a_bad_date_is_refused(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, quote="4项工作制度")
    with pytest.raises(ReaderError, match="bad_date"):
        session.annotating.edit(made.id, due="明天")


def test_an_unknown_field_is_a_mistake_of_the_program(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, quote="4项工作制度")
    with pytest.raises(TypeError):
        session.annotating.edit(made.id, colour="red")


def test_a_deleted_mark_comes_back_whole(session: Session, article: str) -> None:
    made = session.annotating.annotate(article, quote="4项工作制度", note="制度", tags=["机制"])
    assert session.annotating.delete([made.id]) == [made.id]
    assert session.annotating.list(article) == []
    assert session.annotating.undelete([made.id]) == [made.id]
    assert session.annotating.list(article) == [made]


def test_what_was_seen_in_an_older_version_is_marked_in_the_newest(
    session: Session, article: str, captured: Callable[..., CapturedArticle]
) -> None:
    text = session.reading.content(article).text
    start = text.index("4项工作制度")
    made = session.annotating.annotate(article, quote="4项工作制度")
    edited = session.annotating.edit(made.id, note="试")[0]
    session.capturing.store("again", captured("新增的第一段。", *text.split("\n")))
    here = session.reading.content(article).text.index("4项工作制度")
    seen = session.annotating.annotate(article, start=start, end=start + 6, version=1)
    assert (seen.quote, seen.start, seen.version) == ("4项工作制度", here, 2)
    _, moved = session.annotating.edit(seen.id, start=start, end=start + 2, version=1)
    assert (moved.quote, moved.start) == ("4项", here)
    # Taking back an edit of before the new version leaves the mark where its words are now.
    back = session.annotating.put_back(edited)
    assert (back.note, back.quote, back.start, back.version) == ("", "4项工作制度", here, 2)
    session.capturing.store("again", captured("全文另写。"))
    with pytest.raises(AnnotationError, match="quote_not_found"):
        session.annotating.annotate(article, start=start, end=start + 6, version=1)


def test_several_places_are_marked_together_or_not_at_all(session: Session, article: str) -> None:
    text = session.reading.content(article).text
    quotes = ("4项工作制度", "划分网格448个")
    places = [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    made = session.annotating.annotate_each(article, [(places[0], Kind.KEY), (places[1], Kind.DATA)], 1)
    assert [(each.kind, each.quote, each.passage) for each in made] == [
        (Kind.KEY, "4项工作制度", "2-2"),
        (Kind.DATA, "划分网格448个", "3-1"),
    ]
    assert {each.id for each in session.annotating.list(article)} == {each.id for each in made}
    with pytest.raises(AnnotationError):
        session.annotating.annotate_each(article, [(Span(0, 4), Kind.KEY), (Span(5, 10**6), Kind.KEY)], 1)
    assert len(session.annotating.list(article)) == 2
