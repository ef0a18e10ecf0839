"""Digests of what the library holds: corrections stay, through every way a text can change."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.digest import digest_text
from reader.model.article import CapturedArticle
from reader.model.blocks import Span
from reader.model.corrections import Change
from reader.model.digest import Document, Field, HintKind, Item, Layer
from reader.model.errors import CaptureError, CorrectionError, LibraryError, NotFoundError
from reader.services import digesting
from reader.services.digesting import digest_file, digested_bytes, digested_file, digested_source
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

TITLE = "清河市印发《清河方案》"
TEXTS = (
    "近年来，清河市推行“双报到”，出台《红河计划》。",
    "一、组织联建",
    "各社区建立“议事亭”，居民说事。",
    "二、资源联享",
    "各单位认领“微心愿”，转发《共享办法》。",
)


@pytest.fixture
def article(session: Session, captured: Capture) -> str:
    """A report of five paragraphs."""
    return session.library.articles.add(captured(*TEXTS, title=TITLE)).id


def newer(session: Session, captured: Capture, article: str, *texts: str) -> None:
    session.library.articles.add_version(article, captured(*texts, title=TITLE))


def item(session: Session, article: str, layer: Layer, words: str, number: int | None = None) -> Item:
    """The item with these words, or the heading that ends with them."""
    items: tuple[Item, ...] = getattr(session.digesting.digest(article, number), layer.value)
    return next(each for each in items if each.text.endswith(words))


def correct(
    session: Session, article: str, layer: Layer, words: str, change: Change = Change.SET, **data: object
) -> str:
    found = item(session, article, layer, words)
    span = Span(found.start, found.end)
    return session.digesting.correct(article, layer, span, change, data, field=found.field).id


def verb(session: Session, article: str, words: str, number: int | None = None) -> str | None:
    found = item(session, article, Layer.DOCUMENTS, words, number)
    assert isinstance(found, Document)
    return found.verb


def terms(session: Session, article: str, number: int | None = None) -> list[str]:
    return [term.text for term in session.digesting.digest(article, number).terms]


def test_a_correction_survives_and_is_taken_back(session: Session, article: str) -> None:
    plain = session.digesting.digest(article)
    made = correct(session, article, Layer.DOCUMENTS, "《红河计划》", verb="制定")
    assert verb(session, article, "《红河计划》") == "制定"
    with Session(session.library_path) as later:
        assert verb(later, article, "《红河计划》") == "制定"
        assert [each.id for each in later.digesting.corrections(article)] == [made]
    session.digesting.undo_correction(article, made)
    assert session.digesting.digest(article) == plain
    with pytest.raises(NotFoundError, match="correction_not_found"):
        session.digesting.undo_correction(article, made)


def test_corrections_survive_a_new_version_at_another_place(session: Session, captured: Capture, article: str) -> None:
    correct(session, article, Layer.DOCUMENTS, "《红河计划》", verb="制定")
    correct(session, article, Layer.TERMS, "议事亭", Change.REMOVE)
    correct(session, article, Layer.OUTLINE, "资源联享", level=2)
    correct(session, article, Layer.DOCUMENTS, "《清河方案》", verb="修订")
    newer(session, captured, article, "今天，记者来到清河市。", *TEXTS[:2], "各社区建立“议事亭”，常说事。", *TEXTS[3:])
    assert verb(session, article, "《红河计划》") == "制定" and verb(session, article, "《清河方案》") == "修订"
    assert "议事亭" not in terms(session, article) and "双报到" in terms(session, article)
    assert getattr(item(session, article, Layer.OUTLINE, "资源联享"), "level", None) == 2
    assert all(each.is_used for each in session.digesting.resolved(article))
    assert verb(session, article, "《红河计划》", 1) == "制定", "the old version is still there, with the correction"


def test_what_a_new_version_has_no_more_comes_back_with_its_words(
    session: Session, captured: Capture, article: str
) -> None:
    made = correct(session, article, Layer.DOCUMENTS, "《红河计划》", verb="制定")
    newer(session, captured, article, *TEXTS[1:])
    (lost,) = session.digesting.resolved(article)
    assert (lost.correction.id, lost.span, lost.is_used) == (made, None, False)
    newer(session, captured, article, *TEXTS)
    assert verb(session, article, "《红河计划》") == "制定"


def test_a_correction_of_a_newer_version_holds_in_the_older_one(
    session: Session, captured: Capture, article: str
) -> None:
    newer(session, captured, article, "今天，记者来到清河市。", *TEXTS)
    correct(session, article, Layer.DOCUMENTS, "《红河计划》", verb="制定")
    assert verb(session, article, "《红河计划》", 1) == "制定"


def test_an_item_of_an_older_version_can_be_corrected(session: Session, captured: Capture, article: str) -> None:
    found = item(session, article, Layer.DOCUMENTS, "《红河计划》")
    newer(session, captured, article, "今天，记者来到清河市。", *TEXTS)
    place = Span(found.start, found.end)
    with pytest.raises(CorrectionError, match="correction_no_item"):
        session.digesting.correct(article, Layer.DOCUMENTS, place, Change.REMOVE)
    session.digesting.correct(article, Layer.DOCUMENTS, place, Change.REMOVE, version=1)
    assert "《红河计划》" not in [each.text for each in session.digesting.digest(article).documents]


def test_an_edited_title_keeps_its_corrections_as_long_as_the_words_stand(session: Session, article: str) -> None:
    correct(session, article, Layer.DOCUMENTS, "《清河方案》", verb="修订")
    session.organising.edit(article, title="关于《清河方案》的报道")
    found = session.digesting.digest(article).documents[0]
    assert (found.field, found.start, found.verb) == (Field.TITLE, 2, "修订")


def test_headings_are_merged(session: Session, article: str) -> None:
    correct(session, article, Layer.OUTLINE, "资源联享", Change.MERGE)
    (node,) = session.digesting.digest(article).outline
    assert node.corrected and node.title == "组织联建 资源联享"
    assert node.text == session.reading.content(article).text[node.start : node.end]


@pytest.mark.parametrize(
    ("layer", "change", "data", "code"),
    [
        (Layer.OUTLINE, Change.MERGE, {}, "correction_first"),
        (Layer.OUTLINE, Change.SET, {"level": "x"}, "correction_value"),
        (Layer.OUTLINE, Change.SET, {"title": "\x00\ud800 "}, "correction_value"),
        (Layer.TERMS, Change.REMOVE, {}, "correction_no_item"),
    ],
)
def test_bad_corrections_are_refused_and_nothing_is_kept(
    session: Session, article: str, layer: Layer, change: Change, data: dict[str, object], code: str
) -> None:
    found = item(session, article, Layer.OUTLINE, "组织联建")
    with pytest.raises(CorrectionError) as caught:
        session.digesting.correct(article, layer, Span(found.start, found.end), change, data)
    assert caught.value.code == code and session.digesting.corrections(article) == []


def test_an_item_is_named_by_its_beginning(session: Session, article: str) -> None:
    found = item(session, article, Layer.TERMS, "双报到")
    assert session.digesting.item_at(article, Layer.TERMS, found.start) == found
    with pytest.raises(CorrectionError, match="correction_no_item"):
        session.digesting.item_at(article, Layer.TERMS, found.start + 1)


def test_asking_again_costs_nothing_and_changes_are_seen(
    session: Session, captured: Capture, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = session.digesting.digest(article)
    assert session.digesting.digest(article) is first
    session.organising.edit(article, published="2020-01-01")
    assert session.digesting.digest(article).meta.published == "2020-01-01"
    newer(session, captured, article, *TEXTS[:2])
    assert len(session.digesting.digest(article).outline) < len(first.outline)
    for number in range(2 * digesting.REMEMBERED):
        session.digesting.digest(session.library.articles.add(captured(f"第{number}篇。", url=None)).id)
    again = session.digesting.digest(article, 1)
    assert again is not first and again.terms == first.terms, "it was not kept for ever"


# ---- the whole library


def test_the_library_knows_terms_after_indexing(session: Session, captured: Capture, article: str) -> None:
    later = captured("各村推行“双报到”，人人参与。", title="后来", published="2026-05-01")
    other = session.library.articles.add(later).id
    assert session.digesting.terms() == []
    assert session.digesting.index().digested == 2
    row = session.digesting.terms("双报到")[0]
    assert (row.articles, row.occurrences, row.first, row.first_seen) == (2, 2, article, "2026-03-02")
    places = session.digesting.term_places("双报到")
    assert [place.article for place in places] == [article, other]
    text = session.reading.content(article).text
    assert text[places[0].start : places[0].end] == "双报到"


def test_the_index_follows_corrections(session: Session, article: str) -> None:
    session.digesting.index()
    made = correct(session, article, Layer.TERMS, "双报到", Change.REMOVE)
    assert session.digesting.index().digested == 1 and session.digesting.terms("双报到") == []
    session.digesting.undo_correction(article, made)
    session.digesting.index()
    assert len(session.digesting.terms("双报到")) == 1
    session.digesting.forget_index()
    assert session.digesting.terms() == [] and session.digesting.index().digested == 1


COUNTED = "全市划分网格448个。65家单位包联社区，其中37家单位牵头、28家单位参加。"


def test_figures_are_found_by_what_they_count_also_when_a_reader_said_it(session: Session, captured: Capture) -> None:
    article = session.library.articles.add(captured(COUNTED, title="清河市的做法")).id
    session.digesting.index()
    (row,) = session.digesting.figures("网格")
    assert (row.article, row.value, row.unit, row.text) == (article, 448, "个", "448个")
    assert row.sentence == "全市划分网格448个。"
    correct(session, article, Layer.FIGURES, "448个", object="责任片区")
    session.digesting.index()
    assert session.digesting.figures("网格") == []
    assert [row.object for row in session.digesting.figures("片区")] == ["责任片区"]


def test_arithmetic_follows_corrections(session: Session, captured: Capture) -> None:
    article = session.library.articles.add(captured(COUNTED, title="清河市的做法")).id
    assert HintKind.SUM in [hint.kind for hint in session.digesting.digest(article).hints]
    correct(session, article, Layer.FIGURES, "28家", value=27)
    assert HintKind.SUM not in [hint.kind for hint in session.digesting.digest(article).hints]


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid"), reason="permissions of Unix")
def test_a_library_that_can_only_be_read_still_digests(
    session: Session, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.library import files

    correct(session, article, Layer.DOCUMENTS, "《红河计划》", verb="制定")
    session.digesting.index()
    session.close()
    monkeypatch.setattr(files, "is_writable", lambda _path: False)
    with Session(session.library_path) as reading:
        assert reading.read_only
        assert verb(reading, article, "《红河计划》") == "制定"
        outcome = reading.digesting.index()
        assert (outcome.digested, outcome.is_complete) == (0, False)
        assert [row.term for row in reading.digesting.terms("双报到")] == ["双报到"]
        with pytest.raises(LibraryError, match="library_read_only"):
            correct(reading, article, Layer.TERMS, "双报到", Change.REMOVE)


# ---- without a library

DUMP = "清河市的做法\n一、组织联建\n各社区建立“议事亭”。\n二、资源联享\n各单位转发《共享办法》。\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_count_in_a_file_exactly_as_it_is_stored(tmp_path: Path, mark: str, ending: str) -> None:
    stored = mark + DUMP.replace("\n", ending)
    (tmp_path / "t.txt").write_bytes(stored.encode())
    found = digested_file(str(tmp_path / "t.txt"))
    assert found.text == stored and found.digest == digest_text(stored) == digest_file(str(tmp_path / "t.txt"))
    items: list[Item] = [*found.digest.outline, *found.digest.documents, *found.digest.terms]
    assert {each.text for each in items} >= {"一、组织联建", "二、资源联享", "《共享办法》", "议事亭"}
    assert all(each.text == stored[each.start : each.end] for each in items)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("missing.txt", None, "file_missing"),
        ("\x00", None, "file_unreadable"),
        ("~nobody-of-that-name/t.txt", None, "file_unreadable"),
        (".", None, "file_unreadable"),
        ("gbk.txt", DUMP.encode("gbk"), "text_not_utf8"),
        ("utf16.txt", DUMP.encode("utf-16"), "text_not_utf8"),
    ],
)
def test_a_file_that_cannot_be_digested_is_told(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    path = name if name.startswith("~") else str(tmp_path / name)
    if data is not None:
        Path(path).write_bytes(data)
    with pytest.raises(CaptureError) as caught:
        digest_file(path)
    assert (caught.value.code, caught.value.data["path"]) == (code, path)


def test_a_file_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digesting, "LARGEST_FILE", 1024)
    (tmp_path / "t.txt").write_bytes(b"x" * 1025)
    with pytest.raises(CaptureError, match="text_too_large"):
        digest_file(str(tmp_path / "t.txt"))
    assert digested_bytes(b"x" * 1024, "-").text == "x" * 1024


def test_a_source_is_digested_as_adding_it_would_make_it(session: Session, tmp_path: Path) -> None:
    page = "".join(f"<p>{text}</p>" for text in TEXTS)
    path = tmp_path / "page.html"
    path.write_text(f'<html><meta charset="utf-8"><title>{TITLE}</title><body><h1>{TITLE}</h1>{page}</body></html>')
    found = digested_source(str(path))
    added = session.capturing.add(str(path)).id
    assert added is not None
    assert session.digesting.digest_source(str(path)) == found.digest == session.digesting.digest(added)
    assert session.digesting.digested(added).text == found.text
    assert digested_source("-", path.read_bytes()).digest.outline == found.digest.outline
