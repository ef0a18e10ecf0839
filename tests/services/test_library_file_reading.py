"""Library files that are damaged, foreign, newer or hostile: a clear error, and the library as it was."""

import hashlib
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.whole_library import Rows, capture, fill, picture, rows

from reader.messages import LANGUAGES, Messages
from reader.model.blocks import Run, RunStyle
from reader.model.errors import LibraryFileError
from reader.services import library_file_reading
from reader.services.library_file_reading import is_archive
from reader.services.session import Session

Members = dict[str, bytes]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with Session(tmp_path / "source.db") as source:
        fill(source.library)
        source.moving.export_library(tmp_path / "whole.zip")
    return tmp_path / "whole.zip"


@pytest.fixture
def members(file: Path) -> Members:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "empty.db") as session:
        yield session


def write(path: Path, members: Members, **changes: Any) -> Path:
    """An archive whose manifest is right for its members, but for `changes` of the manifest."""
    found = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in members.items()
        if name != "manifest.json"
    }
    manifest = json.loads(members["manifest.json"]) | {"members": found} | changes
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, json.dumps(manifest) if name == "manifest.json" else data)
    return path


def refused(session: Session, path: Path) -> LibraryFileError:
    """The error of an import that changed nothing."""
    before = rows(session.library)
    with pytest.raises(LibraryFileError) as error:
        session.moving.import_library(path)
    assert rows(session.library) == before
    for language in LANGUAGES:
        assert Messages(language).has(f"error.{error.value.code}")
    return error.value


# ---- damage


def test_a_file_with_a_flipped_byte_is_refused_or_gives_the_same(file: Path, empty: Session, tmp_path: Path) -> None:
    whole, before = file.read_bytes(), rows(empty.library)
    flipped = tmp_path / "flipped.zip"
    with Session(tmp_path / "right.db") as right:
        right.moving.import_library(file)
        expected: Rows = rows(right.library)
    step = max(1, len(whole) // 250)
    outcomes = set()
    for at in (*range(0, len(whole), step), *range(len(whole) - 22, len(whole))):
        flipped.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            empty.moving.import_library(flipped)
        except LibraryFileError as error:
            outcomes.add(error.code)
            assert rows(empty.library) == before, at
        else:
            outcomes.add("same")
            assert rows(empty.library) == expected, at
            with empty.library.transaction():
                empty.library.articles.purge(empty.library.articles.every_id())
            for table in ("collections", "site_rules", "waiting"):
                empty.library._engine.database.execute(f"DELETE FROM {table}")
            assert rows(empty.library) == before
    assert "library_file_damaged" in outcomes


@pytest.mark.parametrize("part", [0.0, 0.3, 0.7, 0.99])
def test_a_file_that_was_cut_off_is_refused(file: Path, empty: Session, part: float) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * part)])
    assert refused(empty, file).code == ("library_file_damaged" if part else "library_file_foreign")
    assert is_archive(file) == bool(part), "it is asked for as a library file, and refused as one"


def changed(members: Members, name: str, change: Callable[[Any], object]) -> Members:
    value = json.loads(members[name])
    change(value)
    return members | {name: json.dumps(value).encode()}


def first_article(members: Members) -> str:
    return f"articles/{json.loads(members['library.json'])['articles'][0]}.json"


WRONG: dict[str, Callable[[Any], object]] = {
    "another type": lambda a: a.update(starred="yes"),
    "an unknown field": lambda a: a.update(colour="red"),
    "an unknown field of the metadata": lambda a: a["metadata"].update(colour="red"),
    "an unknown field of a block": lambda a: a["versions"][0]["blocks"][0].update(colour="red"),
    "a missing field": lambda a: a.pop("added"),
    "an unknown kind": lambda a: a["annotations"][0].update(kind="poem"),
    "a place outside of the text": lambda a: a["annotations"][0].update(end=10**6),
    "half a place": lambda a: a["annotations"][0].update(end=None),
    "a version that is not there": lambda a: a["annotations"][0].update(version=9),
    "a reading position in no version": lambda a: a["position"].update(version=9),
    "a text that is not that of the blocks": lambda a: a["versions"][0]["blocks"][0].update(text="别的"),
    "versions in disorder": lambda a: a["versions"].reverse(),
    "no version": lambda a: a.update(versions=[], annotations=[], corrections=[], position=None),
    "another id": lambda a: a.update(id="0" * 32),
    "an id that is a path": lambda a: a["annotations"][0].update(id="../../etc"),
    "a content that is not there": lambda a: a["versions"][0]["page"].update(raw="0" * 64),
    "a correction of what cannot be corrected": lambda a: a["corrections"][0].update(data={"colour": "red"}),
    "a time that is none": lambda a: a.update(added="yesterday"),
    "a lone surrogate": lambda a: a["metadata"].update(title="\ud800"),
    "a number beyond SQLite": lambda a: a["versions"][0].update(number=2**70),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_an_article_that_is_not_what_the_format_says_is_refused(
    members: Members, empty: Session, tmp_path: Path, wrong: str
) -> None:
    path = write(tmp_path / "wrong.zip", changed(members, first_article(members), WRONG[wrong]))
    error = refused(empty, path)
    assert error.code == "library_file_damaged"


def test_json_nested_beyond_reason_is_refused(members: Members, empty: Session, tmp_path: Path) -> None:
    deep = members | {"library.json": b"[" * 200_000}
    assert refused(empty, write(tmp_path / "deep.zip", deep)).code == "library_file_damaged"


SHELVES: dict[str, Callable[[Any], object]] = {
    "an article that is not there": lambda s: s["articles"].append("0" * 32),
    "an article twice": lambda s: s["articles"].append(s["articles"][0]),
    "an article left out": lambda s: s["articles"].pop(),
    "a waiting link that is a file": lambda s: s["waiting"][0].update(source="/etc/passwd"),
    "an error that cannot be made": lambda s: s["waiting"][0]["error"]["data"].update(code="x"),
}


@pytest.mark.parametrize("wrong", SHELVES)
def test_shelves_that_do_not_fit_are_refused(members: Members, empty: Session, tmp_path: Path, wrong: str) -> None:
    path = write(tmp_path / "wrong.zip", changed(members, "library.json", SHELVES[wrong]))
    assert refused(empty, path).code == "library_file_damaged"


# ---- foreign and newer files


def test_files_of_others_are_foreign(tmp_path: Path, empty: Session, members: Members) -> None:
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refused(empty, other).code == "library_file_foreign"
    assert refused(empty, write(tmp_path / "f.zip", members, format="else")).code == "library_file_foreign"
    (tmp_path / "text.zip").write_text("not an archive")
    assert refused(empty, tmp_path / "text.zip").code == "library_file_foreign"
    assert not any(map(is_archive, [tmp_path / "text.zip", tmp_path, tmp_path / "none"]))


def test_a_newer_file_names_the_program_that_made_it(members: Members, tmp_path: Path, empty: Session) -> None:
    path = write(tmp_path / "newer.zip", members | {"music/1.ogg": b""}, version=2, program="9.9")
    error = refused(empty, path)
    assert (error.code, error.data["program"]) == ("library_file_newer", "9.9")
    assert is_archive(path)


# ---- hostile files


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "raw/../../evil", "images/a.svg", "C:\\evil", "raw/"])
def test_no_name_in_the_archive_becomes_a_path(members: Members, tmp_path: Path, empty: Session, name: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    path = write(tmp_path / "names.zip", members | {name: b"x"})
    assert refused(empty, path).code == "library_file_damaged"
    assert sorted(tmp_path.rglob("*")) == sorted([*before, path])


def test_a_member_that_the_manifest_does_not_name_is_refused(members: Members, tmp_path: Path, empty: Session) -> None:
    path = write(tmp_path / "more.zip", members)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"raw/{'0' * 64}", b"x")
    assert refused(empty, path).code == "library_file_damaged"


def test_a_member_under_a_name_that_is_not_its_checksum_is_refused(
    members: Members, tmp_path: Path, empty: Session
) -> None:
    path = write(tmp_path / "name.zip", members | {f"files/{'0' * 64}": b"x"})
    assert refused(empty, path).code == "library_file_damaged"


def test_a_bomb_is_refused_before_anything_is_unpacked(
    members: Members, tmp_path: Path, empty: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_file_reading, "FREE", 100_000)
    zeros = b"\0" * 30_000_000
    path = write(tmp_path / "bomb.zip", members | {f"raw/{hashlib.sha256(zeros).hexdigest()}": zeros})
    assert path.stat().st_size < 100_000
    assert refused(empty, path).code == "library_file_too_large"


def test_json_that_would_be_gigabytes_of_objects_is_refused(members: Members, tmp_path: Path, empty: Session) -> None:
    bomb = b"[" + b"[]," * 10_000_001 + b"[]]"
    path = write(tmp_path / "bomb.zip", members | {"library.json": bomb})
    assert refused(empty, path).data["detail"] == str(library_file_reading.MOST_VALUES)


def test_a_bomb_that_lies_about_its_size_is_refused(members: Members, tmp_path: Path, empty: Session) -> None:
    """The directory and the manifest say 10 bytes; the stream goes on."""
    zeros = b"\0" * 5_000_000
    name = f"raw/{hashlib.sha256(zeros).hexdigest()}"
    path = write(tmp_path / "liar.zip", members | {name: zeros})
    data = path.read_bytes().replace(struct.pack("<L", 5_000_000), struct.pack("<L", 10))
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert refused(empty, path).code == "library_file_damaged"
    assert manifest["members"][name]["bytes"] == 5_000_000


def test_html_is_sanitised_links_lead_to_the_web_and_pictures_are_decoded(tmp_path: Path, empty: Session) -> None:
    data = b"<svg onload='alert(1)'/>"
    bad = replace(picture("blue"), data=data, sha256=hashlib.sha256(data).hexdigest())
    made = capture("莲湖县", "一段话。", url="https://lianhu.example/1.html", images=(picture(), bad))
    link = Run(0, 2, RunStyle.LINK, "javascript:alert(1)")
    made = replace(
        made,
        html=made.html + "<script>alert(1)</script><p onclick='x()'>二</p>",
        blocks=(replace(made.blocks[0], runs=(link, Run(2, 3, RunStyle.BOLD))), *made.blocks[1:]),
    )
    with Session(tmp_path / "evil.db") as evil:
        id = evil.library.articles.add(made).id
        evil.moving.export_library(tmp_path / "evil.zip")
    done = empty.moving.import_library(tmp_path / "evil.zip")
    content = empty.library.articles.content(id)
    assert "script" not in content.html and "onclick" not in content.html and "<p>二</p>" in content.html
    assert content.blocks[0].text == "一段话。" and content.blocks[0].runs == (Run(2, 3, RunStyle.BOLD),)
    assert done.images_refused == 1
    assert empty.library.articles.image(bad.sha256) is None and empty.library.articles.image(picture().sha256)
    assert empty.health.check()["problems"] == []
