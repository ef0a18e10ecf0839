"""Annotations out of a library and into another: nothing lost, nothing doubled, nothing half."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.cli.rows import annotation_row
from reader.model.annotation import Annotation, Kind
from reader.model.article import CapturedArticle
from reader.model.blocks import Block, BlockKind
from reader.model.errors import CancelledError, ExportError, InterchangeError, LibraryError
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

LINES = (
    "𬭎桥街道“一网三联”😀治理，37个社区。",
    "成立了37个社区党委，选派37名骨干。",
    "三是再建37个网格。",
)
URL = "https://example.org/a.html"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    """An empty library of somebody else."""
    with Session(tmp_path / "other.db", creator="老周") as opened:
        yield opened


@pytest.fixture
def marked(session: Session, captured: Capture) -> str:
    """An article with every sort of annotation: overlapping, repeated words, a lost one, one on the whole, a task."""
    old = captured(*LINES, "这一段后来删去了，批注还在。", url=URL)
    key = session.capturing.store(URL, old).id
    assert key is not None
    annotate = session.annotating.annotate
    annotate(key, quote="这一段后来删去了", note="找不到了", kind=Kind.QUESTION, tags=["旧"])
    session.capturing.store(URL, captured(*LINES, url=URL))
    annotate(key, note="整篇：=SUM(A1)\n-第二行\t制表", kind=Kind.BORROW, tags=["试点", "a;b,c"])
    annotate(key, quote="“一网三联”😀治理", note="𬭎", kind=Kind.KEY)
    annotate(key, quote="😀治理，37个", kind=Kind.DATA)
    annotate(key, quote="37个", prefix="成立了", kind=Kind.DATA, note="第二处")
    annotate(key, quote="骨干。\n三是", kind=Kind.ACTION, note="拟方案", owner="张明", due="2026-12-01")
    return key


def rows(session: Session, *left_out: str) -> list[dict[str, Any]]:
    """What `annotations --json` tells."""
    found = [annotation_row(each) for each in session.annotating.list()]
    return [{key: value for key, value in row.items() if key not in left_out} for row in found]


def move(session: Session, key: str, format: str, other: Session, file: Path, **options: Any) -> Any:
    session.interchange.export([key], format, file, **options)
    return other.interchange.import_file(file)


def test_a_new_library_has_the_same_annotations(session: Session, marked: str, other: Session, tmp_path: Path) -> None:
    outcome = move(session, marked, "jsonld", other, tmp_path / "x.jsonld")
    assert rows(other, "version") == rows(session, "version")
    assert other.reading.content(marked).text == session.reading.content(marked).text
    about = session.reading.article(marked).metadata
    assert other.reading.article(marked).metadata == replace(about, site="example.org")
    assert len(outcome.added) == 6 and outcome.articles_added == (marked,) and len(outcome.orphaned) == 1


@pytest.mark.parametrize("format", ["jsonld", "csv", "hypothesis"])
def test_a_library_with_the_same_article_has_the_same_annotations(
    format: str, session: Session, marked: str, other: Session, captured: Capture, tmp_path: Path
) -> None:
    key = other.capturing.store(URL, captured(*LINES, url=URL)).id
    outcome = move(session, marked, format, other, tmp_path / "x", with_text=False)
    assert outcome.articles_matched == (key,) and not outcome.articles_added
    assert rows(other, "version", "article") == rows(session, "version", "article")


@pytest.mark.parametrize("format", ["jsonld", "csv", "hypothesis"])
def test_the_same_file_again_changes_nothing(
    format: str, session: Session, marked: str, other: Session, tmp_path: Path
) -> None:
    first = move(session, marked, format, other, tmp_path / "x")
    before = rows(other), other.organising.counts()
    second = other.interchange.import_file(tmp_path / "x")
    assert first.is_change and not second.is_change and second.unchanged == 6
    assert (rows(other), other.organising.counts()) == before
    home = session.interchange.import_file(tmp_path / "x")
    assert not home.is_change and home.unchanged == 6, "at home too"


def test_only_what_is_newer_changes(session: Session, marked: str, other: Session, tmp_path: Path) -> None:
    move(session, marked, "jsonld", other, tmp_path / "x")
    mine, theirs = session.annotating.list(marked)[1:3]
    later = "2099-01-01T00:00:00Z"
    session.library.annotations.replace(replace(mine, note="改过", tags=("新",), modified=later))
    other.library.annotations.replace(replace(theirs, note="那边改过", modified=later))
    outcome = move(session, marked, "jsonld", other, tmp_path / "y")
    assert [(before.note, after.note) for before, after in outcome.updated] == [(mine.note, "改过")]
    assert other.annotating.get(mine.id).tags == ("新",) and other.annotating.get(theirs.id).note == "那边改过"
    assert outcome.unchanged == 5


def test_places_are_found_in_another_version(
    session: Session, marked: str, other: Session, captured: Capture, tmp_path: Path
) -> None:
    changed = captured("新加的一段，也有37个。", *LINES[:2], "三是新建37个网格。", url=URL)
    other.capturing.store(URL, changed)
    move(session, marked, "jsonld", other, tmp_path / "x")
    text = other.reading.content(other.annotating.list()[0].article).text
    second = next(mark for mark in other.annotating.list() if mark.note == "第二处")
    assert second.start is not None and text[second.start - 3 : second.end] == "成立了37个"
    for mark in other.annotating.list():
        assert mark.start is None or text[mark.start : mark.end] == mark.quote


def test_words_in_several_places_are_left_to_a_person(other: Session, captured: Capture, tmp_path: Path) -> None:
    other.capturing.store(URL, captured(*LINES, url=URL))
    file = tmp_path / "x.csv"
    file.write_text(f"url,quote,note,kind\n{URL},37个,哪一处,data\n{URL},成立了37 个社区党委,一处,data\n", "utf-8")
    outcome = other.interchange.import_file(file)
    lost, found = sorted(other.annotating.list(), key=lambda mark: mark.note == "一处")
    assert lost.orphan and lost.quote == "37个" and outcome.orphaned == (lost.id,)
    assert found.quote == "成立了37个社区党委", "blanks between the words are no difference"


def test_what_no_article_is_there_for_becomes_one(other: Session, tmp_path: Path) -> None:
    from tests.export.interchange.test_readwise import FILE

    file = tmp_path / "readwise.csv"
    file.write_text(FILE, "utf-8")
    outcome = other.interchange.import_file(file)
    assert len(outcome.articles_added) == 2 and len(outcome.added) == 3 and not outcome.orphaned
    key = outcome.articles_added[0]
    text = other.reading.content(key).text
    assert text.startswith("（以下摘录导入自Readwise，并非全文。）\n划分网格448个,\n真好\n")
    for mark in other.annotating.list(key):
        assert text[mark.start : mark.end] == mark.quote and mark.passage
    assert other.reading.article(key).tags == ("党建", "学习")
    assert not other.interchange.import_file(file).is_change


def test_excerpts_grow_with_the_next_file_and_give_way_to_the_whole(
    session: Session, marked: str, other: Session, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    head = "id,url,quote,note,kind\n"
    file.write_text(f"{head}1,{URL},选派37名骨干,a,key\n", "utf-8")
    key = other.interchange.import_file(file).articles_added[0]
    file.write_text(f"{head}1,{URL},选派37名骨干,a,key\n2,{URL},三是再建,b,key\n", "utf-8")
    outcome = other.interchange.import_file(file)
    assert not outcome.orphaned and len(outcome.added) == 1 and outcome.unchanged == 1
    assert other.reading.content(key).text.splitlines()[1:] == ["选派37名骨干", "三是再建"]
    move(session, marked, "jsonld", other, tmp_path / "y")
    text = other.reading.content(key).text
    assert text == "\n".join(LINES)
    assert {mark.note for mark in other.annotating.list(key) if mark.start is not None} >= {"a", "b"}


def test_articles_are_known_by_id_address_text_and_title(
    session: Session, marked: str, captured: Capture, tmp_path: Path
) -> None:
    session.interchange.export([marked], "jsonld", tmp_path / "x", with_text=False)
    known = json.loads((tmp_path / "x").read_text("utf-8"))
    about = known["reader:articles"][0]

    def matched(captured_article: CapturedArticle, **facts: str) -> bool:
        with Session(tmp_path / f"{len(list(tmp_path.iterdir()))}.db") as library:
            key = library.capturing.store("-", captured_article).id
            file = tmp_path / "y"
            dropped = {"reader:url", "reader:original_url", "reader:sha256", "reader:title"}
            changed = {name: value for name, value in about.items() if name not in dropped} | facts
            file.write_text(json.dumps(known | {"reader:articles": [changed]}), "utf-8")
            return library.interchange.import_file(file).articles_matched == (key,)

    same_text = captured(*LINES, url=None, title="别的题名")
    assert matched(same_text, **{"reader:sha256": same_text.sha256})
    assert not matched(same_text, **{"reader:sha256": "0" * 64})
    repost = captured("别的文字。", url="https://b.example/1", original_url=URL)
    assert matched(repost, **{"reader:url": URL})
    assert matched(captured("别的文字。", url=None), **{"reader:title": about["reader:title"]})
    elsewhere = captured("别的文字。", url="https://b.example/1")
    title = {"reader:title": about["reader:title"], "reader:url": URL}
    assert not matched(elsewhere, **title), "two reports of one title are not one report"


def test_reposts_of_one_text_stay_two_articles(
    session: Session, other: Session, captured: Capture, tmp_path: Path
) -> None:
    keys = [session.capturing.store("-", captured(*LINES, url=f"https://{site}.example/1")).id for site in "ab"]
    for key in keys:
        assert key is not None
        session.annotating.annotate(key, note=f"批注{key}")
    file = tmp_path / "x"
    for format in ("jsonld", "csv", "hypothesis"):
        session.interchange.export([key for key in keys if key], format, file)
        other.interchange.import_file(file)
        assert {mark.note for mark in other.annotating.list()} == {f"批注{key}" for key in keys}
        assert not other.interchange.import_file(file).is_change
        assert len({mark.article for mark in other.annotating.list()}) == 2


def test_books_of_one_title_stay_two_articles(other: Session, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    rows_of_two = "Highlight,Book Title,Book Author\n一句,文集,王小明\n又一句,文集,李大山\n"
    file.write_text(rows_of_two, "utf-8")
    assert len(other.interchange.import_file(file).articles_added) == 2
    assert not other.interchange.import_file(file).is_change
    file.write_text(rows_of_two + "第三句,文集,李大山\n", "utf-8")
    outcome = other.interchange.import_file(file)
    assert len(outcome.added) == 1 and not outcome.articles_added and not outcome.orphaned


def test_what_lies_in_the_trash_comes_back(session: Session, marked: str, tmp_path: Path) -> None:
    session.interchange.export([marked], "jsonld", tmp_path / "x")
    first = session.annotating.list(marked)[0]
    before = rows(session)
    session.annotating.delete([first.id])
    session.organising.delete([marked])
    outcome = session.interchange.import_file(tmp_path / "x")
    assert outcome.restored == (first.id,) and outcome.articles_restored == (marked,) and outcome.unchanged == 5
    assert rows(session) == before


def test_an_import_is_one_step_back_and_forth(session: Session, marked: str, other: Session, tmp_path: Path) -> None:
    move(session, marked, "jsonld", other, tmp_path / "x")
    victim = other.annotating.list()[1]
    session.annotating.edit(victim.id, note="新的批注")
    stored = session.annotating.get(victim.id)
    session.library.annotations.replace(replace(stored, modified="2099-01-01T00:00:00Z"))
    session.annotating.annotate(marked, note="又一条")
    before = rows(other)
    outcome = move(session, marked, "jsonld", other, tmp_path / "y")
    after = rows(other)
    other.interchange.revert(outcome)
    assert rows(other) == before
    other.interchange.reapply(outcome)
    assert rows(other) == after
    assert rows(other, "version") == rows(session, "version")


@pytest.mark.parametrize("damage", [lambda data: data[:-20], lambda data: b"PK\x03\x04", lambda data: b""])
def test_a_bad_file_changes_nothing(
    damage: Callable[[bytes], bytes], session: Session, marked: str, other: Session, tmp_path: Path
) -> None:
    file = tmp_path / "x.jsonld"
    session.interchange.export([marked], "jsonld", file)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(InterchangeError):
        other.interchange.import_file(file)
    assert other.organising.counts().all == 0 and rows(other) == []


def test_trouble_in_the_middle_leaves_nothing(
    session: Session, marked: str, other: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.interchange.export([marked], "jsonld", tmp_path / "x")
    add, made = other.library.annotations.add, []

    def fail_later(annotation: Annotation) -> Annotation:
        made.append(annotation)
        if len(made) > 3:
            raise OSError("disk")
        return add(annotation)

    monkeypatch.setattr(other.library.annotations, "add", fail_later)
    with pytest.raises(OSError, match="disk"):
        other.interchange.import_file(tmp_path / "x")
    assert rows(other) == [] and other.organising.counts().all == 0


def test_what_is_not_there_or_not_a_file_is_told(other: Session, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path, Path("a\0b")):
        with pytest.raises(InterchangeError) as refused:
            other.interchange.import_file(path)
        assert refused.value.code == "import_unreadable"


def test_cancelling_leaves_nothing(session: Session, marked: str, other: Session, tmp_path: Path) -> None:
    session.interchange.export([marked], "jsonld", tmp_path / "x")
    cancel, steps = threading.Event(), []
    cancel.set()
    with pytest.raises(CancelledError):
        other.interchange.import_file(tmp_path / "x", progress=lambda *step: steps.append(step), cancel=cancel)
    assert steps == [("import", 0, 1)] and other.organising.counts().all == 0


def test_items_without_a_note_make_no_articles(other: Session, tmp_path: Path) -> None:
    from tests.export.interchange.test_zotero import RIS

    file = tmp_path / "x.ris"
    file.write_text(RIS, "utf-8", newline="")
    outcome = other.interchange.import_file(file, "en")
    (key,) = outcome.articles_added
    assert other.reading.article(key).title == "青禾区经验" and len(outcome.added) == 3
    assert other.reading.content(key).text.startswith("(Excerpts imported from RIS (Zotero); ")


def test_a_damaged_text_does_not_keep_the_annotations(
    session: Session, marked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise LibraryError("article_damaged", title="")

    before = rows(session)
    with monkeypatch.context() as broken:
        broken.setattr(session.library.articles, "content", damaged)
        session.interchange.export([marked], "jsonld", tmp_path / "x")
    assert json.loads((tmp_path / "x").read_text("utf-8"))["total"] == 6
    assert not session.interchange.import_file(tmp_path / "x").is_change and rows(session) == before


SOMETHING = st.none() | st.text(max_size=12) | st.integers() | st.sampled_from(["37个", "报告", "2026-02-30", "f" * 32])
ADDRESS = st.sampled_from([URL, "https://b.example/1", "file:///etc/passwd", "x", ""])
MARK = st.fixed_dictionaries(
    {
        "id": SOMETHING,
        "created": SOMETHING,
        "modified": SOMETHING | st.just("2099-01-01T00:00:00Z"),
        "creator": SOMETHING,
        "motivation": SOMETHING,
        "reader:due": SOMETHING,
        "reader:orphan": st.booleans() | SOMETHING,
        "body": st.lists(st.fixed_dictionaries({"value": SOMETHING, "purpose": st.just("tagging") | SOMETHING})),
        "target": st.fixed_dictionaries(
            {
                "source": ADDRESS,
                "reader:article": st.fixed_dictionaries({"id": SOMETHING}),
                "selector": st.fixed_dictionaries({"type": st.just("TextQuoteSelector"), "exact": SOMETHING})
                | st.lists(st.fixed_dictionaries({"type": SOMETHING, "start": SOMETHING, "end": SOMETHING})),
            }
        ),
    }
)
ABOUT = st.fixed_dictionaries(
    {"id": SOMETHING, "reader:url": ADDRESS}
    | dict.fromkeys(("reader:title", "reader:text", "reader:tags", "reader:fetched", "reader:published"), SOMETHING)
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MARK, min_size=1, max_size=4), st.lists(ABOUT, max_size=2))
def test_whatever_stands_in_a_file_leaves_a_sound_library(
    session: Session, tmp_path: Path, marks: list[object], articles: list[object]
) -> None:
    file = tmp_path / "x"
    file.write_text(json.dumps({"items": marks, "reader:articles": articles}), "utf-8")
    try:
        session.interchange.import_file(file)
    except InterchangeError:
        return
    assert not session.interchange.import_file(file).is_change
    assert session.health.check()["problems"] == []
    for mark in session.annotating.list():
        text = session.reading.content(mark.article).text
        assert mark.start is None or text[mark.start : mark.end] == mark.quote


def test_only_chosen_annotations_leave(session: Session, marked: str, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonld"

    def notes(**options: Any) -> int:
        session.interchange.export([marked, marked], "jsonld", file, **options)
        total: int = json.loads(file.read_text("utf-8"))["total"]
        return total

    assert notes() == 6 and notes(kinds=[Kind.DATA]) == 2 and notes(tags=["试点"]) == 1
    with pytest.raises(ExportError):
        session.interchange.export([marked], "bibtex", file)


def test_a_text_with_headings_and_gaps_keeps_every_offset(
    session: Session, captured: Capture, other: Session, tmp_path: Path
) -> None:
    blocks = (Block(BlockKind.HEADING, "标题", level=2), Block(BlockKind.IMAGE), Block(BlockKind.TABLE_ROW, "甲\t乙"))
    made = replace(captured(url=None), blocks=blocks)
    key = session.capturing.store("-", made).id
    assert key is not None
    session.annotating.annotate(key, quote="甲\t乙")
    move(session, key, "jsonld", other, tmp_path / "x")
    assert other.reading.content(key).text == "标题\n\n甲\t乙"
    assert rows(other) == rows(session)
