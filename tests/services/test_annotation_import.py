"""Which article a file means, what is new in it, and what becomes of the rest."""

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.travelling import LINES, URL, Capture, move, rows
from tests.travelling import marked as marked
from tests.travelling import other as other

from reader.model.article import CapturedArticle
from reader.model.errors import InterchangeError
from reader.services.session import Session


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
    assert text.startswith("（以下摘录从“Readwise”导入，并非全文。）\n划分网格448个,\n真好\n")
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


def test_items_without_a_note_make_no_articles(other: Session, tmp_path: Path) -> None:
    from tests.export.interchange.test_zotero import RIS

    file = tmp_path / "x.ris"
    file.write_text(RIS, "utf-8", newline="")
    outcome = other.interchange.import_file(file, "en")
    (key,) = outcome.articles_added
    assert other.reading.article(key).title == "青禾区经验" and len(outcome.added) == 3
    assert other.reading.content(key).text.startswith("(Excerpts imported from RIS (Zotero); ")


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
