"""A whole library out and in: the same afterwards, merged without loss, all or nothing."""

import json
import re
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.whole_library import DERIVED, FIRST, SECOND, TABLES, answers, capture, fill, mark, rows

from reader.library import Library
from reader.model.annotation import Kind
from reader.model.article import Status
from reader.model.errors import CancelledError, ExportError, LibraryError, LibraryFileError
from reader.model.query import ArticleQuery
from reader.services.moving import ImportedLibrary
from reader.services.session import Session

Reader = Callable[..., Any]


@pytest.fixture
def filled(session: Session) -> Session:
    fill(session.library)
    return session


@pytest.fixture
def file(filled: Session, tmp_path: Path) -> Path:
    path = tmp_path / "whole.zip"
    filled.moving.export_library(path)
    return path


def taken_in(file: Path, library: Path) -> ImportedLibrary:
    with Session(library) as session:
        return session.moving.import_library(file)


# ---- the same afterwards


def test_a_library_made_from_the_file_answers_the_same(
    filled: Session, file: Path, tmp_path: Path, reader: Reader
) -> None:
    done = taken_in(file, tmp_path / "other.db")
    assert (done.articles, done.added, done.merged, done.images_refused) == (3, 3, 0, 0)
    before = answers(reader, filled.library_path)
    assert before == answers(reader, tmp_path / "other.db")
    assert len(before["trash"]) == 2
    assert before["waiting"] and before["rules"] and before["annotations"]


def test_every_row_is_the_same_afterwards_and_the_library_sound(filled: Session, file: Path, tmp_path: Path) -> None:
    taken_in(file, tmp_path / "other.db")
    with Session(tmp_path / "other.db") as other:
        before, after = rows(filled.library), rows(other.library)
        for table in TABLES:
            assert before[table], f"the made-up library has nothing in {table}"
            assert after[table] == before[table], table
        assert other.health.check()["problems"] == []
        assert [hit.title for hit in other.searching.search("𠮷里 缩短")] == []  # only an older version says so
        assert {hit.field.value for hit in other.searching.search("第一条")} == {"note"}


def test_somebody_has_decided_for_every_table_and_column_of_the_schema(session: Session) -> None:
    """A new step of the schema fails here until what it adds is carried (or named as derived)."""
    names = {
        row[0]
        for row in session.library._engine.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not re.match(r"sqlite_|_sqlite_", row[0])
    }
    tables = {name for name in names if not any(name.startswith(f"{each}_") for each in DERIVED if "index" in each)}
    assert tables == set(TABLES) | DERIVED
    row_ids = {"seq", "article", "version", "image", "file", "tag", "annotation", "collection", "latest"}
    for table, sql in TABLES.items():
        columns = {row["name"] for row in session.library._engine.rows(f"PRAGMA table_info({table})")}
        assert columns - row_ids <= set(re.findall(r"\w+", sql)), table


def test_the_same_library_gives_the_same_bytes_but_for_the_time(filled: Session, tmp_path: Path) -> None:
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    filled.moving.export_library(first)
    filled.moving.export_library(second)
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as two:
        assert one.namelist() == two.namelist()
        same = [name for name in one.namelist() if one.read(name) == two.read(name)]
        assert set(one.namelist()) - set(same) <= {"manifest.json"}
        manifests = [json.loads(each.read("manifest.json")) | {"made": ""} for each in (one, two)]
        assert manifests[0] == manifests[1]


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029\xa0"), max_size=20)
CHINESE = st.text("青禾区网格治理，。“”𠮷é a1&<", min_size=1, max_size=30)


@st.composite
def articles(draw: st.DrawFn) -> dict[str, Any]:
    paragraphs = draw(st.lists(CHINESE, min_size=1, max_size=4))
    length = sum(map(len, paragraphs)) + len(paragraphs) - 1
    spans = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    return {
        "title": draw(TEXT),
        "paragraphs": paragraphs,
        "url": draw(st.sampled_from([None, "https://a.example/1", "https://a.example/2"])),
        "tags": draw(st.lists(TEXT, max_size=3)),
        "marks": draw(st.lists(st.tuples(spans, TEXT, st.sampled_from(Kind), st.booleans()), max_size=3)),
        "status": draw(st.sampled_from(Status)),
        "again": draw(st.booleans()),
        "deleted": draw(st.booleans()),
    }


def _add(library: Library, made: dict[str, Any]) -> None:
    captured = capture(made["title"], *made["paragraphs"], url=made["url"])
    id = library.articles.add(captured).id
    if made["again"]:
        library.articles.add_version(
            id, capture(made["title"], *made["paragraphs"], "又", fetched="2026-05-01T00:00:00Z")
        )
    library.articles.tag([id], made["tags"])
    library.articles.edit(id, status=made["status"])
    for (start, end), note, kind, is_gone in made["marks"]:
        version = 2 if made["again"] else 1
        added = library.annotations.add(replace(mark(id, version, start, end, captured.text), note=note, kind=kind))
        if is_gone:
            library.annotations.delete([added.id])
    if made["deleted"]:
        library.articles.delete([id])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(articles(), max_size=4))
def test_any_library_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, made: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with Session(folder / "a.db") as one, Session(folder / "b.db") as two:
        for each in made:
            _add(one.library, each)
        one.moving.export_library(folder / "a.zip")
        two.moving.import_library(folder / "a.zip")
        assert rows(two.library) == rows(one.library)
        again = two.moving.import_library(folder / "a.zip")
        assert (again.added, again.merged, again.unchanged) == (0, 0, len(made))
        assert rows(two.library) == rows(one.library)


# ---- into a library that has things


@pytest.fixture
def pair(tmp_path: Path) -> Any:
    """Two libraries with the same article, which go their own ways from here."""
    with Session(tmp_path / "a.db") as ours, Session(tmp_path / "b.db") as theirs:
        ours.library.articles.add(capture("青禾区", *FIRST, url="https://qinghe.example/1.html"))
        ours.moving.export_library(tmp_path / "start.zip")
        theirs.moving.import_library(tmp_path / "start.zip")

        def send() -> ImportedLibrary:
            theirs.moving.export_library(tmp_path / "theirs.zip")
            return ours.moving.import_library(tmp_path / "theirs.zip")

        yield ours, theirs, send


def only(session: Session) -> str:
    (id,) = session.library.articles.every_id()
    return id


def test_a_newer_version_comes_in_and_our_marks_find_their_place_in_it(pair: Any) -> None:
    ours, theirs, send = pair
    id = only(ours)
    kept = ours.annotating.annotate(id, quote="516个网格", note="我们的")
    lost = ours.annotating.annotate(id, quote="𠮷里社区")
    theirs.library.articles.add_version(id, capture("青禾区", "新的一段。", *SECOND, fetched="2026-04-01T08:00:00Z"))
    theirs.annotating.annotate(id, quote="群众满意度", note="他们的")
    done = send()
    assert (done.merged, done.versions, done.annotations) == (1, 1, 1)
    assert [each.fetched[:10] for each in ours.library.articles.versions(id)] == ["2026-03-02", "2026-04-01"]
    text = ours.library.articles.content(id).text
    moved = ours.annotating.get(kept.id)
    assert moved.start is not None and text[moved.start : moved.end] == "516个网格" and moved.note == "我们的"
    assert ours.annotating.get(lost.id).orphan and ours.annotating.get(lost.id).quote == "𠮷里社区"
    assert {each.note for each in ours.annotating.list(id)} == {"我们的", "", "他们的"}
    assert ours.searching.search("满意度") and ours.health.check()["problems"] == []


def test_an_older_version_comes_before_ours_and_the_newest_stays(pair: Any) -> None:
    ours, theirs, send = pair
    id = only(ours)
    ours.library.articles.add_version(id, capture("青禾区", *SECOND, fetched="2026-04-01T08:00:00Z"))
    ours.annotating.annotate(id, quote="群众满意度")
    theirs.library.articles.add_version(id, capture("青禾区", "中间的一版。", FIRST[0], fetched="2026-03-20T08:00:00Z"))
    theirs.annotating.annotate(id, quote="方便群众办事", note="他们的")
    send()
    assert [each.fetched[:10] for each in ours.library.articles.versions(id)] == [
        "2026-03-02",
        "2026-03-20",
        "2026-04-01",
    ]
    text = ours.library.articles.content(id).text
    assert text == "\n".join(SECOND)
    for each in ours.annotating.list(id):
        assert each.version == 3 and text[each.start : each.end] == each.quote
    assert ours.health.check()["problems"] == []


def test_the_annotation_modified_last_holds_and_the_other_lies_in_the_trash(pair: Any) -> None:
    ours, theirs, send = pair
    id = only(theirs)
    made = theirs.annotating.annotate(id, quote="516个网格", note="一")
    send()
    theirs.library.annotations.replace(
        replace(theirs.annotating.get(made.id), note="他们后改", modified="2027-01-02T00:00:00Z")
    )
    ours.library.annotations.replace(
        replace(ours.annotating.get(made.id), note="我们先改", modified="2027-01-01T00:00:00Z")
    )
    done = send()
    assert (done.annotations_updated, done.annotations_set_aside) == (1, 1)
    assert ours.annotating.get(made.id).note == "他们后改"
    assert [each.note for each in ours.library.annotations.list(id, deleted=True)] == ["我们先改"]
    ours.library.annotations.replace(
        replace(ours.annotating.get(made.id), note="我们最后改", modified="2027-01-03T00:00:00Z")
    )
    done = send()
    assert (done.annotations_updated, done.annotations_set_aside) == (0, 1)
    assert ours.annotating.get(made.id).note == "我们最后改"
    assert {each.note for each in ours.library.annotations.list(id, deleted=True)} == {"我们先改", "他们后改"}
    again = send()
    assert (again.merged, again.unchanged) == (0, 1)


def test_nothing_is_deleted_because_the_other_deleted_it(pair: Any) -> None:
    ours, theirs, send = pair
    id = only(ours)
    ours.organising.tag([id], "我们的")
    made = theirs.annotating.annotate(id, quote="516个网格")
    send()
    theirs.annotating.delete([made.id])
    theirs.organising.delete([id])
    send()
    assert [each.id for each in ours.annotating.list(id)] == [made.id]
    (row,) = ours.organising.list(ArticleQuery())
    assert row.tags == ("我们的",)


def test_an_article_in_our_trash_is_restored(pair: Any) -> None:
    ours, _, send = pair
    ours.organising.delete([only(ours)])
    assert send().restored == 1
    assert ours.organising.ids(ArticleQuery()) == [only(ours)]


def test_what_a_person_edited_here_stays_edited(pair: Any) -> None:
    ours, theirs, send = pair
    id = only(ours)
    ours.organising.edit(id, title="我们的题目")
    theirs.organising.edit(id, title="他们的题目", author="他们查到的作者")
    theirs.organising.edit(id, starred=True, status=Status.READ)
    send()
    (row,) = ours.organising.list(ArticleQuery())
    found = (row.title, row.metadata.author, row.starred, row.status)
    assert found == (
        "我们的题目",
        "他们查到的作者",
        True,
        Status.READ,
    )
    assert ours.health.check()["problems"] == []


def test_the_same_address_is_the_same_article_and_keeps_our_id(tmp_path: Path) -> None:
    with Session(tmp_path / "a.db") as ours, Session(tmp_path / "b.db") as theirs:
        mine = ours.library.articles.add(capture("青禾区", *FIRST, url="https://qinghe.example/1.html")).id
        other = theirs.library.articles.add(
            capture("青禾区", *FIRST, url="https://qinghe.example/1.html", fetched="2026-03-08T00:00:00Z")
        ).id
        theirs.annotating.annotate(other, quote="516个网格", note="他们的")
        theirs.moving.export_library(tmp_path / "b.zip")
        done = ours.moving.import_library(tmp_path / "b.zip")
        assert (done.added, done.merged, done.versions, done.annotations) == (0, 1, 0, 1)
        assert ours.library.articles.every_id() == [mine] and len(ours.library.articles.versions(mine)) == 1
        (marked,) = ours.annotating.list(mine)
        assert (marked.article, marked.note) == (mine, "他们的")


def test_the_same_text_at_another_address_is_added_and_linked(tmp_path: Path) -> None:
    long = [f"第{n}段：青禾区推动治理力量下沉网格，方便群众办事，选派{n}名骨干。" for n in range(20)]
    with Session(tmp_path / "a.db") as ours, Session(tmp_path / "b.db") as theirs:
        mine = ours.library.articles.add(capture("青禾区", *long, url="https://qinghe.example/1.html")).id
        other = theirs.library.articles.add(capture("青禾区", *long, url="https://repost.example/9.html")).id
        theirs.moving.export_library(tmp_path / "b.zip")
        done = ours.moving.import_library(tmp_path / "b.zip")
        assert (done.added, done.linked) == (1, 1)
        assert ours.library.articles.get(other).duplicate_of == mine


# ---- all or nothing


class After(threading.Event):
    """Set when it has been asked so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._left = times

    def is_set(self) -> bool:
        self._left -= 1
        return self._left < 0


def test_a_cancelled_export_leaves_no_file_and_the_old_one_as_it_was(filled: Session, tmp_path: Path) -> None:
    target = tmp_path / "out" / "whole.zip"
    for old in (None, b"old"):
        if old:
            target.write_bytes(old)
        for times in range(4):
            with pytest.raises(CancelledError):
                filled.moving.export_library(target, cancel=After(times))
            assert [each.name for each in target.parent.iterdir()] == (["whole.zip"] if old else [])
    assert target.read_bytes() == b"old"


def test_a_cancelled_import_changes_nothing(file: Path, tmp_path: Path) -> None:
    with Session(tmp_path / "other.db") as other:
        before, times = rows(other.library), 0
        while True:
            try:
                other.moving.import_library(file, cancel=After(times))
                break
            except CancelledError:
                assert rows(other.library) == before
            times += 1
        assert times > 20 and len(other.library.articles.every_id()) == 3


SLOW = """
import sys, time
from pathlib import Path
from reader.services.session import Session
def progress(step, done, total):
    if step == {step!r} and done == 2:
        print("here", flush=True)
        time.sleep(60)
with Session(Path({library!r})) as session:
    session.moving.{verb}(Path({file!r}), progress=progress)
"""


@pytest.mark.parametrize(("verb", "step"), [("export_library", "export_library"), ("import_library", "import_library")])
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_killed_process_leaves_nothing_half(
    filled: Session, file: Path, tmp_path: Path, verb: str, step: str
) -> None:
    library = filled.library_path if verb == "export_library" else tmp_path / "other.db"
    target = tmp_path / "new.zip" if verb == "export_library" else file
    code = SLOW.format(step=step, library=str(library), verb=verb, file=str(target))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None and process.stdout.readline() == b"here\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    if verb == "export_library":
        assert not target.exists()
    else:
        with Session(library) as other:
            assert other.library.articles.every_id() == [] and other.health.check()["problems"] == []
            assert other.moving.import_library(file).added == 3


def test_a_library_that_can_only_be_read_is_exported_and_takes_nothing_in(
    filled: Session, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.library import files

    filled.close()
    monkeypatch.setattr(files, "is_writable", lambda _path: False)
    with Session(filled.library_path) as locked:
        assert locked.read_only
        locked.moving.export_library(tmp_path / "again.zip")
        with pytest.raises(LibraryError, match="library_read_only"):
            locked.moving.import_library(file)
    monkeypatch.undo()
    assert taken_in(tmp_path / "again.zip", tmp_path / "fresh.db").added == 3


def test_a_library_is_not_exported_onto_itself_nor_into_a_folder(filled: Session, tmp_path: Path) -> None:
    with pytest.raises(LibraryFileError) as onto:
        filled.moving.export_library(filled.library_path)
    with pytest.raises(ExportError) as folder:
        filled.moving.export_library(tmp_path)
    assert (onto.value.code, folder.value.code) == ("library_file_is_library", "export_is_folder")
    assert filled.health.check()["problems"] == []


def test_a_damaged_article_is_named_and_no_file_is_written(filled: Session, tmp_path: Path) -> None:
    with filled.library._engine.transaction() as connection:
        connection.execute("UPDATE fetches SET raw = x'00' WHERE version = 1")
    with pytest.raises(LibraryError) as error:
        filled.moving.export_library(tmp_path / "whole.zip")
    assert error.value.code == "article_damaged" and not (tmp_path / "whole.zip").exists()


def test_others_may_write_while_a_library_goes_out(filled: Session, tmp_path: Path) -> None:
    added: list[str] = []

    def progress(step: str, done: int, total: int) -> None:
        if not added:
            added.append(filled.library.articles.add(capture("新来的", "一段。")).id)

    filled.moving.export_library(tmp_path / "whole.zip", progress=progress)
    assert taken_in(tmp_path / "whole.zip", tmp_path / "other.db").added == 3
