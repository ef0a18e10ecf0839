"""Annotations out of a library and into another: nothing lost, nothing doubled, nothing half."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.travelling import LINES, URL, Capture, move, rows
from tests.travelling import marked as marked
from tests.travelling import other as other

from reader.model.annotation import Annotation, Kind
from reader.model.blocks import Block, BlockKind
from reader.model.errors import CancelledError, ExportError, InterchangeError, LibraryError
from reader.services.session import Session


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
